// Where an element's plan comes from: an object, an address, or the slice of the bundled plan for its language.

const fetched = new Map(); // URL → Promise of parsed JSON, shared by the page's elements
const checked = new WeakMap(); // parsed JSON → Promise of itself, once it has passed

// The parsed JSON of `given`: an object, or an address relative to `base`, both checked; or without it the bundled plan.
export function source(given, slices, lang, base) {
  if (!given) return json(slices[lang?.slice(0, 2).toLowerCase()] ?? Object.values(slices)[0]);
  return typeof given === "object" ? valid(given) : json(address(given, base)).then(valid);
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

function valid(plan) {
  // `src` may lead to JSON that is no object; that can't be a key.
  if (plan === null || typeof plan !== "object") return pass(plan);
  if (!checked.has(plan)) {
    const passing = pass(plan);
    checked.set(plan, passing);
    passing.catch(({ code }) => code !== "model-invalid" && checked.delete(plan)); // may succeed another time
  }
  return checked.get(plan);
}

async function pass(plan) {
  const { check } = await load();
  const problems = await check(plan);
  if (problems.length) throw { code: "model-invalid", problems };
  return plan;
}

async function load() {
  try {
    return await import("./check.js");
  } catch (error) {
    throw { code: "network", url: "check.js", reason: error.message };
  }
}
