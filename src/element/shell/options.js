// Generated from src/element/widgets/ by `cargo xtask generate`.

export const OPTIONS = {
  "plan-timeline": ["lang","layout","query","topic","stage","period","article","place","undated","item","heading-level"],
  "plan-goal-card": ["lang","goal","variant","show","project","heading-level"],
  "plan-goal-deck": ["lang","variant","query","topic","stage","article","chapter","department","kind","place","status","group","sort","layout","show","goal","project","heading-level"],
  "plan-glossary": ["lang","query","sort","term","heading-level"],
  "plan-overview": ["lang","topic","stage","project","heading-level"],
};

// What elements keep in the fragment, and what of it names an item.
export const KEYS = ["layout","query","topic","stage","period","article","place","undated","item","project","group","sort","chapter","department","kind","status","goal","term"];
export const ITEMS = ["item","goal","term","project"];

// What elements say to the page.
export const EVENTS = ["plan-ready","plan-error","plan-filter","plan-select","plan-layout","plan-undated","plan-copy","plan-take"];
