// Marks the terms of a plan in a page's own text, and takes that back exactly.

import { described } from "./common.js";
import { finder } from "./finder.js";
import { languageOf } from "./language.js";
import { entryOf, glossaryView, langOf } from "./glossary-view.js";
import { BUTTON, PlanTerm } from "./term.js";
import { hrefOf } from "./url.js";

// A task stays far below the 50 ms at which a reader notices: so long is worked at a time.
const SLICE_MS = 12;

// A page that changes is read again when it has been calm for so long.
const CALM_MS = 100;

// So many characters are searched at once: a few milliseconds.
const BATCH = 100_000;

// Text goes on through these: a name that begins in one and ends in another is one name.
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt ruby s samp small span " +
    "strike strong sub sup time tt u var wbr plan-term"
  ).split(" "),
);

// Text that is no prose, or in which a press has a meaning already: by names, which are quick to compare, and by
// attributes.
const LEFT = new Set(
  (
    "a abbr acronym audio button canvas code dfn iframe input kbd label math noscript object option plan-term pre ruby " +
    "samp script select style summary svg template textarea var video"
  ).split(" "),
);
const LEFT_BY =
  "[contenteditable]:not([contenteditable=false]), [aria-hidden=true], [hidden], [inert], [role=button], " +
  "[role=link], [role=textbox], [translate=no], [data-plan-skip]";

// What begins a section.
const SECTION = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "section", "article"]);

/** @type {readonly string[]} */
const FIRST = ["root", "section", "all"];

/**
 * What annotations have split: each looks after its own, and leaves that of others alone.
 * @type {WeakSet<Node>}
 */
const owned = new WeakSet();

/**
 * A text of the page: `left` is one in which nothing is marked.
 * @typedef {{ node: Text, left: boolean }} Piece
 */

/**
 * Texts without a break, and the part of the page that they stand in.
 * @typedef {{ pieces: Piece[], scope: number }} Run
 */

/**
 * A name in a text: where it begins and ends, and whose it is.
 * @typedef {[start: number, end: number, entry: Entry]} Found
 */

/**
 * What became of a text node: its text before and since, the nodes behind it, each text with where it begins in the
 * old one, and how many of the nodes are marks.
 * @typedef {{ data: string, kept: string, nodes: ChildNode[], texts: [Text, number][], marks: number }} Split
 */

