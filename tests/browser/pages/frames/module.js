// Messages at random, the same ones for the same seed: ours with something changed in them, and whatever else can be
// sent from one window to another.

/** Numbers below the one given. */
const numbers = (seed) => (below) => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
};

const NUMBERS = [0, -0, 1, 320, 1234.5, 49_999, 50_000, 50_000.5, 50_001, 1e9, -1, 1e-9, NaN, Infinity, -Infinity, 7n];

const TEXTS = [
  "",
  "x",
  "77",
  "77px; position: fixed",
  "business-hub",
  "港",
  "\ud800",
  "\0",
  "a&item=b#c?d=e",
  "%",
  "%23item=x",
  "constructor",
  "__proto__",
  "dark",
  "only light",
  "x".repeat(1_000),
  "x".repeat(1_001),
  "(x+x+)+y",
  "javascript:alert(1)",
  "ready",
  "pymxPYMxplanxPYMxheightxPYMx77",
];

const NAMES = [
  ...["planFrame", "page", "height", "state", "top", "scheme", "event", "detail", "attributes", "changed"],
  ...["message", "value", "secret", "keys", "start"],
];
const OTHERS = ["src", "lang", "onclick", "access_token", "deep-link", "__proto__", "toString", "then", ""];
const STATES = ["item", "topic", "query", "stage", "goal", "term", "layout"];
const EVENTS = ["plan-ready", "plan-error", "plan-filter", "plan-select", "plan-layout", "plan-copy"];
const DETAILS = [
  '{"item":"business-hub"}',
  '{"lang":"zh"}',
  '{"code":"json","problems":[{"pointer":"/x","more":0}]}',
  '{"item":[[[]]]}',
  '{"__proto__":{"item":"x"}}',
  '{"a":{"constructor":{}}}',
  '{"item":',
  "[]",
  "7",
  JSON.stringify({ item: "x".repeat(99_000) }),
  JSON.stringify({ item: "x".repeat(101_000) }),
];

const one = (list, pick) => list[pick(list.length)];
const name = (pick) => one([NAMES, NAMES, STATES, OTHERS][pick(4)], pick);

const KINDS = [
  (pick) => one(NUMBERS, pick),
  (pick) => (pick(60_000) - 5_000) / (1 + pick(2)),
  (pick) => one(TEXTS, pick),
  (pick) => String.fromCharCode(...Array.from({ length: pick(20) }, () => pick(0x10000))),
  (pick) => one([null, undefined, true, false], pick),
  () => new Map([["planFrame", { height: 77 }]]),
  () => new Set(["item"]),
  (pick) => new Date(pick(2) ? 77 : NaN),
  () => new ArrayBuffer(8),
  () => new Error("x"),
  () => /item/g,
  () => Object(1n),
  () => new Blob(["x"]),
  (pick) => new Array(pick(3)),
  (pick, depth) => Array.from({ length: pick(4) }, () => value(pick, depth + 1)),
  (pick, depth) => object(pick, depth + 1),
  (pick, depth) => object(pick, depth + 1),
  (pick, depth) => {
    const circle = object(pick, depth + 1);
    return put(circle, name(pick), circle);
  },
];

const value = (pick, depth = 0) => (depth > 3 ? KINDS[pick(5)] : one(KINDS, pick))(pick, depth);

// Not assigned: `__proto__` shall be a name like any other.
const put = (holder, key, what) =>
  Object.defineProperty(holder, key, { value: what, enumerable: true, configurable: true, writable: true });

function object(pick, depth) {
  const made = {};
  for (let left = pick(5); left > 0; left--) put(made, name(pick), value(pick, depth));
  return made;
}

/** A state with some of our names, and texts of any kind. */
const stateOf = (pick) => Object.fromEntries(STATES.filter(() => pick(3) === 0).map((key) => [key, one(TEXTS, pick)]));

/** A message as ours are, of the page given. */
const ours = (pick, page) => ({
  page,
  ...(pick(2) && { height: pick(3) ? 1 + pick(60_000) : one(NUMBERS, pick) }),
  ...(pick(2) && { state: stateOf(pick) }),
  ...(pick(3) === 0 && { top: pick(4_000) - 2_000 }),
  ...(pick(3) === 0 && { scheme: one(["dark", "light", "light dark", "normal"], pick) }),
  ...(pick(3) === 0 && { event: one([EVENTS, EVENTS, TEXTS][pick(3)], pick), detail: one(DETAILS, pick) }),
  ...(pick(4) === 0 && { attributes: stateOf(pick) }),
  ...(pick(4) === 0 && { changed: stateOf(pick) }),
});

/** Changes something somewhere in what was made. */
function change(made, pick) {
  let holder = made;
  for (let left = pick(3); left > 0; left--) {
    const inner = one(Object.values(holder), pick);
    if (inner && Object.getPrototypeOf(inner) === Object.prototype) holder = inner;
  }
  const key = pick(3) ? one(Object.keys(holder), pick) : name(pick);
  if (key === undefined) return;
  if (pick(5)) put(holder, key, value(pick));
  else delete holder[key];
}

