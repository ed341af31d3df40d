// How a language writes numbers and dates, which plurals it has, and how it names others, from CLDR.

/**
 * @typedef {{ tag: string, name: string, cldr: string }} Language
 * @typedef {{ forms: string[], table: string }} Plurals
 * @typedef {{ decimal: string, group: string, group_from: number, digits: string, plurals: Plurals }} Numbers
 * @typedef {Record<string, string | string[]>} Calendar
 * @typedef {(path: string) => any} Cldr gives a file of CLDR's packages by its path there
 * @typedef {(n: number) => boolean} Rule whether a whole number has the plural category
 */

/** The cardinal categories in CLDR's order. */
const CATEGORIES = ["zero", "one", "two", "few", "many", "other"];

/** Nothing that is counted reaches it; from there on French, Spanish and Portuguese have a category more. */
const MILLION = 1_000_000;

/** Numbers below it have a place of their own in the table, those above share one by their last two digits. */
const OWN = 100;

/** Marks that turn the direction of writing: the page isolates what it puts together. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const LATIN = /\p{Script=Latin}/u;

/**
 * What stands in a pattern for a date's parts; a month in letters is made wide.
 * @type {[RegExp, string][]}
 */
const PARTS = [
  [/^y+$/, "{year}"],
  [/^MM?$|^LL?$/, "{number}"],
  [/^MMMM?$/, "{month}"],
  [/^LLLL?$/, "{alone}"],
  [/^dd?$/, "{day}"],
];

/**
 * @param {string} locale
 * @param {Cldr} cldr
 * @returns {Numbers}
 */
function numbers(locale, cldr) {
  const data = cldr(`cldr-numbers-full/main/${locale}/numbers.json`).main[locale].numbers;
  const system = data.defaultNumberingSystem;
  const symbols = data[`symbols-numberSystem-${system}`];
  const format = data[`decimalFormats-numberSystem-${system}`].standard.split(";")[0];
  if (!/^[^,]*,##0(\.|$)/.test(format)) {
    throw new Error(`its numbers aren't grouped by three digits: ${format}`);
  }
  const { _digits } = cldr("cldr-core/supplemental/numberingSystems.json").supplemental.numberingSystems[system];
  if (!_digits) {
    throw new Error(`its numerals aren't made of ten digits: ${system}`);
  }
  return {
    decimal: plain(symbols.decimal),
    group: plain(symbols.group),
    group_from: 3 + Number(data.minimumGroupingDigits),
    digits: _digits === "0123456789" ? "" : _digits,
    plurals: plurals(locale, cldr),
  };
}

/**
 * The locale that has the plural rules of another: a region has rules of its own (`pt-PT`), or those of its language.
 * Some languages have none in CLDR.
 * @param {string} locale
 * @param {Cldr} cldr
 */
export function ruled(locale, cldr) {
  const all = cldr("cldr-core/supplemental/plurals.json").supplemental["plurals-type-cardinal"];
  let key = locale;
  while (key && !all[key]) key = key.slice(0, Math.max(0, key.lastIndexOf("-")));
  return key;
}

/**
 * The plural categories of whole numbers, and a table that says which of them a number has.
 * @param {string} locale
 * @param {Cldr} cldr
 * @returns {Plurals}
 */
function plurals(locale, cldr) {
  const all = cldr("cldr-core/supplemental/plurals.json").supplemental["plurals-type-cardinal"];
  const key = ruled(locale, cldr);
  if (!key) return { forms: ["other"], table: "" };
  /** @type {{ category: string, rule: Rule }[]} */
  const rules = CATEGORIES.flatMap((category) => {
    const text = all[key][`pluralRule-count-${category}`];
    return text === undefined ? [] : [{ category, rule: parse(text) }];
  });
  /** @param {number} n */
  const categoryOf = (n) => rules.find(({ rule }) => rule(n))?.category ?? "other";

  const found = Array.from({ length: MILLION }, (_, n) => categoryOf(n));
  const forms = CATEGORIES.filter((category) => found.includes(category));
  const places = found.slice(0, 2 * OWN).map((category) => forms.indexOf(category));
  for (const [n, category] of found.entries()) {
    const given = forms[places[n < OWN ? n : OWN + (n % OWN)]];
    if (given !== category) {
      throw new Error(`its plurals need more than a number's last two digits: ${n} is ${category}, not ${given}`);
    }
  }
  const table = places.join("").replace(/(.)\1*$/, "$1");
  return { forms, table: forms.length > 1 ? table : "" };
}

