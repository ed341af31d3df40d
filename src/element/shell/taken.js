// What readers take away, made of a view model: tables, calendars, what a picture shows, names of files. No DOM.

import * as at from "./menu-words.js";

/**
 * What is to be taken: a view model that is whole, the indices of what is shown of it, and the menu's words.
 * @typedef {{ view: any, shown: number[], words: string[] }} Taken
 */

const DAY = 86_400_000; // in ms

/**
 * A day as ISO 8601 has it; empty where there is none, or none that a calendar can count.
 * @param {number | undefined | null} day from 1970-01-01 on
 */
export function isoDay(day) {
  const date = new Date((day ?? NaN) * DAY);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, -14);
}

/**
 * A sentence with `value` in its hole.
 * @param {string} sentence
 * @param {string | number} value
 */
export const filled = (sentence, value) => sentence.replace("{0}", () => `${value}`);

/**
 * A number in the digits of the language.
 * @param {number} number
 * @param {string[]} words
 */
export function digits(number, words) {
  const own = [...words[at.NUMBERS_DIGITS]];
  return `${number}`.replace(/\d/g, (digit) => own[Number(digit)] ?? digit);
}

/**
 * A label and what it is of.
 * @param {Taken} taken
 * @param {string | undefined} label
 * @param {string} text
 */
const labelled = ({ view: { lang } }, label, text) =>
  !label ? text : `${label}${/^(zh|ja)/.test(lang) ? "：" : /^fr/.test(lang) ? "\u00a0: " : ": "}${text}`;

/**
 * Texts after one another, without those that are empty.
 * @param {(string | false | undefined | null)[]} texts
 * @param {string} between
 */
const joined = (texts, between) => texts.filter(Boolean).join(between);

/**
 * What the values of one facet that something has are called.
 * @param {Taken} taken
 * @param {number} facet
 * @param {number[] | undefined} values
 */
const names = ({ view, words }, facet, values = []) =>
  values.map((value) => view.facets?.[facet]?.[value]?.name ?? "").join(words[at.COMMON_COMMA]);

/**
 * A quantity with those that are its parts.
 * @param {Taken} taken
 * @param {any} quantity
 * @returns {string}
 */
const quantity = (taken, { measure, text, when, with: parts = [] }) =>
  joined(
    [
      labelled(taken, measure, text) + (when ? ` (${when})` : ""),
      ...parts.map((/** @type {any} */ part) => quantity(taken, part)),
    ],
    "; ",
  );

/**
 * The first and the last day that is known of an item. What is to be there by a day has only a last one; a work
 * without a time of its own has none.
 * @param {any} item
 * @returns {[first: number | undefined, last: number | undefined]}
 */
function known({ shape = "within", first, last }) {
  if (shape === "undated" || shape === "timeless") return [undefined, undefined];
  if (shape === "by") return [undefined, last];
  return [first, last];
}

/** Columns of each kind of view model: the index of the heading, and the text of a cell. */
/** @typedef {[heading: number, cell: (one: any, taken: Taken) => string][]} Columns */

/** @type {Columns} */
const ITEMS = [
  [at.NAME, ({ title }) => title],
  [at.PLAN_WHEN, ({ when }) => when],
  [at.FIRST, (item) => isoDay(known(item)[0])],
  [at.LAST, (item) => isoDay(known(item)[1])],
  [at.MEANT, ({ shape = "within" }, { words }) => words[SHAPES[shape]]],
  [at.TIMELINE_STAGE, ({ label }) => label],
  [at.TIMELINE_TOPIC, ({ facets }, taken) => names(taken, 0, facets?.[0])],
  [at.TIMELINE_ARTICLE, ({ cite }) => cite],
  [at.SUMMARY, ({ summary }) => summary],
  [
    at.DETAILS,
    ({ facts = [] }, taken) =>
      facts
        .map((/** @type {any} */ { label, text = "", quote = "" }) => labelled(taken, label, text + quote))
        .join("; "),
  ],
];

/** @type {Record<string, number>} */
const SHAPES = {
  within: at.WITHIN,
  point: at.POINT,
  span: at.SPAN,
  by: at.BY,
  since: at.SINCE,
  undated: at.UNDATED,
  timeless: at.TIMELESS,
};

