// Where an element's plan comes from: an object, an address, or the slice of the bundled plan for its language.

const fetched = new Map(); // URL → Promise of parsed JSON, shared by the page's elements
const checked = new WeakMap(); // parsed JSON → what a function of the checker makes of it → Promise of that

const spoken = new WeakMap(); // a course of the bundled plan → the same with its pinyin

let searched; // what was searched for first: until then nobody needs the pinyin

// What a widget shows of `given`: an object, or an address relative to `base`, both checked; or without it of the
// bundled plan, which was when it was built.
export function source(given, { told, slices, pinyin }, lang, base, query) {
  if (!given) {
    const url = slices[lang?.slice(0, 2).toLowerCase()] ?? Object.values(slices)[0];
    const slice = json(url());
    searched ||= query;
    return pinyin && searched ? slice.then((course) => pronounced(course, pinyin)) : slice;
  }
  const work = told ? `${told} ${lang}` : "check";
  if (typeof given === "object") return valid(given, work);
  const url = address(given, base);
  load(work).then(({ prepare }) => prepare()).catch(() => {}); // what fails here fails again when it is needed, and is told
  return json(url).then((plan) => valid(plan, work, url));
}

// `deck` with what `given` reports of the progress of its goals: an object, or an address. Fetched anew each time, for it
// changes; elements that ask at the same time share it.
export async function reported(deck, given, base) {
  let progress = given;
  if (typeof given === "string") {
    const url = address(given, base);
    progress = await json(url).finally(() => fetched.delete(url.href));
  }
  const { progress: told } = await load("deck");
  const made = await told(progress, deck);
  if (made.problems) throw { code: "progress-invalid", problems: made.problems };
  return { ...deck, cards: deck.cards.map((card, index) => ({ ...card, progress: made[index] })) };
}

async function pronounced(course, url) {
  const pinyin = await json(url());
  if (!spoken.has(course)) {
    spoken.set(course, { ...course, items: course.items.map((item) => ({ pinyin: pinyin[item.id], ...item })) });
  }
  return spoken.get(course);
}

function json(url) {
  if (!fetched.has(url.href)) {
    const json = get(url.href);
    fetched.set(url.href, json);
    json.catch(() => fetched.delete(url.href)); // may succeed another time
  }
  return fetched.get(url.href);
}

function address(given, base) {
  try {
    return new URL(given, base);
  } catch (error) {
    throw { code: "network", url: given, reason: error.message };
  }
}

async function get(url) {
  let text;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    text = await response.text();
  } catch (error) {
    throw { code: "network", url, reason: error.message };
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw { code: "json", url, reason: error.message };
  }
}

function valid(plan, work, base) {
  // `src` may lead to JSON that is no object; that can't be a key.
  if (plan === null || typeof plan !== "object") return pass(plan, work, base);
  if (!checked.has(plan)) checked.set(plan, new Map());
  const known = checked.get(plan);
  if (!known.has(work)) {
    const passing = pass(plan, work, base);
    known.set(work, passing);
    passing.catch(({ code }) => code !== "model-invalid" && known.delete(work)); // may succeed another time
  }
  return known.get(work);
}

async function pass(plan, work, base) {
  const [what, lang] = work.split(" ");
  const made = await (await load(what))[what](plan, lang);
  if (!Array.isArray(made)) {
    // Pictures lie where the plan lies.
    if (base) for (const { media = [] } of made.items ?? []) media.forEach((medium) => (medium.src = new URL(medium.src, base).href));
    return made;
  }
  if (made.length) throw { code: "model-invalid", problems: made };
  return plan;
}

// The checker for some work.
async function load(work) {
  const goals = work.startsWith("deck");
  try {
    return await (goals ? import("./check-goals.js") : import("./check.js"));
  } catch (error) {
    throw { code: "network", url: goals ? "check-goals.js" : "check.js", reason: error.message };
  }
}
