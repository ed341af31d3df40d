// The element that makes a term in a sentence a button with a pop-up.

import { Base, define, mirror, replay, turns } from "./common.js";
import { documentOf, own } from "./document.js";
import { watchLanguages } from "./language.js";
import { entryOf, glossaryView } from "./glossary-view.js";
import { dressMarks } from "./marks.js";
import { unwrap } from "./split.js";
import { whenVisible } from "./visibility.js";
import { leave, listen } from "popups";
import { VERSION, term as spec } from "./spec.js";
import { hrefOf } from "./url.js";

// In these a press has a meaning already.
const PRESSED = "a[href], button, summary, label, [role=button], [role=link]";

/** @type {WeakMap<Element, Explanation>} */
const explanations = new WeakMap(); // a term's element → what its pop-up shows

export class PlanTerm extends Base {
  static spec = spec;
  static version = VERSION;
  static define = define;

  static get observedAttributes() {
    return spec.attributes;
  }

  /**
   * What annotations have split: each looks after its own, and leaves that of others alone, other scripts' too.
   * @type {import("./split.js").Owners}
   */
  static owners = new WeakMap();

  /**
   * For marks, which `annotate()` makes and looks after: what the pop-up of one shows, or that it is no more.
   * @param {Element} element
   * @param {Explanation} [what]
   */
  static explain(element, what) {
    if (what) explanations.set(element, what);
    else explanations.delete(element);
  }

  /**
   * Makes the terms in a document or a shadow root look and work.
   * @param {Node} root
   */
  static ready(root) {
    dressMarks(root);
    listen(documentOf(root), (term) => explanations.get(term));
  }

  /** @type {PlanJson | null} */
  #model = null; // the object given as `model`
  #visible = false; // near the viewport, or wanted before
  /** @type {(() => void) | null} */
  #stop = null; // takes back what was registered while connected
  #turn = 0; // counts refreshes, so that a late answer of an earlier one is dropped
  /** @type {ReturnType<typeof turns> | undefined} */
  #asked; // made when it is needed: marks, of which a text may have thousands, never do

  get #turns() {
    return (this.#asked ??= turns(this, () => this.#refresh()));
  }

  get model() {
    return this.#model;
  }

  /** @param {PlanJson | null | undefined} value */
  set model(value) {
    if (value === this.#model) return; // another object is another plan
    this.#model = value ?? null;
    this.#turns.ask();
  }

  connectedCallback() {
    if (explanations.get(this)?.made) return; // by `annotate()`, which looks after it
    if (this.hasAttribute(COPY)) return parsed(() => this.isConnected && unwrap(this, PlanTerm.owners));
    replay(this, spec.attributes);
    if (this.#stop) return this.#turns.ask(); // a move, not an arrival; the language may be another
    const stops = [
      watchLanguages(() => this.#turns.ask()),
      whenVisible(this, () => {
        this.#visible = true;
        this.#turns.ask();
      }),
    ];
    this.#stop = () => stops.forEach((stop) => stop());
  }

  disconnectedCallback() {
    leave(this);
    if (!this.#stop) return; // a mark, of which thousands may go at once
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stop?.();
      this.#asked?.end();
      this.#stop = null;
      this.#turn++;
    });
  }

  /**
   * @param {string} _name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(_name, old, value) {
    if (value !== old && this.#stop) this.#turns.ask();
  }

  async #refresh() {
    if (!this.#visible || !this.#stop) return;
    const turn = ++this.#turn;
    try {
      const glossary = await glossaryView(this.#model ?? this.getAttribute("src"), this);
      if (turn !== this.#turn || !this.isConnected) return;
      const name = this.getAttribute("term") ?? this.textContent;
      const entry = entryOf(glossary, name);
      if (!entry)
        throw {
          code: "attribute-invalid",
          refused: [["term", name.trim(), ...(glossary.entries ?? []).map(({ id }) => id)]],
        };
      const news = explanations.get(this)?.glossary !== glossary;
      explanations.set(this, {
        glossary,
        entry,
        href: hrefOf(this, this.getAttribute("href")),
        scheme: this.getAttribute("color-scheme"),
        theme: this.getAttribute("theme"),
      });
      const parent = this.parentElement;
      if (!parent || !own("closest", parent)(PRESSED)) arm(this);
      this.#turns.end();
      if (news) this.#turns.ready(glossary);
    } catch (error) {
      if (turn === this.#turn) this.#turns.fail(error);
    }
  }
}

mirror(PlanTerm, spec.attributes);

/**
 * Set on marks: an element with it that nobody looks after is a copy of one, as from a snapshot of the page, and goes.
 */
export const COPY = "data-plan-mark";

/**
 * Calls `then` when what is in an element is there, before anything is painted.
 * @param {() => void} then
 */
function parsed(then) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", then);
  else queueMicrotask(then);
}

/** What makes a button of an element. */
export const BUTTON = { role: "button", tabindex: "0", "aria-haspopup": "dialog", "aria-expanded": "false" };

/**
 * Makes it a button; what the page has said of it stays.
 * @param {Element} element
 */
function arm(element) {
  for (const [name, value] of Object.entries(BUTTON)) {
    if (!element.hasAttribute(name)) element.setAttribute(name, value);
  }
  PlanTerm.ready(element.getRootNode());
}
