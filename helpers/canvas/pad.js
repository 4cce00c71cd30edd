// Points that the reader puts into the picture; part of panel.js.
function pad(control, parent, send, svg) {
  // Points put into the picture, by pointer or by keys: arrows, Enter, Backspace.
  const [left, top, width, height] = control.box;
  const inside = (x, y) =>
    x >= left && x <= left + width && y >= top && y <= top + height;
  let points = [], kind = 0, at = [left + width / 2, top + height / 2];
  const put = (x, y) => inside(x, y) && send(control.name, [...points, [x, y, kind]]);
  const row = element("div", "dlp-pad", parent);
  element("span", "", row, control.symbol);
  const classes = choices({ ...control, words: "class of the next point" }, row,
    (_, index) => choose(index));
  const choose = (index) => { kind = index; classes.show(kind); };
  choose(0);
  const clear = element("button", "", row, "clear");
  clear.addEventListener("click", () => send(control.name, []));
  const cross = document.createElementNS(SVG, "path");
  cross.setAttribute("class", "dlp-cross");
  svg.appendChild(cross);
  const mark = () => cross.setAttribute("d",
    `M${at[0] - 9} ${at[1]}h18M${at[0]} ${at[1] - 9}v18`);
  svg.classList.add("dlp-point");
  svg.tabIndex = 0;
  svg.setAttribute("role", "application");
  svg.setAttribute("aria-roledescription",
    "picture; arrows move a cross, Enter puts a point, digits choose its class, " +
    "Backspace takes the last one away");
  svg.addEventListener("pointerdown", (e) => {
    const spot = svg.createSVGPoint();
    [spot.x, spot.y] = [e.clientX, e.clientY];
    const p = spot.matrixTransform(svg.getScreenCTM().inverse());
    if (inside(p.x, p.y)) { at = [p.x, p.y]; mark(); put(p.x, p.y); }
  });
  svg.addEventListener("keydown", (e) => {
    const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1],
                  ArrowDown: [0, 1] }[e.key];
    const step = e.shiftKey ? 30 : 6;
    if (way) {
      const [x, y] = at.map((v, i) => v + step * way[i]);
      if (inside(x, y)) at = [x, y];
      mark();
    } else if (e.key === "Enter" || e.key === " ") put(...at);
    else if (e.key === "Backspace") send(control.name, points.slice(0, -1));
    else if (control.texts[Number(e.key)] && /[0-9]/.test(e.key)) choose(Number(e.key));
    else return;
    e.preventDefault();
  });
  mark();
  return { show: (value) => { points = value; clear.disabled = !points.length; } };
}
