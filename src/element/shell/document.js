// Documents as they are, whatever the pictures and forms in them are called: `<img name="createElement">` hides the
// method of that name.

/**
 * A member of a document: a method bound to it, or what a property holds.
 * @template {keyof Document} Name
 * @param {Name} name
 * @param {Document} [of]
 * @returns {Document[Name]}
 */
export function member(name, of = document) {
  const found = Reflect.get(Document.prototype, name, of);
  return typeof found === "function" ? found.bind(of) : found;
}

/**
 * The document of a node, or the node itself where that is one.
 * @param {Node} node
 * @returns {Document}
 */
export const documentOf = (node) =>
  /** @type {Document} */ (Reflect.get(Node.prototype, "ownerDocument", node) ?? node);

/**
 * The host of the shadow root that a node stands in.
 * @param {Node} node
 * @returns {Element | undefined}
 */
export function hostOf(node) {
  const root = node.getRootNode();
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
export const above = (node) =>
  /** @type {Element} */ (node).assignedSlot ?? Reflect.get(Node.prototype, "parentElement", node) ?? hostOf(node);
