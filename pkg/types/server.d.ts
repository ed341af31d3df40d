// Generated from src/element/widgets/ by `cargo xtask generate`.

import type { PlanJson, PlanProblem, PlanProgress } from './index.js';
import type { LanguageJson } from './language.js';

export type * from './index.js';
export type { LanguageJson, LanguageSentence } from './language.js';

/** What every widget takes as well as its element's attributes. */
export interface RenderOptions {
  /** A plan as an object; without it the bundled plan. Give the live element the same, by `src` or `model`. */
  model?: PlanJson;
  /** In a declarative shadow root with the widget's looks inside. Without it or `stylesheet` the content is plain HTML. */
  shadow?: boolean;
  /**
   * The same with the looks by a link to this URL, for policies without 'unsafe-inline'. A `theme` is linked as
   * `themes/NAME.css` beside it.
   */
  stylesheet?: string;
  /** For `describe` alone: a stylesheet of tokens, of which the picture has the colours. */
  look?: string;
}

/** What `<plan-timeline>` is rendered by. */
export interface TimelineOptions extends RenderOptions {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string;
  /** The language shown: the BCP 47 tag of one of the plan's, such as zh or fr. Default: the plan's first. */
  lang?: string;
  /** List, lanes, or story; auto takes lanes where the container is wide enough, else the list. Follows what the reader selects. Default: auto. */
  layout?: 'auto' | 'list' | 'lanes' | 'story';
  /** What is searched for; follows what the reader types. Default: empty. */
  query?: string;
  /** Shows these topics only: ids separated by spaces. Follows what the reader selects. Default: all. */
  topic?: string | string[];
  /** Shows these stages only, separated by spaces. Default: all. */
  stage?: string | string[];
  /** Shows these periods only: ids separated by spaces. Default: all. */
  period?: string | string[];
  /** Shows what these articles say only: ids separated by spaces. Default: all. */
  article?: string | string[];
  /** Shows what is at these places only: ids separated by spaces; unplaced stands for what the plan puts at none. Default: all. */
  place?: string | string[];
  /** Shows these items only, in this order: ids separated by spaces. The list has no periods then. Default: all. */
  items?: string | string[];
  /** Shows what is on that day or later only: 2021, 2021-06, 2021-06-15 or -0043. What has no known time is left out, which is said. Default: no bound. */
  from?: string;
  /** Shows what is on that day or before only, in the same form; what overlaps the stretch of time belongs to it. Default: no bound. */
  to?: string;
  /** What comes first in the list and the story: the oldest or the newest. Items that are picked keep their order. Default: oldest. */
  sort?: 'oldest' | 'newest';
  /** Shows the first so many, with a button below that shows all. Static HTML has these only. Default: all. */
  limit?: string | number;
  /** Projects without a date: none says how many there are, shown lists each. Follows what the reader asks for. Default: none. */
  undated?: 'none' | 'shown';
  /** Id of the selected item; follows what the reader selects. Default: none. */
  item?: string;
  /** Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link="a" makes #a.item=…. Default: none. */
  deepLink?: boolean | string;
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  heading?: string;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  headingLevel?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6;
  /** Which controls there are: auto has those that help with so many items, with the filters behind a button where there is little room; all, none, or a list separated by spaces: search, filters, legend, layouts, count, zoom, menu. What stages mean, and that only a part is shown, is always said. Default: auto. */
  controls?: string | string[];
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  colorScheme?: 'light' | 'dark';
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast';
}

/** What `<plan-goal-card>` is rendered by. */
export interface GoalCardOptions extends RenderOptions {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string;
  /** The language shown: the BCP 47 tag of one of the plan's, such as zh or fr. Default: the plan's first. */
  lang?: string;
  /** Id of the goal. Default: required. */
  goal: string;
  /** All of a goal (full), or what matters first and the rest when it is opened (compact). Default: full. */
  variant?: 'compact' | 'full';
  /** departments: shows departments as well, marked as inferred. Default: nothing. */
  show?: 'departments';
  /** Id of the selected project; follows what the reader selects. Without a selected goal, opens the first one that it serves; a selected goal that it doesn't serve leaves it out. Default: none. */
  project?: string;
  /** Address of progress in JSON; the property takes an object as well. The plan has none: the page supplies it, with source and date. Default: none. */
  progress?: string | PlanProgress;
  /** Gives the goal a link (#goal=…), which scrolls to this card. Default: none. */
  deepLink?: boolean | string;
  /** Rank of the heading, to fit the page's outline. Default: 3. */
  headingLevel?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  colorScheme?: 'light' | 'dark';
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast';
}

