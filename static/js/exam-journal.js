/**
 * The exam room's journal on this device: each change is on disk before anything says that it is kept, and
 * stays there until the server has acknowledged it.
 */
const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("exam-room", 1);
  request.onupgradeneeded = () => request.result
    .createObjectStore("changes", { keyPath: "id", autoIncrement: true }).createIndex("attempt", "attempt");
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
// Without a database every call below fails, and the room says that nothing is kept here.
opened.catch(() => {});

async function inJournal(mode, act) {
  const transaction = (await opened).transaction("changes", mode, { durability: "strict" });
  const outcome = act(transaction.objectStore("changes"));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(outcome?.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/** The changes of an attempt that the server has not acknowledged, oldest first. */
export const waitingFor = (attempt) => inJournal("readonly", (store) => store.index("attempt").getAll(attempt));

/** Remove what the server has acknowledged. */
export const forget = (changes) => inJournal("readwrite", (store) => { changes.forEach(({ id }) => store.delete(id)); });

/** Write a change down; what the same page wrote earlier about the same question is superseded. */
export const write = (change) => inJournal("readwrite", (store) => {
  store.index("attempt").getAll(change.attempt).onsuccess = ({ target }) => {
    target.result.filter((one) => one.writer === change.writer && one.position === change.position && one.seq < change.seq)
      .forEach(({ id }) => store.delete(id));
    store.add(change);
  };
});
