// The class behind every element: it owns the mount point and the attributes; what is inside comes from Rust.

import { Base, define, dispatch, mirror, replay, turns, whenErrors } from "./common.js";
import { above, member } from "./document.js";
import { TRAPPED, engine } from "./engine.js";
import { script } from "./file.js";
import { VERSION } from "./spec.js";
import { best, languageOf, watchLanguages } from "./language.js";
import { source, wholeNow } from "./source.js";
import { dress, whenThemes } from "./sheet.js";
import { whenVisible } from "./visibility.js";

/** @type {typeof import("./deep-link.js") | undefined} */
let deepLink;

/** A widget that is measured before it is shown takes no room. */
const UNSEEN = { height: "0", overflow: "hidden" };

// An item or a card that the reader has opened.
const OPENED = "details[open]:not([part])";

// What is open there, or has the focus, stays so when the widget lives.
const DETAILS = ["meanings", "names"].map((part) => `details[part=${part}]`);

/**
 * Fetched for elements with `deep-link`: most have none.
 * @param {(deepLink: typeof import("./deep-link.js")) => void} then
 */
const whenDeepLink = async (then) => {
  deepLink ??= await import("./deep-link.js").catch(() => undefined);
  if (deepLink?.copyLinks) then(deepLink); // else the links do nothing, and the widget everything else
};

/** What every widget's element does. */
export class PlanElement extends Base {
  /** @type {Spec} */
  static spec = { tag: "", widget: "", view: "", needs: null, attributes: [], data: {} };
  static version = VERSION;

  static get observedAttributes() {
    return this.spec.attributes;
  }

  static define = define;

  /** @type {Extras | undefined} */
  static extras;