/** @type {Columns} */
const CARDS = [
  [at.PROGRESS_GOAL, ({ title }) => title],
  [at.PROGRESS_HORIZON, ({ horizons = [] }, { words }) => horizons.join(words[at.COMMON_COMMA])],
  [at.SUMMARY, ({ summary }) => summary],
  [at.TIMELINE_ARTICLE, ({ facets }, taken) => names(taken, 2, facets?.[2])],
  [at.TIMELINE_TOPIC, ({ facets }, taken) => names(taken, 0, facets?.[0])],
  [at.FIGURES, ({ figures = [] }, taken) => figures.map((/** @type {any} */ one) => quantity(taken, one)).join("; ")],
];

/**
 * What is reported of a goal, one after another.
 * @param {(standing: any, taken: Taken) => string | undefined} of
 * @returns {(card: any, taken: Taken) => string}
 */
const reported =
  (of) =>
  ({ progress = [] }, taken) =>
    joined(
      progress.map((/** @type {any} */ standing) => of(standing, taken)),
      "; ",
    );

/** @type {Columns} */
const REPORTED = [
  [at.PROGRESS_STATUS, ({ facets }, taken) => names(taken, 7, facets?.[7])],
  [at.PROGRESS_VALUE, reported(({ what, value = "" }, taken) => labelled(taken, what, value))],
  [at.PROGRESS_AS_OF, reported(({ date }) => date)],
  [at.PLAN_SOURCE, reported(({ source }, { view }) => source || view.account?.source)],
];

/** @type {Columns} */
const ENTRIES = [
  [at.PLAN_TERM, ({ name }) => name],
  [
    at.MEANING,
    ({ note, components = [] }, taken) =>
      joined([note, ...components.map((/** @type {any} */ { label, text }) => labelled(taken, label, text))], "; "),
  ],
  [
    at.TIMELINE_ARTICLE,
    ({ articles = [] }, { view, words }) =>
      articles.map((/** @type {number} */ index) => view.articles?.[index]?.name ?? "").join(words[at.COMMON_COMMA]),
  ],
];

/** @type {Columns} */
const MARKS = [
  [at.PROJECT, ({ name }) => name],
  [at.TIMELINE_STAGE, ({ stage = 0, label }, taken) => label || names(taken, 1, [stage])],
  [at.TIMELINE_TOPIC, ({ topic = 0 }, taken) => names(taken, 0, [topic])],
  [at.PLAN_WHEN, ({ when }) => when],
  [at.TIMELINE_ARTICLE, ({ cite }) => cite],
];

/**
 * What there is of a view model, and its columns: of its items, cards or terms.
 * @param {any} view
 * @returns {[list: any[], columns: Columns]}
 */
function listOf(view) {
  if (view.cards) return [view.cards, view.account?.words ? [...CARDS, ...REPORTED] : CARDS];
  if (view.entries) return [view.entries, ENTRIES];
  return [view.items ?? [], view.shown ? MARKS : ITEMS];
}

/**
 * A table of what is shown, its headings first. The plan stands in the last column, so that a row which is copied
 * out of the table keeps its source; the table stays a table, without lines of another form.
 * @param {Taken} taken
 */
export function table(taken) {
  const { view, shown, words } = taken;
  const [list, columns] = listOf(view);
  const rows = shown
    .filter((index) => list[index])
    .map((index) => [...columns.map(([, cell]) => cell(list[index], taken) ?? ""), view.title]);
  return [[...columns.map(([heading]) => words[heading]), words[at.PLAN]], ...rows];
}

// A spreadsheet takes a cell that begins so for a formula; the characters of double width are those of East Asia.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