/** So many messages: as sent by the page given, or of any kind. */
export function* messages(seed, count, page) {
  const pick = numbers(seed);
  for (let left = count; left > 0; left--) {
    const how = pick(10);
    if (how === 0) {
      yield value(pick);
      continue;
    }
    const made = { planFrame: ours(pick, page) };
    if (how > 3) for (let changes = 1 + pick(3); changes > 0; changes--) change(made, pick);
    yield made;
  }
}

/** Sends them to another window, a few at a time. In whose page this is called, that page sends. */
export async function shower(target, seed, count, page) {
  let sent = 0;
  for (const message of messages(seed, count, page)) {
    target.postMessage(message, "*");
    if (++sent % 20 === 0) await new Promise((done) => setTimeout(done, 20));
  }
}

/** Names of ours among the pieces of a fragment, behind what one of these stands before. */
const split = (hash, starts) => {
  const pieces = hash.slice(1).split("&");
  const start = (piece) => starts.find((each) => piece.startsWith(each));
  return {
    others: pieces.filter((piece) => start(piece) === undefined),
    names: pieces.filter((piece) => start(piece) !== undefined).map((piece) => piece.slice(start(piece).length)),
  };
};

/** Whether a text is the JSON of a detail: an object of values, lists and objects in these, and no odd name. */
const isDetail = (text) => {
  if (typeof text !== "string" || text.length > 100_000 || /"(__proto__|constructor|prototype)":/.test(text))
    return false;
  try {
    const deep = (data) => (Object(data) === data ? 1 + Math.max(0, ...Object.values(data).map(deep)) : 0);
    const detail = JSON.parse(text);
    return !Array.isArray(detail) && Object(detail) === detail && deep(detail) <= 3;
  } catch {
    return false;
  }
};

/**
 * Listens in a host, behind our script: after each message it notes in `wrong` what is not as it has to be. `named`
 * are the pages that the host has named, each with its frame's `id`; `starts` is what stands before the frames' names.
 */
export async function judge(named, starts) {
  const { KEYS } = await import("/shell/options.js");
  const { others } = split(location.hash, starts);
  const heights = new Map();
  const ruler = document.createElement("div");
  const pairs = new Set(); // that may stand in the fragment: texts that a named page has said
  const judged = { count: 0, wrong: [], states: {}, events: 0 };
  let fired = [];
  for (const name of EVENTS)
    document.addEventListener(name, ({ target, detail }) => fired.push([target.id, name, JSON.stringify(detail)]));
  addEventListener("message", ({ source, data }) => {
    judged.count++;
    const about = () => {
      const sender = Array.from(document.querySelectorAll("iframe")).find((each) => each.contentWindow === source);
      return `message ${judged.count}, of ${sender?.id}`;
    };
    for (const frame of document.querySelectorAll("iframe")) {
      const said = frame.contentWindow === source && named[frame.id] ? data?.planFrame : undefined;
      if (said && said.page === named[frame.id]) {
        const { height, state } = said;
        if (typeof height === "number" && height > 0 && height <= 50_000) {
          ruler.style.height = `${height}px`;
          heights.set(frame, ruler.style.height);
        }
        const isSaid = (key) => typeof state[key] === "string" && state[key].length <= 1_000;
        if (state) {
          const keys = KEYS.filter(isSaid);
          judged.states[frame.id] = keys;
          for (const key of keys) pairs.add(`${new URLSearchParams([[key, state[key]]])}`);
        }
      }
      if (said && said.page === named[frame.id] && EVENTS.includes(said.event) && isDetail(window.detail)) {
        const expected = [frame.id, said.event, JSON.stringify(JSON.parse(window.detail))];
        if (`${fired.shift()}` !== `${expected}`)
          judged.wrong.push(`${about()}: ${expected} is not fired`.slice(0, 200));
        judged.events++;
      }
      const { height } = frame.style;
      if (height !== (heights.get(frame) ?? "")) judged.wrong.push(`${about()}: ${frame.id} is ${height} high`);
    }
    if (fired.length) judged.wrong.push(`${about()}: ${fired} is fired`.slice(0, 200));
    fired = [];
    const now = split(location.hash, starts);
    if (`${now.others}` !== `${others}`) judged.wrong.push(`${about()}: ${location.hash}`);
    const strange = now.names.find((piece) => !pairs.has(piece));
    if (strange !== undefined) judged.wrong.push(`${about()}: ${strange} is written`);
  });
  // Whether a frame's last state stands in the fragment.
  judged.stands = (id, start) =>
    `${split(location.hash, [start]).names.map((piece) => piece.split("=")[0])}` === `${judged.states[id]}`;
  return judged;
}
