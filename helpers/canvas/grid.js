// Cells of the picture that can be chosen or painted, and a filter's numbers; part of
// panel.js. Python draws invisible areas that say which cells they hold.
function cellAt(svg, e, name) {
  const spot = svg.createSVGPoint();
  [spot.x, spot.y] = [e.clientX, e.clientY];
  const p = spot.matrixTransform(svg.getScreenCTM().inverse());
  for (const area of svg.querySelectorAll(`[data-area="${name}"]`)) {
    const [x, y, width, height] = ["x", "y", "width", "height"]
      .map((key) => Number(area.getAttribute(key)));
    const [rows, columns] = area.dataset.cells.split(" ").map(Number);
    const i = Math.floor(((p.y - y) / height) * rows);
    const j = Math.floor(((p.x - x) / width) * columns);
    if (i >= 0 && i < rows && j >= 0 && j < columns) return { i, j, area };
  }
  return null;
}

function listen(svg, said) {
  svg.classList.add("dlp-point");
  svg.tabIndex = 0;
  svg.setAttribute("role", "application");
  const before = svg.getAttribute("aria-roledescription");
  svg.setAttribute("aria-roledescription", before ? `${before}; ${said}` : said);
}

function grid(control, parent, send, svg) {
  // One cell of a result; a click elsewhere chooses the cell whose window is nearest.
  let now = [0, 0];
  const ends = () =>
    (svg.querySelector(`[data-area="${control.name}"]`)?.dataset.ends ?? "0 0")
      .split(" ").map(Number);
  const go = (...cell) => {
    const next = cell.map((k, n) => Math.min(Math.max(k, 0), ends()[n]));
    if (next.join() !== now.join()) send(control.name, next);
  };
  const point = (e) => {
    const found = cellAt(svg, e, control.name);
    if (!found) return;
    const { step, offset } = found.area.dataset;
    go(...[found.i, found.j].map((k) => Math.round((k - Number(offset)) / Number(step))));
  };
  listen(svg, "picture; arrow keys move the window");
  svg.addEventListener("pointerdown", point);
  svg.addEventListener("pointermove", (e) => e.buttons && point(e));
  svg.addEventListener("keydown", (e) => {
    const [i, j] = now, [last, end] = ends();
    // To the right of a row's last cell comes the next row, as in reading.
    const next = { ArrowRight: j < end || i === last ? [i, j + 1] : [i + 1, 0],
                   ArrowLeft: j > 0 || i === 0 ? [i, j - 1] : [i - 1, end],
                   ArrowUp: [i - 1, j], ArrowDown: [i + 1, j],
                   Home: [0, 0], End: [last, end] }[e.key];
    if (!next) return;
    e.preventDefault();
    go(...next);
  });
  return { show: (value) => { now = value.map((k, n) => Math.min(k, ends()[n])); } };
}

function paint(control, parent, send, svg) {
  // Cells that a press flips between 0 and full; held down, the pointer draws on.
  const { full } = control;
  let levels = [], level = null;
  const put = (k, value) => {
    if (levels[k] === value) return;
    levels = levels.map((old, n) => (n === k ? value : old));
    send(control.name, levels);
  };
  const place = ({ i, j, area }) => i * Number(area.dataset.cells.split(" ")[1]) + j;
  const row = element("div", "dlp-pad", parent);
  const clear = element("button", "", row, control.symbol);
  clear.addEventListener("click", () =>
    send(control.name, (levels = levels.map(() => 0))));
  listen(svg, "Enter flips the pixel in the middle of the window of an own picture");
  svg.addEventListener("pointerdown", (e) => {
    const found = cellAt(svg, e, control.name);
    level = found && (levels[place(found)] ? 0 : full);
    if (found) put(place(found), level);
  });
  svg.addEventListener("pointermove", (e) => {
    const found = e.buttons && level !== null && cellAt(svg, e, control.name);
    if (found) put(place(found), level);
  });
  svg.addEventListener("keydown", (e) => {
    const area = svg.querySelector(`[data-area="${control.name}"]`);
    if (!area || (e.key !== "Enter" && e.key !== " ")) return;
    e.preventDefault();
    const k = Number(area.dataset.here);
    put(k, levels[k] ? 0 : full);
  });
  return { show: (value) => {
    levels = value;
    row.hidden = !svg.querySelector(`[data-area="${control.name}"]`);
  } };
}

function matrix(control, parent, send) {
  // Numbers of a square filter, each in a field, and ready-made filters to start from.
  const same = (a, b) => a.length === b.length && a.every((v, k) => v === b[k]);
  const all = element("div", "dlp-matrix", parent);
  const fields = element("div", "dlp-fields", all);
  const name = element("output", "", all);
  let now = [], inputs = [];
  const index = () => control.presets.findIndex((preset) => same(preset, now));
  const ready = choices(control, all,
    (_, k) => send(control.name, control.presets[k]));
  const remake = (n) => {
    fields.replaceChildren();
    fields.style.gridTemplateColumns = `repeat(${n}, 1fr)`;
    inputs = now.map((_, k) => {
      const input = element("input", "", fields);
      Object.assign(input, { type: "number", step: "any" });
      const place = `row ${Math.floor(k / n) + 1}, column ${(k % n) + 1}`;
      input.setAttribute("aria-label", `${control.words}, ${place}`);
      input.addEventListener("input", () => {
        const value = Math.min(Math.max(Number(input.value) || 0, -999), 999);
        send(control.name, now.map((old, at) => (at === k ? value : old)));
      });
      return input;
    });
  };
  const show = (value) => {
    now = value;
    if (inputs.length !== now.length) remake(Math.round(Math.sqrt(now.length)));
    inputs.forEach((input, k) => {
      if (!input.matches(":focus") || Number(input.value) !== now[k])
        if (!(input.matches(":focus") && !Number(input.value) && !now[k]))
          input.value = Math.round(1000 * now[k]) / 1000;
    });
    ready.show(index());
    name.textContent = index() < 0 ? "own numbers" : "";
  };
  return { show };
}
