// The code that people paste: what the builder gives them, and what readers take by the menu. No DOM.

/** @param {string} text */
export const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/**
 * Attributes as they stand in a tag; those without a value are left out.
 * @param {Record<string, string | boolean | null | undefined>} values
 */
const attributes = (values) =>
  Object.entries(values)
    .filter(([, value]) => value || value === "")
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(/** @type {string} */ (value))}"`))
    .join("");

/**
 * A page for frames, with the script that fits it to its content.
 * @param {{ url: string, title: string, height: number, script: string, links?: boolean }} facts
 */
export function frameCode({ url, title, height, script, links = false }) {
  const frame = {
    src: url,
    title,
    width: "100%",
    height: `${height}`,
    loading: "lazy",
    allow: "clipboard-write",
    style: "border:0;display:block",
    "data-deep-link": links,
  };
  return `<iframe${attributes(frame)}></iframe>\n<script async src="${escaped(script)}"></script>`;
}

/**
 * An element with its script, where there is one to name; `inside` is HTML.
 * @param {{ tag: string, script?: string, style?: string, inside: string }} facts
 * @param {Record<string, string | boolean | null | undefined>} values its attributes
 */
export const elementCode = ({ tag, script, style = "", inside }, values) =>
  (script ? `<script type="module" src="${escaped(script)}"></script>\n` : "") +
  `${style}<${tag}${attributes(values)}>${inside}</${tag}>`;

/**
 * A link to what is shown.
 * @param {string} url
 * @param {string} title
 */
export const linkCode = (url, title) => `<a href="${escaped(url)}">${escaped(title)}</a>`;
