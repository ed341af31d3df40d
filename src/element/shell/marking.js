// Marks the terms of a plan in a page's own text, and takes that back exactly.

import { described } from "./common.js";
import { documentOf, hostOf, isIn, member, own, rootOf } from "./document.js";
import { languageOf } from "./language.js";
import { entryOf, glossaryView } from "./glossary-view.js";
import { pause } from "./pause.js";
import { finder } from "popups";
import { Selected } from "./selected.js";
import { Split } from "./split.js";
import { BUTTON, COPY, PlanTerm } from "./term.js";
import { hiddenBy, isTorn, runsOf } from "./text.js";
import { hrefOf } from "./url.js";

// A task stays below the 50 ms at which a reader notices. So long is worked at a time, or half as long as the page
// takes to lay out what has changed: with that, all layouts together take at most about twice as long as the work.
const SLICE_MS = 20;

// A page that changes is read again when it has been calm for so long.
const CALM_MS = 100;

// What takes marks away sooner than this fights them. Each time it is given more time, and at last it has won.
const FIGHT_MS = 1000;
const LONGER = 4;
const ROUNDS = 3;

// Of so many texts it is known whether their marks are fought.
const MOST_TEXTS = 600;

// So many characters are searched at once, and so many marks made: a few milliseconds.
const BATCH = 100_000;
const MARKS = 200;

/** @type {import("./split.js").Change} */
const NONE = { written: new Map(), hasAdded: false, isTool: false };

/** @type {readonly string[]} */
const FIRST = ["root", "section", "all"];

/** @typedef {import("./text.js").Run} Run */
/** @typedef {import("./text.js").Piece} Piece */
/** @typedef {import("./split.js").Found} Found */

/**
 * A text with what is to be marked in it.
 * @typedef {{ node: Text, data: string, found: Found[] }} Job
 */

/**
 * Marks terms in `root`. Gives an `Annotation` at once; its `done` is a promise of itself.
 * @type {(...given: Parameters<PublicTypes["annotate"]>) => Annotation}
 */
export const annotate = (root = globalThis.document?.body, options = {}) => new Annotation(root, options);

export class Annotation {
  /** @type {Tree} */
  #root;
  #options;
  /** @type {GlossaryView | undefined} */
  #glossary;
  /** @type {Set<Split>} */
  #splits = new Set();
  /** @type {MutationObserver} */
  #observer;
  /** @type {Map<Entry, [Element, Explanation]>} */
  #prototypes = new Map(); // entry → a mark of it, and what that opens
  #running = Promise.resolve();
  #over = false;
  /** @type {number | undefined} */
  #soon;
  /** @type {Map<string, number>} */
  #rounds = new Map(); // text → how often in a row its marks were taken away at once
  #round = 0; // the most of these since the text was read
  /** @type {typeof PlanTerm} */
  #terms; // the class that is in charge of terms in the page: perhaps another script's, which has to know of our marks

