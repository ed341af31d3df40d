// The builder: the selection becomes the page's URL, a preview, and what to paste.

/** @typedef {"zh" | "en"} Lang */
/** @typedef {"timeline" | "deck" | "goal" | "glossary" | "overview" | "terms"} Widget */

/**
 * The selection, by the names of the form's controls; what is off isn't there.
 * @typedef {Record<string, string> & { widget: Widget, lang: Lang }} Choice
 */

/**
 * What a page for frames says of itself in its oEmbed file.
 * @typedef {{ title: string, height: number }} About
 */

/**
 * What of the bundled plan's data the builder reads: values to choose from by id and name, and goals under topics.
 * @typedef {{ id: string, title: string, facets: number[][] }} Goal
 * @typedef {{ id: string, title?: string, name?: string }} Picked
 * @typedef {{ facets?: { id: string, name: string }[][], cards: Goal[], items?: Picked[], entries?: Picked[] }} View
 */

/**
 * A control of the form: an input or a select.
 * @typedef {"name" | "type" | "value" | "checked" | "disabled" | "validity"} OfInput
 * @typedef {HTMLElement & Pick<HTMLInputElement, OfInput>} Control
 * @typedef {{ widget: Control, topic: HTMLSelectElement, goal: HTMLSelectElement }} Named
 * @typedef {{ elements: Iterable<Control> & Named } & HTMLFormElement} Form
 */

const form = /** @type {Form} */ (document.querySelector(".builder"));
const sample = /** @type {HTMLElement} */ (document.querySelector(".preview .sample"));
/** @type {Lang} */
const page = document.documentElement.lang.startsWith("en") ? "en" : "zh";
const site = new URL(
  /** @type {string} */ (form.dataset.root),
  /** @type {string} */ (/** @type {unknown} */ (location)),
);

/**
 * What each choice is made of. Where the widget has one subject, its page for frames has that in its path.
 * @type {Record<Widget, { tag: string, script: string, subject?: "topic" | "goal", names?: string }>}
 */
const WIDGETS = {
  timeline: { tag: "plan-timeline", script: "timeline", subject: "topic", names: "timeline" },
  deck: { tag: "plan-goal-deck", script: "goals", subject: "topic", names: "goals" },
  goal: { tag: "plan-goal-card", script: "goals", subject: "goal", names: "goals" },
  glossary: { tag: "plan-glossary", script: "glossary", names: "glossary" },
  overview: { tag: "plan-overview", script: "overview" },
  terms: { tag: "plan-annotate", script: "annotate" },
};

/** @type {Record<Lang, { copied: string, selected: string, preview(title: string): string, terms: string }>} */
const WORDS = {
  zh: {
    copied: "已复制",
    selected: "浏览器不让网页复制：已选中，请按 Ctrl+C（Mac 为 ⌘C）",
    preview: (title) => `预览：${title}`,
    terms: "电网写作“2+7+18”，高铁叫“五龙入湛”，医改讲“三医联动”。",
  },
  en: {
    copied: "Copied",
    selected: "The browser doesn’t let pages copy. It is selected: press Ctrl+C (⌘C on a Mac)",
    preview: (title) => `Preview: ${title}`,
    terms: "The power grid is written 2+7+18, the railways are called Five Dragons into Zhanjiang.",
  },
};

// What is pasted is written by what writes it for readers.
/** @type {typeof import("../../src/element/shell/snippet.js")} */
const { elementCode, frameCode, linkCode } = await import(
  /** @type {string} */ (/** @type {unknown} */ (new URL("dist/menu.js", site)))
);

// Tokens: a frame takes them in its URL, elements and plain HTML in a stylesheet.
const TOKENS = "accent font font-size space radius".split(" ");

// Where a page for frames can't be asked.
const UNKNOWN = { title: "plan-widgets", height: 640 };

/** @type {Map<string, Promise<any>>} */
const fetched = new Map(); // URL → its JSON, or nothing

