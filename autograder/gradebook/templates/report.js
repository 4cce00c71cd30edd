// Sort a table by a column: an addition, the page says everything without it.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const told = document.createElement("p");
  told.className = "sr";
  told.setAttribute("role", "status");
  table.parentElement.after(told);
  const value = (row, head) => {
    const cell = [...row.cells].find(cell => cell.dataset.of === head.dataset.sort);
    return cell?.dataset.value ?? "";
  };
  const compare = (a, b) => a !== "" && b !== "" && !isNaN(a) && !isNaN(b)
    ? a - b : String(a).localeCompare(b);
  const sort = head => {
    const up = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    const rows = [...body.rows].map(row => [value(row, head), row]);
    rows.sort(([a], [b]) => (a === "") - (b === "") || up * compare(a, b));
    body.append(...rows.map(([, row]) => row));
    heads.forEach(other => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up > 0 ? "ascending" : "descending");
    told.textContent = `Sorted by ${head.innerText.trim()}, ${head.getAttribute("aria-sort")}.`;
  };
  for (const head of heads.filter(head => head.dataset.sort)) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
  }
}
addEventListener("beforeprint", () =>
  document.querySelectorAll("details").forEach(folded => { folded.open = true; }));
