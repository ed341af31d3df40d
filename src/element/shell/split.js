// A text node of the page with marks in it: how it is split, and how the page gets it back, whatever became of it.
// What the page or a reader's tools have changed is theirs to the letter: only what is as it was made is taken out.

import { isIn, member } from "./document.js";

/** @typedef {import("./selected.js").Selected | null} Selection */

/**
 * A name in a text: where it begins and ends, and whose it is.
 * @typedef {[start: number, end: number, entry: Entry]} Found
 */

/**
 * What the page has changed: the texts that it has written to, with how often; whether it has put something in; and
 * whether it is something that goes through all texts and knows of no heads.
 * @typedef {{ written: Map<Node, number>, hasAdded: boolean, isTool: boolean }} Change
 */

/**
 * Whose a node is.
 * @typedef {WeakMap<Node, Split>} Owners
 */

// What is at least so much the same is an edit of it, and not another text.
const MOSTLY = 0.75;

export class Split {
  /** When the page's text was changed. */
  at = performance.now();
  /** @type {Element[]} */
  marks = [];
  /** @type {ChildNode[]} */
  #nodes = []; // what stands behind the head: marks, and text between them
  /** @type {[Text, number][]} */
  #texts; // with where each begins in the whole
  #owners;

  /**
   * @param {Text} head the page's node, which stays: what made it may still hold it
   * @param {object} by the annotation that looks after it
   * @param {Owners} owners
   */
  constructor(head, by, owners) {
    this.head = head;
    this.by = by;
    this.data = head.data;
    this.#texts = [[head, 0]];
    this.#owners = owners.set(head, this);
  }

  /** What is left in the head. */
  get #kept() {
    return this.data.slice(0, this.#texts[1][1]);
  }