/**
 * The JSON at a URL, or nothing.
 * @param {string} path
 * @returns {Promise<any>}
 */
function json(path) {
  const { href } = new URL(path, site);
  if (!fetched.has(href))
    fetched.set(
      href,
      fetch(href)
        .then((answer) => (answer.ok ? answer.json() : undefined))
        .catch(() => undefined),
    );
  return /** @type {Promise<any>} */ (fetched.get(href));
}

/**
 * Names the topics or goals of a widget; what was selected stays where the widget has it.
 * @param {(typeof WIDGETS)[Widget]} widget
 */
async function fill({ subject, names }) {
  const view = /** @type {View | "" | undefined} */ (names && (await json(`dist/data/${names}.${page}.json`)));
  if (!view) return;
  offer(view.items ?? view.cards ?? view.entries ?? []);
  if (!subject || !view.facets) return;
  const select = form.elements[/** @type {keyof Named & typeof subject} */ (subject)];
  const before = select.value;
  const topics = view.facets[0];
  if (subject === "topic") {
    select.replaceChildren(select.options[0], ...topics.map(({ id, name }) => new Option(name, id)));
  } else {
    const groups = topics.map(({ name }, index) => {
      const group = Object.assign(document.createElement("optgroup"), { label: name });
      group.append(
        ...view.cards.filter(({ facets }) => facets[0][0] === index).map(({ id, title }) => new Option(title, id)),
      );
      return group;
    });
    select.replaceChildren(...groups.filter((group) => group.childElementCount));
  }
  choose(select, before);
}

/**
 * Offers what can be picked by hand.
 * @param {Picked[]} records
 */
function offer(records) {
  const options = records.map(({ id, title, name }) => new Option(title ?? name, id));
  for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (form.querySelectorAll("[data-adds]")))
    if (!select.disabled) select.replaceChildren(select.options[0], ...options);
}

/**
 * Puts what is picked behind what was.
 * @param {HTMLSelectElement} select
 */
function add(select) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector(`input[name=${select.dataset.adds}]`));
  const ids = new Set(input.value.split(/\s+/).filter(Boolean));
  if (select.value) input.value = [...ids.add(select.value)].join(" ");
  select.selectedIndex = 0;
}

/**
 * Of a list only what it has.
 * @param {HTMLSelectElement} select
 * @param {string | null} value
 */
function choose(select, value) {
  if ([...select.options].some((option) => option.value === value)) select.value = /** @type {string} */ (value);
}

const selection = () => /** @type {Choice} */ (Object.fromEntries(new FormData(form)));

/**
 * What of it goes into snippets: no heading is an empty one, and what isn't valid yet is left out.
 * @returns {Choice}
 */
function valid() {
  const wrong = [...form.elements]
    .filter((control) => control.name && !control.validity.valid)
    .map(({ name }) => name);
  const { headless, ...choice } = selection();
  const said = Object.entries(choice).filter(([name, value]) => value && !wrong.includes(name));
  return /** @type {Choice} */ ({ ...Object.fromEntries(said), ...(headless && { heading: "" }) });
}

/**
 * Shows what goes with the widget; the rest is no part of the form.
 * @param {Widget} widget
 */
function suit(widget) {
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-for]"))) {
    node.hidden = !(/** @type {string} */ (node.dataset.for).split(" ").includes(widget));
    for (const control of /** @type {NodeListOf<Control>} */ (node.querySelectorAll("select, input")))
      control.disabled = node.hidden;
  }
}

/**
 * As it stands in a terminal.
 * @param {string} value
 */
