// The search of the docs: Pagefind's index, made when the site is built, shown by the page itself.
const field = /** @type {HTMLInputElement} */ (document.querySelector("[name=q]"));
const status = /** @type {HTMLElement} */ (document.querySelector("[role=status]"));
const list = /** @type {HTMLElement} */ (document.querySelector(".results"));
let turn = 0;

/**
 * An excerpt as text with its marks: what Pagefind gives is HTML of the site's own pages.
 *
 * @param {string} html
 */
const marked = (html) => {
  const paragraph = document.createElement("p");
  for (const [at, piece] of html.split(/<\/?mark>/).entries()) {
    const text = piece
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
    const node = at % 2 ? document.createElement("mark") : document.createTextNode("");
    node.textContent = text;
    paragraph.append(node);
  }
  return paragraph;
};

/** @param {{ url: string, meta: { title: string }, excerpt: string }} page */
const result = ({ url, meta, excerpt }) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = meta.title;
  item.append(link, marked(excerpt));
  return item;
};

/**
 * The words of a question: Chinese has no spaces, and the index has it word by word.
 *
 * @param {string} query
 */
const words = (query) =>
  "Segmenter" in Intl
    ? [...new Intl.Segmenter(document.documentElement.lang, { granularity: "word" }).segment(query)]
        .filter(({ isWordLike }) => isWordLike)
        .map(({ segment }) => segment)
    : query.split(/\s+/);

/**
 * Pages that have all words of the query. Where they are few, also those that have some: a word counts for more
 * if fewer pages have it.
 *
 * @param {any} pagefind
 * @param {string} query
 */
async function pagesFor(pagefind, query) {
  const { results } = await pagefind.search(query);
  if (results.length > 2) return results;
  const each = await Promise.all(words(query).map((word) => pagefind.search(word)));
  const scores = new Map(results.map((/** @type {any} */ page) => [page.id, { page, score: Infinity }]));
  for (const { results } of each) {
    for (const page of results) {
      const known = scores.get(page.id) ?? { page, score: 0 };
      known.score += 1 / results.length;
      scores.set(page.id, known);
    }
  }
  return [...scores.values()].sort((a, b) => b.score - a.score).map(({ page }) => page);
}

async function search() {
  const mine = ++turn;
  const query = field.value.trim();
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
  try {
    // Made when the site is built: not among the sources.
    const pagefind = await import(new URL("../search/index/pagefind.js", import.meta.url).href);
    const found = query ? await pagesFor(pagefind, query) : [];
    const pages = await Promise.all(found.slice(0, 20).map((/** @type {any} */ page) => page.data()));
    if (mine !== turn) return;
    list.replaceChildren(...pages.map(result));
    const said = found.length ? status.dataset.found : status.dataset.none;
    status.textContent = query ? String(said).replace("{}", String(found.length)) : "";
  } catch {
    if (mine === turn) status.textContent = status.dataset.failed ?? "";
  }
}

field.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
let pause = 0;
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(search, 200);
});
field.value = new URL(location.href).searchParams.get("q") ?? "";
if (field.value) search();
