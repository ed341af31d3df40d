// The text of a part of a page: what of it may be marked, and what a reader sees of it.

import { above, documentOf, member, own } from "./document.js";

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
    "a abbr acronym audio button canvas code dfn iframe input kbd label math noscript object plan-term pre ruby " +
    "samp script select style summary svg template textarea var video"
  ).split(" "),
);
const LEFT_BY =
  "[contenteditable]:not([contenteditable=false]), [aria-hidden=true], [hidden], [inert], [role=button], " +
  "[role=link], [role=textbox], [translate=no], [data-plan-skip]";

// What begins a section.
const SECTION = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "section", "article"]);

/**
 * A text of the page: `left` is one in which nothing is marked.
 * @typedef {{ node: Text, left: boolean }} Piece
 */

/**
 * Texts without a break, and the section of the page that they stand in.
 * @typedef {{ pieces: Piece[], scope: number }} Run
 */

/**
 * Whether nothing is marked in an element. `skip` is what the page has said of it.
 * @param {Element} element
 * @param {string} [skip]
 */
const isLeft = (element, skip) =>
  LEFT.has(own("localName", element)) ||
  (own("hasAttributes", element)() && own("matches", element)(LEFT_BY)) ||
  Boolean(skip && own("matches", element)(skip));

/**
 * The text below `root`, as runs; calls `term` for each term that stands there, with the section that it is in.
 * @param {Tree} root
 * @param {string | undefined} skip
 * @param {boolean} sections
 * @param {(text: Text) => boolean} owned
 * @param {(term: Element, scope: number) => void} term
 */
export function runsOf(root, skip, sections, owned, term) {
  /** @type {Run[]} */
  const runs = [];
  /** @type {Piece[]} */
  let pieces = [];
  let scope = 0;
  const end = () => {
    if (pieces.some(({ left }) => !left)) runs.push({ pieces, scope });
    pieces = [];
  };
  let left = false; // the root itself stands in what is left alone
  for (let node = /** @type {Tree | undefined} */ (root); node; node = above(node))
    left ||= node.nodeType === 1 && isLeft(/** @type {Element} */ (node), skip);
  const walker = member("createTreeWalker", documentOf(root))(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  /** @type {[left: boolean, isInline: boolean][]} */
  const open = []; // what was so outside of each element that this node is in, and what that one is
  for (let node = walker.firstChild(); node;) {
    if (node.nodeType === 3) {
      const text = /** @type {Text} */ (node);
      pieces.push({ node: text, left: left || owned(text) });
    } else {
      const element = /** @type {Element} */ (node);
      const name = own("localName", element);
      if (name === "plan-term") term(element, scope);
      const out = left || isLeft(element, skip);
      const isInline = INLINE.has(name); // its text may be part of a longer name
      if (!isInline) end();
      if (sections && SECTION.has(name)) scope++;
      if (
        (isInline || (!out && (name === "plan-annotate" || !name.startsWith("plan-")))) &&
        (node = walker.firstChild())
      ) {
        open.push([left, isInline]);
        left = out;
        continue;
      }
      if (!isInline) end();
    }
    while (!(node = walker.nextSibling()) && open.length) {
      const [was, isInline] = /** @type {[boolean, boolean]} */ (open.pop());
      left = was;
      if (!isInline) end();
      walker.parentNode();
    }
  }
  end();
  return runs;
}

/**
 * The outermost element that keeps a node from being seen, at this width and for now; null where it is seen.
 * @param {Node} node
 * @returns {Element | null}
 */
export function hiddenBy(node) {
  let found = null;
  for (
    let element = above(node);
    // Where a browser can't say, all is seen.
    element && !(own("checkVisibility", element)?.({ opacityProperty: true, visibilityProperty: true }) ?? true);
    element = above(element)
  )
    found = element;
  return found;
}

/**
 * Whether a text is a box of its own among others, as in a flex container: a mark in it would tear it apart.
 * @param {Node} node
 */
export function isTorn(node) {
  for (let element = above(node); element; element = above(element)) {
    const { display, webkitLineClamp } = getComputedStyle(element);
    if (display !== "contents")
      return /flex|grid/.test(display) || (display.endsWith("box") && webkitLineClamp === "none");
  }
  return false;
}
