// Every element with its attributes, events, parts and custom properties, in the site's languages.
//
// They come from `definitions.json`, which `cargo xtask generate` writes; the ids are those of the bundled plan.
import { readFileSync } from "node:fs";
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

/** The plan's data that the ids of an attribute are found in: a collection, or the way to a word. */
function idsOf(name, plan) {
  if (Object.hasOwn(WORDS, name)) return WORDS[name];
  const collection = [COLLECTIONS[name], `${name}s`, name].find((each) => Array.isArray(plan[each]));
  return collection && [collection];
}

export default function elements() {
  const definitions = json("www/_data/definitions.json");
  const { exports } = json("pkg/package.json");
  const plan = json("src/model/plan.json");

  // The way into the package that defines no more than is needed: its types name the class.
  const entries = Object.entries(exports).filter(
    ([path, { types }]) => types?.endsWith(".d.ts") && path !== "." && path !== "./elements",
  );
  const entryOf = (tag, name) => {
    const has = ([, { types }]) => new RegExp(`^export \\{[^}]*\\b${name}\\b`, "m").test(read(join("pkg", types)));
    return entries.find(([path]) => tag === `plan-${path.slice(2)}`) ?? entries.find(has);
  };

  const attribute = ({ tag, needs }, { name, kind, words, bounds, default: usual, about }) => {
    const numbers = bounds && Array.from({ length: bounds[1] - bounds[0] + 1 }, (_, at) => `${bounds[0] + at}`);
    const ids = !words && (kind === "ids" || kind === "id") ? idsOf(name, plan) : undefined;
    return {
      name,
      kind: ["choice", "whole", "flag"].includes(kind) ? kind : usual.en === "no" ? "flag" : "text",
      choices: kind === "choice" ? words : numbers,
      words: kind === "words" || kind === "ids" ? words : undefined,
      ids,
      /** Several of these, separated by spaces. */
      many: kind === "ids" || kind === "words" ? true : undefined,
      /** An empty one says something. */
      empty: about.en.includes(`${name}=""`) || name === "deep-link" ? true : undefined,
      /** A URL: links that somebody else has made may not lead to any. */
      url: kind === "url" ? true : undefined,
      /** What shows something where it has to be there. */
      example: name === needs && ids?.length ? exampleOf(plan[ids[0]]) : undefined,
      /** Pages for frames take it in their query. */
      frame: OPTIONS[tag]?.includes(name) || name === "color-scheme" ? true : undefined,
      default: usual,
      about,
    };
  };

  return definitions.map((element) => {
    const { tag, class: name, attributes, needs: _, ...rest } = element;
    const [entry, { default: script }] = entryOf(tag, name) ?? [".", { default: "./dist/plan-widgets.js" }];
    return {
      tag,
      class: name,
      entry: entry.slice(2),
      script: script.slice(2),
      frame: OPTIONS[tag] && FRAMES[tag],
      attributes: attributes.map((each) => attribute(element, each)),
      ...rest,
    };
  });
}

/** Of goals the first that an article sets, else the first there is. */
const exampleOf = (records) => (records.find(({ kind }) => kind === "article") ?? records[0])?.id;
