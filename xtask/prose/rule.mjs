// Our style, as a rule of textlint: field words, sentences that can be followed, and how Chinese is set.
import { StringSource } from "textlint-util-to-string";
import { split, SentenceSplitterSyntax } from "sentence-splitter";

/** So many words a sentence has at most; code counts as one. */
const MOST = 40;

/** So many characters a Chinese sentence has at most between full stops. */
const MOST_HAN = 160;

const HAN = "\\p{Script=Han}";

/** How Chinese is set; each is looked for in text without code. */
const SETTING = [
  [`${HAN}[,;!?]|[,;!?]${HAN}`, "full-width punctuation in Chinese"],
  [`${HAN}"|"${HAN}`, "“ ” in Chinese"],
  [`${HAN}[A-Za-z]|[A-Za-z]${HAN}`, "a space between Chinese and Latin letters"],
  [`[，、；][ \\t]+(?=${HAN})|(?<=\\S)[ \\t]+[，。；：！？、]`, "no space at full-width punctuation"],
  ["。。|，，|！！", "one punctuation mark"],
].map(([pattern, say]) => ({ pattern: new RegExp(pattern, "gu"), say }));

/** @param {{ not: string; say: string }[]} words */
const compiled = (words, bounds) =>
  words.map(({ not, say }) => ({ say, pattern: new RegExp(bounds ? `\\b(?:${not})\\b` : not, "giu") }));

/** What stands in for code, a link's address or a picture: one word in the sentence. */
const plain = ({ node, emptyValue, maskValue }) => {
  if (node.type === "Code") return maskValue("x");
  if (node.type === "Html" || node.type === "Image") return emptyValue();
};

export default function style(context, { words, lang }) {
  const { Syntax, RuleError, report, locator } = context;
  const zh = lang === "zh";
  const list = zh ? compiled(words.zh, false) : compiled(words.en, true);
  const blocks = [Syntax.Paragraph, Syntax.Header, Syntax.TableCell, Syntax.ListItem];
  const seen = new Set();

  const check = (node) => {
    // A list's item has paragraphs, which come by themselves.
    if (node.children?.some((child) => blocks.includes(child.type) || child.type === Syntax.List)) return;
    const source = new StringSource(node, { replacer: plain });
    const text = source.toString();
    const say = (start, end, message) => {
      const original = source.originalIndexFromIndex(start) ?? 0;
      const key = `${node.range[0] + original} ${message}`;
      if (seen.has(key)) return;
      seen.add(key);
      report(node, new RuleError(message, { padding: locator.at(original) }));
    };
    for (const { pattern, say: instead } of list) {
      for (const { 0: found, index } of text.matchAll(pattern)) {
        say(index, index + found.length, `“${found}”: ${instead}`);
      }
    }
    for (const { pattern, say: instead } of zh ? SETTING : []) {
      for (const { 0: found, index } of text.matchAll(pattern)) {
        say(index, index + found.length, `“${found}”: ${instead}`);
      }
    }
    for (const sentence of split(text)) {
      if (sentence.type !== SentenceSplitterSyntax.Sentence) continue;
      const length = zh
        ? (sentence.raw.match(/\p{Script=Han}/gu) ?? []).length
        : (sentence.raw.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).length;
      const most = zh ? MOST_HAN : MOST;
      if (length > most) {
        const start = sentence.raw.slice(0, 40).trim();
        say(
          sentence.range[0],
          sentence.range[1],
          `${length} ${zh ? "characters" : "words"} in a sentence, at most ${most}: “${start}…”`,
        );
      }
    }
  };
  return Object.fromEntries(blocks.map((type) => [type, check]));
}
