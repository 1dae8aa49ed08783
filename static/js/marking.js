/**
 * The marking desk by keyboard: the number key is the score, arrows change the criterion, Enter saves.
 * The keys work while the marking sheet has the focus and nothing is being written (WCAG 2.1.4).
 */
const desk = document.querySelector("[data-marking]");
const sheet = desk.querySelector("form");
const criteria = [...desk.querySelectorAll("[data-criterion]")];
const comment = desk.querySelector("[data-comment]");
const submit = desk.querySelector("[data-submit]");
const figures = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
let active = Math.max(0, criteria.findIndex((one) => markOf(one) === null));

function markOf(criterion) {
  const whole = criterion.querySelector("[type=radio]:checked");
  return whole ? Number(whole.value) + (criterion.querySelector("[type=checkbox]").checked ? 0.5 : 0) : null;
}

function show() {
  criteria.forEach((criterion, index) => {
    const mark = markOf(criterion), highest = Number(criterion.dataset.highest);
    const half = criterion.querySelector("[type=checkbox]");
    if (mark !== null && mark > highest) { half.checked = false; show(); return; }
    half.disabled = criterion.querySelector("[type=radio]:checked")?.value === String(highest);
    criterion.querySelector("[data-given]").textContent = mark === null ? "–" : figures.format(mark);
    criterion.querySelector("[data-say-mark]").textContent = mark === null ? desk.dataset.sayUnmarked : "";
    criterion.classList.toggle("crit--now", index === active);
    criterion.querySelector("[data-descriptors]").hidden = index !== active;
  });
  const marks = criteria.map(markOf), left = marks.filter((mark) => mark === null).length;
  desk.querySelector("[data-total]").textContent = figures.format(marks.reduce((sum, mark) => sum + (mark ?? 0), 0));
  desk.querySelector("[data-total-words]").textContent = left ? desk.dataset.sayLeft.replace("{number}", left) : desk.dataset.sayTotal;
  if (!submit) return;
  left ? submit.setAttribute("aria-disabled", "true") : submit.removeAttribute("aria-disabled");
  left ? submit.setAttribute("aria-describedby", "why") : submit.removeAttribute("aria-describedby");
  desk.querySelector("#why").hidden = !left;
}

function turnTo(index) {
  active = Math.min(Math.max(index, 0), criteria.length - 1);
  const inputs = [...criteria[active].querySelectorAll("[type=radio]")];
  show();
  (inputs.find((input) => input.checked) ?? inputs[0]).focus();
}

function give(points) {
  const radio = criteria[active].querySelector(`[type=radio][value="${points}"]`);
  if (!radio) return;
  radio.checked = true;
  turnTo(active + 1);
}

function halve() {
  const half = criteria[active].querySelector("[type=checkbox]");
  if (!half.disabled) half.checked = !half.checked;
  show();
}

const KEYS = {
  ArrowDown: () => turnTo(active + 1), ArrowUp: () => turnTo(active - 1),
  ",": halve, ".": halve, c: () => comment.focus(),
  d: () => { const task = desk.querySelector("[data-task]"); task.open = !task.open; },
};

sheet.addEventListener("keydown", (event) => {
  if (event.target === comment) { if (event.key === "Escape") turnTo(active); return; }
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const act = /^\d$/.test(event.key) ? () => give(event.key) : KEYS[event.key.toLowerCase()] ?? KEYS[event.key];
  if (act) { event.preventDefault(); act(); }
});
sheet.addEventListener("focusin", (event) => {
  const index = criteria.indexOf(event.target.closest("[data-criterion]"));
  if (index >= 0 && index !== active) { active = index; show(); }
});
sheet.addEventListener("change", show);
sheet.addEventListener("submit", (event) => {
  if (event.submitter?.value === "draft" || event.submitter?.getAttribute("aria-disabled") !== "true") return;
  event.preventDefault();
  turnTo(criteria.findIndex((one) => markOf(one) === null));
});
show();
if (submit) turnTo(active);
