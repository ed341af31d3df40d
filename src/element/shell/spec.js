// Generated from src/element/spec.rs by `cargo xtask generate`.

export const VERSION = "0.1.0";

export const timeline = {
  tag: "plan-timeline",
  widget: "timeline",
  attributes: [
    { name: "src", property: "src" },
    { name: "lang", property: "lang" },
    { name: "layout", property: "layout" },
    { name: "query", property: "query" },
    { name: "topic", property: "topic" },
    { name: "stage", property: "stage" },
    { name: "period", property: "period" },
    { name: "article", property: "article" },
    { name: "item", property: "item" },
    { name: "deep-link", property: "deepLink" },
    { name: "heading-level", property: "headingLevel" },
    { name: "color-scheme", property: "colorScheme" },
  ],
  properties: ["src","lang","layout","query","topic","stage","period","article","item","deepLink","headingLevel","colorScheme","model"],
  slices: {
    zh: new URL("./data/timeline.zh.json", import.meta.url),
    en: new URL("./data/timeline.en.json", import.meta.url),
  },
};

export const glossary = {
  tag: "plan-glossary",
  widget: "glossary",
  attributes: [
    { name: "src", property: "src" },
    { name: "lang", property: "lang" },
    { name: "query", property: "query" },
    { name: "term", property: "term" },
    { name: "heading-level", property: "headingLevel" },
    { name: "color-scheme", property: "colorScheme" },
  ],
  properties: ["src","lang","query","term","headingLevel","colorScheme","model"],
  slices: {
    zh: new URL("./data/glossary.zh.json", import.meta.url),
    en: new URL("./data/glossary.en.json", import.meta.url),
  },
};
