// Generated from src/element/spec.rs by `cargo xtask generate`.

export const OPTIONS = {
  "plan-timeline": ["lang","layout","query","topic","stage","period","article","item","heading-level"],
  "plan-goal-card": ["lang","goal","variant","show","project","heading-level"],
  "plan-goal-deck": ["lang","variant","query","topic","stage","article","chapter","department","kind","group","sort","show","goal","project","heading-level"],
  "plan-glossary": ["lang","query","sort","term","heading-level"],
};
