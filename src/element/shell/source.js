// Where an element's plan comes from: an object, an address, or the slice of the bundled plan for its language.

const fetched = new Map(); // URL → Promise of parsed JSON, shared by the page's elements
const checked = new WeakMap(); // parsed JSON → what a function of the checker makes of it → Promise of that

const completed = new WeakMap(); // what was told of a plan → the same with what searches need

let searched; // what was searched for first: until then nobody needs that

// What a widget shows of `given`: an object, or an address relative to `base`, both checked; or without it of the
// bundled plan, which was when it was built. `query` is what is searched for in it.
export function source(given, table, lang, base, query) {
  searched ||= query;
  const { slices, later, told } = table;
  const plan = given
    ? checkedPlan(given, `${told} ${lang}`, base)
    : json((slices[lang?.slice(0, 2).toLowerCase()] ?? Object.values(slices)[0])());
  // Pinyin is of the bundled plan's titles.
  return later && searched && (told === "lexicon" || !given) ? plan.then((plan) => complete(plan, later)) : plan;
}

function checkedPlan(given, work, base) {
  if (typeof given === "object") return valid(given, work);
  const url = address(given, base);
  checker(work)
    .then(({ prepare }) => prepare())
    .catch(() => {}); // what fails here fails again when it is needed, and is told
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
  const { progress: told } = await checker("deck");
  const made = await told(progress, deck);
  if (made.problems) throw { code: "progress-invalid", problems: made.problems };
  return { ...deck, cards: deck.cards.map((card, index) => ({ ...card, progress: made[index] })) };
}

// `told` with what the file at `url` has for it: of a timeline the pinyin of items by their ids, else members of its own.
// Without that it stands as it is.
async function complete(told, url) {
  if (!completed.has(told)) {
    const more = await json(url()).catch(() => undefined);
    if (!more) return told;
    const items = told.items?.map((item) => ({ pinyin: more[item.id], ...item }));
    completed.set(told, items ? { ...told, items } : { ...told, ...more });
  }
  return completed.get(told);
}

function json(url) {
  if (!fetched.has(url.href)) {
    const json = get(url.href);
    fetched.set(url.href, json);
    json.catch(() => fetched.delete(url.href)); // may succeed another time
  }
  return fetched.get(url.href);
}

export function address(given, base) {
  try {
    return new URL(given, base);
  } catch (error) {
    throw { code: "network", url: given, reason: error.message };
  }
}

export async function get(url) {
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
  const made = await (await checker(what))[what](plan, lang);
  if (Array.isArray(made)) throw { code: "model-invalid", problems: made };
  // Pictures lie where the plan lies.
  if (base)
    for (const { media = [] } of made.items ?? [])
      media.forEach((medium) => (medium.src = new URL(medium.src, base).href));
  return made;
}

// The checker for some work.
export async function checker(work) {
  const goals = !work.startsWith("course");
  try {
    return await (goals ? import("./check-goals.js") : import("./check.js"));
  } catch (error) {
    throw { code: "network", url: goals ? "check-goals.js" : "check.js", reason: error.message };
  }
}
