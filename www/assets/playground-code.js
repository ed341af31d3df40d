// The code that shows an element with these attributes: as HTML, in frameworks, in Yew, in a frame.

/** @typedef {"zh" | "en"} Lang */

/**
 * An attribute, as `playground.11ty.js` writes it.
 * @typedef {object} Attribute
 * @property {string} name
 * @property {"text" | "choice" | "whole" | "flag"} kind
 * @property {string[]} [choices] what it may say
 * @property {string[]} [words] words that it may say, besides others
 * @property {string[]} [ids] where in a plan the ids are that it may say
 * @property {boolean} [many] it may say several
 * @property {boolean} [empty] an empty one says something
 * @property {boolean} [url] it is an address
 * @property {string} [example] what it says at first, where it has to say something
 * @property {boolean} [frame] pages for frames take it in their query
 * @property {string} default
 * @property {string} about
 */

/**
 * An element, likewise.
 * @typedef {object} About
 * @property {string} tag
 * @property {string} entry the package's subpath that defines it
 * @property {string} script the file that does
 * @property {string} [frame] the folder of its pages for frames
 * @property {string} about
 * @property {Attribute[]} attributes
 * @property {{ name: string, type: string }[]} properties those that no attribute mirrors
 * @property {string[]} events
 */

/** @typedef {Map<string, string>} Values attribute → what it says */

/**
 * What code is made of.
 * @typedef {object} Wanted
 * @property {About} about
 * @property {Values} values
 * @property {URL} root of the site
 * @property {Lang} page the language of the page
 * @property {string[]} [pieces] the text that the element stands in: before, in it, after
 * @property {string} fallback what stands in it otherwise
 * @property {{ title: string, height: number }} [said] what the page for frames says of itself
 */

/** @typedef {{ code: string, note: string }} Made */

const NOTES = {
  zh: {
    and: "、",
    properties: (/** @type {string} */ names) => `只能由脚本设置、标签里写不了的：${names}。`,
    vue: "在 Vue 的编译选项里写明：isCustomElement: (tag) => tag.startsWith('plan-')。",
    react: "类型：import type {} from 'plan-widgets/react'。",
    none: "词条在你自己的文字里，没有内嵌框架可用。",
    left: (/** @type {string} */ names) => `内嵌框架不接受的，由内嵌框架自己的页面来定：${names}。`,
    missing: (/** @type {string} */ names) => `Yew 组件没有这些，代码里因此也没有：${names}。`,
    guessed: (/** @type {string} */ names) => `这些按属性名推出，请以 Rust 文档为准：${names}。`,
    plan: "规划由 plan 传入，类型是 Rc<Plan>；从网址取用 use_plan。",
  },
  en: {
    and: ", ",
    properties: (/** @type {string} */ names) => `Set by scripts only, not in the tag: ${names}.`,
    vue: "Say in Vue’s compiler options: isCustomElement: (tag) => tag.startsWith('plan-').",
    react: "Types: import type {} from 'plan-widgets/react'.",
    none: "Terms stand in a text of your own: there is no frame for them.",
    left: (/** @type {string} */ names) => `Frames don’t take these, their own page decides: ${names}.`,
    missing: (/** @type {string} */ names) =>
      `The Yew component has none of these, so the code leaves them out: ${names}.`,
    guessed: (/** @type {string} */ names) => `Made from the attribute’s name, check the Rust docs: ${names}.`,
    plan: "The plan comes in the property plan, an Rc<Plan>; use_plan fetches one from a URL.",
  },
};

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A tag, or a struct, goes over several lines from here on. */
const LONG = 84;