  /** @type {PlanJson | null} */
  #model = null; // the object given as `model`
  #visible = false; // near the viewport, or wanted before
  /** @type {(() => void) | null} */
  #stop = null; // takes back what was registered while connected
  #turns = turns(this, () => this.#stop && this.#refresh(++this.#turn));
  #turn = 0; // counts refreshes, so that a late answer of an earlier one is dropped
  /** @type {import("./engine.js").Started | null} */
  #instance = null; // the instance of the module that this element watches
  /** @type {(() => void) | null} */
  #unwatch = null;
  /** @type {Mount | null} */
  #mount = null; // where that instance renders
  /** @type {View | null} */
  #taken = null; // what it shows there
  /** @type {{ given?: Given | null, lang?: string }} */
  #shown = {}; // whose plan is to be seen there, and the language
  /** @type {Promise<void> | null} */
  #linked = null; // of having followed the fragment: nothing is shown before
  #refused = ""; // the attributes that were left out last, which have been reported
  /** @type {string | null} */
  #typed = null; // what the search took over from a widget that had trapped
  /** @type {ChildNode[] | null} */
  #static = null; // what stood in the shadow root before the first mount
  /** @type {Pick<View, "lang" | "languages" | "unspoken" | "lacks">} */
  #spoken = { lang: "", languages: [] }; // the language that it is shown in, and those that there are
  #reveal = false; // the fragment names an item: it is to be scrolled to, as an id is

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
    replay(this, this.constructor.spec.attributes);
    if (this.#stop) return this.#schedule(); // a move, not an arrival; the language may be another
    const stops = [
      watchLanguages(() => this.#schedule()),
      whenVisible(this, () => {
        this.#visible = true;
        this.#schedule();
      }),
    ];
    if (this.constructor.spec.view === "deckView") {
      const print = () => this.#print();
      const printed = () => this.#schedule();
      addEventListener("beforeprint", print);
      addEventListener("afterprint", printed);
      stops.push(
        () => removeEventListener("beforeprint", print),
        () => removeEventListener("afterprint", printed),
      );
    }
    this.#stop = () => stops.forEach((stop) => stop());
    if (this.hasAttribute("deep-link")) {
      // At once where another element has had it fetched.
      this.#linked = whenDeepLink(({ copyLinks, watchFragment }) => {
        if (!this.#stop) return;
        stops.push(
          watchFragment(() => this.#follow()),
          () => this.removeEventListener("click", copyLinks),
        );
        this.addEventListener("click", copyLinks);
        this.#follow();
      });
    }
    this.#schedule();
  }

  #follow() {
    this.#reveal = /** @type {NonNullable<typeof deepLink>} */ (deepLink).readFragment(this);
    this.#visible ||= this.#reveal;
    this.#schedule();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /** With it, `moveBefore` keeps the element alive instead of removing and adding it. */
  connectedMoveCallback() {
    this.#schedule();
  }

  /**
   * @param {string} _name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(_name, old, value) {
    if (value !== old) this.#schedule();
  }

  #schedule() {
    if (this.#visible && this.#stop) this.#turns.ask();
  }

  /** @param {number} turn */
  async #refresh(turn) {
    const late = () => turn !== this.#turn || !this.isConnected;
    const lang = languageOf(this);
    try {
      const given = this.#model ?? this.getAttribute("src");
      const json = this.#source(given, lang, this.#all());
      const [value] = await Promise.all([json, engine(), this.#linked, this.hasAttribute("theme") && whenThemes()]);
      if (late()) return;
      const view =
        (await this.constructor.extras?.view(
          this,
          value,
          () => this.#schedule(),
          (error) => this.#turns.fail(error),
        )) ?? value;
      const instance = await engine(); // what ran first may have trapped while the plan was on its way
      if (late()) return;
      this.#watch(instance);
      const model = instance.take(view);
      let old = /** @type {View | null} */ (view); // what isn't needed any more
      try {
        const attributes = this.#attributes();
        this.#spoken = view;
        if (this.#mount) {
          dress(/** @type {ShadowRoot} */ (this.shadowRoot));
          const refused = this.#render(this.#mount, model, attributes);
          [old, this.#taken] = [this.#taken, view];
          this.#settle(refused, given, lang);
        } else {
          const shown = await this.#renderFirst(instance.mount(), model, attributes, given, lang, late);
          if (shown) [old, this.#taken] = [null, view];
        }
      } finally {
        if (old) instance.drop(old);
      }
    } catch (error) {
      if (!late()) this.#fail(/** @type {Facts} */ (error));
    }
  }

  /**
   * The view model, with the works without a date if they are to be shown.
   * @param {Given | null | undefined} given
   * @param {string | undefined} lang
   * @param {unknown} all
   */
  #source(given, lang, all) {
    const { spec } = this.constructor;
    return source(
      given,
      this.getAttribute("undated") === "shown" ? { ...spec, ...spec.whole } : spec,
      lang,
      this,
      all,
    );
  }

  /**
   * Opens the menu of what readers take away, of the items that are shown.
   * @param {number[]} shown
   */
  async #menu(shown) {
    const { given, lang } = this.#shown;
    try {
      const { open } = await script("./menu.js", () => import("./menu.js"));
      await open(this, shown, this.#taken, () => this.#source(given, lang, true));
    } catch (error) {
      this.#turns.fail(error);
    }
  }

  /** Shows all there is, within this event: a browser prints what stands then. */
  #print() {
    const [mount, shown] = [this.#mount, this.#taken];
    if (!mount || !shown) return;
    const view = wholeNow(shown);
    const model = mount.instance.take(view);
    this.#taken = view;
    try {
      this.#render(mount, model, { ...this.#attributes(), " print": "" });
    } catch (error) {
      this.#fail(/** @type {Facts} */ (error));
    } finally {
      mount.instance.drop(shown);
    }
  }

  /** Whether more is shown, searched or reported of than a first look has. */
  #all() {
    const { item = "" } = this.constructor.spec;
    return (
      this.getAttribute("query") ||
      this.getAttribute(item) ||
      this.getAttribute("project") ||
      /** @type {any} */ (this).progress ||
      this.getAttribute("layout") === "story" ||
      this.getAttribute("variant") === "full" ||
      this.shadowRoot?.querySelector("details[open]")
    );
  }

  /** What the attributes say, for Rust. */
  #attributes() {
    /** @type {Record<string, string | undefined>} */
    const attributes = Object.create(null); // what a page has put on all objects is no attribute
    for (const name of this.constructor.spec.attributes) {
      if (this.hasAttribute(name)) attributes[name] = /** @type {string} */ (this.getAttribute(name));
    }
    return attributes;
  }

  /** @param {import("./engine.js").Started} instance */
  #watch(instance) {
    if (this.#instance === instance) return;
    this.#unwatch?.();
    this.#instance = instance;
    this.#unwatch = instance.watch((reason) => this.#crashed(reason));
  }

  /**
   * Renders for the first time, next to what is to be seen until then, and then replaces that; says whether it has.
   * @param {Mount} mount
   * @param {RustModel} model
   * @param {Record<string, string | undefined>} attributes
   * @param {Given | null} given
   * @param {string | undefined} lang
   * @param {() => boolean} late
   */
  async #renderFirst(mount, model, attributes, given, lang, late) {
    const { instance, root } = mount;
    // What the reader has opened in the static content; no attribute has a space in its name.
    attributes[" open"] = [...(this.shadowRoot?.querySelectorAll(OPENED) ?? [])].map(itemOf).join(" ");
    // Where it will stand, so that it can be measured: Yew renders in a microtask, or later where much is to be done.
    // Not in a grid, as the page or a card makes it, where one child more would move the others.
    const stage = member("createElement")("div");
    let unwatch = () => {};
    const ready = new Promise((done) => {
      mount.emit = done;
      unwatch = instance.watch(done); // it may trap before that
    });
    let refused;
    try {
      if (this.shadowRoot && /block|flow/.test(getComputedStyle(this).display)) {
        Object.assign(stage.style, UNSEEN);
        stage.inert = true;
        const inside = stage.attachShadow({ mode: "open" });
        dress(inside);
        dress(this.shadowRoot); // its tokens are those of the theme
        inside.append(root);
        this.shadowRoot.append(stage);
      }
      refused = this.#render(mount, model, attributes);
      await ready;
      stage.remove();
      if (late()) {
        instance.unmount(mount);
        return false;
      }
      this.#mount = mount;
      mount.emit = (...event) => this.#emit(...event);
      this.#swap(root);
    } catch (error) {
      this.#mount = null;
      instance.unmount(mount);
      throw error;
    } finally {
      unwatch();
      stage.remove();
    }
    if (this.#mount !== mount) return false; // it has trapped since
    this.#settle(refused, given, lang);
    return true;
  }

  /**
   * Shows the plan; gives the attributes that were left out.
   * @param {Mount} mount
   * @param {RustModel} model
   * @param {Record<string, string | undefined>} attributes
   */
  #render({ instance, rust, root }, model, attributes) {
    root.style.setProperty("--_behind", ground(this));
    root.style.setProperty("--_url", JSON.stringify(location.href));
    const link = this.hasAttribute("deep-link") ? deepLink?.linkOf(this) : undefined;
    const { widget, needs } = this.constructor.spec;
    const refused = instance.call(() => rust.show(widget, model, attributes, link));
    if (refused.some(([name]) => name === needs)) throw { code: "attribute-invalid", refused }; // nothing was shown
    return refused;
  }

