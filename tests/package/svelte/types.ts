// The elements in Svelte's templates: its checker reads their attributes in `SvelteHTMLElements`.

import type { SvelteHTMLElements } from "svelte/elements";
import type {} from "plan-widgets/svelte";

type Glossary = SvelteHTMLElements["plan-glossary"];

// <plan-glossary heading-level={3} …>
export const right: Glossary = {
  class: ["wide", { dark: true }],
  lang: "zh",
  src: "/plan.json",
  query: "双",
  "heading-level": 3,
  "color-scheme": "dark",
  model: null,
  onclick: (event) => event.currentTarget.headingLevel,
  "onplan-ready": ({ detail }) => detail.lang,
  "onplan-filter": (event) => event.detail.found.toFixed(),
  "onplan-select": ({ detail }) => detail.term?.length,
};

// @ts-expect-error there is no seventh rank
export const rank: Glossary = { "heading-level": 7 };
// @ts-expect-error neither light nor dark
export const scheme: Glossary = { "color-scheme": "sepia" };
// @ts-expect-error JSON text is no object
export const model: Glossary = { model: "{}" };
// @ts-expect-error no such member
export const detail: Glossary = { "onplan-filter": (event) => event.detail.count };