/** As in HTML, which Vue reads as well. @type {(name: string, value: string) => string} */
const plain = (name, value) => ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`;

/** As in JSX and Svelte: what HTML would escape is an expression. @type {(name: string, value: string) => string} */
const expression = (name, value) =>
  /["&<>{}]/.test(value) ? ` ${name}={${JSON.stringify(value)}}` : ` ${name}="${value}"`;

/**
 * The element in its text, or with what stands in it.
 * @param {Wanted} wanted
 * @param {(name: string, value: string) => string} attribute
 * @param {string} [inside] what stands in an element that has no text
 */
function markup({ about: { tag, attributes }, values, pieces }, attribute, inside = "") {
  const flags = attributes.filter(({ kind }) => kind === "flag" && attribute === plain).map(({ name }) => name);
  const written = [...values].map(([name, value]) => (flags.includes(name) ? ` ${name}` : attribute(name, value)));
  const line = `<${tag}${written.join("")}>`;
  const open = line.length <= LONG ? line : `<${tag}\n${written.map((each) => ` ${each}\n`).join("")}>`;
  if (!pieces) return `${open}${inside}</${tag}>`;
  const [before, text, after] = pieces.map(escaped);
  return before ? `<p>${before}${open}${text}</${tag}>${after}</p>` : `${open}\n  <p>${text}</p>\n</${tag}>`;
}

/**
 * @param {string} text
 * @param {number} by how many spaces
 */
const indented = (text, by) => text.replaceAll(/^(?=.)/gm, " ".repeat(by));

/**
 * Sentences, one after another.
 * @param {Lang} page
 * @param {...string} sentences
 */
const joined = (page, ...sentences) => sentences.filter(Boolean).join(page === "en" ? " " : "");

/** @param {Wanted} wanted */
const properties = ({ about, page }) =>
  about.properties.length
    ? NOTES[page].properties(about.properties.map(({ name }) => name).join(NOTES[page].and))
    : "";

/** @type {(wanted: Wanted) => Made} */
const html = (wanted) => ({
  code:
    `<script type="module" src="${new URL(wanted.about.script, wanted.root).href}"></script>\n` +
    markup(wanted, plain, escaped(wanted.fallback)),
  note: properties(wanted),
});

/** @type {(wanted: Wanted) => Made} */
const react = (wanted) => ({
  code: `import 'plan-widgets/${wanted.about.entry}';

export default function Plan() {
  return (
${indented(markup(wanted, expression), 4)}
  );
}`,
  note: joined(wanted.page, NOTES[wanted.page].react, properties(wanted)),
});

/** @type {(wanted: Wanted) => Made} */
const vue = (wanted) => ({
  code: `<script setup>
import 'plan-widgets/${wanted.about.entry}';
</script>

<template>
${indented(markup(wanted, plain), 2)}
</template>`,
  note: joined(wanted.page, NOTES[wanted.page].vue, properties(wanted)),
});

/** @type {(wanted: Wanted) => Made} */
const svelte = (wanted) => ({
  code: `<script>
  import 'plan-widgets/${wanted.about.entry}';
</script>

