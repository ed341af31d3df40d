// `node xtask/prose/check.mjs FILE …`: holds what is written for readers to our style, by textlint.
// Markdown, HTML pages, doc comments of Rust. Pages at the site's root are in Chinese, everything else in English.
import { readFileSync } from "node:fs";
import { argv, exit, stdout } from "node:process";

import { TextlintKernel } from "@textlint/kernel";
import markdown from "@textlint/textlint-plugin-markdown";
import html from "textlint-plugin-html";

import rule from "./rule.mjs";

const words = JSON.parse(readFileSync(new URL("words.json", import.meta.url), "utf8"));
const kernel = new TextlintKernel();
const plugins = [markdown, html].map((plugin, at) => ({
  pluginId: ["markdown", "html"][at],
  plugin: plugin.default ?? plugin,
}));

/** Blanks of the same length, so that lines stay. */
const blank = (text) => text.replaceAll(/[^\n]/g, " ");

/** Its line breaks alone. */
const breaks = (text) => text.replaceAll(/[^\n]/g, "");

/** A description of a page, which search engines show; blanks for the rest of its front matter. */
const described = (line, start, text) => (start ? `<p>${text}</p>` : blank(line));

/** A Rust file's doc comments, at their lines. */
export const docs = (text) => {
  let code = false;
  return text.replaceAll(/^.*$/gm, (line) => {
    const [, start, doc] = /^(\s*\/\/[/!] ?)(.*)$/.exec(line) ?? [];
    if (start === undefined) return "";
    if (doc.startsWith("```")) code = !code;
    return code || doc.startsWith("```") ? "" : doc;
  });
};

/**
 * The text of a page without what no reader reads: code, comments, templates, front matter but its description.
 * @param {string} text
 */
export const prose = (text) =>
  text
    // Lines stay as they are, columns don't matter.
    .replace(/^---\n[\s\S]*?\n---\n/, (front) =>
      front.replaceAll(/^(?:(description: ['"]?)(.*?)['"]?|.*)$/gm, described),
    )
    .replaceAll(/<!--[\s\S]*?-->|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, blank)
    .replaceAll(/(<code\b[^>]*>)([\s\S]*?)(?=<\/code>)/g, (all, tag, code) => `${tag}x${breaks(code)}`)
    .replaceAll(/<(pre|script|style|svg|textarea|select)\b[\s\S]*?<\/\1>/g, blank);

/** Which language a file is in: the site's root is Chinese. */
export const language = (path) => (/^www\/(?!en\/)/.test(path) ? "zh" : "en");

/**
 * What is against the style, as `FILE:LINE: what`.
 * @param {string} path
 * @param {string} text
 */
export async function faults(path, text, lang = language(path)) {
  const ext = /\.(?:md|rs)$/.test(path) ? ".md" : ".html";
  const options = { words, lang };
  const { messages } = await kernel.lintText(prose(path.endsWith(".rs") ? docs(text) : text), {
    ext,
    filePath: path,
    plugins,
    rules: [{ ruleId: "style", rule, options }],
  });
  return messages.map(({ line, message }) => `${path}:${line}: ${message}`);
}

if (argv[1]?.endsWith("check.mjs")) {
  const found = [];
  for (const path of argv.slice(2)) found.push(...(await faults(path, readFileSync(path, "utf8"))));
  if (found.length > 0) {
    stdout.write(`${found.join("\n")}\n${found.length} against the style of xtask/prose\n`);
    exit(1);
  }
}
