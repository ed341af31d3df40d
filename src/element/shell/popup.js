// The pop-up that explains a term: one in each document, in the top layer while it is open, and gone when it isn't.

import { above, member, own } from "./document.js";
import { dress, whenThemes } from "./sheet.js";
import { layout } from "./layout.js";
import { VERSION } from "./spec.js";
import * as at from "./words.js";

export { finder } from "./finder.js";

export const build = VERSION;

// A pointer that only passes shall open nothing.
const SHOW_MS = 250;

// Long enough to lead the pointer from a term into the pop-up (WCAG 1.4.13: hoverable).
const HIDE_MS = 300;

/** @type {WeakMap<Document, Popup>} */
const popups = new WeakMap();

const anchors = globalThis.CSS?.supports?.("position-area", "block-end");

/** @typedef {(term: Element) => Explanation | undefined} Explain */

/**
 * Lets the terms of a document open their pop-up: a handful of listeners for all of them.
 * @param {Document} document
 * @param {Explain} explain for a term's element what is to be shown, or nothing
 */
export function listen(document, explain) {
  if (!popups.has(document)) popups.set(document, new Popup(document, explain));
}

/**
 * Closes the pop-up of a term that leaves the page.
 * @param {Element} term
 */
export function leave(term) {
  popups.get(term.ownerDocument)?.leave(term);
}

/**
 * The element that the pop-up is.
 * @typedef {HTMLElement & { shadowRoot: ShadowRoot }} Host
 */

class Popup {
  #document;
  #explain;
  /** @type {HTMLElement | null} */
  #term = null; // whose pop-up is open
  #pinned = false; // opened by a press, not by a pointer that rests on the term
  /** @type {Host | null} */
  #host = null; // the element in the page, while it is open
  /** @type {number | undefined} */
  #timer;
  /** @type {HTMLElement | null} */
  #over = null; // the term that the pointer is on its way to open

