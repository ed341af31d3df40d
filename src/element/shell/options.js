// Generated from src/element/widgets/ by `cargo xtask generate`.

export const OPTIONS = {
  "plan-timeline": ["lang","layout","query","topic","stage","period","article","place","items","from","to","sort","limit","undated","item","heading","heading-level","controls"],
  "plan-goal-card": ["lang","goal","variant","show","project","heading-level"],
  "plan-goal-deck": ["lang","variant","query","topic","stage","article","chapter","department","kind","place","status","group","sort","layout","show","goals","limit","goal","project","heading","heading-level","controls"],
  "plan-glossary": ["lang","query","sort","terms","limit","term","heading","heading-level","controls"],
  "plan-overview": ["lang","topic","stage","project","heading","heading-level"],
};

// What elements keep in the fragment, and what of it names an item.
export const KEYS = ["layout","query","topic","stage","period","article","place","undated","item","project","group","sort","chapter","department","kind","status","goal","term"];
export const ITEMS = ["item","goal","term","project"];

// What elements say to the page.
export const EVENTS = ["plan-ready","plan-error","plan-filter","plan-select","plan-layout","plan-undated","plan-copy"];
