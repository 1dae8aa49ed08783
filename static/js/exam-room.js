/**
 * The exam room: every change goes into a journal on this device first, then to the server, and leaves the
 * journal only when the server has acknowledged it. A reload, a crash or a lost network loses nothing.
 *
 * The server's protocol: POST {writer, changes: [{seq, position, response, flagged}]}; each page load is a
 * writer of its own whose seq only grows, so a repeated request changes nothing.
 */
import { forget, waitingFor, write } from "./exam-journal.js";

const root = document.querySelector("[data-exam-room]");
const say = root.dataset;
const find = (name, within = document) => within.querySelector(`[data-${name}]`);
const words = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const waiting = () => waitingFor(say.attempt).catch(() => []);
const BATCH = 40, BYTES = 56 * 1024, SLOWEST = 30;

/* ---- Time: the server's, carried on by a clock that nobody can set ---- */

let offset = Number(say.now) - performance.now(), quickest = Infinity, deadline = Number(say.deadline);
const serverNow = () => offset + performance.now();

function hearTime(now, sentAt) {
  const trip = performance.now() - sentAt;
  if (trip <= quickest) [quickest, offset] = [trip, now + trip / 2 - performance.now()];
}

function tick() {
  const left = Math.max(0, Math.floor((deadline - serverNow()) / 1000));
  const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  find("clock").textContent = [hours, minutes, seconds].map((part) => String(part).padStart(2, "0")).join(":");
  find("clock-words").textContent = left ? words(say.sayLeft, { hours, minutes }) : say.sayOver;
  find("clock-bar").setAttribute("width", (left * 1e5) / (deadline - Number(say.started)));
  if (!left && !over) end();
}

/* ---- What the save state says ---- */

let failures = 0, sending, again, over = false, savedAt = "", stopped = "";

async function show(unsaved) {
  const count = unsaved ?? ((await waiting()).length || (typing && 1));
  const onServer = !count, offline = failures > 0;
  document.documentElement.classList.toggle("is-offline", offline && !stopped);
  const box = find("save-box");
  box.classList.toggle("save--server", !offline);
  box.classList.toggle("save--device", offline);
  document.querySelectorAll("[data-save-icon]").forEach((icon) => {
    icon.hidden = (icon.dataset.saveIcon === "device") !== (!onServer && offline);
  });
  if (onServer && !savedAt && !offline) return;
  const state = onServer ? say.sayServer : offline ? say.sayDevice : say.saySaving;
  const when = onServer ? savedAt && words(say.sayAt, { time: savedAt })
    : offline ? words(say.sayWaiting, { number: count }) : "";
  if (find("save-words").textContent !== state) find("save-words").textContent = state;
  find("save-when").textContent = when || "";
}

function problem(text) {
  const box = find("room-problem");
  box.hidden = !text;
  box.querySelector("p").textContent = text;
}

/* ---- Sending ---- */

// crypto.randomUUID is missing where a rehearsal runs without TLS
const writer = "10000000-1000-4000-8000-100000000000"
  .replace(/[018]/g, (c) => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));
let seq = 0, timer, most = BATCH;

function batchOf(changes) {
  const batch = changes.filter((one) => one.writer === changes[0].writer).slice(0, most);
  while (batch.length > 1 && new Blob([JSON.stringify(batch)]).size > BYTES) batch.pop();
  return batch;
}