/**
 * A plural rule, `n % 10 = 2..4 and n % 100 != 12..14 @integer …`, as a function of a whole number.
 * @param {string} text
 * @returns {Rule}
 */
function parse(text) {
  const condition = text.split("@")[0].trim();
  if (!condition) {
    return () => true;
  }
  const choices = condition.split(/\s+or\s+/).map((choice) => choice.split(/\s+and\s+/).map(relation));
  return (n) => choices.some((relations) => relations.every((holds) => holds(n)));
}

/**
 * `n % 10 = 2..4,9`. A whole number is `n` and `i`; its fraction and exponent (`v`, `w`, `f`, `t`, `c`, `e`) are none.
 * @param {string} text
 * @returns {Rule}
 */
function relation(text) {
  const parts = /^([nivwftce])(?:\s*%\s*(\d+))?\s*(!?=)\s*(\d[\d.,\s]*)$/.exec(text);
  if (!parts) {
    throw new Error(`a plural rule can't be read: ${text}`);
  }
  const [, operand, modulus, operator, list] = parts;
  const isNumber = "ni".includes(operand);
  const divisor = modulus === undefined ? Infinity : Number(modulus);
  const wanted = operator === "=";
  const ranges = list.split(",").map((range) => {
    const [from, to = from] = range.split("..").map(Number);
    return { from, to };
  });
  return (n) => {
    const value = isNumber ? n % divisor : 0;
    return ranges.some(({ from, to }) => from <= value && value <= to) === wanted;
  };
}

/**
 * @param {string} locale
 * @param {Cldr} cldr
 * @returns {Calendar}
 */
function calendar(locale, cldr) {
  const data = cldr(`cldr-dates-full/main/${locale}/ca-gregorian.json`).main[locale].dates.calendars.gregorian;
  const { availableFormats } = data.dateTimeFormats;
  /** @type {(lengths: Record<string, string>) => string[]} */
  const names = (lengths) => Array.from({ length: 12 }, (_, month) => plain(lengths[month + 1]));
  /** @param {string[]} skeletons the first that CLDR has a pattern of */
  const available = (...skeletons) => {
    const skeleton = skeletons.find((name) => availableFormats[name]);
    if (!skeleton) {
      throw new Error(`CLDR has no pattern of ${skeletons.join(" or ")}`);
    }
    return availableFormats[skeleton];
  };

  const months = names(data.months.format.wide);
  const alone = names(data.months["stand-alone"].wide);
  /** @type {Calendar} */
  const made = { months };
  if (alone.join() !== months.join()) {
    made.months_alone = alone;
  }
  made.months_short = names(data.months["stand-alone"].abbreviated);
  // A long date may name its era even so: the Thai do.
  const after = era(data.eras, 1);
  const before = era(data.eras, 0);
  made.year = pattern(available("y"), after);
  made.year_before = pattern(available("Gy"), before);
  made.year_after = pattern(available("Gy"), after);
  made.month = pattern(available("yMMMM", "yMMM"), after);
  made.month_before = pattern(available("GyMMMM", "GyMMM"), before);
  made.month_after = pattern(available("GyMMMM", "GyMMM"), after);
  made.day = pattern(data.dateFormats.long, after);
  made.day_before = pattern(available("GyMMMMd", "GyMMMd"), before);
  made.day_after = pattern(available("GyMMMMd", "GyMMMd"), after);
  return made;
}

/**
 * The abbreviated name of an era: 0 before, 1 after its start. One that is borrowed from another script gives way to
 * the full name: Korean has `기원전` for `BC`.
 * @param {{ eraAbbr: Record<string, string>, eraNames: Record<string, string> }} eras
 * @param {0 | 1} which
 */