/** What `<plan-goal-deck>` is rendered by. */
export interface GoalDeckOptions extends RenderOptions {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string;
  /** The language shown: the BCP 47 tag of one of the plan's, such as zh or fr. Default: the plan's first. */
  lang?: string;
  /** All of a goal (full), or what matters first and the rest when it is opened (compact). Default: compact. */
  variant?: 'compact' | 'full';
  /** What is searched for; follows what the reader types. Default: empty. */
  query?: string;
  /** Shows these topics only: ids separated by spaces. Follows what the reader selects. Default: all. */
  topic?: string | string[];
  /** Shows these stages only, separated by spaces. Default: all. */
  stage?: string | string[];
  /** Shows what these articles say only: ids separated by spaces. Default: all. */
  article?: string | string[];
  /** Shows the goals of these parts of the plan only: ids separated by spaces. Default: all. */
  chapter?: string | string[];
  /** Shows the goals of these departments only: ids separated by spaces. The plan names none: they are inferred. Default: all. */
  department?: string | string[];
  /** Shows these kinds of goals only, separated by spaces: article, overall, objective, vision. Default: all. */
  kind?: string | string[];
  /** Shows what is at these places only: ids separated by spaces; unplaced stands for what the plan puts at none. Default: all. */
  place?: string | string[];
  /** Shows goals of these statuses only, separated by spaces: reached, on-track, behind, not-comparable, no-data. Has an effect where progress has statuses. Default: all. */
  status?: string | string[];
  /** Puts goals under topics or parts of the plan, or nothing. Follows what the reader selects. Default: none. */
  group?: 'none' | 'topic' | 'chapter';
  /** The plan's order, most projects first, or most figures first. Follows what the reader selects. Default: plan. */
  sort?: 'plan' | 'projects' | 'figures';
  /** Cards, or a table, which there is where progress is given. Follows what the reader selects. Default: cards. */
  layout?: 'cards' | 'table';
  /** departments: shows departments as well, marked as inferred. Default: nothing. */
  show?: 'departments';
  /** Shows these goals only, in this order: ids separated by spaces. Default: all. */
  goals?: string | string[];
  /** Shows the first so many, with a button below that shows all. Static HTML has these only. Default: all. */
  limit?: string | number;
  /** Id of the selected goal; follows what the reader selects. Default: none. */
  goal?: string;
  /** Id of the selected project; follows what the reader selects. Without a selected goal, opens the first one that it serves; a selected goal that it doesn't serve leaves it out. Default: none. */
  project?: string;
  /** Address of progress in JSON; the property takes an object as well. The plan has none: the page supplies it, with source and date. Default: none. */
  progress?: string | PlanProgress;
  /** Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link="a" makes #a.item=…. Default: none. */
  deepLink?: boolean | string;
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  heading?: string;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  headingLevel?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6;
  /** Which controls there are: auto has those that help with so many items, with the filters behind a button where there is little room; all, none, or a list separated by spaces: search, filters, legend, layouts, count, zoom, menu. What stages mean, and that only a part is shown, is always said. Default: auto. */
  controls?: string | string[];
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  colorScheme?: 'light' | 'dark';
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast';
}

/** What `<plan-glossary>` is rendered by. */
export interface GlossaryOptions extends RenderOptions {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string;
  /** The language shown: the BCP 47 tag of one of the plan's, such as zh or fr. Default: the plan's first. */
  lang?: string;
  /** What is searched for; follows what the reader types. Default: empty. */
  query?: string;
  /** The plan's order, or by name under first letters, in Chinese by pinyin. Follows what the reader selects. Default: plan. */
  sort?: 'plan' | 'name';
  /** Shows these terms only, where sort is plan in this order: ids separated by spaces. Default: all. */
  terms?: string | string[];
  /** Shows the first so many, with a button below that shows all. Static HTML has these only. Default: all. */
  limit?: string | number;
  /** Id of the selected term; follows what the reader selects. Default: none. */
  term?: string;
  /** Keeps search, order and the selected term in the address's fragment (#term=…), and reads them from there, so that every term has a link. Where a page has several widgets, each takes a name: deep-link="a" makes #a.term=…. Default: none. */
  deepLink?: boolean | string;
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  heading?: string;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  headingLevel?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6;
  /** Which controls there are: auto has those that help with so many items, with the filters behind a button where there is little room; all, none, or a list separated by spaces: search, filters, legend, layouts, count, zoom, menu. What stages mean, and that only a part is shown, is always said. Default: auto. */
  controls?: string | string[];
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  colorScheme?: 'light' | 'dark';
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast';
}

