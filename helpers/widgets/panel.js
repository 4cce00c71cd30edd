// One panel: an SVG picture drawn by Python, sliders, choices, a point, a Play button.
// film.js, pad.js and grid.js stand in front of this file when it is sent to the page.
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
  return { show, last: control.texts.length - 1, now: () => Number(input.value) };
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
  return { show, toggle: true };
}

function player(control, part, row, state, send) {
  const { name, chunk } = control;
  const button = element("button", "dlp-play", row);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const ahead = chunk > 1 && !still;
  let on = false, timer = 0, asked = false;
  const set = (value) => {
    on = value;
    clearTimeout(timer);
    button.textContent = on ? "❚❚ Pause" : "▶ Play";
    button.setAttribute("aria-label", on ? "Pause" : "Play");
  };
  const step = () => {
    const now = state()[name], next = Math.min(now + (still ? 5 : chunk), part.last);
    if (next === now) return set(false);
    asked = true;
    send(name, next, next - now);
  };
  button.addEventListener("click", () => {
    if (on && ahead) return send(name, part.now());
    set(!on);
    if (!on) return;
    if (state()[name] >= part.last) send(name, 0, 1); else step();
  });
  set(false);
  const arrived = () => {
    clearTimeout(timer);
    if (on && !ahead) timer = setTimeout(step, PLAY_MS);
  };
  // In chunks the next pictures are asked for while these are still playing.
  const waiting = (n) => { if (on && ahead && !asked && n <= chunk) step(); };
  const stop = () => {
    const here = on && ahead ? { [name]: part.now() } : {};
    set(false);
    return here;
  };
  return { arrived, waiting, came: () => { asked = false; }, stop };
}

function picture(model, root) {
  const [width, height] = model.get("size");
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("class", "dlp-view");
  svg.setAttribute("role", "img");
  const stage = element("div", "dlp-stage", root);
  // What stays behind is a picture of its own: it is not painted anew with the front.
  const still = document.createElementNS(SVG, "svg");
  still.setAttribute("viewBox", `0 0 ${width} ${height}`);
  still.setAttribute("class", "dlp-back");
  still.setAttribute("aria-hidden", "true");
  stage.append(still, svg);
  const ground = painter(stage, width, height);
  const [, front] = [0, 1].map(() =>
    svg.appendChild(document.createElementNS(SVG, "g")));
  const behind = () => { still.innerHTML = model.get("behind"); };
  model.on("change:behind", behind);
  behind();
  const stop = () => { ground.stop(); model.off("change:behind", behind); };
  return { svg, front, ground, stop };
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

function fill(parts, one) {
  parts.front.innerHTML = one.picture;
  parts.follow(one.at ?? {});
  parts.ground.paint(one.ground);
  parts.stats.replaceChildren();
  for (const [name, value] of one.stats) {
    const pair = element("div", "", parts.stats);
    element("span", "", pair, name);
    element("b", "", pair, value);
  }
}

function tell(parts, shown) {
  parts.svg.setAttribute("aria-label", shown.message || shown.summary);
  parts.summary.textContent = shown.message ? "" : shown.summary;
  parts.message.textContent = shown.message;
  parts.message.classList.toggle("on", Boolean(shown.message));
}

function render({ model, el }) {
  const root = element("div", "dlp", el);
  keepKeys(root);
  const parts = build(model, root);
  const make = { slider, choices, point, button, toggle, pad, grid, paint, matrix };
  const state = () => model.get("state");
  const players = [], shows = {}, toggles = [];
  let turn = state().turn ?? 0, wanted = turn;
  const push = (change) => {
    turn = Math.max(turn, state().turn ?? 0) + 1;
    model.set("state", { ...state(), film: 0, ...change, turn });
    model.save_changes();
  };
  const send = (name, value, playing = 0) => {
    const here = playing ? {} : Object.assign({}, ...players.map((p) => p.stop()));
    if (playing < 2) film.drop();
    push({ ...here, [name]: value, film: playing });
    wanted = turn;
    if (playing < 2) shows[name](value);
  };
  parts.follow = (at) => { for (const name in at) shows[name](at[name]); };
  for (const control of model.get("controls")) {
    const parent = control.kind === "point" ? parts.svg : parts.row;
    const part = make[control.kind](control, parent, send, parts.svg);
    shows[control.name] = part.show;
    part.show(state()[control.name]);
    if (part.toggle) toggles.push(control.name);
    if (control.play)
      players.push(player(control, part, parts.row, state, send));
  }
  const ask = (waiting) => {
    const shown = model.get("shown");
    if (shown.more && shown.turn >= turn && waiting <= shown.film.length) push({});
    players.forEach((p) => p.waiting(waiting));
  };
  const told = (shown) => {
    tell(parts, shown);
    for (const name in shows) shows[name](shown.at[name] ?? state()[name]);
    for (const name of shown.more ? [] : toggles)
      if (state()[name]) { push({ [name]: 0 }); shows[name](0); }
    players.forEach((p) => p.arrived());
  };
  const film = projector(parts, told, ask);
  const arrived = () => {
    const shown = model.get("shown");
    players.forEach((p) => p.came());
    if (shown.turn >= wanted) film.play(shown);
  };
  model.on("change:shown", arrived);
  arrived();
  return () => {
    film.drop();
    parts.stop();
    players.forEach((p) => p.stop());
    model.off("change:shown", arrived);
  };
}

export default { render };
