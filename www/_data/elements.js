// Every element with its attributes, events, parts and custom properties, in the site's languages.
//
// Names, types and English come from `pkg/custom-elements.json`, which `cargo xtask generate` writes. The Chinese
// stands beside the same English in the definitions: `say("…", "…")` and `named("…", "…", "…")` in `src/element/`.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OPTIONS } from "../../src/element/shell/options.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), "utf8");
/** @param {string} path */
const json = (path) => JSON.parse(read(path));

/** Where the pages for frames are, as `pkg/cli/pages.js` makes them; the goal's id is part of its path. */
const FRAMES = {
  "plan-timeline": "embed/timeline/",
  "plan-goal-deck": "embed/deck/",
  "plan-goal-card": "embed/goal/",
  "plan-glossary": "embed/glossary/",
  "plan-overview": "embed/overview/",
};

/** Which collection of a plan has the ids of an attribute, where that isn't its name in the plural. */
const COLLECTIONS = { item: "events", items: "events", chapter: "parts", lang: "languages" };

/** Attributes that take words of the model: where in a plan these stand. */
const WORDS = { stage: ["projects", "mentions", "stage"] };

/** A string of Rust, as it is read. */
const unescaped = (text) =>
  text.replaceAll(/\\(?:u\{([\da-f]+)\}|\n\s*|(.))/g, (_, code, one) =>
    code ? String.fromCodePoint(parseInt(code, 16)) : ({ n: "\n", t: "\t" }[one] ?? one ?? ""),
  );

/** English sentence → the Chinese beside it. */
function chinese() {
  const found = new Map();
  const text = String.raw`"((?:[^"\\]|\\[^])*)"`;
  const pair = new RegExp(String.raw`\b(?:say\(|named\(\s*${text},)\s*${text},\s*${text},?\s*\)`, "g");
  const files = readdirSync(join(ROOT, "src/element"), { recursive: true }).filter((name) => name.endsWith(".rs"));
  for (const name of files)
    for (const [, , zh, en] of read(join("src/element", name)).matchAll(pair))
      // A word that stands for itself in one place may have a translation in another.
      if (zh !== en || !found.has(unescaped(en))) found.set(unescaped(en), unescaped(zh));
  return found;
}

/** The plan's data that the ids of an attribute are found in: a collection, or the way to a word. */
function idsOf(name, plan) {
  if (Object.hasOwn(WORDS, name)) return WORDS[name];
  const collection = [COLLECTIONS[name], `${name}s`, name].find((each) => Array.isArray(plan[each]));
  return collection && [collection];
}

export default function elements() {
  const manifest = json("pkg/custom-elements.json");
  const { exports } = json("pkg/package.json");
  const plan = json("src/model/plan.json");
  const zh = chinese();
  const both = (en) => ({ "zh-Hans": zh.get(en) ?? en, en });
  const named = (list = []) => list.map(({ name, description }) => ({ name, about: both(description) }));

  // The way into the package that defines no more than is needed: its types name the class.
  const entries = Object.entries(exports).filter(
    ([path, { types }]) => types?.endsWith(".d.ts") && path !== "." && path !== "./elements",
  );
  const entryOf = (tag, name) => {
    const has = ([, { types }]) => new RegExp(`^export \\{[^}]*\\b${name}\\b`, "m").test(read(join("pkg", types)));
    return entries.find(([path]) => tag === `plan-${path.slice(2)}`) ?? entries.find(has);
  };

  const attribute = (options, { name, type, default: usual, description }) => {
    const choices = type.text.includes("'") ? type.text.split("|").map((word) => word.trim().slice(1, -1)) : undefined;
    const kind = choices
      ? choices.every((word) => /^\d+$/.test(word))
        ? "whole"
        : "choice"
      : ({ number: "whole", boolean: "flag" }[type.text] ?? (usual === "no" ? "flag" : "text"));
    // A description that lists words: “… likewise: reached, on-track, behind.”
    const [, listed] = /: ((?:[a-z-]+, )+[a-z-]+)[.;]/.exec(kind === "text" ? description : "") ?? [];
    const words = listed?.split(", ");
    const ids = kind === "text" && !words ? idsOf(name, plan) : undefined;
    const several = usual === "all" || /separated by spaces|^Ids\b/.test(description);
    return {
      name,
      kind,
      choices,
      words,
      ids,
      /** Several of these, separated by spaces. */
      many: (ids || words) && several ? true : undefined,
      /** An empty one says something. */
      empty: description.includes(`${name}=""`) || name === "deep-link" ? true : undefined,
      /** An address: links that somebody else has made may not lead to any. */
      url: /^Address\b/.test(description) ? true : undefined,
      /** What shows something where it has to be there. */
      example: usual === "required" && ids?.length ? exampleOf(plan[ids[0]]) : undefined,
      /** Pages for frames take it in their query. */
      frame: options?.includes(name) || name === "color-scheme" ? true : undefined,
      default: choices?.includes(usual) || /^\d+$/.test(usual) ? { "zh-Hans": usual, en: usual } : both(usual),
      about: both(description),
    };
  };

  return manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ customElement }) => customElement)
    .map((declaration) => {
      const { tagName: tag, name, description, attributes, members, events, cssParts, cssProperties } = declaration;
      const [entry, { default: script }] = entryOf(tag, name) ?? [".", { default: "./dist/plan-widgets.js" }];
      return {
        tag,
        class: name,
        about: both(description),
        entry: entry.slice(2),
        script: script.slice(2),
        frame: OPTIONS[tag] && FRAMES[tag],
        attributes: attributes.map((each) => attribute(OPTIONS[tag], each)),
        properties: members
          .filter(({ kind, attribute: mirrored }) => kind === "field" && !mirrored)
          .map((member) => ({ name: member.name, type: member.type.text, about: both(member.description) })),
        events: named(events),
        parts: named(cssParts),
        customProperties: named(cssProperties),
      };
    });
}

/** Of goals the first that an article sets, else the first there is. */
const exampleOf = (records) => (records.find(({ kind }) => kind === "article") ?? records[0])?.id;
