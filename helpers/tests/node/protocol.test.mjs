// The talk with the kernel, without a page and without a kernel; run by
// test_canvas_protocol.py, which puts protocol.js beside this file.
import assert from "node:assert/strict";
import test from "node:test";
import { begin, step } from "./protocol.mjs";

const KNOWN = {
  rate: { chunk: 1, last: 9, toggle: false },
  slow: { chunk: 1, last: 9, toggle: false },
  fast: { chunk: 3, last: 10, toggle: false },
  train: { chunk: 1, last: 1, toggle: true },
};

// A page that keeps what it was told to do.
function page({ values = {}, still = false } = {}) {
  const talk = {
    values: { rate: 0, slow: 0, fast: 0, train: 0, ...values },
    shown: answer(0),
    log: [],
    say(event, told = {}) {
      const [next, todo] = step({ ...talk.s, values: talk.values }, event,
        { shown: talk.shown, ...told });
      talk.s = next;
      for (const [what, value] of todo)
        if (what === "send") talk.values = { ...talk.values, ...value };
      talk.log = todo;
      return todo.map(([what]) => what);
    },
    did: (what) => talk.log.filter(([name]) => name === what).map(([, ...rest]) => rest),
    comes(shown) { talk.shown = shown; return talk.say("came"); },
  };
  talk.s = begin(0, KNOWN, still);
  return talk;
}

function answer(turn, { film = [], at = {}, more = false } = {}) {
  return { turn, film, at, more, summary: `turn ${turn}` };
}

const film = (...places) => places.map((fast) => ({ at: { fast } }));

test("a move is sent with the next turn and shown at once", () => {
  const talk = page();
  talk.say("moved", { name: "rate", value: 4 });
  assert.deepEqual(talk.did("send"), [[{ film: 0, rate: 4, turn: 1 }]]);
  assert.deepEqual(talk.did("show"), [["rate", 4]]);
});

test("the turn goes on from another view's turn", () => {
  const talk = page({ values: { turn: 7 } });
  talk.say("moved", { name: "rate", value: 4 });
  assert.equal(talk.values.turn, 8);
});

test("a picture that answers is painted at once, with words and all controls", () => {
  const talk = page();
  talk.say("moved", { name: "rate", value: 4 });
  assert.deepEqual(talk.comes(answer(1)).slice(0, 2), ["fill", "tell"]);
  assert.equal(talk.did("show").length, 4);
});

test("an answer to an earlier move is thrown away", () => {
  const talk = page();
  talk.say("moved", { name: "rate", value: 4 });
  talk.say("moved", { name: "rate", value: 5 });
  assert.deepEqual(talk.comes(answer(1)), []);
  assert.ok(talk.comes(answer(2)).includes("fill"));
});

test("a film is painted one picture at each repaint, words with the last", () => {
  const talk = page();
  assert.deepEqual(talk.comes(answer(0, { film: film(1, 2) })), ["paint"]);
  assert.deepEqual(talk.say("painted"), ["show", "fill", "paint"]);
  assert.deepEqual(talk.say("painted"), ["show", "fill", "paint"]);
  const last = talk.say("painted");
  assert.ok(last.includes("tell") && !last.includes("paint"));
  assert.deepEqual(talk.say("painted"), []);
});

test("two films in a row ask for one repaint, not for two", () => {
  const talk = page();
  talk.comes(answer(0, { film: film(1, 2) }));
  assert.deepEqual(talk.comes(answer(0, { film: film(3) })), []);
});

test("a move in the middle of a film drops the rest of it", () => {
  const talk = page();
  talk.comes(answer(0, { film: film(1, 2) }));
  talk.say("painted");
  talk.say("moved", { name: "rate", value: 1 });
  assert.deepEqual(talk.say("painted"), []);
});

test("with reduced motion only the last picture of a film is painted", () => {
  const talk = page({ still: true });
  talk.comes(answer(0, { film: film(1, 2) }));
  assert.ok(talk.say("painted").includes("tell"));
});

test("what is not finished is asked for once, when the last pictures are due", () => {
  const talk = page();
  talk.comes(answer(0, { film: film(1, 2), more: true }));
  assert.deepEqual(talk.did("send"), []);
  talk.say("painted");
  assert.deepEqual(talk.did("send"), [[{ film: 0, turn: 1 }]]);
  talk.say("painted");
  assert.deepEqual(talk.did("send"), []);
});

test("what plays slowly waits after each picture and ends at its end", () => {
  const talk = page({ values: { slow: 8 } });
  talk.say("pressed", { name: "slow" });
  assert.deepEqual(talk.did("playing"), [["slow"]]);
  assert.equal(talk.values.slow, 9);
  assert.ok(talk.comes(answer(1)).includes("wait"));
  talk.say("ticked");
  assert.deepEqual(talk.did("playing"), [[""]]);
  assert.deepEqual(talk.say("ticked"), []);
});