function era({ eraAbbr, eraNames }, which) {
  const isBorrowed = LATIN.test(eraAbbr[which]) && !LATIN.test(eraNames[which]);
  return (isBorrowed ? eraNames : eraAbbr)[which];
}

/**
 * A pattern of CLDR's, `d 'de' MMMM y G`, with holes for the parts of a date and the name of its era.
 * @param {string} text
 * @param {string} eraName
 */
function pattern(text, eraName) {
  return plain(
    text.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (field, quoted, letter) => {
      if (letter === undefined) {
        return quoted === "" ? "'" : quoted.replaceAll("''", "'");
      }
      const hole = letter === "G" ? eraName : PARTS.find(([form]) => form.test(field))?.[1];
      if (hole === undefined) {
        throw new Error(`the pattern ${text} has a part that isn't known: ${field}`);
      }
      return hole;
    }),
  );
}

/**
 * Text without marks of direction.
 * @param {string} text
 */
function plain(text) {
  return text.replace(BIDI, "");
}

/**
 * The names of languages by their tags, and of the language itself. Chinese of which nothing else is said is in
 * simplified characters.
 * @param {Language} language
 * @param {string[]} tags
 * @param {Cldr} cldr
 * @returns {Record<string, string>}
 */
function languages({ tag, cldr: locale }, tags, cldr) {
  /** @param {string} file */
  const names = (file) => cldr(`cldr-localenames-full/main/${locale}/${file}.json`).main[locale].localeDisplayNames;
  const { languages } = names("languages");
  /** @param {string} tag */
  const name = (tag) => {
    if (languages[tag]) return plain(languages[tag]);
    const [primary, script] = tag.split("-");
    const [known, written] = [languages[primary], names("scripts").scripts[script]];
    if (!known || !written) return tag;
    const { localePattern } = names("localeDisplayNames").localeDisplayPattern;
    return plain(localePattern.replace("{0}", () => known).replace("{1}", () => written));
  };
  return Object.fromEntries(
    [...new Set(["zh", tag, ...tags])].sort().map((tag) => [tag, name(tag === "zh" ? "zh-Hans" : tag)]),
  );
}

/**
 * A language's file as text, with its sections from CLDR behind what says which those are.
 * @param {Language} language
 * @param {string[]} tags of the languages that are to have a name in it
 * @param {Cldr} cldr
 */
export function fileOf(language, tags, cldr) {
  try {
    /** @type {Record<string, unknown>} */
    const made = {
      numbers: numbers(language.cldr, cldr),
      calendar: calendar(language.cldr, cldr),
      languages: languages(language, tags, cldr),
    };
    /** @type {[string, unknown][]} */
    const others = Object.entries(language).filter(([key]) => !(key in made));
    const at = others.findIndex(([key]) => key === "cldr") + 1;
    others.splice(at, 0, ...Object.entries(made));
    return `${JSON.stringify(Object.fromEntries(others), null, 2)}\n`;
  } catch (error) {
    throw new Error(`${language.name} (${language.tag}): ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

/**
 * A new language, with another one's words. CLDR has it by its own tag or by a shorter one.
 * @template {Language} Words
 * @param {string} tag
 * @param {Words} words
 * @param {Cldr} cldr
 * @returns {Words & { direction: string }}
 */
export function begun(tag, words, cldr) {
  const { full } = cldr("cldr-core/availableLocales.json").availableLocales;
  let locale = tag;
  while (!full.includes(locale) && locale.includes("-")) locale = locale.slice(0, locale.lastIndexOf("-"));
  const known = words.tag === tag ? words.name : undefined;
  const name = known ?? new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  const script = /** @type {string} */ (new Intl.Locale(tag).maximize().script);
  const isRtl = cldr("cldr-core/scriptMetadata.json").scriptMetadata[script]?.rtl === "YES";
  return { ...words, tag, name, direction: isRtl ? "rtl" : "ltr", cldr: locale };
}