const quoted = (value) => (/^[\w.-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`);

/**
 * The rule for the chosen tokens, if there are any.
 * @param {Choice} choice
 * @param {string} tag
 */
function styleOf(choice, tag) {
  const set = TOKENS.filter((name) => choice[name]).map((name) => `--plan-${name}: ${choice[name]};`);
  return set.length ? `<style>${tag} { ${set.join(" ")} }</style>\n` : "";
}

/**
 * The page for frames: the subject in its path, the rest in its query.
 * @param {Choice} choice
 */
function frameOf({ widget, lang, "deep-link": _, ...options }) {
  const { subject } = WIDGETS[widget];
  const folder = options[/** @type {string} */ (subject)] ? `${options[/** @type {string} */ (subject)]}/` : "";
  const url = new URL(
    `${lang === "en" ? "en/" : ""}embed/${widget === "terms" ? "glossary" : widget}/${folder}`,
    site,
  );
  for (const [name, value] of Object.entries(options))
    if (name !== subject && name !== "first") url.searchParams.set(name, value);
  return url.href;
}

/**
 * Everything that the page says of a choice, by the names in `data-fill`.
 * @param {Choice} choice
 * @param {string} url
 * @param {About} about
 */
function texts(choice, url, { title, height }) {
  const { widget, lang, "deep-link": links, ...rest } = choice;
  const { tag, script } = WIDGETS[widget];
  const options = Object.fromEntries(Object.entries(rest).filter(([name]) => !TOKENS.includes(name)));
  /** @param {string} name */
  const file = (name) => new URL(`dist/${name}`, site).href;
  const terms = widget === "terms";
  const kind = terms ? "glossary" : tag.replace("plan-", "");
  const looks = [terms ? "glossary" : script, ...(options.theme ? [`themes/${options.theme}`] : [])];
  const glossary = new URL(`${lang === "en" ? "en/" : ""}glossary/#term=`, site).href;
  const element = { lang, ...options, ...(terms ? { href: glossary } : { "deep-link": !!links }) };
  const inside = terms ? `\n<p>${WORDS[lang].terms}</p>\n` : linkCode(url, title);
  const { first, ...rendered } = options;
  const flags = Object.entries({ lang, ...rendered, "deep-link": !!links && !terms })
    .filter(([, value]) => value !== false)
    .map(([name, value]) => (value === true ? ` --${name}` : ` --${name} ${quoted(/** @type {string} */ (value))}`));
  return {
    frame: frameCode({ url, title, height, script: file("frame.js"), links: !!links }),
    element: elementCode({ tag, script: file(`${script}.js`), style: styleOf(choice, tag), inside }, element),
    plain: `npx plan-widgets render ${kind}${flags.join("")} > ${kind}.html`,
    looks: (
      looks.map((name) => `<link rel="stylesheet" href="${file(`${name}.css`)}">\n`).join("") +
      styleOf(choice, `plan-${kind}`)
    ).trimEnd(),
    ready: flags.length > 1 ? "" : `dist/static/${kind}.${lang}.html`,
    url,
    oembed: url.replace(/\?.*/, "") + "oembed.json",
    host: site.origin,
  };
}

/**
 * Shows the choice: in a frame, or in a text.
 * @param {Choice} choice
 * @param {string} url
 * @param {string} title
 */
function show(choice, url, title) {
  const { widget, lang, "color-scheme": scheme, theme, first } = choice;
  const frame = /** @type {HTMLIFrameElement} */ (document.querySelector(".preview iframe"));
  frame.hidden = widget === "terms";
  sample.hidden = !frame.hidden;
  if (sample.hidden) {
    if (frame.src === url) return;
    // Another frame, for another URL in the same one would be a step of the reader's way back.
    const next = /** @type {HTMLIFrameElement} */ (frame.cloneNode());
    next.title = WORDS[page].preview(title);
    next.src = url;
    frame.replaceWith(next);
    return;
  }
  import(/** @type {string} */ (/** @type {unknown} */ (new URL("dist/annotate.js", site))));
  const annotation = document.createElement("plan-annotate");
  for (const [name, value] of Object.entries({ lang, first, "color-scheme": scheme, theme }))
    if (value) annotation.setAttribute(name, value);
  for (const name of TOKENS) if (choice[name]) annotation.style.setProperty(`--plan-${name}`, choice[name]);
  annotation.setAttribute(
    "href",
    /** @type {string} */ (/** @type {unknown} */ (new URL(`${lang === "en" ? "en/" : ""}glossary/#term=`, site))),
  );
  annotation.append(Object.assign(document.createElement("p"), { lang, textContent: WORDS[lang].terms }));
  sample.replaceChildren(annotation);
}

/**
 * Keeps the choice in the URL, so that it can be sent to others. What everybody gets anyway isn't said.
 * @param {Choice} choice
 */
function keep(choice) {
  const url = new URL(/** @type {string} */ (/** @type {unknown} */ (location)));
  for (const { name } of form.elements) if (name) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(choice)) if (value !== usual[name]) url.searchParams.set(name, value);
  history.replaceState(history.state, "", url);
  /** @type {HTMLAnchorElement} */ (document.querySelector("nav [hreflang]")).search = url.search;
}

