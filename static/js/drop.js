/**
 * A form [data-drop] takes a file that is dropped on it or pasted anywhere on the page, as well as by its own field.
 *
 * The words that say so stand in a template [data-drop-words]; without this script the field works as ever. What is
 * dropped or pasted is sent at once: whoever brings a file wants its answer.
 */
for (const form of document.querySelectorAll("form[data-drop]")) {
  const field = form.querySelector("input[type=file]"), place = field.closest(".field");
  const words = document.createElement("p");
  words.className = "drop__words";
  words.textContent = form.querySelector("[data-drop-words]").content.textContent;
  place.classList.add("drop");
  place.append(words);

  const take = (files) => {
    if (files.length !== 1) return false;
    field.files = files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    form.requestSubmit();
    return true;
  };
  const over = (event, is) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    place.classList.toggle("drop--over", is);
  };
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => over(event, false));
  form.addEventListener("drop", (event) => {
    over(event, false);
    take(event.dataTransfer?.files ?? []);
  });
  addEventListener("paste", (event) => {
    if (take(event.clipboardData?.files ?? [])) event.preventDefault();
  });
  // A file that misses the place must not replace the page.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
}