  /**
   * @param {Document} document
   * @param {Explain} explain
   */
  constructor(document, explain) {
    this.#document = document;
    this.#explain = explain;
    const window = /** @type {Window} */ (member("defaultView", document));
    // In the capture phase: terms work wherever the page stops its events.
    window.addEventListener("click", (event) => this.#click(event), true);
    window.addEventListener("keydown", (event) => this.#key(event), true);
    window.addEventListener("pointerover", (event) => this.#point(event), true);
    window.addEventListener("pointerup", (event) => this.#elsewhere(event), true);
    window.addEventListener("focusin", (event) => this.#elsewhere(event), true);
    member("documentElement", document).addEventListener("pointerleave", () => this.#plan(null));
    window.addEventListener("scroll", () => this.#host?.hasAttribute("data-free") && this.#layout(), true);
    window.addEventListener("resize", () => this.#layout());
  }

  /** @param {Element} term */
  leave(term) {
    if (this.#term === term) this.#close();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const term = termOf(event);
    // What ends a selection is no press.
    if (
      !term ||
      (event.detail === 1 && !(/** @type {Selection} */ (member("getSelection", this.#document)()).isCollapsed))
    )
      return;
    if (this.#term === term && this.#pinned) this.#close();
    else this.#open(term, true);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && this.#host) {
      // Not the dialog around it as well.
      event.preventDefault();
      event.stopPropagation();
      return this.#close(true);
    }
    if (event.code === "Tab" && this.#pinned) return this.#tab(event);
    const term = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if ((event.key !== "Enter" && event.key !== " ") || !isTerm(term)) return;
    event.preventDefault(); // Space would scroll
    this.#open(term, true);
  }

  /**
   * The pop-up stands at the end of the page; to the keyboard it comes right after its term.
   * @param {KeyboardEvent} event
   */
  #tab(event) {
    const inside = [...this.#root.querySelectorAll("button, a[href]")];
    const at = inside.indexOf(/** @type {Element} */ (/** @type {Host} */ (this.#host).shadowRoot.activeElement));
    const leaves = event.shiftKey ? at <= 0 : at === inside.length - 1;
    if (!leaves || !(/** @type {Host} */ (this.#host).shadowRoot.activeElement)) return;
    // From the term the browser goes on by itself; back is the term.
    if (event.shiftKey) event.preventDefault();
    this.#close(true);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (event.pointerType !== "mouse") return;
    const term = termOf(event);
    const inside = this.#host && event.composedPath().includes(this.#host);
    this.#plan(term ?? (inside ? this.#term : null));
  }

  /**
   * What is to be open soon, for a pointer that rests on `term`, or on nothing.
   * @param {HTMLElement | null} term
   */
  #plan(term) {
    if (this.#over === term || this.#pinned) return;
    this.#over = term;
    clearTimeout(this.#timer);
    if (term && term === this.#term) return;
    if (term) this.#timer = setTimeout(() => this.#open(term, false), this.#host ? HIDE_MS : SHOW_MS);
    else if (this.#host) this.#timer = setTimeout(() => this.#close(), HIDE_MS);
  }

  /**
   * A press or the focus anywhere else closes it.
   * @param {Event} event
   */
  #elsewhere(event) {
    if (!this.#host || (event.type === "focusin" && !this.#pinned)) return;
    const path = event.composedPath();
    if (!path.includes(this.#host) && !path.includes(/** @type {Element} */ (this.#term))) this.#close();
  }

  /**
   * Opens the pop-up of a term.
   * @param {HTMLElement} term
   * @param {boolean} pinned by a press
   */
  async #open(term, pinned) {
    clearTimeout(this.#timer);
    this.#over = term;
    const explanation = await this.#explain(term);
    if (explanation?.theme) await whenThemes();
    // The reader may be elsewhere by now.
    if (!explanation || !term.isConnected || this.#over !== term) return;
    if (this.#term !== term) this.#show(term, explanation.theme);
    this.#fill(explanation, explanation.entry);
    this.#layout();
    this.#pinned ||= pinned;
    if (!pinned) return;
    this.#root.focus({ preventScroll: true });
    dispatchSelect(term, explanation.entry, null);
  }

  /**
   * @param {HTMLElement} term
   * @param {string | null | undefined} theme
   */
  #show(term, theme) {
    this.#close();
    this.#host = /** @type {Host} */ (member("createElement", this.#document)("plan-popup"));
    if (theme) this.#host.setAttribute("theme", theme);
    this.#host.attachShadow({ mode: "open" });
    dress(this.#host.shadowRoot);
    home(term).append(this.#host);
    // Else it stands above the page, not above everything.
    if (this.#host.showPopover) {
      this.#host.popover = "manual";
      this.#host.showPopover({ source: term });
    }
    this.#term = term;
    this.#over = term;
    term.setAttribute("aria-expanded", "true");
  }

  get #root() {
    return /** @type {HTMLElement} */ (/** @type {Host} */ (this.#host).shadowRoot.firstElementChild);
  }

  /**
   * Shows an entry: the term's own, or one that it leads on to.
   * @param {Explanation} explanation
   * @param {Entry} entry
   */
  #fill(explanation, entry) {
    const { glossary, href, scheme } = explanation;
    const { lang, languages, words } = glossary;
    /** @param {Entry} entry */
    const go = (entry) => () => {
      this.#fill(explanation, entry);
      this.#layout();
      this.#root.focus({ preventScroll: true });
      dispatchSelect(/** @type {Element} */ (this.#term), entry, null);
    };
    /**
     * @param {string} part
     * @param {Content} content
     * @param {() => void} press
     */
    const button = (part, content, press) => {
      const made = el("button", { part, type: "button" }, content);
      made.addEventListener("click", press);
      return made;
    };
    const articles = (entry.articles ?? []).map(
      (index) => /** @type {Required<GlossaryView>} */ (glossary).articles[index],
    );
    const related = (entry.related ?? []).map(
      (index) => /** @type {Required<GlossaryView>} */ (glossary).entries[index],
    );
    const translated = lang !== languages[0] && entry.other;
    const whole = this.#whole(entry, href, words[at.WHOLE]);
    const root = el(
      "div",
      {
        class: "plan-root",
        part: "root popup",
        role: "dialog",
        lang: tagOf(lang),
        dir: glossary.direction,
        "aria-labelledby": "title",
        tabindex: "-1",
      },
      [
        el("div", { part: "popup-head" }, [
          el("h2", { part: "popup-title", id: "title" }, entry.name),
          button(
            "close",
            [el("span", { "aria-hidden": "true" }, "\u00d7"), el("span", { part: "within" }, words[at.CLOSE])],
            () => this.#close(true),
          ),
        ]),
        translated && el("p", { part: "original", lang: tagOf(languages[0]) }, entry.other),
        entry.pinyin && el("p", { part: "pinyin", lang: "zh-Latn" }, entry.pinyin),
        el("p", { part: "note" }, entry.note),
        entry.components &&
          el(
            "ul",
            { part: "components", role: "list", "aria-label": words[at.STANDS_FOR].replace("{0}", () => entry.name) },
            entry.components.map(({ label, text }) =>
              el("li", { part: "component" }, [label && el("b", {}, label), label && " ", text]),
            ),
          ),
        related.length > 0 &&
          el("p", { part: "related" }, [
            words[at.RELATED],
            ...related.flatMap((entry) => [" ", button("related-term", entry.name, go(entry))]),
          ]),
        el("p", { part: "foot" }, [
          entry.cite && el("span", { part: "cite" }, `${glossary.title}${words[at.COMMA]}${entry.cite}`),
          " ",
          articles.length > 0 &&
            el("span", { part: "articles" }, [
              words[at.USED_IN],
              ...articles.flatMap(({ id, name }) => [
                " ",
                button("article", name, () => dispatchSelect(/** @type {Element} */ (this.#term), entry, id)),
              ]),
            ]),
          " ",
          whole,
          " ",
          glossary.note && el("span", { part: "language" }, glossary.note),
        ]),
      ],
    );
    if (scheme) root.dataset.scheme = scheme;
    const { shadowRoot } = /** @type {Host} */ (this.#host);
    shadowRoot.textContent = "";
    shadowRoot.append(root);
  }

  /**
   * The link to the whole glossary: a URL that the id is put behind, or the page's own glossary.
   * @param {Entry} entry
   * @param {string | null | undefined} href
   * @param {string} text
   */
  #whole({ id }, href, text) {
    const glossary = href ? null : member("querySelector", this.#document)("plan-glossary");
    if (!href && !glossary) return undefined;
    const whole = el(
      "a",
      {
        part: "whole",
        href: (href || `${this.#document.URL.split("#")[0]}#term=`) + encodeURIComponent(id),
      },
      text,
    );
    if (!glossary) return whole;
    whole.addEventListener("click", (event) => {
      event.preventDefault();
      this.#close();
      glossary.setAttribute("term", id);
      glossary.scrollIntoView({ block: "nearest" });
    });
    return whole;
  }

  #layout() {
    if (!this.#host) return;
    const { clientWidth, clientHeight } = member("documentElement", this.#document);
    this.#host.style.removeProperty("--_room"); // its own height is asked for
    const { left, top, above, room, fits } = layout(
      /** @type {Element} */ (this.#term).getBoundingClientRect(),
      this.#host.getBoundingClientRect(),
      { width: clientWidth, height: clientHeight },
      this.#root.dir === "rtl",
    );
    this.#host.toggleAttribute("data-above", above);
    if (fits) this.#host.style.setProperty("--_room", `${room}px`);
    // A low window, as at 400 %, has room on neither side.
    const free = !anchors || !fits;
    this.#host.toggleAttribute("data-free", free);
    if (!free) return;
    this.#host.style.setProperty("--_left", `${left}px`);
    this.#host.style.setProperty("--_top", `${top}px`);
  }

  /** `back` leads the focus to the term, where it is from. */
  #close(back = false) {
    clearTimeout(this.#timer);
    if (!this.#host) return;
    const [host, term, focused] = [
      this.#host,
      /** @type {HTMLElement} */ (this.#term),
      this.#host.shadowRoot.activeElement,
    ];
    this.#host = this.#term = this.#over = null;
    this.#pinned = false;
    term.setAttribute("aria-expanded", "false");
    if (back && focused) term.focus({ preventScroll: true });
    host.remove();
  }
}

/**
 * The tag for a `lang` attribute, as `Lang::tag` in Rust gives it.
 * @param {string} lang
 */
const tagOf = (lang) => (lang === "zh" ? "zh-Hans" : lang);

/** @param {EventTarget} node */
const isTerm = (node) =>
  /** @type {Element} */ (node)?.localName === "plan-term" &&
  /** @type {Element} */ (node).getAttribute("role") === "button";

/** @param {Event} event */
const termOf = (event) => /** @type {HTMLElement | undefined} */ (event.composedPath().find(isTerm));

/**
 * Dispatches `plan-select`: the id of a term, and that of a passage where one was pressed.
 * @param {Element} term
 * @param {Entry} entry
 * @param {string | null} article
 */
function dispatchSelect(term, entry, article) {
  term.dispatchEvent(
    new CustomEvent("plan-select", { bubbles: true, composed: true, detail: { term: entry.id, article } }),
  );
}

/**
 * Where the pop-up is put: from outside of a modal dialog or what fills the screen it can't be reached.
 * @param {Element} term
 * @returns {Element}
 */
function home(term) {
  for (let node = /** @type {Element | undefined} */ (term); node; node = above(node))
    if (own("matches", node)(":is(dialog:modal, :fullscreen)")) return node;
  return member("body", term.ownerDocument);
}

/** @typedef {Node | string | false | null | undefined} Child */
/** @typedef {Child | Child[]} Content */

/**
 * An element with attributes and children; what isn't there is left out.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {Content} children
 */
function el(name, attributes, children = []) {
  const made = member("createElement")(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(.../** @type {Node[]} */ ([children].flat().filter((child) => child || child === " ")));
  return made;
}
