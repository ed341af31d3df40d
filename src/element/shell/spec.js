// Generated from src/element/widgets/ by `cargo xtask generate`.

export const VERSION = "0.1.0";

export const timeline = {
  tag: "plan-timeline",
  widget: "timeline",
  view: "timelineView",
  needs: null,
  attributes: ["src","lang","layout","query","topic","stage","period","article","place","items","from","to","sort","limit","undated","item","deep-link","heading","heading-level","controls","color-scheme","theme"],
  state: ["layout","query","topic","stage","period","article","place","undated","item"],
  item: "item",
  data: {
    "zh": () => new URL("./data/timeline.zh.json", import.meta.url),
    "en": () => new URL("./data/timeline.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/timeline.zh-Hant.json", import.meta.url),
  },
  later: {
    "zh": () => new URL("./data/timeline.later.zh.json", import.meta.url),
    "en": () => new URL("./data/timeline.later.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/timeline.later.zh-Hant.json", import.meta.url),
  },
  whole: {
    view: "timelineViewWhole",
    data: {
      "zh": () => new URL("./data/timeline.whole.zh.json", import.meta.url),
      "en": () => new URL("./data/timeline.whole.en.json", import.meta.url),
      "zh-Hant": () => new URL("./data/timeline.whole.zh-Hant.json", import.meta.url),
    },
    later: {
      "zh": () => new URL("./data/timeline.whole.later.zh.json", import.meta.url),
      "en": () => new URL("./data/timeline.whole.later.en.json", import.meta.url),
      "zh-Hant": () => new URL("./data/timeline.whole.later.zh-Hant.json", import.meta.url),
    },
  },
};

export const goalCard = {
  tag: "plan-goal-card",
  widget: "goal-card",
  view: "deckView",
  needs: "goal",
  attributes: ["src","lang","goal","variant","show","project","progress","deep-link","heading-level","color-scheme","theme"],
  state: ["project"],
  item: "goal",
  data: {
    "zh": () => new URL("./data/goals.zh.json", import.meta.url),
    "en": () => new URL("./data/goals.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/goals.zh-Hant.json", import.meta.url),
  },
  later: {
    "zh": () => new URL("./data/goals.later.zh.json", import.meta.url),
    "en": () => new URL("./data/goals.later.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/goals.later.zh-Hant.json", import.meta.url),
  },
};

export const goalDeck = {
  tag: "plan-goal-deck",
  widget: "goal-deck",
  view: "deckView",
  needs: null,
  attributes: ["src","lang","variant","query","topic","stage","article","chapter","department","kind","place","status","group","sort","layout","show","goals","limit","goal","project","progress","deep-link","heading","heading-level","controls","color-scheme","theme"],
  state: ["group","sort","layout","query","topic","stage","article","chapter","department","kind","place","status","goal","project"],
  item: "goal",
  data: {
    "zh": () => new URL("./data/goals.zh.json", import.meta.url),
    "en": () => new URL("./data/goals.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/goals.zh-Hant.json", import.meta.url),
  },
  later: {
    "zh": () => new URL("./data/goals.later.zh.json", import.meta.url),
    "en": () => new URL("./data/goals.later.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/goals.later.zh-Hant.json", import.meta.url),
  },
};

export const glossary = {
  tag: "plan-glossary",
  widget: "glossary",
  view: "glossaryView",
  needs: null,
  attributes: ["src","lang","query","sort","terms","limit","term","deep-link","heading","heading-level","controls","color-scheme","theme"],
  state: ["sort","query","term"],
  item: "term",
  data: {
    "zh": () => new URL("./data/glossary.zh.json", import.meta.url),
    "en": () => new URL("./data/glossary.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/glossary.zh-Hant.json", import.meta.url),
  },
  later: { "zh": () => new URL("./data/variants.json", import.meta.url) },
};

export const overview = {
  tag: "plan-overview",
  widget: "overview",
  view: "overviewView",
  needs: null,
  attributes: ["src","lang","for","topic","stage","project","deep-link","heading","heading-level","color-scheme","theme"],
  state: ["topic","stage","project"],
  item: "project",
  data: {
    "zh": () => new URL("./data/overview.zh.json", import.meta.url),
    "en": () => new URL("./data/overview.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/overview.zh-Hant.json", import.meta.url),
  },
  later: {
    "zh": () => new URL("./data/overview.later.zh.json", import.meta.url),
    "en": () => new URL("./data/overview.later.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/overview.later.zh-Hant.json", import.meta.url),
  },
};

export const term = {
  tag: "plan-term",
  widget: "term",
  view: "glossaryView",
  needs: null,
  attributes: ["src","lang","term","href","color-scheme","theme"],
  data: {
    "zh": () => new URL("./data/glossary.zh.json", import.meta.url),
    "en": () => new URL("./data/glossary.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/glossary.zh-Hant.json", import.meta.url),
  },
  later: { "zh": () => new URL("./data/variants.json", import.meta.url) },
};

export const annotate = {
  tag: "plan-annotate",
  widget: "annotate",
  view: "glossaryView",
  needs: null,
  attributes: ["src","lang","for","first","skip","except","observe","href","color-scheme","theme"],
  data: {
    "zh": () => new URL("./data/glossary.zh.json", import.meta.url),
    "en": () => new URL("./data/glossary.en.json", import.meta.url),
    "zh-Hant": () => new URL("./data/glossary.zh-Hant.json", import.meta.url),
  },
  later: { "zh": () => new URL("./data/variants.json", import.meta.url) },
};

// The words of each language.
/** @type {Record<string, () => URL>} */
export const LANGUAGES = {
  "ar": () => new URL("./data/language.ar.json", import.meta.url),
  "de": () => new URL("./data/language.de.json", import.meta.url),
  "en": () => new URL("./data/language.en.json", import.meta.url),
  "es": () => new URL("./data/language.es.json", import.meta.url),
  "fr": () => new URL("./data/language.fr.json", import.meta.url),
  "ja": () => new URL("./data/language.ja.json", import.meta.url),
  "ko": () => new URL("./data/language.ko.json", import.meta.url),
  "pt": () => new URL("./data/language.pt.json", import.meta.url),
  "ru": () => new URL("./data/language.ru.json", import.meta.url),
  "zh-Hans": () => new URL("./data/language.zh-Hans.json", import.meta.url),
  "zh-Hant": () => new URL("./data/language.zh-Hant.json", import.meta.url),
};

// Those of the menu.
/** @type {Record<string, () => URL>} */
export const MENUS = {
  "ar": () => new URL("./data/menu.ar.json", import.meta.url),
  "de": () => new URL("./data/menu.de.json", import.meta.url),
  "en": () => new URL("./data/menu.en.json", import.meta.url),
  "es": () => new URL("./data/menu.es.json", import.meta.url),
  "fr": () => new URL("./data/menu.fr.json", import.meta.url),
  "ja": () => new URL("./data/menu.ja.json", import.meta.url),
  "ko": () => new URL("./data/menu.ko.json", import.meta.url),
  "pt": () => new URL("./data/menu.pt.json", import.meta.url),
  "ru": () => new URL("./data/menu.ru.json", import.meta.url),
  "zh-Hans": () => new URL("./data/menu.zh-Hans.json", import.meta.url),
  "zh-Hant": () => new URL("./data/menu.zh-Hant.json", import.meta.url),
};