// What needs quotation marks: RFC 4180 says the first three, and a spreadsheet that separates otherwise the others.
const QUOTED = /[",\r\n;\t]|^\s|\s$/;

/**
 * A cell. One that would be a formula gets an apostrophe in front, which spreadsheets take for the sign of a text; one
 * that has an apostrophe before such a character gets another. So no character is lost: who reads the file takes one
 * apostrophe away wherever one or more stand before such a character.
 * @param {string} text
 */
function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as CSV by RFC 4180, with a mark in front by which spreadsheets know UTF-8.
 * @param {string[][]} rows
 */
export const csv = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(",") + "\r\n").join("")}`;

/**
 * The days that an event of a calendar takes, both included; nothing where the plan gives no beginning and no end.
 * What is to be there by a time takes all days up to its end, from the end of the band before on, as in the lanes: it
 * is on none of them.
 * @param {any} view
 * @param {any} item
 * @returns {[first: number, last: number] | undefined}
 */
function daysOf({ bands = [], adopted }, item) {
  const [first, last] = known(item);
  if (last === undefined || item.shape === "since") return undefined;
  if (first !== undefined) return [first, last];
  const ends = bands.map((/** @type {any} */ band) => band.last).filter((/** @type {number} */ end) => end < last);
  const begin = ends.length ? ends.at(-1) + 1 : adopted;
  return begin === undefined || begin > last ? undefined : [begin, last];
}

// The octets of a line, without its end.
const LINE = 75;

/** @param {string} character */
function octets(character) {
  const code = /** @type {number} */ (character.codePointAt(0));
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4;
}

/**
 * A line of a calendar, folded between characters.
 * @param {string} name
 * @param {string} value
 */
function line(name, value) {
  let folded = "";
  let length = 0;
  for (const character of `${name}:${value}`) {
    const more = octets(character);
    if (length + more > LINE) {
      folded += "\r\n ";
      length = 1;
    }
    folded += character;
    length += more;
  }
  return `${folded}\r\n`;
}

// Characters that a text of a calendar may not have.
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/**
 * A text as a value of a calendar.
 * @param {string} text
 */
const escaped = (text) =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(CONTROLS, " ");

/** @param {string} iso */
const compact = (iso) => iso.replace(/-|:|\.\d+/g, "");

/**
 * The items of a timeline as a calendar by RFC 5545, how many are in it, and how many are left out. Nobody is busy
 * with any of them. One that isn't about its very days says so by the plan's words in its title.
 * @param {Taken} taken
 * @param {string} url of the page
 * @param {Date} now
 */
export function calendar(taken, url, now) {
  const { view, shown, words } = taken;
  const stamp = compact(now.toISOString());
  const events = [];
  let left = 0;
  for (const index of shown) {
    const item = view.items?.[index];
    if (!item) continue;
    const days = daysOf(view, item);
    const [first, after] = days ? [isoDay(days[0]), isoDay(days[1] + 1)] : [];
    if (!/^\d{4}-/.test(first ?? "") || !/^\d{4}-/.test(after ?? "")) {
      left++;
      continue;
    }
    const { id, title, when, label, cite, summary, shape, facets } = item;
    const exact = shape === "point" || shape === "span";
    events.push(
      "BEGIN:VEVENT\r\n" +
        line("UID", escaped(`${id}@${view.plan}.plan-widgets`)) +
        line("DTSTAMP", stamp) +
        line("DTSTART;VALUE=DATE", compact(/** @type {string} */ (first))) +
        line("DTEND;VALUE=DATE", compact(/** @type {string} */ (after))) +
        line("SUMMARY", escaped(exact || !when ? title : `${title} (${when})`)) +
        line(
          "DESCRIPTION",
          escaped(
            joined(
              [
                labelled(taken, words[at.PLAN_WHEN], when ?? ""),
                labelled(taken, words[at.MEANT], words[SHAPES[shape ?? "within"]]),
                label,
                summary,
                joined([view.title, cite], words[at.COMMON_COMMA]),
                view.notice,
              ],
              "\n",
            ),
          ),
        ) +
        (facets?.[0]?.length
          ? line(
              "CATEGORIES",
              facets[0].map((/** @type {number} */ topic) => escaped(view.facets[0][topic]?.name ?? "")).join(","),
            )
          : "") +
        (/^https?:/.test(url) ? line("URL", url) : "") +
        "TRANSP:TRANSPARENT\r\n" +
        "END:VEVENT\r\n",
    );
  }
  const text =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" +
    line("PRODID", "-//plan-widgets//plan-widgets//EN") +
    "CALSCALE:GREGORIAN\r\n" +
    line("NAME", escaped(view.title)) +
    line("X-WR-CALNAME", escaped(view.title)) +
    events.join("") +
    "END:VCALENDAR\r\n";
  return { text, count: events.length, left };
}

// Names of the colours that a picture has, and of the properties that have them in the stylesheets.
export const COLORS = {
  ground: "--_canvas",
  text: "--_text",
  quiet: "--_quiet",
  line: "--_line",
  accent: "--_accent",
};

// AA's contrast of text.
const LEGIBLE = 4.5;

/**
 * The numbers of a colour as browsers write one that they have worked out, from 0 to 255; nothing of other forms.
 * @param {string} color
 */
function rgb(color) {
  const [, space, inside] = /^(?:rgba?\(|color\((srgb) )([^/]*)/.exec(color) ?? [];
  const numbers = inside?.match(/[\d.]+(?:e-?\d+)?/g)?.map((number) => Number(number) * (space ? 255 : 1)) ?? [];
  return numbers.length >= 3 ? numbers.slice(0, 3).map((number) => Math.min(255, Math.round(number))) : undefined;
}

/**
 * The luminance of a colour, by WCAG.
 * @param {number[]} numbers
 */
function luminance(numbers) {
  const [red, green, blue] = numbers.map((number) =>
    number <= 10 ? number / 255 / 12.92 : ((number / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The colours of a picture; none where text can't be read in them, as on a dark page that gives no ground of its own,
 * or where one isn't known. Then it has those of the package.
 * @param {(property: string) => string} colorOf the colour that a property has in the light
 */
export function colors(colorOf) {
  const all = Object.entries(COLORS).map(([name, property]) => /** @type {const} */ ([name, rgb(colorOf(property))]));
  const known = all.flatMap(([name, numbers]) => (numbers ? [/** @type {const} */ ([name, numbers])] : []));
  if (known.length < all.length) return {};
  const { ground, text, quiet, accent } = Object.fromEntries(
    known.map(([name, numbers]) => [name, luminance(numbers)]),
  );
  const isLegible = (/** @type {number} */ one) =>
    (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05) >= LEGIBLE;
  if (![text, quiet, accent].every(isLegible)) return {};
  const hex = (/** @type {number[]} */ numbers) =>
    `#${numbers.map((number) => number.toString(16).padStart(2, "0")).join("")}`;
  return Object.fromEntries(known.map(([name, numbers]) => [name, hex(numbers)]));
}

