// Where an element's plan comes from: an object, an address, or the slice of the bundled plan for its language.

const fetched = new Map(); // URL → Promise of parsed JSON, shared by the page's elements

// The parsed JSON of `given`: an object as it is, an address relative to `base`, or nothing for the bundled plan.
export function source(given, slices, lang, base) {
  if (given && typeof given === "object") return given;
  const url = given ? address(given, base) : (slices[lang?.slice(0, 2).toLowerCase()] ?? Object.values(slices)[0]);
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