/**
 * An end of a selection.
 * @typedef {[node: Node, offset: number]} End
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
  /** @type {Map<Text, Split>} */
  #heads = new Map(); // a text node that terms were marked in → what became of it
  /** @type {WeakMap<Node, Text>} */
  #owner = new WeakMap(); // each node of it → the text node
  #observer;
  /** @type {Map<Entry, Element>} */
  #prototypes = new Map(); // entry → a mark of it
  #running = Promise.resolve();
  #over = false;
  /** @type {number | undefined} */
  #soon;
  /** @type {Selected | null} */
  #selected = null; // while the text is changed

  /**
   * @param {Tree} root
   * @param {AnnotateOptions} options
   */
  constructor(root, { plan, lang, first = "root", skip, except = [], observe = false, href, colorScheme } = {}) {
    if (!root?.ownerDocument || !root.querySelector)
      throw new TypeError("annotate: root is to be an element, a fragment or a shadow root");
    if (!FIRST.includes(first))
      throw new TypeError(`annotate: first is to be one of ${FIRST.join(", ")}, found ${first}`);
    if (skip) root.querySelector(skip); // throws what is wrong with it
    this.#root = root;
    this.#options = {
      plan,
      lang,
      first,
      skip: skip ? `${LEFT_BY}, ${skip}` : LEFT_BY,
      except: [except].flat(),
      observe,
      href: hrefOf(/** @type {OurElement} */ (root.host ?? root), href),
      scheme: colorScheme,
    };
    this.#observer = new MutationObserver((changes) => this.#changed(changes));
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
    for (const { marks } of this.#heads.values()) count += marks;
    return count;
  }

  /** The language of the pop-ups. */
  get lang() {
    return this.#glossary && langOf(this.#glossary);
  }

  /**
   * Throws what is wrong, in words; `facts` is what they are made of.
   * @param {Facts} facts
   * @returns {Promise<never>}
   */
  async #failed(facts) {
    if (!facts?.code) throw facts;
    const { message, problems } = await described(facts, languageOf(this.#root.host ?? this.#root));
    throw Object.assign(new Error(message), { code: facts.code, problems, facts });
  }

  /** Marks what has come since; where nothing has, nothing changes. */
  refresh() {
    this.#running = this.#running.catch(() => {}).then(() => this.#run());
    return this.#running;
  }

  /** Takes every mark back: the page's text is node for node what it was. */
  undo() {
    this.#over = true;
    clearTimeout(this.#soon);
    this.#observer.disconnect();
    this.#change(() => [...this.#heads.keys()].forEach((head) => this.#restore(head)));
  }

  async #run() {
    const { plan, lang, first, except } = this.#options;
    const element = this.#root.host ?? this.#root;
    this.#glossary ??= await glossaryView(plan, element, lang ?? languageOf(element));
    const find = await finder(this.#glossary, except);
    if (this.#over) return;
    this.#terms().ready(this.#root.getRootNode());
    // What the page changes meanwhile is reported at each pause.
    this.#observer.observe(this.#root, { subtree: true, childList: true, characterData: true });
    const { runs, seen } = this.#collect();
    /** @type {(scope: number, entry: Entry) => unknown} */
    const wanted = (scope, entry) => first === "all" || (!seen[scope].has(entry) && seen[scope].add(entry));
    const work = this.#work(runs, find, wanted);
    while (this.#slice(work)) {
      await (globalThis.scheduler?.yield?.() ?? new Promise((then) => setTimeout(then)));
      if (this.#over) return;
    }
  }

  /**
   * Does some of the work; says whether there is more.
   * @param {Generator<() => void, void>} work
   */
  #slice(work) {
    const start = performance.now();
    return this.#change(() => {
      // Not by `for … of`, which would end the generator.
      for (let step = work.next(); !step.done; step = work.next()) {
        step.value();
        if (performance.now() - start > SLICE_MS) return true;
      }
      return false;
    });
  }

  /**
   * Changes the text: that is no news to ourselves, and what the reader has selected stays selected.
   * @template Result
   * @param {() => Result} work
   */
  #change(work) {
    this.#selected = Selected.of(this.#root.ownerDocument);
    try {
      return work();
    } finally {
      this.#selected?.restore();
      this.#selected = null;
      this.#observer.takeRecords();
    }
  }

  /**
   * The page's text: runs of pieces without a break, and for each part of the page the entries that are marked there.
   */
  #collect() {
    const { first, skip } = this.#options;
    /** @type {Run[]} */
    const runs = [];
    /** @type {Set<Entry>[]} */
    const seen = [new Set()];
    /** @type {Piece[]} */
    let pieces = [];
    const end = () => {
      if (pieces.some(({ left }) => !left)) runs.push({ pieces, scope: seen.length - 1 });
      pieces = [];
    };
    /**
     * @param {Node} parent
     * @param {boolean} left
     */
    const walk = (parent, left) => {
      // An element where it isn't a text.
      for (
        let node = /** @type {Element | null} */ (parent.firstChild);
        node;
        node = /** @type {Element | null} */ (node.nextSibling)
      ) {
        if (node.nodeType === 3)
          pieces.push({ node: /** @type {Text} */ (/** @type {Node} */ (node)), left: left || owned.has(node) });
        if (node.nodeType !== 1) continue;
        const name = node.localName;
        if (name === "plan-term") {
          const entry = entryOf(
            /** @type {GlossaryView} */ (this.#glossary),
            node.getAttribute("term") ?? node.textContent,
          );
          if (entry) /** @type {Set<Entry>} */ (seen.at(-1)).add(entry);
        }
        const out = left || LEFT.has(name) || node.matches(skip);
        if (INLINE.has(name)) {
          walk(node, out); // its text may be part of a longer name
          continue;
        }
        end();
        if (first === "section" && SECTION.has(name)) seen.push(new Set());
        if (!out && (name === "plan-annotate" || !name.startsWith("plan-"))) walk(node, false);
        end();
      }
    };
    walk(this.#root, this.#isLeft());
    end();
    return { runs, seen };
  }

  /** Whether the root itself stands in what is left alone. */
  #isLeft() {
    for (let node = /** @type {Upward | null | undefined} */ (this.#root); node; node = node.parentNode ?? node.host) {
      if (
        node.nodeType === 1 &&
        (LEFT.has(/** @type {Element} */ (node).localName) ||
          /** @type {Element} */ (node).matches(this.#options.skip))
      )
        return true;
    }
    return false;
  }

  /**
   * Steps that don't depend on each other, each of a few milliseconds at most.
   * @param {Run[]} runs
   * @param {import("./finder.js").Find} find
   * @param {(scope: number, entry: Entry) => unknown} wanted
   * @returns {Generator<() => void, void>}
   */
  *#work(runs, find, wanted) {
    for (const batch of batches(runs)) {
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
      let found = /** @type {Uint32Array} */ (/** @type {unknown} */ (undefined)); // until this step has been done
      yield () => (found = find(text));
      let at = 0; // the index of the node that the next find is in
      for (let index = 0; index < found.length;) {
        while (at + 1 < nodes.length && nodes[at + 1].from <= found[index]) at++;
        const { node, left, scope, from, data } = nodes[at];
        const to = from + data.length;
        /** @type {Found[]} */
        const here = [];
        for (; index < found.length && found[index] < to; index += 3) {
          const entry = /** @type {Required<GlossaryView>} */ (this.#glossary).entries[found[index + 2]];
          // What goes on in another node can't be split.
          if (!left && found[index + 1] <= to && wanted(scope, entry))
            here.push([found[index] - from, found[index + 1] - from, entry]);
        }
        if (here.length)
          yield () => node.data === data && this.#root.contains(node) && !owned.has(node) && this.#split(node, here);
      }
    }
  }

  /**
   * The class that is in charge of terms in the page: perhaps another script's, which has to know of our marks.
   * @returns {Pick<typeof PlanTerm, "explain" | "ready">}
   */
  #terms() {
    const registry = this.#root.ownerDocument.defaultView?.customElements;
    const { ownerDocument } = this.#root;
    if (ownerDocument === globalThis.document && !(/** @type {CustomElementRegistry} */ (registry).get("plan-term")))
      PlanTerm.define();
    const inCharge = /** @type {typeof PlanTerm | undefined} */ (registry?.get("plan-term"));
    return inCharge?.explain ? inCharge : PlanTerm;
  }

  /**
   * Puts marks into a text node, which stays: what made it may still hold it.
   * @param {Text} head
   * @param {Found[]} found
   */
  #split(head, found) {
    const { data, ownerDocument: document } = head;
    const terms = this.#terms();
    /** @type {ChildNode[]} */
    const nodes = [];
    /** @type {[Text, number][]} */
    const texts = [[head, 0]]; // with where each begins
    for (const [index, [start, end, entry]] of found.entries()) {
      const mark = /** @type {Element} */ (this.#prototype(entry, document).cloneNode());
      /** @type {Explanation} */
      const what = {
        glossary: /** @type {GlossaryView} */ (this.#glossary),
        entry,
        href: this.#options.href,
        scheme: this.#options.scheme,
      };
      const inside = document.createTextNode(data.slice(start, end));
      mark.append(inside);
      terms.explain(mark, what);
      nodes.push(mark);
      texts.push([inside, start]);
      const next = found[index + 1]?.[0] ?? data.length;
      if (next > end) {
        const rest = document.createTextNode(data.slice(end, next));
        nodes.push(rest);
        texts.push([rest, end]);
      }
    }
    this.#selected?.move((node, offset) => {
      if (node !== head) return undefined;
      const [text, from] = /** @type {[Text, number]} */ (texts.findLast(([, from]) => from <= offset));
      return [text, offset - from];
    });
    head.data = data.slice(0, found[0][0]);
    head.after(...nodes);
    this.#heads.set(head, { data, kept: head.data, nodes, texts, marks: found.length });
    for (const node of [head, ...nodes]) {
      this.#owner.set(node, head);
      owned.add(node);
    }
  }

  /**
   * Makes one node of it again, and takes nothing back that the page has changed since.
   * @param {Text} head
   */
  #restore(head) {
    const { data, kept, nodes, texts } = /** @type {Split} */ (this.#heads.get(head));
    this.#heads.delete(head);
    owned.delete(head);
    const whole = head.data === kept;
    this.#selected?.move((node, offset) => {
      const [, from] = texts.find(([text]) => text === node) ?? [];
      return from === undefined ? undefined : [head, whole ? from + offset : Math.min(offset, head.data.length)];
    });
    for (const node of nodes) node.remove();
    if (whole) head.data = data;
  }

  /**
   * Whether what became of a text node still stands as it was put.
   * @param {Text} head
   */
  #stands(head) {
    const { kept, nodes } = /** @type {Split} */ (this.#heads.get(head));
    /** @type {ChildNode} */
    let last = head;
    return (
      this.#root.contains(head) &&
      head.data === kept &&
      nodes.every((node) => last.nextSibling === node && (last = node))
    );
  }

  /**
   * What the page changes is the page's: marks in it go, before anything is painted.
   * @param {MutationRecord[]} changes
   */
  #changed(changes) {
    /** @type {Set<Text>} */
    const affected = new Set();
    for (const { target, removedNodes, previousSibling, nextSibling } of changes) {
      for (const node of [target, previousSibling, nextSibling, ...removedNodes])
        affected.add(/** @type {Text} */ (this.#owner.get(/** @type {Node} */ (node))));
    }
    // With a part of the page that has gone.
    for (const head of this.#heads.keys()) if (!this.#root.contains(head)) affected.add(head);
    const fallen = [...affected].filter((head) => this.#heads.has(head) && !this.#stands(head));
    if (fallen.length) this.#change(() => fallen.forEach((head) => this.#restore(head)));
    if (!this.#options.observe) return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.refresh().catch(() => {}), CALM_MS);
  }

  /**
   * A mark, to be copied.
   * @param {Entry} entry
   * @param {Document} document
   */
  #prototype(entry, document) {
    if (!this.#prototypes.has(entry)) {
      const mark = document.createElement("plan-term");
      for (const [name, value] of Object.entries({ term: entry.id, ...BUTTON })) mark.setAttribute(name, value);
      this.#prototypes.set(entry, mark);
    }
    return /** @type {Element} */ (this.#prototypes.get(entry));
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

/** What the reader has selected. Asked for once, not for each text: browsers lay the page out for an answer. */
class Selected {
  #selection;
  /** @type {End[]} */
  #ends;
  #moved = false;

  /** @param {Document} document */
  static of(document) {
    const selection = document.getSelection();
    return selection?.anchorNode ? new Selected(selection) : null;
  }

  /** @param {Selection} selection of which there is something */
  constructor(selection) {
    const { anchorNode, anchorOffset, focusNode, focusOffset } =
      /** @type {Selection & Record<"anchorNode" | "focusNode", Node>} */ (selection);
    this.#selection = selection;
    this.#ends = [
      [anchorNode, anchorOffset],
      [focusNode, focusOffset],
    ];
  }

  /** @param {(...end: End) => End | undefined} moveEnd gives the new position of one that moves */
  move(moveEnd) {
    this.#ends = this.#ends.map((end) => {
      const moved = moveEnd(...end);
      this.#moved ||= Boolean(moved);
      return moved ?? end;
    });
  }

  restore() {
    if (this.#moved)
      this.#selection.setBaseAndExtent(.../** @type {[Node, number, Node, number]} */ (this.#ends.flat()));
  }
}
