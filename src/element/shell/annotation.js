// The element that marks the terms in a part of the page.

import { Base, define, mirror, replay, turns } from "./common.js";
import { byId } from "./document.js";
import { languageOf, watchLanguages } from "./language.js";
import { annotate } from "./marking.js";
import { whenVisible } from "./visibility.js";
import { VERSION, annotate as spec } from "./spec.js";
import { hrefOf } from "./url.js";

// So long after the page's load the text that `for` names may come: scripts may have to fetch it.
const PATIENCE_MS = 5000;

export class PlanAnnotate extends Base {
  static spec = spec;
  static version = VERSION;
  static define = define;

  static get observedAttributes() {
    return spec.attributes;
  }

  /** @type {PlanJson | null} */
  #model = null; // the object given as `model`
  /** @type {import("./marking.js").Annotation | null} */
  #annotation = null;
  #turns = turns(this, () => this.isConnected && this.#refresh());
  /** @type {(() => void) | null} */
  #stop = null; // takes back what was registered while connected
  #visible = false; // the text is near the viewport, or was before
  /** @type {(() => void) | null} */
  #forget = null; // stops waiting for that
  /** @type {HTMLElement | null} */
  #root = null; // what is marked
  // Nothing is looked for where both have gone at once.
  #watcher = new MutationObserver(() => this.isConnected && this.#find() !== this.#root && this.#schedule());
  /** @type {string | null} */
  #known = null; // the id that has been found or reported
  /** @type {number | undefined} */
  #patience;

  get model() {
    return this.#model;
  }

  /** @param {PlanJson | null | undefined} value */
  set model(value) {
    if (value === this.#model) return; // another object is another plan
    this.#model = value ?? null;
    this.#schedule();
  }

  connectedCallback() {
    replay(this, spec.attributes);
    this.#stop ??= watchLanguages(() => this.#languageChanged());
    this.#schedule();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stop?.();
      this.#forget?.();
      this.#turns.end();
      this.#stop = this.#forget = null;
      this.#visible = false;
      this.#watcher.disconnect();
      clearTimeout(this.#patience);
      this.#end();
    });
  }

  /**
   * @param {string} _name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(_name, old, value) {
    if (value !== old) this.#schedule();
  }

  /** @type {string | undefined} */
  #language;

  #languageChanged() {
    if (languageOf(this) !== this.#language || this.#annotation?.unspoken) this.#schedule();
  }

  #schedule() {
    if (this.#stop) this.#turns.ask();
  }

  #end() {
    this.#annotation?.undo();
    this.#annotation = null;
  }

  /** The element whose text is marked. Watches for its coming, and for another in its place. */
  #find() {
    const id = this.getAttribute("for");
    this.#watcher.disconnect();
    if (id === null) return this;
    const tree = this.getRootNode();
    const found = byId(tree, id);
    this.#watcher.observe(found ?? tree, { subtree: !found, childList: !found, attributeFilter: ["id"] });
    // What happens in the text is not asked for.
    for (let node = found && parent(found); node; node = parent(node))
      this.#watcher.observe(node, { childList: true });
    return found;
  }

  /**
   * Says so when nothing of this id has come in good time.
   * @param {string} id
   */
  #miss(id) {
    this.#patience = setTimeout(() => {
      if (document.readyState !== "complete") return this.#miss(id);
      this.#known = id;
      this.#turns.fail({ code: "attribute-invalid", refused: [["for", id]] });
    }, PATIENCE_MS);
  }

  /** @returns {Promise<void>} */
  async #refresh() {
    this.#end();
    const id = this.getAttribute("for");
    const root = (this.#root = this.#find());
    clearTimeout(this.#patience);
    if (!root) return void (id !== this.#known && this.#miss(/** @type {string} */ (id)));
    this.#known = id;
    if (!this.#visible) {
      this.#forget?.();
      this.#forget = whenVisible(root === this ? (this.firstElementChild ?? this) : root, () => {
        this.#visible = true;
        this.#schedule();
      });
      return;
    }
    this.#language = languageOf(this);
    const first = this.getAttribute("first") ?? "root";
    // Whatever the attributes say: `annotate()` refuses what it can't take.
    const said = /** @type {AnnotateOptions} */ ({
      plan: this.#model ?? this.getAttribute("src"),
      lang: this.#language,
      first,
      skip: this.getAttribute("skip"),
      except: (this.getAttribute("except") ?? "")
        .split(/[,，、]/)
        .map((text) => text.trim())
        .filter(Boolean),
      observe: this.hasAttribute("observe"),
      href: hrefOf(this, this.getAttribute("href")),
      colorScheme: this.getAttribute("color-scheme"),
      theme: this.getAttribute("theme"),
    });
    let annotation;
    try {
      annotation = this.#annotation = annotate(root, said);
      await annotation.done;
      this.#turns.end();
      if (annotation === this.#annotation) this.#turns.ready(annotation, { count: annotation.count });
    } catch (error) {
      if (annotation && annotation !== this.#annotation) return;
      // `annotate()` has words for its caller; the page's editor hears which attribute it was.
      if (!annotation && error instanceof TypeError)
        return this.#turns.fail({
          code: "attribute-invalid",
          refused: [["first", first, "root", "section", "all"]],
        });
      if (/** @type {Error} */ (error).name === "SyntaxError")
        return this.#turns.fail({
          code: "attribute-invalid",
          refused: [["skip", /** @type {string} */ (said.skip)]],
        });
      this.#turns.fail(/** @type {Caught} */ (error).facts ?? error);
    }
  }
}

/**
 * What a node stands in, whatever the forms and pictures in that are called.
 * @param {Node} node
 * @returns {Node | null}
 */
const parent = (node) => Reflect.get(Node.prototype, "parentNode", node);

mirror(PlanAnnotate, spec.attributes);
