// The builder: what is chosen becomes the page's address, a preview, and what to paste.

const form = document.querySelector(".builder");
const sample = document.querySelector(".preview .sample");
const page = document.documentElement.lang.startsWith("en") ? "en" : "zh";
const site = new URL(form.dataset.root, location);

// What each choice is made of. Where the widget has one subject, its page for frames has that in its path.
const WIDGETS = {
  timeline: { tag: "plan-timeline", script: "timeline", subject: "topic", names: "timeline" },
  deck: { tag: "plan-goal-deck", script: "goals", subject: "topic", names: "goals" },
  goal: { tag: "plan-goal-card", script: "goals", subject: "goal", names: "goals" },
  glossary: { tag: "plan-glossary", script: "glossary" },
  terms: { tag: "plan-annotate", script: "annotate" },
};

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

// Where a page for frames can't be asked.
const UNKNOWN = { title: "plan-widgets", height: 640 };

const fetched = new Map(); // address → promise of its JSON, or of nothing

function json(path) {
  const { href } = new URL(path, site);
  if (!fetched.has(href))
    fetched.set(
      href,
      fetch(href)
        .then((answer) => (answer.ok ? answer.json() : undefined))
        .catch(() => undefined),
    );
  return fetched.get(href);
}

// Names the topics or goals of a widget; what was chosen stays where the widget has it.
async function fill({ subject, names }) {
  const told = names && (await json(`dist/data/${names}.${page}.json`));
  if (!told) return;
  const select = form.elements[subject];
  const before = select.value;
  const topics = told.facets[0];
  if (subject === "topic") {
    select.replaceChildren(select.options[0], ...topics.map(({ id, name }) => new Option(name, id)));
  } else {
    const groups = topics.map(({ name }, index) => {
      const group = Object.assign(document.createElement("optgroup"), { label: name });
      group.append(
        ...told.cards.filter(({ facets }) => facets[0][0] === index).map(({ id, title }) => new Option(title, id)),
      );
      return group;
    });
    select.replaceChildren(...groups.filter((group) => group.childElementCount));
  }
  choose(select, before);
}

// Of a list only what it has.
function choose(select, value) {
  if ([...select.options].some((option) => option.value === value)) select.value = value;
}

const chosen = () => Object.fromEntries(new FormData(form));

// Shows what goes with the widget; the rest is no part of the form.
function suit(widget) {
  for (const node of document.querySelectorAll("[data-for]")) {
    node.hidden = !node.dataset.for.split(" ").includes(widget);
    for (const control of node.querySelectorAll("select, input")) control.disabled = node.hidden;
  }
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const attributes = (values) =>
  Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`))
    .join("");

// The page for frames: the subject in its path, the rest in its query.
function frameOf({ widget, lang, "deep-link": _, ...options }) {
  const { subject } = WIDGETS[widget];
  const folder = options[subject] ? `${options[subject]}/` : "";
  const url = new URL(
    `${lang === "en" ? "en/" : ""}embed/${widget === "terms" ? "glossary" : widget}/${folder}`,
    site,
  );
  for (const [name, value] of Object.entries(options))
    if (value && name !== subject && name !== "first") url.searchParams.set(name, value);
  return url.href;
}

// Everything that the page says of a choice, by the names in `data-fill`.
function texts(choice, address, { title, height }) {
  const { widget, lang, "deep-link": links, ...options } = choice;
  const { tag, script } = WIDGETS[widget];
  const file = (name) => new URL(`dist/${name}`, site).href;
  const terms = widget === "terms";
  const kind = terms ? "glossary" : tag.replace("plan-", "");
  const looks = terms ? "glossary" : script;
  const frame = {
    src: address,
    title,
    width: "100%",
    height: String(height),
    loading: "lazy",
    style: "border:0;display:block",
    "data-deep-link": !!links,
  };
  const glossary = new URL(`${lang === "en" ? "en/" : ""}glossary/#term=`, site).href;
  const element = { lang, ...options, ...(terms ? { href: glossary } : { "deep-link": !!links }) };
  const inside = terms ? `\n<p>${WORDS[lang].terms}</p>\n` : `<a href="${escaped(address)}">${escaped(title)}</a>`;
  const { first, ...rendered } = options;
  const flags = Object.entries({ lang, ...rendered, "deep-link": !!links && !terms })
    .filter(([, value]) => value)
    .map(([name, value]) => (value === true ? ` --${name}` : ` --${name} ${value}`));
  return {
    frame: `<iframe${attributes(frame)}></iframe>\n<script async src="${file("frame.js")}"></script>`,
    element: `<script type="module" src="${file(`${script}.js`)}"></script>\n<${tag}${attributes(element)}>${inside}</${tag}>`,
    plain: `npx plan-widgets render ${kind}${flags.join("")} > ${kind}.html`,
    looks: `<link rel="stylesheet" href="${file(`${looks}.css`)}">`,
    ready: `dist/static/${kind}.${lang}.html`,
    address,
    oembed: address.replace(/\?.*/, "") + "oembed.json",
    host: site.origin,
  };
}

