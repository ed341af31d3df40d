// The menu of what readers take away: the link, the code to embed, a table, a calendar, pictures, print. A file of its
// own, fetched when a reader opens it. Its keys are those of a menu button by WAI-ARIA's practices.

import { dispatch } from "./common.js";
import { member } from "./document.js";
import { get, script } from "./file.js";
import { best, languageOf } from "./language.js";
import { layout } from "./layout.js";
import * as at from "./menu-words.js";
import { OPTIONS } from "./options.js";
import { registered } from "./registered.js";
import { dress } from "./sheet.js";
import { elementCode, frameCode, linkCode } from "./snippet.js";
import { MENUS, VERSION } from "./spec.js";
import { calendar, colors, csv, digits, fileName, filled, pictured, table } from "./taken.js";

export const build = VERSION;
export { elementCode, escaped, frameCode, linkCode } from "./snippet.js"; // for the site's builder

/** @typedef {PlanEventMap["plan-take"]["detail"]["what"]} What */

// How long a file's URL is kept for the browser to read, in ms.
const READ = 60_000;

// Pictures of pixels are so many times as large, for screens that are as fine.
const FINE = 2;

/** @type {WeakMap<Element, Menu>} */
const menus = new WeakMap(); // the button → its menu, while it is open

/**
 * Opens the menu of an element, or closes it.
 * @param {OurElement} element
 * @param {number[]} shown indices of what is shown
 * @param {any} now its view model, perhaps without what is there when an item opens, but with what is reported
 * @param {() => Promise<any>} whole the same whole, without what is reported
 */
export async function open(element, shown, now, whole) {
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const button = /** @type {HTMLElement | null} */ (root.querySelector("[part=menu]"));
  if (!button) return;
  const known = menus.get(button);
  if (known) return known.close(true);
  const view = both(await whole(), now);
  const language = await languageFor(view);
  if (!button.isConnected || menus.has(button)) return;
  menus.set(button, new Menu(element, root, button, { view, shown, words: language.menu }, language));
}

/**
 * A view model that is whole, with what is reported in another of the same plan.
 * @param {any} whole
 * @param {any} now
 */
function both(whole, now) {
  const view = { ...whole, ...now };
  for (const list of ["items", "cards"])
    if (now[list])
      view[list] = now[list].map((/** @type {any} */ one, /** @type {number} */ index) => ({
        ...one,
        ...whole[list]?.[index],
        ...(one.facets && { facets: one.facets }), // with the status that is reported
      }));
  return view;
}

/**
 * The menu's words for a view model: those that it was built with, those that the page has brought, or the package's;
 * else English ones.
 * @param {any} view
 * @returns {Promise<{ lang: string, direction: string, menu: string[] }>}
 */
async function languageFor(view) {
  if (view.language?.menu) return view.language;
  const own = best(view.lang, [...registered.keys(), ...Object.keys(MENUS)]);
  const brought = /** @type {any} */ (own && (await registered.get(own)));
  return brought?.menu ? brought : get(MENUS[best(view.lang, Object.keys(MENUS)) ?? "en"](), `${VERSION} menu`);
}

class Menu {
  #element;
  #root;
  #button;
  #taken;
  #language;
  #host;
  #items;
  #said;
  #panel;
  #label;
  /** @type {What} */
  #shows = "embed"; // what the text there is
  /** @type {HTMLTextAreaElement} */
  #text;
  #off = new AbortController(); // ends what is listened to

