// Suggestions under a search field: the ARIA combobox pattern over a list that the server draws.
// Without this script the form simply searches.
const form = document.querySelector("[data-suggest]");
const field = form?.querySelector("input[type=search]");
const list = form?.querySelector("[role=listbox]");
const status = form?.querySelector("[data-suggest-status]");
let timer, asked = 0, at = -1;

const options = () => [...list.querySelectorAll("[role=option]")];

function close() {
  list.hidden = true;
  at = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function choose(place) {
  const all = options();
  at = (place + all.length) % all.length;
  all.forEach((option, number) => option.setAttribute("aria-selected", number === at));
  field.setAttribute("aria-activedescendant", all[at].id);
}

async function ask() {
  const turn = ++asked;
  const query = field.value.trim();
  if (query.length < 2) return close();
  const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(query)}`).catch(() => null);
  if (!answer?.ok || turn !== asked) return;
  list.innerHTML = await answer.text();
  if (turn !== asked || !options().length) return close();
  list.hidden = false;
  at = -1;
  field.setAttribute("aria-expanded", "true");
  status.textContent = status.dataset.words;
}

function press(event) {
  if (list.hidden) return;
  if (event.key === "ArrowDown") choose(at + 1);
  else if (event.key === "ArrowUp") choose(at < 0 ? -1 : at - 1);
  else if (event.key === "Escape") close();
  else if (event.key === "Enter" && at >= 0) location.assign(options()[at].href);
  else return;
  event.preventDefault();
}

if (field && list) {
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
  })) field.setAttribute(name, value);
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
  field.addEventListener("keydown", press);
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
}
