/**
 * /v: what stands behind the # of a printed QR code is checked on this device, also without a network.
 *
 * The element [data-check] names where keys, status lists and the worker are; each answer is a template
 * [data-say]. What was loaded last is kept in the browser's store of this site, with the page itself.
 */
import { isListGenuine } from "./list-proof.js";
import { TokenError, hasEnded, isGenuine, read } from "./token.js";

const KEPT = "check-2";
// What nobody vouches for is not shown as a fact.
const VOUCHED = ["valid", "stale", "statusless", "unlisted", "ended", "expired"];
const root = document.querySelector("[data-check]");
const place = root.querySelector("[data-answer]");
const day = (seconds) => new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format(seconds * 1000);
const moment = (text) => new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short", timeStyle: "short",
}).format(new Date(text));

/** Return the newest copy of a file of ours, and whether it came over the network just now. */
async function fetched(path) {
  const store = await globalThis.caches?.open(KEPT);
  try {
    const answer = await fetch(path, { cache: "no-cache", credentials: "omit" });
    if (!answer.ok) throw new Error(answer.status);
    const fresh = !answer.headers.has("X-Kept");
    if (fresh) await store?.put(path, answer.clone());
    return { data: await answer.json(), fresh };
  } catch {
    const kept = await store?.match(path);
    return { data: kept ? await kept.json() : null, fresh: false };
  }
}

function say(name, facts = {}) {
  place.replaceChildren(root.querySelector(`template[data-say=${name}]`).content.cloneNode(true));
  for (const slot of root.querySelectorAll("[data-fact]")) slot.textContent = facts[slot.dataset.fact] ?? "";
}

async function judge(token, did, status) {
  if (!did.data) return "keyless";
  let genuine;
  try { genuine = await isGenuine(token, did.data); } catch (problem) {
    if (problem instanceof TokenError) return "forged";
    return "unable";
  }
  if (!genuine) return "forged";
  if (token.facts.until * 1000 < Date.now()) return "expired";
  if (!status.data || !("DecompressionStream" in globalThis)) return "statusless";
  try {
    if (!await isListGenuine(status.data, did.data, token.facts.list)) return "unlisted";
  } catch { return "unlisted"; }
  if (await hasEnded(status.data, token.facts.index)) return "ended";
  return Date.parse(status.data.validUntil) < Date.now() ? "stale" : "valid";
}

function show(token, status) {
  const { number, name, level, since, until } = token.facts;
  const box = root.querySelector("[data-facts]");
  const levels = root.querySelector(`template[data-level="${CSS.escape(level)}"]`);
  const facts = { number, name, level: levels?.innerHTML ?? level, since: day(since), until: day(until) };
  for (const slot of box.querySelectorAll("[data-fact]")) slot.textContent = facts[slot.dataset.fact] ?? "";
  box.hidden = false;
  const age = root.querySelector(status.fresh ? "[data-age=fresh]" : "[data-age=kept]");
  if (status.data) {
    age.querySelector("[data-when]").textContent = moment(status.data.validFrom ?? status.data.proof?.[0]?.created);
    age.hidden = false;
  }
}

/** Lead to the register's own answer, whether or not this device could judge the code. */
function leadOn(number) {
  const way = root.querySelector("[data-online]");
  way.href += `${encodeURIComponent(number)}/`;
  way.hidden = false;
}

async function check() {
  let token;
  try { token = read(location.hash.slice(1)); } catch { return say("unreadable"); }
  const [did, status] = await Promise.all([
    fetched(root.dataset.did), fetched(`${root.dataset.status}${token.facts.list}`),
  ]);
  let verdict;
  try { verdict = await judge(token, did, status); } catch { verdict = "statusless"; }
  say(verdict);
  if (VOUCHED.includes(verdict)) show(token, status);
  if (verdict !== "forged") leadOn(token.facts.number);
}

/** Keep the page and what it is made of, and the newest keys and list, for a day without a network. */
async function keep() {
  if (!navigator.serviceWorker || !globalThis.caches) return;
  await navigator.serviceWorker.register(root.dataset.worker, { scope: location.pathname });
  const store = await caches.open(KEPT);
  const parts = performance.getEntriesByType("resource").map((each) => new URL(each.name))
    .filter((url) => url.origin === location.origin && url.pathname.startsWith("/static/"));
  const page = await fetch(location.pathname, { credentials: "omit" });
  if (page.ok) await store.put(location.pathname, page);
  await store.addAll([...new Set(parts.map((url) => url.pathname))]);
  await Promise.all([fetched(root.dataset.did), fetched(`${root.dataset.status}1`)]);
  root.dataset.kept = "yes";
}

for (const link of document.querySelectorAll("a[hreflang]")) link.href += location.hash;
addEventListener("hashchange", () => location.reload());
if (location.hash.length > 1) await check(); else say("empty");
keep().catch(() => {});
