/* publist: search and filters of a whole page. Without it the page shows everything.
   What can be filtered by stands in data-* attributes of the entries, words in the form's. */
(() => {
  "use strict";
  const form = document.querySelector(".publist-filter");
  const list = document.querySelector(".publist-list");
  if (!form || !list) return;
  const search = form.querySelector("input");
  const selects = [...form.querySelectorAll("select")];
  const clear = form.querySelector("[type=reset]");
  const status = form.querySelector("[role=status]");
  const said = form.querySelector("[aria-live]");
  const words = form.dataset;
  const entries = [...list.querySelectorAll(".publist > li")].map((node) => ({ node, text: "" }));

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // Folded when it is first searched for: a page opens without waiting for it.
  const textOf = (entry) => {
    if (!entry.text) {
      const parts = entry.node.querySelectorAll(".publist-entry, .publist-abstract p");
      const shown = [...parts].map((part) => part.textContent).join(" ");
      entry.text = fold(`${shown} ${entry.node.dataset.text || ""}`);
    }
    return entry.text;
  };
  const values = (entry, facet) => (entry.node.dataset[facet] || "").split(" ");
  const meets = (entry, select) => !select.value || values(entry, select.name).includes(select.value);

  const count = (select, found) => {
    const counts = new Map();
    for (const entry of found) {
      for (const value of values(entry, select.name)) counts.set(value, (counts.get(value) || 0) + 1);
    }
    for (const option of select.options) {
      if (!option.value) continue;
      const number = counts.get(option.value) || 0;
      option.textContent = `${option.dataset.label} (${number})`;
      option.disabled = !number && !option.selected;
    }
  };

  // A select is as wide as its longest option; these are as wide as what they show.
  const pen = document.createElement("canvas").getContext("2d");
  const fit = (select) => {
    pen.font = getComputedStyle(select).font;
    const width = pen.measureText(select.selectedOptions[0].textContent).width;
    select.style.width = `${Math.ceil(width) + 19}px`;
  };

  const apply = () => {
    const asked = fold(search.value).split(/\s+/).filter(Boolean);
    const hits = entries.filter((entry) => asked.every((word) => textOf(entry).includes(word)));
    // Each filter counts what the others leave.
    for (const select of selects) {
      const others = selects.filter((other) => other !== select);
      count(select, hits.filter((entry) => others.every((other) => meets(entry, other))));
      select.classList.toggle("publist-chosen", Boolean(select.value));
      fit(select);
    }
    const shown = new Set(hits.filter((entry) => selects.every((select) => meets(entry, select))));
    for (const entry of entries) entry.node.hidden = !shown.has(entry);
    for (const part of [...list.querySelectorAll(".publist, .publist-group")].reverse()) {
      part.hidden = !part.querySelector("li:not([hidden])");
    }
    clear.hidden = !asked.length && selects.every((select) => !select.value);
    status.textContent = shown.size
      ? words.showing.replace("{shown}", shown.size).replace("{total}", entries.length)
      : words.nothing;
  };

  const fields = [search, ...selects];
  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const field of fields) field.value = query.get(field.name) || "";
    for (const select of selects) if (select.selectedIndex < 0) select.value = "";
    apply();
  };
  const keep = () => {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      if (field.value) query.set(field.name, field.value);
      else query.delete(field.name);
    }
    const asked = query.toString();
    try {
      history.replaceState(null, "", (asked ? `?${asked}` : location.pathname) + location.hash);
    } catch {
      // Some browsers do not let a page from a file change its address.
    }
  };
  const change = () => {
    apply();
    keep();
  };
  const reset = () => {
    for (const field of fields) field.value = "";
    change();
  };

  // Whoever follows a link to an entry sees it, whatever was filtered.
  const reveal = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    if (!target || !target.closest("[hidden]")) return;
    reset();
    target.scrollIntoView();
  };

  const tell = (button, text) => {
    const before = button.textContent;
    if (before === text) return;
    said.textContent = button.textContent = text;
    setTimeout(() => {
      button.textContent = before;
      said.textContent = "";
    }, 2000);
  };
  // Where there is no clipboard (a page by plain http), the text is selected for the user.
  const copy = async (button) => {
    const code = button.parentNode.querySelector("code");
    try {
      await navigator.clipboard.writeText(`${code.textContent}\n`);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(code);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      if (!document.execCommand("copy")) return;
    }
    tell(button, words.copied);
  };

  form.hidden = false;
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    reset();
    search.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape" && !clear.hidden && event.target.tagName !== "SELECT") {
      event.preventDefault();
      reset();
    }
  });
  // A button where it is first needed, not in a thousand folded entries.
  list.addEventListener("toggle", ({ target }) => {
    if (!target.matches(".publist-bibtex[open]") || target.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "publist-copy";
    button.textContent = words.copy;
    button.addEventListener("click", () => copy(button));
    target.querySelector("summary").after(button);
  }, true);
  addEventListener("error", ({ target }) => {
    if (target.className === "publist-thumbnail") target.remove();
  }, true);
  addEventListener("popstate", read);
  addEventListener("hashchange", reveal);
  read();
  reveal();
})();
