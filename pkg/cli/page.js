// What a page for frames says, and its oEmbed file.

/** @typedef {"timeline" | "goal-card" | "goal-deck" | "glossary" | "overview"} Kind */

/**
 * A page: its folder, the widget and its options, and where the other languages are.
 * @typedef {{ lang: string, topic?: string, goal?: string }} Options
 * @typedef {{ path: string, kind: Kind, options: Options, languages: [string, string][] }} Page
 */

/**
 * What goes into it: where the site is, the way there, and what the package says of the widget.
 * @typedef {import("../types/server.d.ts").Description} Description
 * @typedef {{ base: URL, root: string, about: Description }} Facts
 * @typedef {{ content: string, picture: string, hosts: string[], own: boolean, provider: string }} Made
 * @typedef {Facts & Made & { theme: boolean }} Content
 */

const WIDTH = 720;

// Where no script fits a frame to its content, this high.
const HEIGHTS = { timeline: 640, "goal-card": 560, "goal-deck": 720, glossary: 640, overview: 960 };

/** @type {Record<string, string>} */
const LOCALES = { en: "en_GB" };

/**
 * A language as Open Graph writes it, with the country where most write it so: `fr_FR`.
 * @param {string} lang
 */
function locale(lang) {
  const { language, region } = new Intl.Locale(lang).maximize();
  return LOCALES[lang] ?? [language, region].join("_");
}

/**
 * The file with the widget's script.
 * @param {Kind} kind
 */
const script = (kind) => `${kind.startsWith("goal") ? "goals" : kind}.js`;

/** @param {string} text */
const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/**
 * The page.
 * @param {Page & Content} facts
 */
export function page({
  base,
  path,
  root,
  kind,
  options: { lang },
  languages,
  about,
  content,
  picture,
  hosts,
  own: builds,
  theme,
}) {
  const url = new URL(path, base).href;
  const own = `'self' ${base.origin}`;
  const policy = [
    "default-src 'none'",
    `script-src ${own} 'wasm-unsafe-eval'`,
    `style-src ${own}`,
    `connect-src ${own}`,
    ["img-src", own, "data:", ...hosts].join(" "),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  /**
   * @param {string} key
   * @param {string} name
   * @param {string} value
   */
  const meta = (key, name, value) => `<meta ${key}="${name}" content="${attribute(value)}">`;
  // A card has its own.
  const data =
    kind === "goal-card"
      ? ""
      : `<script type="application/ld+json">${JSON.stringify(about.data).replaceAll("<", "\\u003c")}</script>\n`;
  const direction = content.includes(' dir="rtl"') ? ' dir="rtl"' : "";
  return `<!doctype html>
<html lang="${lang === "zh" ? "zh-Hans" : lang}"${direction}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<title>${attribute(about.title)}</title>
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
${meta("name", "description", about.description)}
<link rel="canonical" href="${attribute(url)}">
${languages.map(([lang, path]) => `<link rel="alternate" hreflang="${lang}" href="${attribute(new URL(path, base).href)}">`).join("\n")}
${meta("property", "og:type", "article")}
${meta("property", "og:title", about.title)}
${meta("property", "og:description", about.description)}
${meta("property", "og:url", url)}
${meta("property", "og:locale", locale(lang))}
${meta("property", "og:image", url + picture)}
${meta("property", "og:image:width", "1200")}
${meta("property", "og:image:height", "630")}
${meta("property", "og:image:alt", about.title)}
${meta("name", "twitter:card", "summary_large_image")}
<link rel="alternate" type="application/json+oembed" href="${attribute(url)}oembed.json" title="${attribute(about.title)}">
${data}<link rel="stylesheet" href="${root}dist/embed.css">
${theme ? `<link rel="stylesheet" href="${root}theme.css">\n` : ""}<script src="${root}dist/embed.js"></script>
${builds ? `<link rel="preload" href="${root}plan/index.json" as="fetch" crossorigin>\n` : ""}<script type="module" src="${root}dist/${script(kind)}"></script>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}

/**
 * What consumers of oEmbed read.
 * @param {Page & Content} facts
 */
export function embed({ base, path, kind, about, picture, provider }) {
  const url = new URL(path, base).href;
  const height = HEIGHTS[kind];
  return {
    version: "1.0",
    type: "rich",
    title: about.title,
    provider_name: provider,
    provider_url: base.href,
    cache_age: 86_400,
    width: WIDTH,
    height,
    html: snippet({ base, url, title: about.title, height }),
    ...(picture.endsWith(".png") && { thumbnail_url: url + picture, thumbnail_width: 1200, thumbnail_height: 630 }),
  };
}

/**
 * WordPress gives its script only to what has a quotation in front, which it shows until the page speaks; it drops
 * styles, but not `frameborder`. A frame that is hidden until then is not to wait for the reader.
 * @param {{ base: URL, url: string, title: string, height: number }} facts
 */
const snippet = ({ base, url, title, height }) =>
  `<blockquote style="display:none"><a href="${attribute(url)}">${attribute(title)}</a></blockquote>` +
  `<iframe src="${attribute(url)}" title="${attribute(title)}" width="100%" height="${height}" frameborder="0"></iframe>` +
  `<script async src="${attribute(new URL("dist/frame.js", base).href)}"></script>`;
