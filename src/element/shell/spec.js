// Generated from src/element/spec.rs by `cargo xtask generate`.

export const VERSION = "0.1.0";

export const timeline = {
  tag: "plan-timeline",
  widget: "timeline",
  attributes: ["src","lang","layout","query","topic","stage","period","article","item","deep-link","heading-level","color-scheme"],
  slices: {
    zh: () => new URL("./data/timeline.zh.json", import.meta.url),
    en: () => new URL("./data/timeline.en.json", import.meta.url),
  },
  pinyin: () => new URL("./data/timeline.pinyin.json", import.meta.url),
};

export const glossary = {
  tag: "plan-glossary",
  widget: "glossary",
  attributes: ["src","lang","query","term","heading-level","color-scheme"],
  slices: {
    zh: () => new URL("./data/glossary.zh.json", import.meta.url),
    en: () => new URL("./data/glossary.en.json", import.meta.url),
  },
};
