// Controls, each under the name of its class in Python; part of panel.js.
// Each takes what its class describes and a function send(name, value), and returns
// show(value).
function slider(control, parent, send) {
  const row = element("label", "dlp-slider", parent);
  element("b", "", row, control.symbol);
  const input = element("input", "", row);
  const output = element("output", "", row);
  Object.assign(input, { type: "range", min: 0, max: control.texts.length - 1 });
  input.setAttribute("aria-label", control.words || control.symbol);
  const show = (index) => {
    input.value = index;
    output.textContent = control.texts[index];
    input.setAttribute("aria-valuetext", `${control.symbol} = ${control.texts[index]}`);
  };
  input.addEventListener("input", () => send(control.name, Number(input.value)));
  return { show };
}

function choices(control, parent, send) {
  const row = element("div", "dlp-choices", parent);
  row.setAttribute("role", "radiogroup");
  row.setAttribute("aria-label", control.words || control.symbol);
  const buttons = control.texts.map((text, index) => {
    const button = element("button", "", row, text);
    button.setAttribute("role", "radio");
    button.addEventListener("click", () => send(control.name, index));
    return button;
  });
  const show = (chosen) => buttons.forEach((button, index) => {
    button.setAttribute("aria-checked", index === chosen);
    button.tabIndex = index === Math.max(chosen, 0) ? 0 : -1;
  });
  row.addEventListener("keydown", (e) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    const now = buttons.findIndex((b) => b.getAttribute("aria-checked") === "true");
    const next = (now + step + buttons.length) % buttons.length;
    buttons[next].focus();
    send(control.name, next);
  });
  return { show };
}

function point(control, svg, send) {
  const [left, top, width, height] = control.box;
  let now = [0, 0];
  const clamp = (v, low, size) => Math.min(Math.max(v, low), low + size);
  const go = (x, y) =>
    send(control.name, [clamp(x, left, width), clamp(y, top, height)]);
  const at = (e) => {
    const spot = svg.createSVGPoint();
    [spot.x, spot.y] = [e.clientX, e.clientY];
    const p = spot.matrixTransform(svg.getScreenCTM().inverse());
    if (e.type === "pointermove" || (p.x >= left && p.x <= left + width)) go(p.x, p.y);
  };
  svg.classList.add("dlp-point");
  svg.tabIndex = 0;
  svg.setAttribute("role", "application");
  svg.setAttribute("aria-roledescription", "picture; arrow keys move the start");
  svg.addEventListener("pointerdown", (e) => { svg.setPointerCapture(e.pointerId); at(e); });
  svg.addEventListener("pointermove", (e) => e.buttons && at(e));
  svg.addEventListener("keydown", (e) => {
    const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1],
                  ArrowDown: [0, 1] }[e.key];
    if (!way) return;
    e.preventDefault();
    const step = e.shiftKey ? 24 : 8;
    go(now[0] + step * way[0], now[1] + step * way[1]);
  });
  return { show: (value) => { now = value; } };
}

function button(control, parent, send) {
  const node = element("button", "", parent, control.symbol);
  let now = 0;
  if (control.words) node.title = control.words;
  node.addEventListener("click", () => send(control.name, now + 1));
  return { show: (value) => { now = value; } };
}

function toggle(control, parent, send) {
  const node = element("button", "dlp-play", parent);
  let now = 0;
  const show = (value) => {
    now = value;
    node.textContent = control.texts[value];
    node.setAttribute("aria-pressed", Boolean(value));
  };
  node.addEventListener("click", () => send(control.name, 1 - now));
  return { show };
}

function player(control, parent, press) {
  // Play button of a slider.
  const button = element("button", "dlp-play", parent);
  button.addEventListener("click", () => press(control.name));
  return (on) => {
    button.textContent = on ? "❚❚ Pause" : "▶ Play";
    button.setAttribute("aria-label", on ? "Pause" : "Play");
  };
}