/** What `<plan-overview>` is rendered by. */
export interface OverviewOptions extends RenderOptions {
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  src?: string;
  /** The language shown: the BCP 47 tag of one of the plan's, such as zh or fr. Default: the plan's first. */
  lang?: string;
  /** Id of a <plan-timeline> or a <plan-goal-deck> of the page, which follows: it is filtered by the topics and stages that the reader presses, and shows the project. Topics and stages that it doesn't have leave it as it is. Default: none. */
  for?: string;
  /** Brings out the projects of these topics: ids separated by spaces. Follows which heads of rows the reader presses. Default: all. */
  topic?: string | string[];
  /** Brings out the projects in these stages, separated by spaces. Follows which heads of columns the reader presses. Default: all. */
  stage?: string | string[];
  /** Id of the selected project; follows what the reader selects. Default: none. */
  project?: string;
  /** Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link="a" makes #a.item=…. Default: none. */
  deepLink?: boolean | string;
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  heading?: string;
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  headingLevel?: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6;
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  colorScheme?: 'light' | 'dark';
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast';
}

/** What can be rendered, and by what. */
export interface Renderable {
  'timeline': TimelineOptions;
  'goal-card': GoalCardOptions;
  'goal-deck': GoalDeckOptions;
  'glossary': GlossaryOptions;
  'overview': OverviewOptions;
}

type Options<Kind extends keyof Renderable> = {} extends Renderable[Kind] ? [options?: Renderable[Kind]] : [options: Renderable[Kind]];

/**
 * The element with its attributes and its content as static HTML: a pure function. Throws a `TypeError` with `code` and
 * `problems` as `plan-error` has them when an option or the plan isn't valid.
 */
export function render<Kind extends keyof Renderable>(kind: Kind, ...options: Options<Kind>): string;

/** What stands between the element's tags, likewise. */
export function renderContent<Kind extends keyof Renderable>(kind: Kind, ...options: Options<Kind>): string;

/** A widget in a few words. */
export interface Description {
  /** For the title of a page. */
  title: string;
  description: string;
  /** JSON-LD in the vocabulary of schema.org. */
  data: Record<string, unknown>;
  /** SVG of 1200 by 630, to be made a PNG for social networks. */
  picture: string;
}

/**
 * What a page with the widget may say of it, likewise. The picture has the colours of `theme`, and on top of them those of
 * `look`: a stylesheet of tokens on `:root`, as the package's `themes/` have them.
 */
export function describe<Kind extends keyof Renderable>(kind: Kind, ...options: Options<Kind>): Description;

/**
 * A stylesheet that a page links: one of our themes by its name, or tokens of your own, checked and written so that older
 * browsers have the light colours. Throws a `TypeError` likewise; `lang` is the language of its sentences.
 */
export function themeStylesheet(theme: string, options?: { lang?: string }): string;

/** What pages of their own can be made of: languages, ids of the topics of a timeline and of a deck, and of the goals. */
export interface PlanList {
  languages: string[];
  /** Those of them that there are no words for: what isn't the plan's own text is in English. */
  unspoken: string[];
  timeline: string[];
  deck: string[];
  goals: string[];
}

/** What a plan has, by default the bundled one. */
export function list(model?: PlanJson): PlanList;

/** A data file: what a widget shows of a plan in one language. */
export interface DataFile {
  /** What it is called in the package: `timeline`, `goals`, `glossary` or `overview`. */
  name: string;
  /** By this name `files` of an index has it. */
  view: string;
  lang: string;
  /** What is in it. */
  json: string;
  /** What completes it once an item opens or is searched for; empty where that is nothing. */
  later: string;
}

/** The data files of a plan, of which the command `build` makes a folder; by default the bundled one's. */
export function dataFiles(model?: PlanJson): DataFile[];

/**
 * Renders plans in a language with these words from now on, in place of those that there may be. Throws a `TypeError` likewise
 * where they aren't right; `lang` is the language of its sentences.
 */
export function registerLanguage(tag: string, words: LanguageJson, options?: { lang?: string }): void;

/** Every problem of a plan; empty for one that widgets can show. `lang` is the language of the sentences. */
export function validate(plan: unknown, options?: { lang?: string }): PlanProblem[];

/** The same of progress, which speaks of a plan's goals: by default the bundled one's. */
export function validateProgress(progress: unknown, options?: { model?: PlanJson; lang?: string }): PlanProblem[];

/** The version of the package. */
export const version: string;
