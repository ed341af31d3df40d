// CHANGELOG.md as a page. It is written in English; the Chinese page says so.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The packages lie with the build tool, for nothing else has any.
const MarkdownIt = createRequire(new URL("../../xtask/package.json", import.meta.url))("markdown-it");

const FILE = new URL("../../CHANGELOG.md", import.meta.url);

/** What a heading's address ends with. */
const slug = (text) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, "-")
    .replaceAll(/^-|-$/g, "");

/**
 * Markdown of the changelog as HTML. `root` is the way to where the site begins.
 * @param {string} text
 * @param {string} root
 */
export function rendered(text, root) {
  const markdown = new MarkdownIt();
  const seen = new Map();
  let version = "";
  markdown.core.ruler.push("site", ({ tokens }) => {
    tokens.forEach((token, at) => {
      if (token.type === "heading_open") {
        const text = slug(tokens[at + 1].content);
        if (token.tag === "h2") version = text;
        const id = token.tag === "h2" ? text : `${version}-${text}`;
        const count = (seen.get(id) ?? 0) + 1;
        seen.set(id, count);
        token.attrSet("id", count > 1 ? `${id}-${count}` : id);
      }
      // Of the repository's files only pages of the site are here.
      for (const child of token.children ?? []) {
        const href = child.type === "link_open" && child.attrGet("href");
        if (href && href.startsWith("www/")) child.attrSet("href", root + href.slice("www/".length));
      }
    });
  });
  return markdown.render(text);
}

/** The changelog, without its title. */
export const changes = (root) => rendered(readFileSync(FILE, "utf8").replace(/^# .*\n/, ""), root);

/**
 * The versions that are released, newest first: `## 0.1.0 (2026-11-30)` and what stands below it.
 * @param {string} [text]
 */
export const versions = (text = readFileSync(FILE, "utf8")) =>
  [...text.matchAll(/^## (\S+ \((\d{4}-\d\d-\d\d)\))\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].map(
    ([, title, date, body]) => ({
      title,
      date,
      body: body.trim(),
      id: slug(title),
    }),
  );

export const data = {
  layout: "doc.njk",
  title: "更新记录",
  description: "每个版本增加、修复和更改了什么。",
};

export const render = () => `<h1>更新记录</h1>
<p class="lede">每个版本增加、修复和更改了什么。以下内容为英文。版本号的含义和保持不变的名称，见<a href="../support/">支持与版本</a>。新版本也可以<a href="feed.xml">订阅（Atom）</a>。</p>
<div lang="en">
${changes("../")}</div>
`;
