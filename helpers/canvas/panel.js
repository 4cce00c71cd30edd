// One panel: an SVG picture drawn by Python, its controls, and what is said of it.
// The other scripts of this folder stand in front of this one when it is sent to the
// page; protocol.js says who speaks when.
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

function furnish(model, parts, say) {
  // All controls: how each shows a value, and what the protocol knows of it.
  const make = { Slider: slider, Choices: choices, Toggle: toggle, Button: button,
                 Point: point, Pad: pad, Grid: grid, Paint: paint, Matrix: matrix };
  const send = (name, value) => say("moved", { name, value });
  const press = (name) => say("pressed", { name });
  const shows = {}, players = {}, known = {};
  for (const control of model.get("controls")) {
    const { name, kind, chunk = 1 } = control;
    const parent = kind === "Point" ? parts.svg : parts.row;
    const last = (control.texts?.length ?? 1) - 1;
    shows[name] = make[kind](control, parent, send, parts.svg).show;
    shows[name](model.get("state")[name]);
    known[name] = { chunk, last, toggle: kind === "Toggle" };
    if (control.play) players[name] = player(control, parts.row, press);
  }
  const playing = (on) => { for (const name in players) players[name](name === on); };
  playing("");
  return { show: (name, value) => shows[name](value), playing, known };
}

function render({ model, el }) {
  const root = element("div", "dlp", el);
  keepKeys(root);
  const parts = build(model, root);
  let s, beat = 0, timer = 0;
  const say = (event, told) => {
    const shown = model.get("shown");
    const [next, todo] = step({ ...s, values: model.get("state") }, event,
      { shown, ...told });
    s = next;
    for (const [what, ...rest] of todo) act[what](...rest);
  };
  const { show, playing, known } = furnish(model, parts, say);
  const act = {
    show, playing,
    fill: (picture) => fill(parts, picture),
    tell: (shown) => tell(parts, shown),
    paint: () => { beat = requestAnimationFrame(() => say("painted")); },
    wait: () => { timer = setTimeout(() => say("ticked"), PLAY_MS); },
    send: (changes) => {
      model.set("state", { ...model.get("state"), ...changes });
      model.save_changes();
    },
  };
  s = begin(model.get("state").turn ?? 0, known,
    matchMedia("(prefers-reduced-motion: reduce)").matches);
  const arrived = () => say("came");
  model.on("change:shown", arrived);
  arrived();
  return () => {
    cancelAnimationFrame(beat);
    clearTimeout(timer);
    parts.stop();
    model.off("change:shown", arrived);
  };
}

export default { render };
