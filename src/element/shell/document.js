// Documents and forms as they are, whatever is in them is called: `<img name="createElement">` hides the document's
// method of that name, and `<input name="matches">` that of the form around it.

/**
 * A member of a document: a method bound to it, or what a property holds.
 * @template {keyof Document} Name
 * @param {Name} name
 * @param {Document} [of]
 * @returns {Document[Name]}
 */
export const member = (name, of = document) => bound(Document.prototype, name, of);

/**
 * A member of an element, which may be a form: likewise.
 * @template {keyof Element} Name
 * @param {Name} name
 * @param {Element} of
 * @returns {Element[Name]}
 */
export const own = (name, of) => bound(Element.prototype, name, of);

/**
 * @param {object} prototype
 * @param {string} name
 * @param {Node} of
 */
function bound(prototype, name, of) {
  const found = Reflect.get(prototype, name, of);
  return typeof found === "function" ? found.bind(of) : found;
}

/**
 * Whether a node is in a tree.
 * @param {Node} tree
 * @param {Node | null} node
 */
export const isIn = (tree, node) => Node.prototype.contains.call(tree, node);

/**
 * The document of a node, or the node itself where that is one.
 * @param {Node} node
 * @returns {Document}
 */
export const documentOf = (node) =>
  /** @type {Document} */ (Reflect.get(Node.prototype, "ownerDocument", node) ?? node);

/**
 * The document or the shadow root that a node stands in, or the outermost node around it.
 * @param {Node} node
 */
export const rootOf = (node) => Node.prototype.getRootNode.call(node);

/**
 * The host of the shadow root that a node stands in.
 * @param {Node} node
 * @returns {Element | undefined}
 */
export function hostOf(node) {
  const root = rootOf(node);
  // By its name, for it may be of another window; and not asked for `host`, which a form in the page may be called.
  return Object.prototype.toString.call(root) === "[object ShadowRoot]"
    ? /** @type {ShadowRoot} */ (root).host
    : undefined;
}

/**
 * The element with an id in a document or a shadow root.
 * @param {Node} root
 * @param {string} id
 */
export const byId = (root, id) =>
  hostOf(root)
    ? /** @type {ShadowRoot} */ (root).getElementById(id)
    : member("getElementById", /** @type {Document} */ (root))(id);

/**
 * What a node stands in, through shadow roots; nothing at the top of the page.
 * @param {Node} node
 * @returns {Element | undefined}
 */
export function above(node) {
  const slot = /** @type {Element} */ (node).assignedSlot;
  return slot?.localName === "slot" ? slot : (Reflect.get(Node.prototype, "parentElement", node) ?? hostOf(node));
}