  /**
   * @param {Tree} root
   * @param {AnnotateOptions} options
   */
  constructor(
    root,
    { plan, lang, first = "root", skip, except = [], observe = false, href, colorScheme, theme } = {},
  ) {
    const ownerDocument = root && documentOf(root);
    if (!ownerDocument || /** @type {Node} */ (ownerDocument) === root || !root.querySelector)
      throw new TypeError("annotate: root must be an element");
    if (!FIRST.includes(first)) throw new TypeError(`annotate: first is one of ${FIRST}, not ${first}`);
    if (skip) member("querySelector", ownerDocument)(skip); // throws what is wrong with it
    this.#root = root;
    this.#options = {
      plan,
      lang,
      first,
      skip,
      except: [except].flat(),
      observe,
      href: hrefOf(/** @type {OurElement} */ (hostOf(root) ?? root), href),
      scheme: colorScheme,
      theme,
    };
    this.#observer = new MutationObserver((changes) => this.#changed(changes));
    const registry = member("defaultView", ownerDocument)?.customElements;
    if (ownerDocument === globalThis.document && !registry?.get("plan-term")) PlanTerm.define();
    const inCharge = /** @type {typeof PlanTerm | undefined} */ (registry?.get("plan-term"));
    this.#terms = inCharge?.owners ? inCharge : PlanTerm;
    /** @type {Promise<Annotation>} */
    this.done = this.refresh().then(
      () => this,
      (error) => this.#failed(error),
    );
    this.done.catch(() => {}); // whoever waits for it gets the error
  }

  /** How many terms are marked. */
  get count() {
    let count = 0;
    for (const { marks } of this.#splits) count += marks.length;
    return count;
  }

  /** The language of the pop-ups. */
  get lang() {
    return this.#glossary?.lang;
  }

  /** The same where there are no words for it. */
  get unspoken() {
    return this.#glossary?.unspoken;
  }

  /**
   * Throws what is wrong, in words; `facts` is what they are made of.
   * @param {Facts} facts
   * @returns {Promise<never>}
   */
  async #failed(facts) {
    if (!facts?.code) throw facts;
    const { message, problems } = await described(facts, languageOf(hostOf(this.#root) ?? this.#root));
    throw Object.assign(new Error(message), { code: facts.code, problems, facts });
  }

  /** Marks what has come since; where nothing has, nothing changes. */
  refresh() {
    this.#running = this.#running.catch(() => {}).then(() => this.#run());
    return this.#running;
  }

  /** Takes every mark back: the page's text is node for node what it was, but for what the page has changed. */
  undo() {
    this.#over = true;
    clearTimeout(this.#soon);
    this.#change((selected) => this.#end(this.#splits, NONE, selected));
  }

  async #run() {
    const { plan, lang, except } = this.#options;
    const element = hostOf(this.#root) ?? this.#root;
    this.#glossary ??= await glossaryView(plan, element, lang ?? languageOf(element));
    const find = await finder(this.#glossary, except);
    if (this.#over) return;
    this.#terms.ready(rootOf(this.#root));
    /** @type {Job[]} */
    const jobs = [];
    await this.#inSlices(this.#search(find, jobs));
    if (!this.#over) await this.#inSlices(this.#mark(jobs));
  }

  /**
   * Does the work in tasks that a reader doesn't notice. What the page changes meanwhile is reported between them.
   * @param {Generator<void, void, Selected | null>} work each step takes a few milliseconds at most
   */
  async #inSlices(work) {
    const html = member("documentElement", documentOf(this.#root));
    for (let time = SLICE_MS, last = 0; ;) {
      let start = performance.now();
      const done = this.#change((selected) => {
        for (;;) {
          if (work.next(selected).done) return true;
          if (performance.now() - start > time) return false;
        }
      });
      if (done) return;
      const end = performance.now();
      await pause();
      start = performance.now();
      html?.getBoundingClientRect(); // lays the page out, if that hasn't been done
      const layout = performance.now() - end;
      // A machine may have had something else to do for once.
      time = Math.max(Math.min(layout, last) / 2, SLICE_MS);
      last = layout;
      if (performance.now() - start > SLICE_MS) await pause();
      if (this.#over) return;
    }
  }

  /**
   * Changes the text: that is no news to ourselves, and what the reader has selected stays selected.
   * @template Result
   * @param {(selected: Selected | null) => Result} work
   */
  #change(work) {
    this.#changed(this.#observer.takeRecords());
    this.#observer.disconnect();
    const selected = Selected.of(documentOf(this.#root));
    try {
      return work(selected);
    } finally {
      selected?.restore();
      if (!this.#over) this.#observer.observe(this.#root, { subtree: true, childList: true, characterData: true });
    }
  }

  /**
   * Finds what is to be marked.
   * @param {import("./finder.js").Find} find
   * @param {Job[]} jobs
   * @returns {Generator<void, void, Selected | null>}
   */
  *#search(find, jobs) {
    const { first, skip } = this.#options;
    const { owners } = this.#terms;
    const { entries = [] } = /** @type {GlossaryView} */ (this.#glossary);
    const all = first === "all";
    // In each section, and in each part of it that isn't shown now and may be another time, the entries marked there.
    /** @type {Map<Element | null, Set<Entry>>[]} */
    const seen = [];
    /**
     * Whether the entry is new there.
     * @param {Node} node
     * @param {number} scope
     * @param {Entry} entry
     */
    const isNew = (node, scope, entry) => {
      const hidden = hiddenBy(node);
      const there = (seen[scope] ??= new Map()).get(hidden) ?? new Set();
      seen[scope].set(hidden, there);
      return !there.has(entry) && there.add(entry);
    };
    const runs = runsOf(
      this.#root,
      skip,
      first === "section",
      (text) => owners.has(text),
      (term, scope) => {
        const entry =
          !all && entryOf(/** @type {GlossaryView} */ (this.#glossary), term.getAttribute("term") ?? term.textContent);
        if (entry) isNew(term, scope, entry);
      },
    );
    for (const batch of batches(runs)) {
      yield;
      let text = "";
      /** @type {(Piece & { scope: number, from: number, data: string })[]} */
      const nodes = [];
      for (const { pieces, scope } of batch) {
        for (const { node, left } of pieces) {
          nodes.push({ node, left, scope, from: text.length, data: node.data });
          text += node.data;
        }
        text += "\0";
      }
      const found = find(text);
      let at = 0; // the index of the node that the next find is in
      for (let index = 0; index < found.length;) {
        while (at + 1 < nodes.length && nodes[at + 1].from <= found[index]) at++;
        const { node, left, scope, from, data } = nodes[at];
        const to = from + data.length;
        const out = left || isTorn(node) || /** @type {number} */ (this.#rounds.get(data)) >= ROUNDS;
        /** @type {Found[]} */
        const here = [];
        for (; index < found.length && found[index] < to; index += 3) {
          const entry = entries[found[index + 2]];
          // What goes on in another node can't be split.
          if (!out && found[index + 1] <= to && (all || isNew(node, scope, entry)))
            here.push([found[index] - from, found[index + 1] - from, entry]);
        }
        if (here.length) jobs.push({ node, data, found: here });
      }
    }
  }

  /**
   * Marks what was found: what the reader sees comes first.
   * @param {Job[]} jobs
   * @returns {Generator<void, void, Selected | null>}
   */
  *#mark(jobs) {
    const { owners } = this.#terms;
    // Further down on the page comes further down.
    let [from, to] = [0, jobs.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const parent = jobs[middle].node.parentElement;
      const box = parent && own("getBoundingClientRect", parent)();
      if (box && box.bottom < 0) from = middle + 1;
      else to = middle;
    }
    let selected = yield;
    for (const { node, data, found } of [...jobs.slice(from), ...jobs.slice(0, from)]) {
      if (node.data !== data || owners.has(node) || !isIn(this.#root, node)) continue;
      const split = new Split(node, this, owners);
      this.#splits.add(split);
      for (let at = 0; at < found.length && this.#splits.has(split); at += MARKS) {
        split.add(found.slice(at, at + MARKS), (entry) => this.#made(entry), selected);
        selected = yield;
      }
    }
  }

  /**
   * Gives texts back, and looks after their marks no more.
   * @param {Iterable<Split>} splits
   * @param {import("./split.js").Change} change the page's
   * @param {Selected | null} selected
   */
  #end(splits, change, selected) {
    const all = [...splits].filter((split) => this.#splits.delete(split));
    const ours = all.map((split) => split.isOurs(change));
    all.forEach((split, index) => {
      split.end(change, ours[index], selected);
      for (const mark of split.marks) this.#terms.explain(mark);
    });
  }

  /**
   * What the page changes is the page's: marks in it go, before anything is painted.
   * @param {MutationRecord[]} changes
   */
  #changed(changes) {
    if (!changes.length) return;
    /** @type {import("./split.js").Change} */
    const change = { written: new Map(), hasAdded: false, isTool: false };
    const { written } = change;
    /** @type {Set<Split>} */
    const fallen = new Set();
    /** @param {Node | null} node */
    const look = (node) => {
      const split = this.#terms.owners.get(/** @type {Node} */ (node));
      if (split?.by === this) fallen.add(split);
    };
    for (const { type, target, addedNodes } of changes) {
      change.hasAdded ||= addedNodes.length > 0;
      if (type !== "characterData") continue;
      written.set(target, (written.get(target) ?? 0) + 1);
      change.isTool ||= (this.#terms.owners.get(target)?.head ?? target) !== target;
    }
    for (const { target, removedNodes, previousSibling, nextSibling } of changes) {
      [target, previousSibling, nextSibling].forEach(look);
      for (const node of removedNodes) {
        look(node);
        if (isIn(this.#root, node)) continue;
        // With all that has gone with it.
        const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) look(texts.currentNode);
      }
    }
    for (const split of fallen) {
      if (isIn(this.#root, split.head) && split.stands(change)) {
        fallen.delete(split);
        continue;
      }
      const { at, data, head } = split;
      const news = written.has(head) && head.data !== data; // another text, and no fight
      const round = news || performance.now() - at > FIGHT_MS ? 0 : (this.#rounds.get(data) ?? 0) + 1;
      if (this.#rounds.size > MOST_TEXTS) this.#rounds.clear();
      this.#rounds.set(data, round);
      this.#round = Math.max(this.#round, round);
    }
    if (fallen.size) this.#change((selected) => this.#end(fallen, change, selected));
    if (!this.#options.observe || this.#over) return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(
      () => {
        this.#round = 0;
        this.refresh().catch(() => {});
      },
      CALM_MS * LONGER ** (this.#round % ROUNDS), // it is given no more time than that
    );
  }

  /**
   * A mark without its text.
   * @param {Entry} entry
   */
  #made(entry) {
    let known = this.#prototypes.get(entry);
    if (!known) {
      const prototype = member("createElement", documentOf(this.#root))("plan-term");
      for (const [name, value] of Object.entries({ term: entry.id, ...BUTTON, [COPY]: "" }))
        prototype.setAttribute(name, value);
      const { href, scheme, theme } = this.#options;
      const glossary = /** @type {GlossaryView} */ (this.#glossary);
      known = [prototype, { glossary, entry, href, scheme, theme, made: true }];
      this.#prototypes.set(entry, known);
    }
    const mark = /** @type {Element} */ (known[0].cloneNode());
    this.#terms.explain(mark, known[1]);
    return mark;
  }
}

/**
 * Runs, as many at a time as are searched at once.
 * @param {Run[]} runs
 */
function* batches(runs) {
  /** @type {Run[]} */
  let batch = [];
  let length = 0;
  for (const run of runs) {
    batch.push(run);
    for (const { node } of run.pieces) length += node.data.length;
    if (length < BATCH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length) yield batch;
}