test("no second tick goes out before the answer to the first", () => {
  const talk = page();
  talk.say("pressed", { name: "slow" });
  assert.deepEqual(talk.say("ticked"), []);
  talk.comes(answer(1));
  assert.ok(talk.say("ticked").includes("send"));
});

test("an answer from before Play is thrown away", () => {
  const talk = page();
  talk.say("moved", { name: "rate", value: 1 });
  talk.say("pressed", { name: "slow" });
  assert.deepEqual(talk.comes(answer(1)), []);
});

test("with reduced motion it plays in few, large steps", () => {
  const talk = page({ still: true });
  talk.say("pressed", { name: "fast" });
  assert.equal(talk.values.fast, 5);
  assert.ok(talk.comes(answer(1, { at: { fast: 5 } })).includes("wait"));
});

test("Play at the end begins anew", () => {
  const talk = page({ values: { slow: 9 } });
  talk.say("pressed", { name: "slow" });
  assert.deepEqual(talk.did("send"), [[{ film: 1, slow: 0, turn: 1 }]]);
  assert.deepEqual(talk.did("show"), [["slow", 0]]);
});

test("what plays in chunks asks for the next while these are painted", () => {
  const talk = page();
  talk.say("pressed", { name: "fast" });
  assert.deepEqual(talk.did("send"), [[{ film: 3, fast: 3, turn: 1 }]]);
  assert.deepEqual(talk.did("show"), []);
  talk.comes(answer(1, { film: film(1, 2), at: { fast: 3 } }));
  assert.deepEqual(talk.did("send"), [[{ film: 3, fast: 6, turn: 2 }]]);
  talk.say("painted");
  assert.deepEqual(talk.did("show"), [["fast", 1]]);
});

test("what plays in chunks is never more than one chunk ahead", () => {
  const talk = page();
  talk.say("pressed", { name: "fast" });
  talk.comes(answer(1, { film: film(1, 2), at: { fast: 3 } }));
  assert.deepEqual(talk.comes(answer(2, { film: film(4, 5), at: { fast: 6 } })), []);
  talk.say("painted");
  assert.equal(talk.values.fast, 6);
  assert.ok([1, 2].map(() => talk.say("painted")).flat().includes("send"));
  assert.ok(!talk.log.some(([what]) => what === "wait"));
});

test("a last chunk of one picture cuts nothing off", () => {
  const talk = page({ values: { fast: 6 } });
  talk.say("pressed", { name: "fast" });
  talk.comes(answer(1, { film: film(7, 8), at: { fast: 9 } }));
  assert.equal(talk.values.fast, 10);
  talk.comes(answer(2, { at: { fast: 10 } }));
  const places = [];
  for (let k = 0; k < 4; k++) {
    talk.say("painted");
    places.push(talk.s.at.fast);
  }
  assert.deepEqual(places, [7, 8, 9, 10]);
});

test("Pause stays where the picture is, not where the kernel is", () => {
  const talk = page();
  talk.say("pressed", { name: "fast" });
  talk.comes(answer(1, { film: film(1, 2), at: { fast: 3 } }));
  talk.say("painted");
  talk.say("pressed", { name: "fast" });
  assert.equal(talk.values.fast, 1);
  assert.deepEqual(talk.say("painted"), []);
  assert.deepEqual(talk.comes(answer(2)), []);
});

test("a move of another control pauses there, too", () => {
  const talk = page();
  talk.say("pressed", { name: "fast" });
  talk.comes(answer(1, { film: film(1, 2), at: { fast: 3 } }));
  talk.say("painted");
  talk.say("moved", { name: "rate", value: 2 });
  assert.deepEqual(talk.did("playing"), [[""]]);
  assert.deepEqual([talk.values.fast, talk.values.rate], [1, 2]);
});

test("Play on one control stops another", () => {
  const talk = page();
  talk.say("pressed", { name: "fast" });
  talk.say("pressed", { name: "slow" });
  assert.deepEqual(talk.did("playing"), [["slow"]]);
});

test("Play again soon after Pause is not held up by an old answer", () => {
  const talk = page();
  talk.say("pressed", { name: "slow" });
  talk.say("pressed", { name: "slow" });
  talk.say("pressed", { name: "slow" });
  assert.ok(talk.did("send").length === 1 && talk.s.on === "slow");
});

test("a toggle goes up when nothing is left to draw", () => {
  const talk = page();
  talk.say("moved", { name: "train", value: 1 });
  talk.comes(answer(1, { more: true }));
  assert.equal(talk.values.train, 1);
  talk.comes(answer(2));
  assert.equal(talk.values.train, 0);
  assert.deepEqual(talk.log.filter(([, name]) => name === "train").at(-1),
    ["show", "train", 0]);
});
