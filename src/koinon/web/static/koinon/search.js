/* The list beneath a search field: shown while it has something, walked through with the arrow
   keys. Without this script, or without htmx, the field is a form that leads to a page. */
"use strict";

for (const form of document.querySelectorAll("form[data-search]")) {
  const field = form.querySelector("input[name=q]");
  const hits = form.querySelector(".search-hits");
  const status = form.querySelector("[role=status]");

  const links = () => [...hits.querySelectorAll("a")];

  const close = () => {
    hits.hidden = true;
    status.textContent = "";
  };

  const show = () => {
    const counted = hits.querySelector("[data-count]");
    const isWanted = counted && field.value.trim() && form.contains(document.activeElement);
    hits.hidden = !isWanted;
    status.textContent = isWanted ? counted.dataset.count : "";
  };

  const step = (by) => {
    const stops = [field, ...links()];
    const now = stops.indexOf(document.activeElement);
    const next = stops[(now + by + stops.length) % stops.length];
    next.focus();
    if (next === field) field.setSelectionRange(field.value.length, field.value.length);
  };

  new MutationObserver(show).observe(hits, { childList: true });

  field.addEventListener("input", () => {
    if (!field.value.trim()) close();
  });

  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !hits.hidden) {
      event.preventDefault();
      field.focus();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (hits.hidden) show();
      if (hits.hidden) return;
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    }
  });

  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
}