/**
 * What a picture shows: see `Shown` in src/ui/picture.rs.
 * @param {Taken} taken
 * @param {{ heading: string, filters: string[], date: string, colors?: Record<string, string> }} facts
 */
export function pictured(taken, { heading, filters, date, colors = {} }) {
  const { view, shown, words } = taken;
  const { lang, direction, title, notice, note } = view;
  const [list] = listOf(view);
  /** @param {any} one */
  const row = (one) => {
    if (view.entries) return { title: one.name, label: one.note };
    if (view.cards)
      return {
        title: one.title,
        when: joined(one.horizons ?? [], words[at.COMMON_COMMA]),
        label: joined(
          [
            names(taken, 7, one.facets?.[7]),
            ...(one.figures ?? []).slice(0, 2).map((/** @type {any} */ f) => quantity(taken, f)),
          ],
          " · ",
        ),
      };
    if (view.shown)
      return {
        stage: view.facets[1][one.stage ?? 0]?.id,
        title: one.name,
        when: one.when,
        label: joined([one.label, names(taken, 0, [one.topic ?? 0])], " · "),
      };
    return {
      stage: view.facets?.[1]?.[one.facets?.[1]?.[0]]?.id,
      title: one.title,
      when: one.when,
      label: joined([one.label, one.cite], " · "),
    };
  };
  return {
    ...colors,
    lang,
    direction,
    plan: title,
    heading,
    filters: filters.join(" · "),
    rows: shown.filter((index) => list[index]).map((index) => row(list[index])),
    more: words[at.MORE],
    foot: [notice, note, filled(words[at.TAKEN], date)].filter(Boolean),
  };
}

/**
 * The name of a file: which plan, which widget, in which language, filtered by what.
 * @param {string[]} parts
 * @param {string} end
 */
export function fileName(parts, end) {
  const clean = parts.map((part) =>
    part
      .normalize()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, ""),
  );
  // File systems take 255 octets, and a character may have four.
  return `${[...joined(clean, "-")].slice(0, 60).join("").replace(/-+$/, "") || "plan"}.${end}`;
}
