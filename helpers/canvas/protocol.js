// Who speaks when: the page's half of the talk with the kernel, without a page.
//
// The page sends the values of its controls with a number, the turn; the kernel answers
// with pictures and the turn that they belong to. What answers a turn before `wanted` is
// thrown away. One control may play: it moves by itself, a chunk of pictures at a time.
//
//   event    from         queue       plays           then
//   moved    the reader   emptied     stops           send
//   pressed  Play, Pause  as moved    starts, stops   as ticked, as moved
//   ticked   the clock    kept        on to the end   send, unless an answer is due
//   came     the kernel   + pictures  –               paint, unless older than wanted
//   painted  the screen   − the first –               paint on; ask for more in time
//
// step(s, event, told) returns the next state and what the page has to do, in order:
//   send changes, show name value, fill picture, tell message, paint (at the next
//   repaint), wait (tick after a while), playing name.

export function begin(turn, controls, still = false) {
  return { turn, wanted: turn, queue: [], on: "", due: false, painting: false, at: {},
           values: {}, controls, still };
}

export function step(before, event, told = {}) {
  const s = { ...before, queue: [...before.queue], at: { ...before.at } }, todo = [];
  RULES[event](s, (...what) => todo.push(what), told);
  return [s, todo];
}

const RULES = {
  moved(s, act, { name, value }) {
    const here = s.on && ahead(s) ? { [s.on]: place(s) } : {};
    play(s, act, "");
    s.queue = [];
    send(s, act, { ...here, [name]: value });
    s.wanted = s.turn;
    put(s, act, name, value);
  },
  pressed(s, act, { name }) {
    if (s.on === name) return RULES.moved(s, act, { name, value: place(s) });
    play(s, act, name);
    s.due = false;
    if (s.values[name] >= s.controls[name].last) go(s, act, 0, 1);
    else RULES.ticked(s, act);
  },
  ticked(s, act) {
    if (!s.on || s.due) return;
    const { chunk, last } = s.controls[s.on], now = s.values[s.on];
    const next = Math.min(now + (s.still ? 5 : chunk), last);
    if (next === now) play(s, act, ""); else go(s, act, next, next - now);
  },
  came(s, act, { shown }) {
    s.due = false;
    if (shown.turn < s.wanted) return;
    const film = s.still ? [] : shown.film;
    s.queue.push(...film, shown);
    more(s, act, shown);
    if (!shown.film.length && s.queue.length === 1) RULES.painted(s, act, { shown });
    else repaint(s, act);
  },
  painted(s, act, { shown }) {
    s.painting = false;
    const one = s.queue.shift();
    if (!one) return;
    for (const name in one.at ?? {}) put(s, act, name, one.at[name]);
    act("fill", one);
    if (one.turn !== undefined) finish(s, act, one);
    more(s, act, shown);
    if (s.queue.length) repaint(s, act);
  },
};

const ahead = (s) => s.controls[s.on].chunk > 1 && !s.still;
const place = (s) => s.at[s.on] ?? s.values[s.on];

function send(s, act, changes, film = 0) {
  s.turn = Math.max(s.turn, s.values.turn ?? 0) + 1;
  s.values = { ...s.values, film, ...changes, turn: s.turn };
  act("send", { film, ...changes, turn: s.turn });
}

function put(s, act, name, value) {
  s.at[name] = value;
  act("show", name, value);
}

function play(s, act, name) {
  s.on = name;
  act("playing", name);
}

function repaint(s, act) {
  if (!s.painting) act("paint");
  s.painting = true;
}

function go(s, act, value, film) {
  // On to the next place of what plays. Pictures on the way are played first, so that
  // the control follows them; without any it is there at once.
  send(s, act, { [s.on]: value }, film);
  s.wanted = s.turn;
  s.due = true;
  if (ahead(s) && value) return;
  s.queue = [];
  put(s, act, s.on, value);
}

function finish(s, act, shown) {
  // The last picture of a message: its words, and all controls where they belong.
  act("tell", shown);
  for (const name in s.controls) put(s, act, name, shown.at[name] ?? s.values[name]);
  for (const name in shown.more ? {} : s.controls)
    if (s.controls[name].toggle && s.values[name]) {
      send(s, act, { [name]: 0 });
      put(s, act, name, 0);
    }
  if (s.on && !ahead(s)) act("wait");
}

function more(s, act, shown) {
  // In time: while the last pictures of a message are still to be painted.
  const waiting = s.queue.length;
  if (shown.more && shown.turn >= s.turn && waiting <= shown.film.length)
    send(s, act, {});
  if (s.on && ahead(s) && waiting <= s.controls[s.on].chunk) RULES.ticked(s, act);
}
