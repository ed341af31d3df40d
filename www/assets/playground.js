// `<plan-playground>`: an element of the package live, with a control for each of its attributes, the code that shows
// exactly that, and its events. `<plan-playground element="plan-timeline">` has that one, else the reader selects.
//
// Which attributes there are comes from `playground.zh-Hans.json`, made of the package's manifest.
// The element's own attributes are the state: controls set them, the element writes to them what the reader does in
// it, and everything else is made from them.

import { ORDER, snippet } from "./playground-code.js";

/** @typedef {import("./playground-code.js").Lang} Lang */
/** @typedef {import("./playground-code.js").Attribute} Attribute */
/** @typedef {import("./playground-code.js").About} About */
/** @typedef {import("./playground-code.js").Values} Values */
/** @typedef {import("./playground-code.js").Framework} Framework */

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

const root = new URL("../", import.meta.url);
/** @type {Lang} */
const page = document.documentElement.lang.startsWith("en") ? "en" : "zh";
const FILE = page === "en" ? "en" : "zh-Hans";

/** What the address says beside attributes. */
const VIEW = { width: "view-width", scheme: "view-colours", code: "view-code" };

const WIDTHS = ["320", "720", "whole"];
const SCHEMES = ["page", "light", "dark"];

/** So many events stay in the log, and so much of a detail. */
const EVENTS = 20;
const DETAIL = 2000;

/** How an empty value is written into a control. */
const EMPTY = '""';

/** How long a reader's typing may pause, in ms. */
const PAUSE = 250;

/** From here on the controls stand beside the element, in px. */
const BESIDE = 832;

const WORDS = {
  zh: {
    element: "元素",
    attributes: (/** @type {number} */ count) => `属性（${count}）`,
    reset: "恢复默认",
    usual: (/** @type {string} */ value) => `默认：${value}。`,
    usually: (/** @type {string} */ value) => `${value}（默认）`,
    required: "必填。",
    empty: '空值写作 ""。',
    width: "宽度",
    widths: { 320: "320", 720: "720", whole: "全宽" },
    now: (/** @type {number} */ width) => `实际 ${width} 像素`,
    scheme: "颜色",
    schemes: { page: "随页面", light: "浅色", dark: "深色" },
    live: "效果",
    code: "代码",
    frame: "内嵌框架",
    copy: "复制代码",
    copied: "已复制",
    selected: "浏览器不让网页复制：已选中，请按 Ctrl+C（Mac 为 ⌘C）",
    events: "事件",
    none: "还没有事件。在上面的部件里点一点、搜一搜。",
    count: (/** @type {string} */ name, /** @type {number} */ count) => `${name}，共 ${count} 个`,
    clear: "清空",
    unknown: (/** @type {string[]} */ names) => `网址里的这些没有采用：${names.join("、")}`,
    failed: "部件的脚本没有载入；内容和代码仍可使用。",
    sentence: ["交通一条把几条铁路合称为", "五龙入湛", "。"],
    paragraph: "电网写作“2+7+18”，高铁叫“五龙入湛”，医改讲“三医联动”。",
    fallback: "没有脚本时，读者看到这里的文字。",
  },
  en: {
    element: "Element",
    attributes: (/** @type {number} */ count) => `Attributes (${count})`,
    reset: "Back to defaults",
    usual: (/** @type {string} */ value) => `Default: ${value}. `,
    usually: (/** @type {string} */ value) => `${value} (default)`,
    required: "Required. ",
    empty: ' An empty value is written "".',
    width: "Width",
    widths: { 320: "320", 720: "720", whole: "Whole" },
    now: (/** @type {number} */ width) => `${width} px now`,
    scheme: "Colours",
    schemes: { page: "The page’s", light: "Light", dark: "Dark" },
    live: "Result",
    code: "Code",
    frame: "Frame",
    copy: "Copy the code",
    copied: "Copied",
    selected: "The browser doesn’t let pages copy. It is selected: press Ctrl+C (⌘C on a Mac)",
    events: "Events",
    none: "No events yet. Press or search something in the widget above.",
    count: (/** @type {string} */ name, /** @type {number} */ count) => `${name}, ${count} in all`,
    clear: "Clear",
    unknown: (/** @type {string[]} */ names) => `Not used from the address: ${names.join(", ")}`,
    failed: "The widget’s script hasn’t loaded; its content and the code can still be used.",
    sentence: ["The article on transport calls several railways ", "Five Dragons into Zhanjiang", "."],
    paragraph: "The power grid is written 2+7+18, the railways are called Five Dragons into Zhanjiang.",
    fallback: "Readers without scripts see what stands here.",
  },
}[page];

