// Generated from src/element/widgets/ by `cargo xtask generate`.

export const OPTIONS = {
  "plan-timeline": ["lang","layout","query","topic","stage","period","article","place","items","from","to","sort","limit","undated","item","heading","heading-level","controls","theme"],
  "plan-goal-card": ["lang","goal","variant","show","project","heading-level","theme"],
  "plan-goal-deck": ["lang","variant","query","topic","stage","article","chapter","department","kind","place","status","group","sort","layout","show","goals","limit","goal","project","heading","heading-level","controls","theme"],
  "plan-glossary": ["lang","query","sort","terms","limit","term","heading","heading-level","controls","theme"],
  "plan-overview": ["lang","topic","stage","project","heading","heading-level","theme"],
};

// What elements keep in the fragment, and what of it names an item.
export const KEYS = ["layout","query","topic","stage","period","article","place","undated","item","project","group","sort","chapter","department","kind","status","goal","term"];
export const ITEMS = ["item","goal","term","project"];

// Tokens that a page for frames takes from its query, what they have to be, and the themes.
/** @type {Record<string, { pattern: string, samples: string[] }>} */
export const TOKENS = {"accent":{"pattern":"^(#[\\da-f]{3}([\\da-f]{3})?|light-dark\\(#[\\da-f]{3}([\\da-f]{3})?, ?#[\\da-f]{3}([\\da-f]{3})?\\))$","samples":["#rgb","#rrggbb","light-dark(#rrggbb, #rrggbb)"]},"font":{"pattern":"^(?! )(,? *(\"[\\p{L}\\p{N} ._-]{1,100}\"|\\p{L}[\\p{L}\\p{N} ._-]{0,99})(?=,|$))+$","samples":["\"Font Name\"","serif","sans-serif","system-ui"]},"font-size":{"pattern":"^\\d{1,2}(\\.\\d{1,4})?em$","samples":["1.25em"]},"space":{"pattern":"^\\d{1,2}(\\.\\d{1,4})?em$","samples":["1.25em"]},"radius":{"pattern":"^\\d{1,2}(\\.\\d{1,4})?em$","samples":["1.25em"]}};
export const THEMES = ["paper","ink","civic","contrast"];

// What elements say to the page.
export const EVENTS = ["plan-ready","plan-error","plan-filter","plan-select","plan-layout","plan-undated","plan-copy","plan-take"];