  /**
   * Reports what is shown now to the page.
   * @param {Refused[]} refused
   * @param {Given | null} given
   * @param {string | undefined} lang
   */
  #settle(refused, given, lang) {
    const news = this.#shown.given !== given || this.#shown.lang !== lang;
    this.#shown = { given, lang };
    const { languages, lacks } = this.#spoken;
    // What didn't arrive is to be asked for again.
    if (lacks) this.#turns.fail(lacks);
    else if (!this.constructor.extras?.waits?.(this)) this.#turns.end();
    if (lang && !best(lang, languages)) refused.push(["lang", lang, ...languages]);
    const left = String(refused);
    if (left && left !== this.#refused) this.#turns.fail({ code: "attribute-invalid", refused });
    this.#refused = left;
    // After Yew's own microtask, when the plan is to be seen.
    if (news) queueMicrotask(() => this.#turns.ready(this.#spoken));
    if (this.#reveal) requestAnimationFrame(() => deepLink?.bring(this));
    this.#reveal = false;
  }

  /**
   * Replaces what stood there by the live content, in one step, with the reader's focus.
   * @param {Mount["root"]} wrapper
   */
  #swap(wrapper) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#static ??= [...root.childNodes];
    // Null where nothing has the focus; where it isn't an input, it isn't asked for what others don't have.
    const active = /** @type {HTMLInputElement} */ (root.activeElement);
    const known = active && itemOf(active);
    const open = DETAILS.filter((part) => root.querySelector(`${part}[open]`));
    const same =
      active &&
      (active.matches(/** @type {string} */ ("input"))
        ? "input"
        : active.matches(/** @type {string} */ ("summary"))
          ? `${known === undefined ? DETAILS.find((part) => active.closest(part)) : `[data-item="${CSS.escape(known)}"]`} summary`
          : `[data-row="${active.dataset.row}"]`);
    /** @type {[number | null, number | null] | null | undefined} */
    const caret = active?.matches("input") ? [active.selectionStart, active.selectionEnd] : null;
    dress(root);
    root.textContent = "";
    root.append(wrapper);
    for (const part of open) root.querySelector(part)?.setAttribute("open", "");
    wrapper.firstElementChild.dispatchEvent(new Event("plan-placed"));
    const heir = /** @type {HTMLInputElement | null} */ (same && root.querySelector(same));
    heir?.focus({ preventScroll: true });
    if (!heir || !caret) return;
    // What was typed while no instance listened. Where just that made the last one trap, it is left out.
    if (heir.value !== active.value && active.value !== this.#typed) {
      heir.value = this.#typed = active.value;
      heir.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    heir.setSelectionRange(...caret);
  }

  /**
   * Dispatches an event, after what the reader has changed stands in the attributes.
   * @type {Emit}
   */
  #emit(event, detail) {
    if (event === "menu") return this.#menu(/** @type {number[]} */ (detail.shown));
    for (const name of this.constructor.spec.state ?? []) {
      if (!(name in detail)) continue;
      if (detail[name]) this.setAttribute(name, /** @type {string} */ (detail[name]));
      else this.removeAttribute(name);
    }
    if (this.hasAttribute("deep-link")) deepLink?.writeFragment(this);
    dispatch(this, event, /** @type {PlanEventMap[typeof event]["detail"]} */ (detail));
    this.constructor.extras?.heard(event, detail, () => this.#mount?.root, this);
  }

  /** @param {string} [reason] */
  #crashed(reason) {
    this.#mount = this.#taken = null; // its last content stays on the screen until another takes its place
    this.#shown = {};
    this.#turn++;
    const { last } = /** @type {import("./engine.js").Started} */ (this.#instance);
    this.#turns.fail({ code: last ? "gave-up" : "crashed", reason });
    if (last) this.#showStatic();
    else this.#schedule();
  }

  /** @param {Facts | typeof TRAPPED} error */
  #fail(error) {
    if (error === TRAPPED) return; // reported by `#crashed`
    this.#turns.fail(error);
    if (!this.#mount) this.#showStatic();
  }

  /** Shows all there is to read. */
  async #showStatic() {
    (await whenErrors()).showStatic(this, this.#static, languageOf(this));
  }

  #leave() {
    this.#stop?.();
    this.#turns.end();
    this.#stop = null;
    this.#visible = false;
    this.#turn++;
    this.#unwatch?.();
    this.#instance = this.#unwatch = null;
    if (this.#mount) {
      this.#mount.instance.unmount(this.#mount);
      if (this.#taken) this.#mount.instance.drop(this.#taken);
    }
    this.#mount = this.#taken = null;
    this.#shown = {};
  }
}

/**
 * The colour behind an element: headings that stay while the page scrolls need one.
 * @param {Element} element
 */
function ground(element) {
  /** @type {[string, number][]} */
  const veils = []; // those that let something through, the closest first
  let behind = "Canvas";
  for (let node = /** @type {Element | undefined} */ (element); node; node = above(node)) {
    const color = getComputedStyle(node).backgroundColor;
    // Of an opaque one browsers don't write the alpha.
    const alpha = color.startsWith("rgb(") ? 1 : Number(/[,/] ([^ ]+)\)$/.exec(color)?.[1] ?? Boolean(color));
    if (alpha === 1) {
      behind = color;
      break;
    }
    if (alpha) veils.push([color.replace("rgba", "rgb").replace(/[,/] [^ ]+$/, ")"), alpha]);
  }
  return veils.reduceRight(
    (under, [color, alpha]) => `color-mix(in srgb, ${color} ${alpha * 100}%, ${under})`,
    behind,
  );
}

/**
 * The id of what an element of the content stands in.
 * @param {Element} inside
 */
const itemOf = (inside) => /** @type {HTMLElement | null} */ (inside.closest("[data-item]"))?.dataset.item;

/**
 * An element's class: its spec, what it has besides, and a property for each attribute that HTMLElement doesn't have
 * already.
 * @param {Spec} spec
 * @param {Extras} [extras]
 */
export function element(spec, extras) {
  const made = class extends PlanElement {
    static spec = spec;
    static extras = extras;
  };
  if (extras?.progress) Object.defineProperty(made.prototype, "progress", extras.progress);
  // `spec` stands once here: SWC, which minifies for Next.js, reads a static field after what follows the class.
  return mirror(made, made.spec.attributes);
}