function show({ widget, lang, "color-scheme": scheme, first }, address, title) {
  const frame = document.querySelector(".preview iframe");
  frame.hidden = widget === "terms";
  sample.hidden = !frame.hidden;
  if (sample.hidden) {
    if (frame.src === address) return;
    // Another frame, for another address in the same one would be a step of the reader's way back.
    const next = frame.cloneNode();
    next.title = WORDS[page].preview(title);
    next.src = address;
    frame.replaceWith(next);
    return;
  }
  import(new URL("dist/annotate.js", site));
  const annotation = document.createElement("plan-annotate");
  for (const [name, value] of Object.entries({ lang, first, "color-scheme": scheme }))
    if (value) annotation.setAttribute(name, value);
  annotation.setAttribute("href", new URL(`${lang === "en" ? "en/" : ""}glossary/#term=`, site));
  annotation.append(Object.assign(document.createElement("p"), { lang, textContent: WORDS[lang].terms }));
  sample.replaceChildren(annotation);
}

// Keeps the choice in the address, so that it can be sent to others. What everybody gets anyway isn't said.
function keep(choice) {
  const url = new URL(location);
  for (const { name } of form.elements) if (name) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(choice)) if (value !== usual[name]) url.searchParams.set(name, value);
  history.replaceState(history.state, "", url);
  document.querySelector("nav [hreflang]").search = url.search;
}

let latest = 0;

async function update() {
  const mine = ++latest;
  const { widget } = chosen();
  suit(widget);
  await fill(WIDGETS[widget]);
  if (mine !== latest) return;
  const choice = chosen();
  const address = frameOf(choice);
  const about = (await json(`${address.replace(/\?.*/, "")}oembed.json`)) ?? UNKNOWN;
  if (mine !== latest) return;
  const said = texts(choice, address, about);
  for (const node of document.querySelectorAll("[data-fill]")) node.textContent = said[node.dataset.fill];
  const ready = document.querySelector("a[data-fill=ready]");
  ready.href = new URL(said.ready, site);
  ready.parentElement.hidden = !!(choice.topic || choice.goal);
  show(choice, address, about.title);
  keep(choice);
  for (const output of document.querySelectorAll("output")) output.value = "";
}

// Where a page may not copy, what is to be copied is selected.
async function copy({ currentTarget: button }) {
  const code = document.querySelector(`pre [data-fill="${button.value}"]`);
  const output = button.nextElementSibling;
  output.value = "";
  try {
    await navigator.clipboard.writeText(code.textContent);
    output.value = WORDS[page].copied;
  } catch {
    getSelection().selectAllChildren(code);
    output.value = WORDS[page].selected;
  }
}

const usual = Object.fromEntries([...form.elements].filter(({ name }) => name).map(({ name }) => [name, ""]));
Object.assign(usual, chosen());

// What the address says: the widget first, for the rest depends on it.
async function restore() {
  const said = new URLSearchParams(location.search);
  const widget = said.get("widget");
  if (Object.hasOwn(WIDGETS, widget)) form.elements.widget.value = widget;
  await fill(WIDGETS[chosen().widget]);
  for (const control of form.elements) {
    if (control.type === "checkbox") control.checked = said.has(control.name);
    else if (control.type === "select-one" && said.has(control.name)) choose(control, said.get(control.name));
  }
  await update();
}

form.addEventListener("change", update);
for (const button of document.querySelectorAll("button[value]")) button.addEventListener("click", copy);
restore();