${markup(wanted, expression)}`,
  note: properties(wanted),
});

// What the page for frames is called, and how high it is, until it says so.
const UNKNOWN = { title: "plan-widgets", height: 640 };

/** Attributes of the element that `frame.js` reads from the frame. */
const HOST = "deep-link";

/** @type {(wanted: Wanted) => Made} */
function frame({ about, values, root, page, said = UNKNOWN }) {
  const words = NOTES[page];
  if (!about.frame) return { code: "", note: words.none };
  const lang = values.get("lang") ?? page;
  const english = lang === "en";
  const first = about.attributes.find(({ example }) => example)?.name ?? "";
  const subject = values.get(first);
  const url = new URL(
    `${english ? "en/" : ""}${about.frame}${subject ? `${encodeURIComponent(subject)}/` : ""}`,
    root,
  );
  /** @type {string[]} */
  const left = [];
  for (const [name, value] of values) {
    if (name === first || (name === "lang" && (english || lang === "zh")) || name === HOST) continue;
    if (about.attributes.find((each) => each.name === name)?.frame) url.searchParams.set(name, value);
    else left.push(name);
  }
  const attributes = {
    src: url.href,
    title: said.title,
    width: "100%",
    height: String(said.height),
    loading: "lazy",
    style: "border:0;display:block",
    ...(values.has(HOST) ? { "data-deep-link": values.get(HOST) ?? "" } : {}),
  };
  const written = Object.entries(attributes).map(([name, value]) => plain(name, value));
  return {
    code:
      `<iframe${written.join("")}></iframe>\n` +
      `<script async src="${new URL("dist/frame.js", root).href}"></script>`,
    note: left.length ? words.left(left.join(words.and)) : "",
  };
}

/**
 * Where an attribute isn't a property of its name in snake case: `member` says which one it is, or in which struct
 * `of` which property; `type` the enum whose variant it is; `write` its value in Rust, which `uses` a type; `has` the
 * only value that there is.
 * @typedef {object} Prop
 * @property {string} [member]
 * @property {[prop: string, struct: string]} [of]
 * @property {string} [type]
 * @property {(value: string) => string} [write]
 * @property {string} [uses]
 * @property {string} [has]
 */

/**
 * The Yew component of an element. Of an attribute that no property has, `props` says false. Ids that a filter filters
 * by are members of it, in the plural.
 * @typedef {{ component: string, filter?: string, text?: true, props: Record<string, Prop | false> }} Component
 */

const SELECTION = /** @type {[string, string]} */ (["default_selection", "Selection"]);
const ARRANGEMENT = /** @type {[string, string]} */ (["default_arrangement", "Arrangement"]);

const SCOPE = /** @type {[string, string]} */ (["scope", "TimelineScope"]);

/** @param {string} text */
const rust = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/** @param {string} text */
const into = (text) => `${rust(text)}.into()`;

/**
 * A `vec!` of ids.
 * @param {string} value
 * @param {(id: string) => string} [each]
 */
const list = (value, each = into) => `vec![${value.split(/\s+/).filter(Boolean).map(each).join(", ")}]`;

/**
 * A day as the view counts them, from 1970: the first of a year, month or day, or the last before the next one begins.
 * @param {string} value
 * @param {0 | 1} last
 */
function dayOf(value, last) {
  const [, year, month, day] = /^(-?\d+)(?:-(\d+))?(?:-(\d+))?$/.exec(value) ?? [];
  const next = last && !day ? 1 : 0;
  const date = new Date(0);
  date.setUTCFullYear(Number(year) + (month ? 0 : next), month ? Number(month) - 1 + next : 0, Number(day ?? 1));
  return date.getTime() / 86_400_000 - next;
}

/** @type {Record<string, Prop | false>} */
const COMMON = {
  lang: false, // always said
  src: false,
  progress: false,
  [HOST]: false,
  for: false,
  href: false,
  variant: { type: "Variant" },
  show: { member: "departments", write: () => "true" },
  theme: { type: "Theme" },
  limit: { write: (value) => value },
  controls: { write: (value) => `Controls::named(${rust(value)})`, uses: "Controls" },
  "color-scheme": { type: "ColorScheme" },
};

/** @type {Record<string, Component>} */
const COMPONENTS = {
  "plan-timeline": {
    component: "Timeline",
    filter: "TimelineFilter",
    props: {
      layout: { member: "default_layout", type: "Layout" },
      undated: { member: "default_undated", type: "Undated" },
      item: { of: SELECTION },
      items: { of: SCOPE, write: (value) => list(value) },
      from: { of: SCOPE, write: (value) => `Some(${dayOf(value, 0)})` },
      to: { of: SCOPE, write: (value) => `Some(${dayOf(value, 1)})` },
      sort: { of: SCOPE, type: "TimelineSort" },
    },
  },
  "plan-goal-card": { component: "GoalCard", props: { project: { of: SELECTION } } },
  "plan-goal-deck": {
    component: "GoalDeck",
    filter: "GoalFilter",
    props: {
      group: { of: ARRANGEMENT, type: "GoalGroup" },
      sort: { of: ARRANGEMENT, type: "GoalSort" },
      layout: { of: ARRANGEMENT, type: "GoalLayout" },
      goal: { of: SELECTION },
      project: { of: SELECTION },
    },
  },
  "plan-glossary": {
    component: "Glossary",
    filter: "GlossaryFilter",
    props: {
      sort: { member: "default_sort", type: "GlossarySort" },
      term: { of: ["default_selection", "GlossarySelection"] },
    },
  },
  "plan-overview": { component: "Overview", filter: "OverviewFilter", props: { project: { of: SELECTION } } },
  "plan-term": { component: "Term", text: true, props: { "color-scheme": false } },
  "plan-annotate": {
    component: "Annotated",
    text: true,
    props: { first: { type: "First", has: "all" }, skip: false, except: false, observe: false, "color-scheme": false },
  },
};

/** What filters filter by. */
const FACETS = new Set("topic stage period article place chapter department kind status".split(" "));

/** Facets of words, not of ids: their enums. */
const ENUMS = /** @type {Record<string, string>} */ ({ stage: "Stage", kind: "GoalKind", status: "model::Status" });

/** `on-track` → `OnTrack`. @param {string} text */
const pascal = (text) => text.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** @param {string} name */
const snake = (name) => name.replaceAll("-", "_");

/** @param {string} name */
const plural = (name) => `${name}${name.endsWith("s") ? "es" : "s"}`;

/** @type {(wanted: Wanted) => Made} */
function yew({ about, values, page, pieces }) {
  const words = NOTES[page];
  const { component, filter, text, props } = COMPONENTS[about.tag] ?? { component: pascal(about.tag), props: {} };
  /** @type {Set<string>} */
  const used = new Set(["Lang", "PLAN_JSON", "Plan", "Styles", component]);
  /** @type {Map<string, string[]>} */
  const structs = new Map(); // `prop` and `Struct` → its members
  /** @type {string[]} */
  const written = [];
  /** @type {string[]} */
  const missing = [];
  /** @type {string[]} */
  const guessed = [];
  /** @type {(name: string) => string} */
  const use = (name) => {
    used.add(name);
    return name.replace(/^.*::/, "");
  };
  /** @type {(prop: string, struct: string, member: string, value: string) => void} */
  const put = (prop, struct, member, value) => {
    const key = `${prop} ${use(struct)}`;
    structs.set(key, [...(structs.get(key) ?? []), `${member}: ${value}`]);
  };
  for (const [name, value] of values) {
    const attribute = about.attributes.find((each) => each.name === name);
    const prop = props[name] ?? COMMON[name];
    if (name === "lang" || !attribute) continue;
    if (prop === false || (prop?.has && prop.has !== value)) {
      missing.push(name);
      continue;
    }
    const member = prop?.member ?? snake(name);
    if (prop?.uses) use(prop.uses);
    const said = prop?.type ? `${use(prop.type)}::${pascal(value)}` : prop?.write?.(value);
    if (prop?.of) {
      put(...prop.of, member, said ?? `Some(${into(value)})`);
    } else if (said) {
      written.push(`${member}={${said}}`);
    } else if (filter && name === "query") {
      put("default_filter", filter, "query", into(value));
    } else if (filter && attribute.many && FACETS.has(name)) {
      const type = ENUMS[name];
      const each = (/** @type {string} */ id) => (type ? `${use(type)}::${pascal(id)}` : into(id));
      put("default_filter", filter, plural(name), list(value, each));
    } else {
      if (attribute.kind === "whole") written.push(`${snake(name)}={${value}}`);
      else if (attribute.kind === "flag") written.push(`${snake(name)}={true}`);
      else if (attribute.kind === "choice") written.push(`${snake(name)}={${use(pascal(name))}::${pascal(value)}}`);
      else if (attribute.many) written.push(`${snake(name)}={${list(value)}}`);
      else written.push(`${snake(name)}=${rust(value)}`);
      if (!KNOWN.has(name)) guessed.push(name);
    }
  }
  for (const [key, members] of structs) {
    const [prop, struct] = key.split(" ");
    const all = [...members, `..${struct}::default()`];
    const line = `${prop}={${struct} { ${all.join(", ")} }}`;
    const lines = all.map((each) => `    ${each}${each.startsWith("..") ? "" : ","}\n`).join("");
    written.push(line.length <= LONG ? line : `${prop}={${struct} {\n${lines}}}`);
  }
  if (text) {
    const said = pieces?.[1] ?? "";
    if (about.tag === "plan-term" && !values.has("term")) written.push('term="five-dragons"');
    written.push(`text=${rust(said)}`);
  }
  const lang = values.get("lang") ?? page;
  const tag = { zh: "Lang::ZH", en: "Lang::EN" }[lang] ?? `Lang::new(${rust(lang)})`;
  const all = [`plan={plan.clone()}`, `lang={${tag}}`, ...written];
  const line = `<${component} ${all.join(" ")} />`;
  const shown = line.length <= LONG ? line : `<${component}\n${all.map((each) => indented(each, 4)).join("\n")}\n/>`;
  const names = [...used].sort((one, other) => (one < other ? -1 : 1));
  return {
    code: `use std::rc::Rc;

use plan_widgets::{${names.join(", ")}};
use yew::prelude::*;

#[component]
fn App() -> Html {
    let plan = use_memo((), |()| Plan::from_json(PLAN_JSON).map(Rc::new));
    match plan.as_ref() {
        Ok(plan) => html! {
            <>
                <Styles />
${indented(shown, 16)}
            </>
        },
        Err(problems) => html! { <pre>{ problems.to_string() }</pre> },
    }
}`,
    note: joined(
      page,
      words.plan,
      missing.length ? words.missing(missing.join(words.and)) : "",
      guessed.length ? words.guessed(guessed.join(words.and)) : "",
    ),
  };
}

/** Whose properties are known to be called like the attribute. */
const KNOWN = new Set(["heading", "heading-level", "goal", "goals", "term", "terms"]);

const MAKERS = { HTML: html, React: react, Vue: vue, Svelte: svelte, Yew: yew, Frame: frame };

/** @typedef {keyof typeof MAKERS} Framework */

/** What there is code for, in the order of the tabs. */
export const ORDER = /** @type {Framework[]} */ (Object.keys(MAKERS));

/**
 * @param {Framework} name
 * @param {Wanted} wanted
 */
export const snippet = (name, wanted) => MAKERS[name](wanted);
