// Generated from src/view/words.rs by `cargo xtask generate`.

export const WORDS = {
  zh: {"comma":"，","standsFor":"“{}”所指","usedIn":"见于","related":"相关","close":"关闭","whole":"全部名词"},
  en: {"comma":", ","standsFor":"What “{}” stands for","usedIn":"Used in","related":"Related","close":"Close","whole":"Whole glossary"},
};
