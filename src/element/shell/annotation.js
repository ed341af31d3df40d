// The element that marks the terms in a part of the page.

import { Base, define, dispatch, mirror, replay, reportFailure } from "./common.js";
import { languageOf, watchLanguages } from "./language.js";
import { annotate } from "./marking.js";
import { whenVisible } from "./visibility.js";
import { VERSION, annotate as spec } from "./spec.js";
import { hrefOf } from "./url.js";

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
  #queued = false; // a refresh is to come in this microtask
  /** @type {(() => void) | null} */
  #stop = null; // takes back what was registered while connected
  #visible = false; // the text is near the viewport, or was before
  /** @type {(() => void) | null} */
  #forget = null; // stops waiting for that

  get model() {
    return this.#model;
  }

  /** @param {PlanJson | null | undefined} value */
  set model(value) {
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
      this.#stop = this.#forget = null;
      this.#visible = false;
      this.#end();
    });
  }

  attributeChangedCallback() {
    this.#schedule();
  }

  /** @type {string | undefined} */
  #language;

  #languageChanged() {
    if (languageOf(this) !== this.#language) this.#schedule();
  }

  #schedule() {
    if (this.#queued || !this.#stop) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) this.#refresh();
    });
  }

  #end() {
    this.#annotation?.undo();
    this.#annotation = null;
  }

  /** @returns {Promise<void>} */
  async #refresh() {
    this.#end();
    const id = this.getAttribute("for");
    const root = id === null ? this : /** @type {Document} */ (this.getRootNode()).getElementById(id);
    if (!root)
      return reportFailure(this, { code: "attribute-invalid", refused: [["for", /** @type {string} */ (id)]] });
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
      plan: this.#model ?? this.getAttribute("src") ?? undefined,
      lang: this.#language,
      first,
      skip: this.getAttribute("skip") ?? undefined,
      except: (this.getAttribute("except") ?? "")
        .split(/[,，、]/)
        .map((text) => text.trim())
        .filter(Boolean),
      observe: this.hasAttribute("observe"),
      href: hrefOf(this, this.getAttribute("href")) ?? undefined,
      colorScheme: this.getAttribute("color-scheme") ?? undefined,
    });
    let annotation;
    try {
      annotation = this.#annotation = annotate(root, said);
      await annotation.done;
      if (annotation === this.#annotation)
        dispatch(this, "plan-ready", { lang: /** @type {Lang} */ (annotation.lang), count: annotation.count });
    } catch (error) {
      if (annotation && annotation !== this.#annotation) return;
      // `annotate()` has words for its caller; the page's editor hears which attribute it was.
      if (error instanceof TypeError)
        return reportFailure(this, {
          code: "attribute-invalid",
          refused: [["first", first, "root", "section", "all"]],
        });
      if (/** @type {Error} */ (error).name === "SyntaxError")
        return reportFailure(this, {
          code: "attribute-invalid",
          refused: [["skip", /** @type {string} */ (said.skip)]],
        });
      if (!(/** @type {Caught} */ (error).facts)) throw error; // not of ours: let it be seen
      reportFailure(this, /** @type {{ facts: Facts }} */ (error).facts);
    }
  }
}

mirror(PlanAnnotate, spec.attributes);