let latest = 0;

async function update() {
  const mine = ++latest;
  const { widget } = selection();
  suit(widget);
  await fill(WIDGETS[widget]);
  if (mine !== latest) return;
  const choice = valid();
  const url = frameOf(choice);
  const about = (await json(`${url.replace(/\?.*/, "")}oembed.json`)) ?? UNKNOWN;
  if (mine !== latest) return;
  const said = texts(choice, url, about);
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-fill]")))
    node.textContent = said[/** @type {keyof typeof said} */ (node.dataset.fill)];
  // The package has the whole of each widget ready, and nothing else.
  for (const picker of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-sets]"))) {
    const value = choice[/** @type {string} */ (picker.dataset.sets)];
    if (/^#[\da-f]{6}$/i.test(value)) picker.value = value;
  }
  const ready = /** @type {HTMLAnchorElement} */ (document.querySelector("a[data-fill=ready]"));
  ready.href = /** @type {string} */ (/** @type {unknown} */ (new URL(said.ready, site)));
  /** @type {HTMLElement} */ (ready.parentElement).hidden = !said.ready;
  show(choice, url, about.title);
  keep(selection());
  for (const output of document.querySelectorAll("output")) output.value = "";
}

/**
 * Where a page may not copy, what is to be copied is selected.
 * @param {{ currentTarget: HTMLButtonElement }} event
 */
async function copy({ currentTarget: button }) {
  const code = /** @type {Element} */ (document.querySelector(`pre [data-fill="${button.value}"]`));
  const output = /** @type {HTMLOutputElement} */ (button.nextElementSibling);
  output.value = "";
  try {
    await navigator.clipboard.writeText(code.textContent);
    output.value = WORDS[page].copied;
  } catch {
    /** @type {Selection} */ (getSelection()).selectAllChildren(code);
    output.value = WORDS[page].selected;
  }
}

const usual = Object.fromEntries([...form.elements].filter(({ name }) => name).map(({ name }) => [name, ""]));
Object.assign(usual, selection());

/** What the URL says: the widget first, for the rest depends on it. */
async function restore() {
  const said = new URLSearchParams(location.search);
  const widget = said.get("widget");
  if (Object.hasOwn(WIDGETS, /** @type {string} */ (widget)))
    form.elements.widget.value = /** @type {string} */ (widget);
  await fill(WIDGETS[selection().widget]);
  for (const control of form.elements) {
    if (control.type === "checkbox") control.checked = said.has(control.name);
    else if (control.type === "select-one" && said.has(control.name))
      choose(/** @type {HTMLSelectElement} */ (/** @type {unknown} */ (control)), said.get(control.name));
    else if (control.name && ["text", "number"].includes(control.type))
      control.value = said.get(control.name) ?? control.value;
  }
  await update();
}

form.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement && target.dataset.adds) add(target);
  if (target instanceof HTMLInputElement && target.dataset.sets)
    /** @type {HTMLInputElement} */ (form.querySelector(`[name=${target.dataset.sets}]`)).value = target.value;
  update();
});
for (const button of document.querySelectorAll("button[value]"))
  button.addEventListener("click", /** @type {EventListener} */ (/** @type {unknown} */ (copy)));
restore();