  /**
   * Puts marks behind those that are there.
   * @param {Found[]} found
   * @param {(entry: Entry) => Element} make
   * @param {Selection} selected
   */
  add(found, make, selected) {
    const { head, data } = this;
    const text = member("createTextNode", head.ownerDocument);
    const [last, base] = /** @type {[Text, number]} */ (this.#texts[this.#texts.length - 1]);
    const from = found[0][0];
    /** @type {ChildNode[]} */
    const nodes = [];
    /**
     * @param {number} start
     * @param {number} end
     * @param {Element} [mark] around it
     */
    const put = (start, end, mark) => {
      const made = text(data.slice(start, end));
      mark?.append(made);
      this.#texts.push([made, start]);
      nodes.push(mark ?? made);
      this.#owners.set(made, this).set(mark ?? made, this);
    };
    // An empty head may be taken out by the page that made it, or by `normalize()`, which takes this out as well.
    if (!from) put(0, 0);
    found.forEach(([start, end, entry], index) => {
      const mark = make(entry);
      this.marks.push(mark);
      put(start, end, mark);
      const next = found[index + 1]?.[0] ?? data.length;
      if (next > end) put(end, next);
    });
    selected?.move((node, offset) => {
      if (node !== last) return undefined;
      const [text, start] = /** @type {[Text, number]} */ (
        this.#texts.filter(([, from]) => from <= base + offset).pop()
      );
      return [text, base + offset - start];
    });
    // Each by itself: several at once would go through a fragment, which takes half as long again.
    let end = /** @type {ChildNode} */ (last);
    for (const node of nodes) {
      end.after(node);
      end = node;
    }
    // Last: a text that is cut where all else is as it was laid out has Chromium go through the whole paragraph.
    last.deleteData(from - base, data.length);
    this.#nodes.push(...nodes);
  }

  /**
   * Whether it is as it was made.
   * @param {Change} change
   */
  stands({ written, isTool }) {
    return (
      this.head.nextSibling === this.#nodes[0] &&
      this.head.data === this.#kept &&
      this.#isIntact() &&
      // Who writes to the head alone means all of the text, also where it now ends as the head did.
      (written.get(this.head) !== 1 || isTool)
    );
  }

  /**
   * Whether what stands behind the head is nobody's but ours. To be asked of all before any is given back.
   * @param {Change} change
   */
  isOurs(change) {
    return !change.isTool && this.#isIntact() && !this.#isConserved(change);
  }

  /**
   * Gives the page its text back.
   * @param {Change} change
   * @param {boolean} isOurs
   * @param {Selection} selected
   */
  end({ written }, isOurs, selected) {
    const { head, data, marks } = this;
    const kept = this.#kept;
    const owners = this.#owners;
    for (const [text] of this.#texts) owners.delete(text);
    for (const node of this.#nodes) owners.delete(node);
    /** @type {Map<Node, [Text, number]>} */
    const moved = new Map();
    if (isOurs) {
      const same = head.data === kept && !written.has(head);
      for (const [text, from] of this.#texts) moved.set(text, [head, same ? from : 0]);
      for (const node of this.#nodes) node.remove();
      if (same) head.appendData(data.slice(kept.length));
    } else {
      for (const mark of marks) mark.replaceWith(...mark.childNodes);
      // `normalize()` has no need of an empty text; who made it has.
      if (!kept && !head.parentNode)
        this.#texts.find(([text], index) => index > 1 && text.parentNode)?.[0].before(head);
      for (const [text] of this.#texts) moved.set(text, (text !== head && joined(text, owners)) || [text, 0]);
    }
    selected?.move((node, offset) => {
      const [text, from] = moved.get(node) ?? [];
      return text && [text, Math.min(/** @type {number} */ (from) + offset, text.data.length)];
    });
  }

  /** Whether what stands behind the head is as it was made. */
  #isIntact() {
    /** @type {ChildNode | null} */
    let next = this.#nodes[0];
    return this.#texts.every(([text, from], index) => {
      if (!index) return true;
      const node = this.#nodes[index - 1];
      const stands = node === next && text.data === this.data.slice(from, this.#texts[index + 1]?.[1]);
      next = node.nextSibling;
      return stands && (node === text || (node.firstChild === text && node.lastChild === text));
    });
  }

  /**
   * Whether the head has been changed by something that goes by what is on the page. What goes by the nodes that it
   * has made, as frameworks do, means the whole text when it changes the head.
   * @param {Change} change
   */
  #isConserved({ written, hasAdded }) {
    const { head, data } = this;
    const [first] = this.#nodes;
    const before = /** @type {Text | null} */ (first.previousSibling);
    const [parent, home] = [first.parentNode, head.parentNode];
    const [kept, now] = [this.#kept, head.data];
    if (/** @type {Node | null} */ (before)?.nodeName === "FONT") return true; // translated
    if (!kept || !before || !parent) return false;
    // Moved, or what is put behind the head is meant to stand behind the whole text.
    if (now === kept && home && (home === parent || !isIn(parent, head))) return false;
    const same = common(kept, now);
    const most = Math.max(kept.length, now.length);
    if (before === head && same >= MOSTLY * most && same >= common(data, now)) return true;
    if (!hasAdded && !written.has(before)) return false;
    // Cut, wrapped, or put into something else, as by `normalize()` into the text before; and all still there.
    const range = member("createRange", head.ownerDocument)();
    range.setStart(Reflect.get(Node.prototype, "parentNode", parent) ?? parent, 0);
    range.setEndBefore(first);
    return range.toString().endsWith(kept);
  }
}

/**
 * Takes the text out of the copy of a mark, and the copy away: one that nobody looks after.
 * @param {Element} mark
 * @param {Owners} owners
 */
export function unwrap(mark, owners) {
  const texts = [...mark.childNodes, mark.nextSibling];
  mark.replaceWith(...mark.childNodes);
  // The page had one text there.
  for (const text of texts) if (text?.nodeType === 3 && !owners.has(text)) joined(/** @type {Text} */ (text), owners);
}

/**
 * Puts a text into the one before it, if that is nobody's else; gives where it has gone.
 * @param {Text} text
 * @param {Owners} owners
 * @returns {[Text, number] | undefined}
 */
function joined(text, owners) {
  const before = /** @type {Text | null} */ (text.previousSibling);
  if (before?.nodeType !== 3 || owners.has(before)) return undefined;
  const from = before.length;
  before.appendData(text.data);
  text.remove();
  return [before, from];
}

/**
 * How many characters at the start and at the end of two texts are the same.
 * @param {string} one
 * @param {string} other
 */
function common(one, other) {
  const most = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < most && one[start] === other[start]) start++;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return start + end;
}