/** What stands in a text of the page, by element: pieces of the text around it and in it. */
const TEXTS = /** @type {Record<string, string[]>} */ ({
  "plan-term": WORDS.sentence,
  "plan-annotate": ["", WORDS.paragraph, ""],
});

/** What is set at first, for this site has a glossary and no page should have a dead link. */
const FIRST = /** @type {Record<string, string>} */ ({
  href: new URL(`${page === "en" ? "en/" : ""}glossary/#term=`, root).href,
});

/** @type {Map<string, Promise<any>>} */
const fetched = new Map(); // path → its JSON, or nothing

/**
 * The JSON of a file of the site, or nothing.
 * @param {string} path
 * @returns {Promise<any>}
 */
function json(path) {
  const known = fetched.get(path);
  if (known) return known;
  const answer = fetch(new URL(path, root))
    .then((response) => (response.ok ? response.json() : undefined))
    .catch(() => undefined);
  fetched.set(path, answer);
  return answer;
}

/**
 * An element of the page: its attributes, and what is in it.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | undefined>} [attributes]
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, attributes = {}, ...content) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : String(value));
  node.append(...content);
  return node;
}

/**
 * The ids of an attribute in the plan, each with a name where it has one.
 * @param {string[]} path the collection, then the way to a word
 * @returns {Promise<Map<string, string>>}
 */
async function idsOf([collection, ...path]) {
  const plan = await json("dist/plan.json");
  const records = /** @type {any[]} */ (plan?.[collection] ?? []);
  const found = new Map();
  if (path.length) {
    const words = path.reduce((values, name) => values.flatMap((value) => value?.[name] ?? []), records);
    for (const word of words) found.set(word, "");
  } else {
    for (const record of records) {
      const name = record.name ?? record.title;
      found.set(record.id ?? record, name?.[page] ?? name?.zh ?? "");
    }
  }
  return found;
}

let count = 0; // of playgrounds, for ids

class Playground extends HTMLElement {
  #id = `playground-${++count}`;
  /** @type {About[]} */
  #all = [];
  /** @type {About} */
  #about = /** @type {About} */ ({});
  /** @type {HTMLElement | undefined} */
  #live;
  /** @type {Map<string, Control>} */
  #controls = new Map();
  /** @type {Map<Control, number>} */
  #typing = new Map();
  /** @type {WeakMap<Control, (text: string) => boolean>} */
  #ids = new WeakMap(); // whether these are ids, as far as that is known
  #observer = new MutationObserver(() => this.#show());
  #addressed = false; // the reader has changed something: the address may say so
  #events = 0;
  #started = false;
  /** @type {number | undefined} */
  #spoken;
  /** @type {Record<string, HTMLElement>} */
  #parts = {};
  #notice = make("output", { class: "notice" });
  #count = make("output");