async function send(batch) {
  const sentAt = performance.now();
  const response = await fetch(say.save, {
    method: "POST", redirect: "manual", signal: AbortSignal.timeout(15000),
    headers: { "Content-Type": "application/json", "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value },
    body: JSON.stringify({
      writer: batch[0].writer,
      changes: batch.map(({ seq, position, response, flagged }) => ({ seq, position, response, flagged })),
    }),
  });
  if (!response.status || response.status === 403) throw Object.assign(new Error(), { words: say.saySignedout });
  if ([400, 404, 413].includes(response.status)) return refusedWhole(batch, (await response.json().catch(() => ({}))).message);
  if (!response.ok && response.status !== 409) throw new Error(response.status);
  const answer = await response.json();
  hearTime(answer.server_now, sentAt);
  if (failures) problem("");
  deadline = answer.deadline;
  if (answer.state === "closed") close(answer.message);
  const done = batch.filter((one) => one.seq <= answer.acked || answer.rejected.some((bad) => bad.seq === one.seq));
  if (done[0]?.id) await forget(done);
  if (answer.rejected.length) problem(answer.rejected.map((bad) => `${words(say.sayTitle, { number: bad.position })}: ${bad.message}`).join(" "));
  savedAt = answer.saved_at;
}

/** A batch that the server cannot read: find the bad change by sending one at a time, never block the rest. */
async function refusedWhole(batch, text) {
  if (batch.length > 1) { most = 1; return; }
  await forget(batch);
  most = BATCH;
  problem(text || say.sayNone);
}

async function sendAll() {
  clearTimeout(timer);
  try {
    while (again && !stopped) {
      again = false;
      const changes = await waiting();
      if (changes.length) { again = true; await send(batchOf(changes)); failures = 0; }
    }
  } catch (error) {
    failures += 1;
    if (error.words) problem(error.words);
    timer = setTimeout(flush, Math.min(SLOWEST, 2 ** (failures - 1)) * (750 + Math.random() * 500));
  }
  sending = null;
  await show();
}

/** Send what waits; returns when it is sent or has failed. */
function flush() {
  again = true;
  return (sending ??= sendAll());
}

function close(text) {
  stopped = over = text;
  document.querySelectorAll("form[data-paper]").forEach((form) => { form.inert = true; });
  problem(text);
}

async function end() {
  over = true;
  if (stage) await keep();
  await flush();
  (await waiting()).length ? close(say.sayClosed) : location.replace(say.receipt);
}

/* ---- The question on the screen ---- */

const stage = find("stage"), form = find("paper"), recorded = new Map(), sections = new Map();
const current = () => stage.querySelector("[data-position]");
const positionOf = (section) => Number(section.dataset.position);

function read(section) {
  const box = find("answer", section), kind = box.dataset.kind;
  const parts = [...box.querySelectorAll("[data-part]")];
  if (kind === "single") return box.querySelector("input[type=radio]:checked")?.value ?? null;
  if (kind === "multiple") return [...box.querySelectorAll("input[name]:checked")].map((input) => input.value);
  if (kind === "matching") return Object.fromEntries(parts.map((part) => [part.dataset.part, part.value]));
  if (kind === "ordering") return parts.map((part) => part.value);
  const field = box.querySelector("input[inputmode], textarea");
  return kind === "numeric" ? { text: field.value, language: box.querySelector("[type=hidden]").value } : field.value;
}

function fill(section, { response, flagged }) {
  const box = find("answer", section), chosen = [response ?? ""].flat();
  find("flag", section).checked = flagged;
  box.querySelectorAll("input[type=radio], input[type=checkbox][name]").forEach((input) => { input.checked = chosen.includes(input.value); });
  box.querySelectorAll("[data-part]").forEach((part, index) => { part.value = (Array.isArray(response) ? response[index] : response?.[part.dataset.part]) ?? ""; });
  const field = box.querySelector("input[inputmode], textarea");
  if (field) field.value = (field.inputMode ? response?.text : response) ?? "";
}

function isAnswered(section) {
  const response = read(section), kind = find("answer", section).dataset.kind;
  if (kind === "numeric") return Boolean(response.text.trim());
  if (kind === "multiple") return response.length > 0;
  if (kind === "matching" || kind === "ordering") return Object.values(response).every(Boolean);
  return Boolean(response?.trim());
}

const stateOf = (section) => JSON.stringify([read(section), find("flag", section).checked]);

/** Take down what has changed in the question shown; returns when it is on this device. */
async function keep() {
  clearTimeout(typing);
  typing = 0;
  const section = current();
  if (stopped || stateOf(section) === recorded.get(positionOf(section))) return;
  recorded.set(positionOf(section), stateOf(section));
  const change = {
    attempt: say.attempt, writer, seq: ++seq, position: positionOf(section),
    response: read(section), flagged: find("flag", section).checked,
  };
  try {
    await write(change);
    flush();
  } catch {
    // No journal on this device: what the server does not take now is stored nowhere, and that is said.
    if (await send([change]).catch(() => true)) {
      recorded.delete(change.position);
      find("save-words").textContent = say.sayNone;
      return;
    }
  }
  // Only now what merely looks: nothing here may stand between a change and its place on this device.
  paint(section);
  await show();
}

let typing = 0, typedSince = 0;
function soon() {
  if (!typing) { typedSince = performance.now(); show(1); }
  clearTimeout(typing);
  typing = setTimeout(keep, performance.now() - typedSince > 3000 ? 0 : 500);
}

/* ---- The plate of questions ---- */

const squares = [...document.querySelectorAll("[data-plate] ol button")];
const strip = [...document.querySelectorAll(".ticks rect")];

function paint(section) {
  const place = positionOf(section) - 1, done = isAnswered(section), flagged = find("flag", section).checked;
  squares[place].classList.toggle("done", done);
  squares[place].classList.toggle("flagged", flagged);
  find("state", squares[place]).textContent = `, ${done ? say.sayAnswered : say.sayOpen}${flagged ? `, ${say.sayFlagged}` : ""}`;
  const count = { done: squares.filter((one) => one.classList.contains("done")).length, flagged: squares.filter((one) => one.classList.contains("flagged")).length };
  count.open = squares.length - count.done;
  Object.entries(count).forEach(([name, number]) => { document.querySelector(`[data-count=${name}]`).textContent = number; });
  find("count-words").textContent = words(say.sayCount, { done: count.done, total: squares.length });
  const note = find("words", section);
  if (note) note.textContent = words(note.dataset.words, { number: (read(section).match(/\S+/g) ?? []).length });
}

function point(position) {
  squares.forEach((square, index) => {
    const here = index === position - 1;
    here ? square.setAttribute("aria-current", "step") : square.removeAttribute("aria-current");
    square.tabIndex = here ? 0 : -1;
    const mark = strip[index];
    mark.setAttribute("class", here ? "n" : square.classList.contains("done") ? "d" : "u");
    mark.setAttribute("y", here ? 0 : 3);
    mark.setAttribute("height", here ? 10 : 7);
  });
  find("previous").hidden = position === 1;
  find("next").hidden = position === squares.length;
  find("last").hidden = position !== squares.length;
  document.title = words(say.sayTitle, { number: position }) + document.title.slice(document.title.indexOf(" | "));
  form.action = addressOf(position);
}

const addressOf = (position) => say.question.replace("/0/", `/${position}/`);

function turnTo(position, { push = true } = {}) {
  const section = sections.get(position);
  if (!section) return false;
  keep();
  stage.replaceChildren(section);
  point(position);
  if (push) history.pushState({ position }, "", addressOf(position));
  section.querySelector("h2").focus({ preventScroll: true });
  scrollTo({ top: 0 });
  return true;
}

const placeOf = (target) => ({ next: 1, previous: -1 }[target] ?? NaN) + positionOf(current()) || Number(target);

async function review() {
  await keep();
  await flush();
  // Nobody is sent to a page that the network cannot bring.
  const there = !failures && (await fetch(say.review, { method: "HEAD" }).catch(() => null));
  there ? location.assign(say.review) : problem(say.sayOffline);
}

function adopt(section) {
  sections.set(positionOf(section), section);
  section.querySelectorAll(".strike").forEach((label) => { label.hidden = false; });
}

async function bringAll(journal) {
  adopt(current());
  try {
    const page = new DOMParser().parseFromString(await (await fetch(say.questions)).text(), "text/html");
    page.querySelectorAll("[data-position]").forEach((section) => {
      if (!sections.has(positionOf(section))) adopt(document.adoptNode(section));
    });
  } catch { /* without them each question is a page of its own */ }
  // What was written here and never acknowledged is newer than what the server shows.
  const unsent = new Map(journal.map((change) => [change.position, change]));
  sections.forEach((section, position) => {
    const typed = recorded.has(position) && stateOf(section) !== recorded.get(position);
    if (unsent.has(position) && !typed) { fill(section, unsent.get(position)); paint(section); }
    if (!typed) recorded.set(position, stateOf(section));
  });
}

function openRoom() {
  recorded.set(positionOf(current()), stateOf(current()));
  stage.addEventListener("input", (event) => { if (!event.target.matches("[data-strike]")) event.target.matches("textarea, [inputmode]") ? soon() : keep(); });
  stage.addEventListener("focusout", () => { if (typing) keep(); });
  form.addEventListener("submit", (event) => {
    const target = event.submitter?.value ?? "next";
    if (target === "review") { event.preventDefault(); review(); } else if (turnTo(placeOf(target))) event.preventDefault();
  });
  addEventListener("popstate", () => {
    const place = Number(location.pathname.match(/\/(\d+)\/$/)?.[1]);
    if (!turnTo(place, { push: false })) location.reload();
  });
  addEventListener("keydown", (event) => {
    const turn = event.ctrlKey && event.key === "Enter" && find(event.shiftKey ? "previous" : "next", form);
    if (turn && !turn.hidden) turn.click();
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 5, ArrowUp: -5 }[event.key];
    const square = squares[squares.indexOf(document.activeElement) + step];
    if (step && squares.includes(document.activeElement) && square) { event.preventDefault(); square.focus(); }
  });
  point(positionOf(current()));
}

/** On the page of review: nothing is handed in while a change is still only here. */
function openReview() {
  find("hand-in").addEventListener("submit", async (event) => {
    if (!(await waiting()).length) return;
    event.preventDefault();
    await flush();
    failures ? problem(say.sayOffline) : location.reload();
  });
}

const journal = await waiting();
if (stage) { openRoom(); bringAll(journal); } else openReview();
if (journal.length) flush().then(() => { if (!stage && !failures) location.reload(); });
addEventListener("online", () => { failures = 0; problem(""); flush(); });
addEventListener("offline", () => { failures ||= 1; show(); });
addEventListener("pagehide", () => { if (stage) keep(); });
addEventListener("beforeunload", (event) => { if (stage && (typing || failures)) event.preventDefault(); });
setInterval(tick, 500);
navigator.storage?.persist?.();