  /**
   * @param {OurElement} element
   * @param {ShadowRoot} root
   * @param {HTMLElement} button
   * @param {import("./taken.js").Taken} taken
   * @param {{ lang: string, direction: string }} language
   */
  constructor(element, root, button, taken, language) {
    this.#element = element;
    this.#root = root;
    this.#button = button;
    this.#taken = taken;
    this.#language = language;
    const { words } = taken;
    /** @type {[What, number, () => unknown][]} */
    const all = [
      ["link", at.COMMON_COPY, () => this.#copy("link", linkOf(element))],
      ["embed", at.EMBED, () => this.#embed()],
      ["csv", at.TABLE, () => this.#save("csv", "text/csv;charset=utf-8", csv(table(taken)))],
      ["svg", at.SVG, () => this.#svg()],
      ["png", at.PNG, () => this.#png()],
      ["print", at.PRINT, () => this.#print()],
    ];
    // Of the others nothing has a time.
    if (element.constructor.spec.widget === "timeline") all.splice(3, 0, ["ics", at.CALENDAR, () => this.#calendar()]);
    this.#items = all.map(([what, word, work]) => {
      const item = el("button", { type: "button", role: "menuitem", tabindex: "-1", "data-what": what }, words[word]);
      item.addEventListener("click", () => this.#do(work));
      return item;
    });
    this.#label = el("span", {});
    this.#text = /** @type {HTMLTextAreaElement} */ (
      el("textarea", { readonly: "", dir: "ltr", spellcheck: "false", rows: "4" })
    );
    const copy = el("button", { type: "button" }, words[at.COPY]);
    copy.addEventListener("click", () => this.#do(() => this.#copy(this.#shows, this.#text.value)));
    this.#panel = el("div", { part: "text", hidden: "" }, el("label", {}, this.#label, this.#text), copy);
    this.#said = el("p", { part: "said", role: "status" });
    const name = el("div", { role: "menu", "aria-label": button.textContent ?? "" }, ...this.#items);
    this.#host = el(
      "div",
      {
        class: "plan-root plan-take",
        lang: language.lang === "zh" ? "zh-Hans" : language.lang,
        dir: language.direction,
      },
      name,
      this.#panel,
      this.#said,
    );
    const scheme = root.querySelector("[part=root]")?.getAttribute("data-scheme");
    if (scheme) this.#host.dataset.scheme = scheme;
    dress(root);
    root.append(this.#host);
    // Else it stands above the page, not above everything.
    if (this.#host.showPopover) {
      this.#host.popover = "manual";
      this.#host.showPopover();
    }
    button.setAttribute("aria-expanded", "true");
    this.#listen();
    this.#place();
    this.#items[0].focus({ preventScroll: true });
  }

  #listen() {
    const { signal } = this.#off;
    this.#host.addEventListener("keydown", (event) => this.#key(event), { signal });
    for (const type of ["pointerdown", "focusin"])
      addEventListener(type, (event) => this.#elsewhere(event), { capture: true, signal });
    addEventListener("scroll", () => this.#place(), { capture: true, passive: true, signal });
    addEventListener("resize", () => this.#place(), { signal });
    addEventListener("keydown", (event) => event.key === "Escape" && this.#escape(event), { capture: true, signal });
  }

  /**
   * A press or the focus anywhere else closes it; on its button, a click does.
   * @param {Event} event
   */
  #elsewhere(event) {
    const path = event.composedPath();
    if (!path.includes(this.#host) && !path.includes(this.#button)) this.close();
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    // Not the dialog around it as well.
    event.preventDefault();
    event.stopPropagation();
    this.close(true);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const now = this.#items.indexOf(/** @type {HTMLElement} */ (this.#root.activeElement));
    if (now < 0) return;
    if (event.key === "Tab") {
      if (!this.#panel.hidden && !event.shiftKey) return; // on to the code
      this.close(true); // from the button the browser goes on by itself
      return;
    }
    const last = this.#items.length - 1;
    const to = /** @type {Record<string, number | undefined>} */ ({
      ArrowDown: now === last ? 0 : now + 1,
      ArrowUp: now === 0 ? last : now - 1,
      Home: 0,
      End: last,
    })[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#items[to].focus();
  }

  /** Beside its button, in the window. */
  #place() {
    if (!this.#button.isConnected) return this.close();
    const { clientWidth: width, clientHeight: height } = member("documentElement");
    const { left, top } = layout(
      this.#button.getBoundingClientRect(),
      this.#host.getBoundingClientRect(),
      { width, height },
      this.#language.direction === "rtl",
    );
    this.#host.style.setProperty("--_left", `${left}px`);
    this.#host.style.setProperty("--_top", `${top}px`);
  }

  /** @param {boolean} [back] whether the focus goes to the button, where it is from */
  close(back) {
    this.#off.abort();
    menus.delete(this.#button);
    this.#button.setAttribute("aria-expanded", "false");
    const inside = this.#host.contains(this.#root.activeElement);
    this.#host.remove();
    if (back || inside) this.#button.focus({ preventScroll: true });
  }

  /**
   * Does what an item is for; what fails is said.
   * @param {() => unknown} work
   */
  async #do(work) {
    try {
      await work();
    } catch {
      this.#say(this.#taken.words[at.FAILED]);
    }
  }

  /** @param {(string | false)[]} texts */
  #say(...texts) {
    this.#said.textContent = texts.filter(Boolean).join(" ");
    this.#place();
  }

  /** @param {What} what */
  #took(what) {
    dispatch(this.#element, "plan-take", { what });
  }

  /**
   * Copies a text. Where that is refused it is shown and selected.
   * @param {What} what
   * @param {string} text
   */
  async #copy(what, text) {
    const { words } = this.#taken;
    // A page that came over plain HTTP has no clipboard, and a frame is mostly not allowed to use it.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject();
    const copied = await written.then(
      () => true,
      () => {
        this.#show(what, text);
        return member("execCommand")("copy");
      },
    );
    this.#say(words[copied ? (what === "link" ? at.COMMON_COPIED : at.CODE_COPIED) : at.REFUSED]);
    if (copied) this.#took(what);
  }

  /**
   * Shows a text to be copied.
   * @param {What} what
   * @param {string} text
   */
  #show(what, text) {
    this.#shows = what;
    this.#panel.hidden = false;
    this.#label.textContent = this.#taken.words[what === "link" ? at.COMMON_COPY : at.CODE];
    this.#text.value = text;
    this.#text.focus({ preventScroll: true });
    this.#text.select();
    this.#place();
  }

  #embed() {
    this.#show("embed", codeOf(this.#element, this.#root));
    this.#say();
  }

  /**
   * Has the browser save a file.
   * @param {What} what
   * @param {string} type
   * @param {BlobPart} content
   * @param {string | false} [more] what is to be said besides
   */
  #save(what, type, content, more = false) {
    const { words } = this.#taken;
    const name = fileName(this.#parts(), what);
    const url = URL.createObjectURL(new Blob([content], { type }));
    // Not in the page, whose routers look at links that are pressed.
    const link = /** @type {HTMLAnchorElement} */ (el("a", { href: url, download: name }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), READ);
    this.#say(filled(words[at.FILE], name), more, isKept() && words[at.FRAME]);
    this.#took(what);
  }

  /** What the name of a file says: the plan, the widget, the language, the filters. */
  #parts() {
    const { view } = this.#taken;
    const { widget, needs } = this.#element.constructor.spec;
    const one = needs && this.#element.getAttribute(needs);
    return [view.plan ?? "", widget, ...(one ? [one] : []), view.lang, ...this.#filters().map(([, value]) => value)];
  }

  /**
   * What the widget is filtered by: the words of each filter, and its value.
   * @returns {[words: string, value: string][]}
   */
  #filters() {
    const { view, words } = this.#taken;
    const values = (view.facets ?? []).flat();
    const { state = [], item } = this.#element.constructor.spec;
    return state
      .filter((name) => name !== item)
      .flatMap((name) => {
        const value = this.#element.getAttribute(name);
        if (!value) return [];
        if (name === "query") return [[`\u201c${value}\u201d`, value]];
        const ids = value.split(/\s+/).filter(Boolean);
        const named = ids.map((id) => values.find((/** @type {any} */ known) => known.id === id)?.name);
        if (named.includes(undefined)) return []; // of a layout, or an order
        return [/** @type {[string, string]} */ ([named.join(words[at.COMMON_COMMA]), ids.join("-")])];
      });
  }

  #calendar() {
    const { words } = this.#taken;
    const { text, count, left } = calendar(this.#taken, linkOf(this.#element), new Date());
    if (!count) return this.#say(words[at.DATELESS]);
    const more = left > 0 && filled(words[at.LEFT_OUT], digits(left, words));
    return this.#save("ics", "text/calendar;charset=utf-8", text, more);
  }

  async #draw() {
    const { picture } = await script("./picture.js", () => import("./picture.js"));
    return picture(
      pictured(this.#taken, {
        heading: this.#root.querySelector("[part=heading]")?.textContent ?? "",
        filters: this.#filters().map(([words]) => words),
        date: dateOf(new Date(), this.#language.lang),
        colors: this.#colors(),
      }),
    );
  }

  /** The widget's colours in the light: who looks at a picture can't choose. */
  #colors() {
    const probe = el("span", { class: "plan-root", "data-scheme": "light", hidden: "" });
    probe.style.setProperty("forced-color-adjust", "none");
    this.#root.append(probe);
    const style = getComputedStyle(probe);
    const found = colors((property) => {
      probe.style.color = `var(${property})`;
      // By their red, green and blue where the browser knows how; else it leaves the line out.
      probe.style.color = `color-mix(in srgb, var(${property}), var(${property}))`;
      return style.color;
    });
    probe.remove();
    return found;
  }

  async #svg() {
    this.#save("svg", "image/svg+xml", await this.#draw());
  }

  async #png() {
    const pixels = await pixelsOf(await this.#draw());
    if (pixels) this.#save("png", "image/png", pixels);
    else this.#say(this.#taken.words[at.NO_PNG]);
  }

  #print() {
    this.close(true);
    this.#took("print");
    print();
  }
}

/**
 * The page's URL, in which the state of an element stands if it keeps that there. In a frame it is the frame's page:
 * what the host's is, is not told.
 * @param {OurElement} element
 */
const linkOf = (element) => (element.hasAttribute("deep-link") ? location.href : location.href.replace(/#.*/, ""));

/**
 * Whether a frame may not be allowed to save files: one in a sandbox, as far as it can know.
 */
function isKept() {
  if (parent === window) return false;
  try {
    const { sandbox } = /** @type {HTMLIFrameElement} */ (window.frameElement);
    return sandbox.length > 0 && !sandbox.contains("allow-downloads");
  } catch {
    return origin === "null"; // the host is of another origin: a sandbox may have taken ours
  }
}

/**
 * Today, in words where the browser has some for the language.
 * @param {Date} date
 * @param {string} lang
 */
function dateOf(date, lang) {
  const [known] = Intl.DateTimeFormat.supportedLocalesOf([lang]);
  if (known) return new Intl.DateTimeFormat(known, { dateStyle: "long" }).format(date);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

// Attributes that are URLs.
const URLS = ["src", "progress", "href"];

// Where the page for frames of one topic is.
const OF_TOPIC = /\/embed\/\w+\/[^/]+\/[^/]*$/;

/**
 * The code that shows an element as it is now in another page: of a page for frames the frame, else the element with
 * the script that this page has it from.
 * @param {OurElement} element
 * @param {ShadowRoot} root
 */
function codeOf(element, root) {
  const {
    localName: tag,
    constructor: { spec },
  } = element;
  const scripts = [.../** @type {NodeListOf<HTMLScriptElement>} */ (member("querySelectorAll")("script[src]"))];
  const framing = scripts.find(({ src }) => /\/embed\.js$/.test(src));
  if (framing) {
    const url = new URL(location.href);
    url.hash = "";
    url.searchParams.delete("childId"); // pym's, of one host
    for (const name of OPTIONS[/** @type {keyof typeof OPTIONS} */ (spec.tag)] ?? []) {
      const value = element.getAttribute(name);
      if (value !== null && name !== "lang") url.searchParams.set(name, value);
      // The page may be one topic's, which the reader has taken back.
      else if (name === "topic" && OF_TOPIC.test(url.pathname)) url.searchParams.set(name, "");
      else url.searchParams.delete(name);
    }
    return frameCode({
      url: url.href,
      title: member("title"),
      height: Math.ceil(member("body").getBoundingClientRect().height),
      script: new URL("frame.js", framing.src).href,
    });
  }
  /** @type {Record<string, string | false>} */
  const values = { lang: languageOf(element) || false };
  for (const name of spec.attributes) {
    const value = element.getAttribute(name);
    if (value !== null) values[name] = URLS.includes(name) ? new URL(value, element.baseURI).href : value;
  }
  const title = root.querySelector("[part=source]")?.textContent ?? member("title");
  const from = new URL("./", import.meta.url).href;
  const script = scripts.find(({ src, type }) => type === "module" && src.startsWith(from))?.src;
  return elementCode({ tag, script, inside: linkCode(linkOf(element), title) }, values);
}

/**
 * A picture of pixels; nothing where the page's policy doesn't let a picture of ours be shown.
 * @param {string} svg
 */
async function pixelsOf(svg) {
  const blob = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    // A policy may allow one and not the other.
    for (const src of [`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, blob]) {
      const image = new Image();
      image.src = src;
      try {
        await image.decode();
      } catch {
        continue;
      }
      const canvas = /** @type {HTMLCanvasElement} */ (el("canvas", {}));
      canvas.width = image.naturalWidth * FINE;
      canvas.height = image.naturalHeight * FINE;
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done));
    }
    return null;
  } finally {
    URL.revokeObjectURL(blob);
  }
}

/**
 * An element with attributes and children.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function el(name, attributes, ...children) {
  const made = /** @type {HTMLElement} */ (member("createElement")(name));
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