  async connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    looks();
    this.#all = (await json(`assets/playground.${FILE}.json`)) ?? [];
    if (!this.#all.length) return; // the static content stays
    const said = new URLSearchParams(this.#owner ? location.search : "");
    const fixed = this.getAttribute("element");
    const wanted = fixed ?? said.get("element");
    const known = this.#all.find(({ tag }) => tag === wanted);
    const refused = wanted && !known ? [`element=${wanted}`] : [];
    const given = this.querySelector(known?.tag ?? this.#all[0].tag);
    this.#build(!fixed);
    this.#restore(said);
    refused.push(...this.#take(known ?? this.#all[0], said, /** @type {HTMLElement | null} */ (given)));
    this.#notice.value = refused.length ? WORDS.unknown(refused) : "";
  }

  /** Whether the address is its own: a page has one. */
  get #owner() {
    return document.querySelector("plan-playground") === this;
  }

  /**
   * Everything around the element.
   * @param {boolean} choice whether the reader selects the element
   */
  #build(choice) {
    const level = /** @type {"h2"} */ (`h${this.getAttribute("heading-level") ?? 2}`);
    const id = this.#id;
    const parts = this.#parts;

    const options = this.#all.map(({ tag }) => new Option(`<${tag}>`, tag));
    parts.element = make("select", { id: `${id}-element` }, ...options);
    parts.element.addEventListener("change", () => this.#change());
    parts.about = make("p", { class: "about" });
    parts.summary = make("summary");
    parts.fields = make("div", { class: "fields" });
    parts.details = make(
      "details",
      { open: (this.parentElement?.clientWidth ?? 0) >= BESIDE },
      parts.summary,
      parts.fields,
    );
    parts.reset = make("button", { type: "button" }, WORDS.reset);
    parts.reset.addEventListener("click", () => this.#reset());
    const form = make("form", { class: "attributes", autocomplete: "off" });
    if (choice)
      form.append(
        make("p", { class: "which" }, make("label", { for: parts.element.id }, WORDS.element), parts.element),
      );
    form.append(parts.about, this.#notice, parts.details, make("p", {}, parts.reset));
    form.addEventListener("submit", (event) => event.preventDefault());

    parts.now = make("span", { class: "now" });
    parts.sheet = make("div", { class: "sheet" });
    for (const name of new Set(this.#all.flatMap(({ events }) => events)))
      parts.sheet.addEventListener(name, (event) => this.#heard(/** @type {CustomEvent} */ (event)));
    const view = make(
      "div",
      { class: "view" },
      this.#radios("width", WORDS.width, WIDTHS, WORDS.widths, parts.now),
      this.#radios("scheme", WORDS.scheme, SCHEMES, WORDS.schemes),
    );
    const stage = make(
      "div",
      { class: "live", tabindex: 0, role: "region", "aria-labelledby": `${id}-live` },
      parts.sheet,
    );
    new ResizeObserver(([{ contentRect }]) => {
      parts.now.textContent = WORDS.now(Math.round(contentRect.width));
    }).observe(parts.sheet);

    parts.log = make("ol", { class: "log", reversed: true, tabindex: 0, "aria-labelledby": `${id}-events` });
    parts.none = make("p", { class: "about" }, WORDS.none);
    parts.clear = make("button", { type: "button" }, WORDS.clear);
    parts.clear.addEventListener("click", () => this.#clear());

    const result = make(
      "div",
      { class: "result" },
      make(level, { id: `${id}-live` }, WORDS.live),
      view,
      stage,
      make(level, { id: `${id}-code` }, WORDS.code),
      ...this.#tabs(),
      make(level, { id: `${id}-events` }, WORDS.events),
      make("p", { class: "tools" }, parts.clear, this.#count),
      parts.none,
      parts.log,
    );
    this.replaceChildren(make("div", { class: "playground" }, form, result));
    this.#clear();
  }

  /**
   * Buttons of which one is pressed; what is selected is an attribute of the sheet.
   * @param {"width" | "scheme"} name
   * @param {string} label
   * @param {string[]} values
   * @param {Record<string, string>} words
   * @param {...Node} rest
   */
  #radios(name, label, values, words, ...rest) {
    const choices = values.map((value) => {
      const radio = make("input", { type: "radio", name: `${this.#id}-${name}`, value });
      radio.addEventListener("change", () => {
        this.#parts.sheet.dataset[name] = value;
        this.#keep();
      });
      return make("label", {}, radio, words[value]);
    });
    const id = `${this.#id}-${name}`;
    const group = { role: "radiogroup", class: "radios", "aria-labelledby": id };
    return make("div", group, make("span", { id, class: "now" }, label), ...choices, ...rest);
  }

  /** The tabs of the code, with their panels: arrows, Home and End go from one to another. */
  #tabs() {
    const tabs = ORDER.map((name) => {
      const tab = make("button", {
        type: "button",
        role: "tab",
        id: `${this.#id}-tab-${name}`,
        "aria-controls": `${this.#id}-panel-${name}`,
      });
      tab.append(name === "Frame" ? WORDS.frame : name);
      tab.addEventListener("click", () => {
        this.#addressed = true;
        this.#tab(name);
      });
      return tab;
    });
    const panels = ORDER.map((name) => {
      const code = make("code");
      const output = make("output");
      const button = make("button", { type: "button" }, WORDS.copy);
      button.addEventListener("click", () => copy(code, /** @type {HTMLOutputElement} */ (output)));
      const note = make("p", { class: "about" });
      Object.assign(this.#parts, { [`code-${name}`]: code, [`note-${name}`]: note, [`output-${name}`]: output });
      this.#parts[`tools-${name}`] = make("p", { class: "tools" }, button, output);
      return make(
        "div",
        {
          role: "tabpanel",
          id: `${this.#id}-panel-${name}`,
          "aria-labelledby": `${this.#id}-tab-${name}`,
          tabindex: 0,
        },
        make("pre", {}, code),
        this.#parts[`tools-${name}`],
        note,
      );
    });
    const list = make("div", { role: "tablist", "aria-labelledby": `${this.#id}-code` }, ...tabs);
    list.addEventListener("keydown", (event) => {
      const at = tabs.indexOf(/** @type {HTMLButtonElement} */ (event.target));
      const steps = /** @type {Record<string, number>} */ ({
        ArrowLeft: at - 1,
        ArrowRight: at + 1,
        Home: 0,
        End: -1,
      });
      if (at < 0 || event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(steps, event.key)) return;
      event.preventDefault();
      const next = tabs[(steps[event.key] + tabs.length) % tabs.length];
      next.focus();
      next.click();
    });
    this.#parts.tabs = list;
    return [list, ...panels];
  }

  /**
   * Shows the code of a framework.
   * @param {string} name
   */
  #tab(name) {
    for (const each of ORDER) {
      const tab = /** @type {HTMLElement} */ (this.querySelector(`#${this.#id}-tab-${each}`));
      tab.setAttribute("aria-selected", String(each === name));
      tab.tabIndex = each === name ? 0 : -1;
      /** @type {HTMLElement} */ (this.querySelector(`#${this.#id}-panel-${each}`)).hidden = each !== name;
    }
    this.#parts.tabs.dataset.tab = name;
    this.#show();
  }

  /**
   * How it is shown, as the address says.
   * @param {URLSearchParams} said
   */
  #restore(said) {
    /** @type {(name: "width" | "scheme", values: string[], usual: string) => void} */
    const choose = (name, values, usual) => {
      const value = said.get(VIEW[name]) ?? "";
      const chosen = values.includes(value) ? value : usual;
      const radio = this.querySelector(`[name="${this.#id}-${name}"][value="${chosen}"]`);
      /** @type {HTMLInputElement} */ (radio).checked = true;
      this.#parts.sheet.dataset[name] = chosen;
    };
    choose("width", WIDTHS, "whole");
    choose("scheme", SCHEMES, "page");
    this.#tab(ORDER.find((name) => name.toLowerCase() === said.get(VIEW.code)) ?? ORDER[0]);
  }

  /** The reader has selected another element: what both have stays. */
  #change() {
    const about = this.#all.find(({ tag }) => tag === /** @type {HTMLSelectElement} */ (this.#parts.element).value);
    if (!about) return;
    const before = this.#values();
    for (const [name, value] of Object.entries(this.#first())) if (before.get(name) === value) before.delete(name);
    const kept = Object.fromEntries(
      about.attributes.filter((now) => before.has(now.name)).map(({ name }) => [name, before.get(name) ?? ""]),
    );
    this.#addressed = true;
    this.#notice.value = "";
    this.#take(about, new URLSearchParams(kept));
  }

  /**
   * Shows another element, with what the address says of it; gives what of that is unknown.
   * @param {About} about
   * @param {URLSearchParams} said
   * @param {HTMLElement | null} [given] the same, with its static content
   */
  #take(about, said, given) {
    this.#about = about;
    /** @type {HTMLSelectElement} */ (this.#parts.element).value = about.tag;
    this.#parts.about.textContent = about.about;
    const refused = [];
    const values = new Map(Object.entries(this.#first()));
    for (const [name, value] of said) {
      if (name === "element" || Object.values(VIEW).includes(name)) continue;
      const attribute = about.attributes.find((each) => each.name === name);
      if (!attribute || !may(attribute, value)) refused.push(`${name}=${value}`);
      else if (value || attribute.kind === "flag" || attribute.empty) values.set(name, value);
      else values.delete(name);
    }
    const live = given ?? document.createElement(about.tag);
    for (const [name, value] of values) live.setAttribute(name, value);
    this.#observer.disconnect();
    this.#clear();
    this.#live = live;
    const [before, inside, after] = TEXTS[about.tag] ?? [];
    if (about.tag in TEXTS) live.append(before ? inside : make("p", {}, inside));
    else if (!given) live.append(WORDS.fallback);
    this.#parts.sheet.replaceChildren(...(before ? [make("p", {}, before, live, after)] : [live]));
    this.#fields();
    this.#observer.observe(live, { attributeFilter: about.attributes.map(({ name }) => name) });
    if (!customElements.get(about.tag))
      import(/** @type {string} */ (/** @type {unknown} */ (new URL(about.script, root)))).catch(() => {
        this.#notice.value = WORDS.failed;
      });
    this.#show();
    return refused;
  }

  /** What the element has at first: what it needs, and what leads somewhere on this site. */
  #first() {
    const { attributes } = this.#about;
    const pairs = attributes.map(({ name, example }) => [name, example ?? (FIRST[name] || "")]);
    return Object.fromEntries(pairs.filter(([, value]) => value));
  }

  /** A control for each attribute. */
  #fields() {
    const { attributes } = this.#about;
    this.#controls.clear();
    this.#parts.summary.textContent = WORDS.attributes(attributes.length);
    this.#parts.fields.replaceChildren(...attributes.map((attribute) => this.#field(attribute)));
  }

  /** @param {Attribute} attribute */
  #field(attribute) {
    const { name, kind, choices, words, ids, example, empty, default: usual, about } = attribute;
    const id = `${this.#id}-${name}`;
    const common = { id, name, "aria-describedby": `${id}-about` };
    const label = make("label", { for: id }, make("code", {}, name));
    const first = example ? WORDS.required : WORDS.usual(usual);
    const note = make("p", { id: `${id}-about`, class: "about" }, first + about, empty ? WORDS.empty : "");
    /** @type {Control} */
    let control;
    if (kind === "choice") {
      const other = (choices ?? []).filter((word) => word !== usual);
      const options = other.map((word) => new Option(word, word));
      control = make("select", common, new Option(WORDS.usually(usual), ""), ...options);
    } else if (kind === "flag") {
      control = make("input", { ...common, type: "checkbox" });
    } else if (kind === "whole") {
      const [min, max] = [choices?.[0] ?? 0, choices?.at(-1)];
      control = make("input", { ...common, type: "number", inputmode: "numeric", min, max });
    } else {
      control = make("input", { ...common, type: "text", spellcheck: "false", autocapitalize: "none" });
    }
    this.#controls.set(name, control);
    /** @param {number} [wait] */
    const typed = (wait = 0) => {
      clearTimeout(this.#typing.get(control));
      this.#typing.set(
        control,
        setTimeout(() => {
          this.#typing.delete(control);
          this.#set(attribute, control);
        }, wait),
      );
    };
    control.addEventListener("change", () => typed());
    control.addEventListener("input", () => {
      // Half an id is none: it waits until it is whole, or until the reader goes on.
      const known = this.#ids.get(control);
      if ((kind === "text" || kind === "whole") && (!control.hasAttribute("list") || known?.(control.value)))
        typed(PAUSE);
    });
    // What the element made of it.
    control.addEventListener("blur", () => this.#sync());
    const field = make("div", { class: `field ${kind}` }, label, control, note);
    if (ids || words) field.append(this.#list(attribute, /** @type {HTMLInputElement} */ (control)));
    return field;
  }

  /**
   * The words or ids to choose from; ids are fetched once the control is focused. Of several the last is completed.
   * @param {Attribute} attribute
   * @param {HTMLInputElement} control
   */
  #list({ words, ids, many }, control) {
    const list = make("datalist", { id: `${control.id}-ids` });
    control.setAttribute("list", list.id);
    let written = "";
    const fill = async () => {
      const names = words ? new Map(words.map((word) => [word, ""])) : await idsOf(ids ?? []);
      this.#ids.set(control, (text) => (many ? text.split(/\s+/) : [text]).every((id) => !id || names.has(id)));
      const before = many ? control.value.replace(/\S*$/, "") : "";
      if (list.childElementCount && written === before) return;
      written = before;
      const taken = before.split(/\s+/);
      const free = [...names].filter(([id]) => !taken.includes(id));
      list.replaceChildren(...free.map(([id, name]) => new Option(name ? `${id} ${name}` : id, before + id)));
    };
    control.addEventListener("focus", fill, { once: true });
    control.addEventListener("input", fill);
    return list;
  }

  /**
   * Takes what a control says over to the element.
   * @param {Attribute} attribute
   * @param {Control} control
   */
  #set({ name, kind, empty }, control) {
    const live = this.#live;
    if (!live || this.#controls.get(name) !== control) return;
    this.#addressed = true;
    const checked = control instanceof HTMLInputElement && control.checked;
    const written = control.value.trim();
    const text = empty && written === EMPTY ? "" : written || undefined;
    const value = kind === "flag" ? (checked ? "" : undefined) : text;
    if (value === undefined) live.removeAttribute(name);
    else if (live.getAttribute(name) !== value) live.setAttribute(name, value);
    this.#show();
  }

  #reset() {
    this.#addressed = true;
    this.#take(this.#about, new URLSearchParams());
  }

  /** The element's attributes that say something else than holds without them. */
  #values() {
    /** @type {Values} */
    const values = new Map();
    for (const attribute of this.#about.attributes ?? []) {
      const value = this.#live?.getAttribute(attribute.name) ?? undefined;
      if (value === undefined || (value === "" && attribute.kind !== "flag" && !attribute.empty)) continue;
      if (value !== attribute.default || !attribute.choices) values.set(attribute.name, value);
    }
    return values;
  }

  /** Controls, code and address as the element is. */
  #show() {
    if (!this.#live) return;
    this.#sync();
    this.#write(/** @type {Framework} */ (this.#parts.tabs.dataset.tab ?? ORDER[0]));
    this.#keep();
  }

  /** Controls follow the element; what is being typed stays. */
  #sync() {
    for (const [name, control] of this.#controls) {
      const value = this.#live?.getAttribute(name) ?? undefined;
      if (control instanceof HTMLInputElement && control.type === "checkbox") {
        control.checked = value !== undefined;
        continue;
      }
      const typed = control instanceof HTMLInputElement && control === document.activeElement;
      if (typed || this.#typing.has(control)) continue;
      const attribute = this.#about.attributes.find((each) => each.name === name);
      const usual = value === attribute?.default && control instanceof HTMLSelectElement;
      control.value = value === "" && attribute?.empty ? EMPTY : usual ? "" : (value ?? "");
      control.closest(".field")?.classList.toggle("set", this.#values().has(name));
    }
  }

  /**
   * The code of a framework.
   * @param {Framework} name
   */
  async #write(name) {
    const { frame } = this.#about;
    /** @param {{ title: string, height: number }} [said] what the page for frames says of itself */
    const write = (said) => {
      const [about, values, pieces] = [this.#about, this.#values(), TEXTS[this.#about.tag]];
      const { code, note } = snippet(name, { about, values, root, page, pieces, fallback: WORDS.fallback, said });
      const part = this.#parts[`code-${name}`];
      if (part.textContent !== code) /** @type {HTMLOutputElement} */ (this.#parts[`output-${name}`]).value = "";
      part.textContent = code;
      /** @type {HTMLElement} */ (part.parentElement).hidden = !code;
      this.#parts[`tools-${name}`].hidden = !code;
      this.#parts[`note-${name}`].textContent = note;
      this.#parts[`note-${name}`].hidden = !note;
    };
    write();
    if (name !== "Frame" || !frame) return;
    const goal = this.#values().get("goal");
    const folder = goal && this.#about.tag === "plan-goal-card" ? `${encodeURIComponent(goal)}/` : "";
    const said = await json(`${page === "en" ? "en/" : ""}${frame}${folder}oembed.json`);
    if (said && this.#parts.tabs.dataset.tab === name && this.#about.frame === frame) write(said);
  }

  /** Keeps in the address what isn't so by itself. */
  #keep() {
    if (!this.#addressed || !this.#owner) return;
    const url = new URL(location.href);
    const query = new URLSearchParams();
    const first = this.#first();
    const values = this.#values();
    const { width, scheme } = this.#parts.sheet.dataset;
    const tab = this.#parts.tabs.dataset.tab;
    if (this.#parts.element.isConnected) query.set("element", this.#about.tag);
    for (const [name, value] of values) if (first[name] !== value) query.set(name, value);
    for (const name of Object.keys(first)) if (!values.has(name)) query.set(name, "");
    if (width && width !== "whole") query.set(VIEW.width, width);
    if (scheme && scheme !== "page") query.set(VIEW.scheme, scheme);
    if (tab && tab !== ORDER[0]) query.set(VIEW.code, tab.toLowerCase());
    url.search = query.toString();
    if (url.href !== location.href) history.replaceState(history.state, "", url);
    // The same in the other language.
    const other = document.querySelector(".masthead a[hreflang]");
    if (other instanceof HTMLAnchorElement) other.search = url.search;
  }

  /**
   * Writes an event into the log.
   * @param {CustomEvent} event
   */
  #heard({ type, detail }) {
    const said = JSON.stringify(detail) ?? "";
    const text = said.length > DETAIL ? `${said.slice(0, DETAIL)}…` : said;
    this.#events++;
    const { log, none } = this.#parts;
    log.prepend(make("li", { value: this.#events }, make("b", {}, type), " ", make("code", {}, text)));
    while (log.childElementCount > EVENTS) log.lastElementChild?.remove();
    none.hidden = true;
    log.hidden = false;
    // Once for many that come one after another: a screen reader says it.
    clearTimeout(this.#spoken);
    this.#spoken = setTimeout(() => {
      this.#count.value = WORDS.count(type, this.#events);
    }, 2 * PAUSE);
  }

  #clear() {
    const { log, none } = this.#parts;
    clearTimeout(this.#spoken);
    this.#events = 0;
    this.#count.value = "";
    log.replaceChildren();
    none.hidden = false;
    log.hidden = true;
  }
}

/**
 * Whether the address may say so: of choices one, of addresses the site's own.
 * @param {Attribute} attribute
 * @param {string} value
 */
function may({ kind, choices, url }, value) {
  if (!value || kind === "flag") return true;
  if (choices) return choices.includes(value);
  if (kind === "whole") return /^\d+$/.test(value);
  if (!url) return true;
  try {
    return new URL(value, location.href).origin === location.origin;
  } catch {
    return false;
  }
}

/**
 * Where a page may not copy, what is to be copied is selected.
 * @param {HTMLElement} code
 * @param {HTMLOutputElement} output
 */
async function copy(code, output) {
  output.value = "";
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    output.value = WORDS.copied;
  } catch {
    getSelection()?.selectAllChildren(code);
    output.value = WORDS.selected;
  }
}

/** Its stylesheet, where the page hasn't one. */
function looks() {
  const { href } = new URL("playground.css", import.meta.url);
  const links = [...document.querySelectorAll("link[rel=stylesheet]")];
  if (!links.some((link) => /** @type {HTMLLinkElement} */ (link).href === href))
    document.head.append(make("link", { rel: "stylesheet", href }));
}

if (!customElements.get("plan-playground")) customElements.define("plan-playground", Playground);
