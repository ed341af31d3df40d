// What the reader has selected, kept while the text under it changes.

import { member } from "./document.js";

/**
 * An end of a selection.
 * @typedef {[node: Node, offset: number]} End
 */

/** What is selected. Asked for once, not for each text: browsers lay the page out for an answer. */
export class Selected {
  #selection;
  /** @type {End[]} */
  #ends;
  #moved = false;

  /** @param {Document} document */
  static of(document) {
    const selection = member("getSelection", document)();
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
