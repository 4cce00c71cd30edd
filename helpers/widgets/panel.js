// One panel: an SVG picture drawn by Python, sliders, choices, a point, a Play button.
const SVG = "http://www.w3.org/2000/svg";
const PLAY_MS = 70;

function element(tag, kind, parent, text) {
  const node = document.createElement(tag);
  if (kind) node.className = kind;
  if (text) node.textContent = text;
  parent?.appendChild(node);
  return node;
}

function keepKeys(root) {
  // JupyterLab's own shortcuts (d d deletes the cell) must not fire in here.
  root.dataset.lmSuppressShortcuts = "true";
  for (const kind of ["keydown", "keyup", "keypress"])
    root.addEventListener(kind, (e) => {
      if (e.key !== "Tab" && !e.ctrlKey && !e.metaKey) e.stopPropagation();
    });
}

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
  return { show, last: control.texts.length - 1 };
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
    button.tabIndex = index === chosen ? 0 : -1;
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

function player(name, part, row, state, send) {
  const button = element("button", "dlp-play", row);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let on = false, timer = 0;
  const set = (value) => {
    on = value;
    clearTimeout(timer);
    button.textContent = on ? "❚❚ Pause" : "▶ Play";
    button.setAttribute("aria-label", on ? "Pause" : "Play");
  };
  const step = () => {
    const next = Math.min(state()[name] + (still ? 5 : 1), part.last);
    if (next === state()[name]) return set(false);
    send(name, next, true);
  };
  button.addEventListener("click", () => {
    set(!on);
    if (!on) return;
    if (state()[name] >= part.last) send(name, 0, true); else step();
  });
  set(false);
  const arrived = () => {
    clearTimeout(timer);
    if (on) timer = setTimeout(step, PLAY_MS);
  };
  return { arrived, stop: () => set(false) };
}

function picture(model, root) {
  const [width, height] = model.get("size");
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("class", "dlp-view");
  svg.setAttribute("role", "img");
  root.appendChild(svg);
  const [back, front] = [0, 1].map(() =>
    svg.appendChild(document.createElementNS(SVG, "g")));
  back.innerHTML = model.get("behind");
  return { svg, front };
}

function build(model, root) {
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", model.get("title"));
  element("div", "dlp-title", root, model.get("title"));
  const message = element("div", "dlp-message", root);
  message.setAttribute("role", "status");
  const view = picture(model, root);
  const row = element("div", "dlp-row", root);
  const stats = element("div", "dlp-stats", root);
  const summary = element("p", "dlp-summary", root);
  summary.setAttribute("aria-live", "polite");
  return { ...view, message, row, stats, summary };
}

function fill(parts, shown) {
  parts.front.innerHTML = shown.picture;
  parts.svg.setAttribute("aria-label", shown.message || shown.summary);
  parts.summary.textContent = shown.message ? "" : shown.summary;
  parts.message.textContent = shown.message;
  parts.message.classList.toggle("on", Boolean(shown.message));
  parts.stats.replaceChildren();
  for (const [name, value] of shown.stats) {
    const pair = element("div", "", parts.stats);
    element("span", "", pair, name);
    element("b", "", pair, value);
  }
}

function render({ model, el }) {
  const root = element("div", "dlp", el);
  keepKeys(root);
  const parts = build(model, root);
  const make = { slider, choices, point };
  const state = () => model.get("state");
  const players = [], shows = {};
  let turn = state().turn ?? 0;
  const push = (change) => {
    turn += 1;
    model.set("state", { ...state(), ...change, turn });
    model.save_changes();
  };
  const send = (name, value, playing) => {
    if (!playing) players.forEach((p) => p.stop());
    push({ [name]: value });
    shows[name](value);
  };
  for (const control of model.get("controls")) {
    const parent = control.kind === "point" ? parts.svg : parts.row;
    const part = make[control.kind](control, parent, send);
    shows[control.name] = part.show;
    part.show(state()[control.name]);
    if (control.play)
      players.push(player(control.name, part, parts.row, state, send));
  }
  const arrived = () => {
    const shown = model.get("shown");
    fill(parts, shown);
    for (const name in shows) shows[name](state()[name]);
    if (shown.more && shown.turn >= turn) push({});
    players.forEach((p) => p.arrived());
  };
  model.on("change:shown", arrived);
  arrived();
  return () => {
    players.forEach((p) => p.stop());
    model.off("change:shown", arrived);
  };
}

export default { render };
