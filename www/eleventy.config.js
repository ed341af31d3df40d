// The site's generator: pages with a layout become the site's, the others stay as they are.
// `cargo xtask build` runs it, then replaces the comments of `xtask/src/site.rs` and makes the search.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { env } from "node:process";

// The packages lie with the build tool, for nothing else has any.
const require = createRequire(new URL("../xtask/package.json", import.meta.url));
const highlight = require("@11ty/eleventy-plugin-syntaxhighlight");
const Prism = require("prismjs");
require("prismjs/components/index.js")(["bash", "json", "jsx", "tsx", "rust", "toml", "php", "csv"]);

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
const plain = (html) => html.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]);

/** What a file is coloured as, by its name: some have HTML around what is theirs. */
const KINDS = { astro: "html", mjs: "js", rs: "rust", sh: "bash", svelte: "html", vue: "html" };
const kind = (name) => {
  const end = /\.(\w+)$/.exec(name)?.[1];
  return KINDS[end] ?? end;
};

/** A file of `tests/`: as it is, or as `xtask/src/quoted.rs` has written it for a language. */
const file = (name, lang) =>
  readFileSync(lang ? join(env.PLAN_QUOTED, lang, name) : new URL(`../tests/${name}`, import.meta.url), "utf8");
const shown = (text) => text.trimEnd().replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A page with what it quotes. Code whose label names a file is of that kind. */
const quoting = (html) =>
  html
    .replaceAll(/<!-- plan:part name=(\S+) -->/g, (all, name) => file(name))
    .replaceAll(
      /<code(?: class="[^"]*")?><!-- plan:(?:file name=(\S+)|snippet)(?: lang=(\w+))? --><\/code>/g,
      (all, name = "snippet.html", lang) => `<code class="language-${kind(name)}">${shown(file(name, lang))}</code>`,
    )
    .replaceAll(/(<pre [^>]*aria-label="([^"]*\.\w+)"[^>]*>)<code>/g, (all, pre, label) =>
      Prism.languages[kind(label)] ? `${pre}<code class="language-${kind(label)}">` : all,
    );

/** Code of a page in HTML, coloured like that of Markdown; `plan:` comments are filled in later. */
const coloured = (html) =>
  html.replaceAll(/<code class="language-(\w+)">([\s\S]*?)<\/code>/g, (all, language, code) =>
    /<!--|<span/.test(code) || !Prism.languages[language]
      ? all
      : `<code class="language-${language}">${Prism.highlight(plain(code), Prism.languages[language], language)}</code>`,
  );

/** The text of a heading, as what its address ends with. */
const slug = (html) =>
  plain(html.replaceAll(/<[^>]*>/g, ""))
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");

/** Every heading of a page can be linked to. */
const anchored = (html) =>
  html.replaceAll(/<h([23])((?:\s[^>]*)?)>([\s\S]*?)<\/h\1>/g, (all, level, attributes, text) =>
    /\sid=/.test(attributes) ? all : `<h${level} id="${slug(text)}"${attributes}>${text}</h${level}>`,
  );

/** A table scrolls by itself, and by the keyboard. */
const tabled = (html) =>
  html.replaceAll(
    /(?<!<div[^>]*>\s*)<table>[\s\S]*?<\/table>/g,
    (table) => `<div class="table" tabindex="0">${table}</div>`,
  );

/** @param {import('@11ty/eleventy').UserConfig} config */
export default function configure(config) {
  config.addPlugin(highlight);
  // `article.html` stays `article.html`.
  config.addGlobalData("permalink", () => (data) => `${data.page.filePathStem}.html`);
  config.addGlobalData("eleventyComputed", {
    lang: ({ page }) => (page.url?.startsWith("/en/") ? "en" : "zh-Hans"),
    /** Where the site begins, as seen from the page: it may lie in a folder of any host. */
    root: ({ page }) => "../".repeat((page.url?.match(/\//g) ?? [""]).length - 1) || "./",
    /** The same page in the other language. */
    other: ({ page }) => (page.url?.startsWith("/en/") ? page.url.slice(3) : `/en${page.url}`),
  });
  config.addFilter("anchored", (html) => anchored(tabled(coloured(quoting(html)))));
  config.addFilter("headings", (html) =>
    [...html.matchAll(/<h2 id="([^"]*)"[^>]*>([\s\S]*?)<\/h2>/g)].map(([, id, text]) => ({ id, text })),
  );
  config.addFilter("exists", (collection, url) => collection.some((page) => page.url === url));
  // `…/index.html` is its folder.
  config.addFilter("from", (url, root) => (root + url.slice(1)).replace(/index\.html$/, ""));
  return {
    dir: { input: "www", includes: "_includes", data: "_data" },
    htmlTemplateEngine: false,
    markdownTemplateEngine: false,
    templateFormats: ["html", "md", "njk", "11ty.js"],
  };
}
