// Generated from src/element/widgets/ by `cargo xtask generate`.

import type { PlanJson, PlanProgress } from './model.js';

export type * from './model.js';

/** Something wrong with a model or an attribute. */
export interface PlanProblem {
  /** JSON Pointer into the model, or the attribute's name. */
  pointer: string;
  found: string;
  expected: string;
  nearest: string | null;
  /** How many more are of its kind: with the same value there, or beyond the first ten of a field. */
  more: number;
  /** All of it as a sentence. */
  text: string;
}

export type PlanErrorCode =
  | 'wasm-blocked'
  | 'network'
  | 'file-missing'
  | 'file-broken'
  | 'file-version'
  | 'plan-version'
  | 'unsupported'
  | 'failed'
  | 'json'
  | 'model-invalid'
  | 'language-invalid'
  | 'language-missing'
  | 'options-invalid'
  | 'progress-invalid'
  | 'progress-unbound'
  | 'check-failed'
  | 'mark-failed'
  | 'attribute-invalid'
  | 'crashed'
  | 'gave-up';

/** Detail of `plan-ready`. The widget shows a plan: at first, and after a change of plan or language. */
export interface PlanReadyDetail {
  /** the language shown */
  lang: string;
  /** annotation: how many terms are marked */
  count?: number;
}

/** Detail of `plan-error`. Something failed; what was on the screen stays. */
export interface PlanErrorDetail {
  /** the code */
  code: PlanErrorCode;
  /** a sentence: where it failed, and the remedy */
  message: string;
  /** every problem of a model or of attributes */
  problems: PlanProblem[];
  /** the language of these sentences: zh or en */
  lang: string;
}

/** Detail of `plan-filter`. The reader has changed the search or a filter. */
export interface PlanFilterDetail {
  /** what is searched for */
  query: string;
  /** timeline, goals, overview: the topics */
  topic?: string;
  /** timeline, goals, overview: the stages */
  stage?: string;
  /** timeline, goals: the articles */
  article?: string;
  /** timeline: the periods */
  period?: string;
  /** goals: the parts of the plan */
  chapter?: string;
  /** goals: the departments */
  department?: string;
  /** goals: the kinds */
  kind?: string;
  /** timeline, goals: the places */
  place?: string;
  /** goals: the statuses */
  status?: string;
  /** how many are shown */
  found: number;
  /** how many there are */
  all: number;
}

/** Detail of `plan-select`. The reader has selected something, or nothing any more. */
export interface PlanSelectDetail {
  /** timeline: id of the selected item; goals, overview: of the timeline's item that shows the selected project */
  item?: string | null;
  /** goals: id of the selected goal */
  goal?: string | null;
  /** goals, overview: id of the selected project; timeline: of the selected item's project */
  project?: string | null;
  /** glossary: id of the selected term */
  term?: string | null;
  /** glossary: id of the passage that uses the term, where the reader has pressed one */
  article?: string | null;
}

/** Detail of `plan-layout`. The reader has selected another layout of the timeline or of goals, or other groups or another order of goals or terms. */
export interface PlanLayoutDetail {
  /** timeline, goals: the layout selected */
  layout?: 'list' | 'lanes' | 'story' | 'cards' | 'table';
  /** goals: what they are put under */
  group?: 'none' | 'topic' | 'chapter';
  /** goals, glossary: their order */
  sort?: 'plan' | 'projects' | 'figures' | 'name';
}

/** Detail of `plan-undated`. The reader has asked for the projects without a date, or has left them out again. */
export interface PlanUndatedDetail {
  /** whether projects without a date are listed */
  undated: 'none' | 'shown';
}

/** Detail of `plan-copy`. The reader copies a goal's text, which goes to the clipboard then. */
export interface PlanCopyDetail {
  /** the text, with its source */
  text: string;
}

/** Detail of `plan-take`. The reader takes something away by the menu: the link, the code to embed, a table, a calendar, a picture, a print. */
export interface PlanTakeDetail {
  /** what it is */
  what: 'link' | 'embed' | 'csv' | 'ics' | 'svg' | 'png' | 'print';
}

/** The events, which bubble up to the document. */
export interface PlanEventMap {
  'plan-ready': CustomEvent<PlanReadyDetail>;
  'plan-error': CustomEvent<PlanErrorDetail>;
  'plan-filter': CustomEvent<PlanFilterDetail>;
  'plan-select': CustomEvent<PlanSelectDetail>;
  'plan-layout': CustomEvent<PlanLayoutDetail>;
  'plan-undated': CustomEvent<PlanUndatedDetail>;
  'plan-copy': CustomEvent<PlanCopyDetail>;
  'plan-take': CustomEvent<PlanTakeDetail>;
}

/** `<plan-timeline>`: The plan's events: as a list, in lanes, or item by item. */
export class PlanTimeline extends HTMLElement {
  static readonly version: string;
  /** Defines this element once; gives the class in charge of the tag. */
  static define(tag?: string, registry?: CustomElementRegistry): CustomElementConstructor | undefined;
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  get src(): string | null;
  set src(value: string | null | undefined);
  /** List, lanes, or story; auto takes lanes where the container is wide enough, else the list. Follows what the reader selects. Default: auto. */
  get layout(): string | null;
  set layout(value: 'auto' | 'list' | 'lanes' | 'story' | null | undefined);
  /** What is searched for; follows what the reader types. Default: empty. */
  get query(): string | null;
  set query(value: string | null | undefined);
  /** Shows these topics only: ids separated by spaces. Follows what the reader selects. Default: all. */
  get topic(): string | null;
  set topic(value: string | null | undefined);
  /** Shows these stages only, separated by spaces. Default: all. */
  get stage(): string | null;
  set stage(value: string | null | undefined);
  /** Shows these periods only: ids separated by spaces. Default: all. */
  get period(): string | null;
  set period(value: string | null | undefined);
  /** Shows what these articles say only: ids separated by spaces. Default: all. */
  get article(): string | null;
  set article(value: string | null | undefined);
  /** Shows what is at these places only: ids separated by spaces; unplaced stands for what the plan puts at none. Default: all. */
  get place(): string | null;
  set place(value: string | null | undefined);
  /** Shows these items only, in this order: ids separated by spaces. The list has no periods then. Default: all. */
  get items(): string | null;
  set items(value: string | null | undefined);
  /** Shows what is on that day or later only: 2021, 2021-06, 2021-06-15 or -0043. What has no known time is left out, which is said. Default: no bound. */
  get from(): string | null;
  set from(value: string | null | undefined);
  /** Shows what is on that day or before only, in the same form; what overlaps the stretch of time belongs to it. Default: no bound. */
  get to(): string | null;
  set to(value: string | null | undefined);
  /** What comes first in the list and the story: the oldest or the newest. Items that are picked keep their order. Default: oldest. */
  get sort(): string | null;
  set sort(value: 'oldest' | 'newest' | null | undefined);
  /** Shows the first so many, with a button below that shows all. Static HTML has these only. Default: all. */
  get limit(): string | null;
  set limit(value: string | number | null | undefined);
  /** Projects without a date: none says how many there are, shown lists each. Follows what the reader asks for. Default: none. */
  get undated(): string | null;
  set undated(value: 'none' | 'shown' | null | undefined);
  /** Id of the selected item; follows what the reader selects. Default: none. */
  get item(): string | null;
  set item(value: string | null | undefined);
  /** Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link="a" makes #a.item=…. Default: none. */
  get deepLink(): string | null;
  set deepLink(value: string | null | undefined);
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  get heading(): string | null;
  set heading(value: string | null | undefined);
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  get headingLevel(): string | null;
  set headingLevel(value: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | null | undefined);
  /** Which controls there are: auto has those that help with so many items, with the filters behind a button where there is little room; all, none, or a list separated by spaces: search, filters, legend, layouts, count, zoom, menu. What stages mean, and that only a part is shown, is always said. Default: auto. */
  get controls(): string | null;
  set controls(value: string | null | undefined);
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  get colorScheme(): string | null;
  set colorScheme(value: 'light' | 'dark' | null | undefined);
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  get theme(): string | null;
  set theme(value: 'paper' | 'ink' | 'civic' | 'contrast' | null | undefined);
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model: PlanJson | null;
}

/** `<plan-goal-card>`: One goal: by when, what it means, its figures, measures, projects and source. */
export class PlanGoalCard extends HTMLElement {
  static readonly version: string;
  /** Defines this element once; gives the class in charge of the tag. */
  static define(tag?: string, registry?: CustomElementRegistry): CustomElementConstructor | undefined;
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  get src(): string | null;
  set src(value: string | null | undefined);
  /** Id of the goal. Default: required. */
  get goal(): string | null;
  set goal(value: string | null | undefined);
  /** All of a goal (full), or what matters first and the rest when it is opened (compact). Default: full. */
  get variant(): string | null;
  set variant(value: 'compact' | 'full' | null | undefined);
  /** departments: shows departments as well, marked as inferred. Default: nothing. */
  get show(): string | null;
  set show(value: 'departments' | null | undefined);
  /** Id of the selected project; follows what the reader selects. Without a selected goal, opens the first one that it serves; a selected goal that it doesn't serve leaves it out. Default: none. */
  get project(): string | null;
  set project(value: string | null | undefined);
  /** Address of progress in JSON; the property takes an object as well. The plan has none: the page supplies it, with source and date. Default: none. */
  get progress(): PlanProgress | string | null;
  set progress(value: string | PlanProgress | null | undefined);
  /** Gives the goal a link (#goal=…), which scrolls to this card. Default: none. */
  get deepLink(): string | null;
  set deepLink(value: string | null | undefined);
  /** Rank of the heading, to fit the page's outline. Default: 3. */
  get headingLevel(): string | null;
  set headingLevel(value: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | null | undefined);
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  get colorScheme(): string | null;
  set colorScheme(value: 'light' | 'dark' | null | undefined);
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  get theme(): string | null;
  set theme(value: 'paper' | 'ink' | 'civic' | 'contrast' | null | undefined);
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model: PlanJson | null;
}

/** `<plan-goal-deck>`: The plan's goals as cards that can be filtered and grouped. */
export class PlanGoalDeck extends HTMLElement {
  static readonly version: string;
  /** Defines this element once; gives the class in charge of the tag. */
  static define(tag?: string, registry?: CustomElementRegistry): CustomElementConstructor | undefined;
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  get src(): string | null;
  set src(value: string | null | undefined);
  /** All of a goal (full), or what matters first and the rest when it is opened (compact). Default: compact. */
  get variant(): string | null;
  set variant(value: 'compact' | 'full' | null | undefined);
  /** What is searched for; follows what the reader types. Default: empty. */
  get query(): string | null;
  set query(value: string | null | undefined);
  /** Shows these topics only: ids separated by spaces. Follows what the reader selects. Default: all. */
  get topic(): string | null;
  set topic(value: string | null | undefined);
  /** Shows these stages only, separated by spaces. Default: all. */
  get stage(): string | null;
  set stage(value: string | null | undefined);
  /** Shows what these articles say only: ids separated by spaces. Default: all. */
  get article(): string | null;
  set article(value: string | null | undefined);
  /** Shows the goals of these parts of the plan only: ids separated by spaces. Default: all. */
  get chapter(): string | null;
  set chapter(value: string | null | undefined);
  /** Shows the goals of these departments only: ids separated by spaces. The plan names none: they are inferred. Default: all. */
  get department(): string | null;
  set department(value: string | null | undefined);
  /** Shows these kinds of goals only, separated by spaces: article, overall, objective, vision. Default: all. */
  get kind(): string | null;
  set kind(value: string | null | undefined);
  /** Shows what is at these places only: ids separated by spaces; unplaced stands for what the plan puts at none. Default: all. */
  get place(): string | null;
  set place(value: string | null | undefined);
  /** Shows goals of these statuses only, separated by spaces: reached, on-track, behind, not-comparable, no-data. Has an effect where progress has statuses. Default: all. */
  get status(): string | null;
  set status(value: string | null | undefined);
  /** Puts goals under topics or parts of the plan, or nothing. Follows what the reader selects. Default: none. */
  get group(): string | null;
  set group(value: 'none' | 'topic' | 'chapter' | null | undefined);
  /** The plan's order, most projects first, or most figures first. Follows what the reader selects. Default: plan. */
  get sort(): string | null;
  set sort(value: 'plan' | 'projects' | 'figures' | null | undefined);
  /** Cards, or a table, which there is where progress is given. Follows what the reader selects. Default: cards. */
  get layout(): string | null;
  set layout(value: 'cards' | 'table' | null | undefined);
  /** departments: shows departments as well, marked as inferred. Default: nothing. */
  get show(): string | null;
  set show(value: 'departments' | null | undefined);
  /** Shows these goals only, in this order: ids separated by spaces. Default: all. */
  get goals(): string | null;
  set goals(value: string | null | undefined);
  /** Shows the first so many, with a button below that shows all. Static HTML has these only. Default: all. */
  get limit(): string | null;
  set limit(value: string | number | null | undefined);
  /** Id of the selected goal; follows what the reader selects. Default: none. */
  get goal(): string | null;
  set goal(value: string | null | undefined);
  /** Id of the selected project; follows what the reader selects. Without a selected goal, opens the first one that it serves; a selected goal that it doesn't serve leaves it out. Default: none. */
  get project(): string | null;
  set project(value: string | null | undefined);
  /** Address of progress in JSON; the property takes an object as well. The plan has none: the page supplies it, with source and date. Default: none. */
  get progress(): PlanProgress | string | null;
  set progress(value: string | PlanProgress | null | undefined);
  /** Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link="a" makes #a.item=…. Default: none. */
  get deepLink(): string | null;
  set deepLink(value: string | null | undefined);
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  get heading(): string | null;
  set heading(value: string | null | undefined);
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  get headingLevel(): string | null;
  set headingLevel(value: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | null | undefined);
  /** Which controls there are: auto has those that help with so many items, with the filters behind a button where there is little room; all, none, or a list separated by spaces: search, filters, legend, layouts, count, zoom, menu. What stages mean, and that only a part is shown, is always said. Default: auto. */
  get controls(): string | null;
  set controls(value: string | null | undefined);
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  get colorScheme(): string | null;
  set colorScheme(value: 'light' | 'dark' | null | undefined);
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  get theme(): string | null;
  set theme(value: 'paper' | 'ink' | 'civic' | 'contrast' | null | undefined);
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model: PlanJson | null;
}

/** `<plan-glossary>`: The plan's terms as a searchable list. */
export class PlanGlossary extends HTMLElement {
  static readonly version: string;
  /** Defines this element once; gives the class in charge of the tag. */
  static define(tag?: string, registry?: CustomElementRegistry): CustomElementConstructor | undefined;
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  get src(): string | null;
  set src(value: string | null | undefined);
  /** What is searched for; follows what the reader types. Default: empty. */
  get query(): string | null;
  set query(value: string | null | undefined);
  /** The plan's order, or by name under first letters, in Chinese by pinyin. Follows what the reader selects. Default: plan. */
  get sort(): string | null;
  set sort(value: 'plan' | 'name' | null | undefined);
  /** Shows these terms only, where sort is plan in this order: ids separated by spaces. Default: all. */
  get terms(): string | null;
  set terms(value: string | null | undefined);
  /** Shows the first so many, with a button below that shows all. Static HTML has these only. Default: all. */
  get limit(): string | null;
  set limit(value: string | number | null | undefined);
  /** Id of the selected term; follows what the reader selects. Default: none. */
  get term(): string | null;
  set term(value: string | null | undefined);
  /** Keeps search, order and the selected term in the address's fragment (#term=…), and reads them from there, so that every term has a link. Where a page has several widgets, each takes a name: deep-link="a" makes #a.term=…. Default: none. */
  get deepLink(): string | null;
  set deepLink(value: string | null | undefined);
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  get heading(): string | null;
  set heading(value: string | null | undefined);
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  get headingLevel(): string | null;
  set headingLevel(value: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | null | undefined);
  /** Which controls there are: auto has those that help with so many items, with the filters behind a button where there is little room; all, none, or a list separated by spaces: search, filters, legend, layouts, count, zoom, menu. What stages mean, and that only a part is shown, is always said. Default: auto. */
  get controls(): string | null;
  set controls(value: string | null | undefined);
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  get colorScheme(): string | null;
  set colorScheme(value: 'light' | 'dark' | null | undefined);
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  get theme(): string | null;
  set theme(value: 'paper' | 'ink' | 'civic' | 'contrast' | null | undefined);
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model: PlanJson | null;
}

/** `<plan-overview>`: The whole plan in one picture: a mark for each project, by topic and stage; below it principles, horizons, parts and articles. */
export class PlanOverview extends HTMLElement {
  static readonly version: string;
  /** Defines this element once; gives the class in charge of the tag. */
  static define(tag?: string, registry?: CustomElementRegistry): CustomElementConstructor | undefined;
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  get src(): string | null;
  set src(value: string | null | undefined);
  /** Id of a <plan-timeline> or a <plan-goal-deck> of the page, which follows: it is filtered by the topics and stages that the reader presses, and shows the project. Topics and stages that it doesn't have leave it as it is. Default: none. */
  get for(): string | null;
  set for(value: string | null | undefined);
  /** Brings out the projects of these topics: ids separated by spaces. Follows which heads of rows the reader presses. Default: all. */
  get topic(): string | null;
  set topic(value: string | null | undefined);
  /** Brings out the projects in these stages, separated by spaces. Follows which heads of columns the reader presses. Default: all. */
  get stage(): string | null;
  set stage(value: string | null | undefined);
  /** Id of the selected project; follows what the reader selects. Default: none. */
  get project(): string | null;
  set project(value: string | null | undefined);
  /** Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link="a" makes #a.item=…. Default: none. */
  get deepLink(): string | null;
  set deepLink(value: string | null | undefined);
  /** Text in place of the widget's heading. An empty one (heading="") leaves the heading out, and those within move up by one level. Default: the widget's own. */
  get heading(): string | null;
  set heading(value: string | null | undefined);
  /** Rank of the heading, to fit the page's outline. Default: 2. */
  get headingLevel(): string | null;
  set headingLevel(value: '1' | '2' | '3' | '4' | '5' | '6' | 1 | 2 | 3 | 4 | 5 | 6 | null | undefined);
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  get colorScheme(): string | null;
  set colorScheme(value: 'light' | 'dark' | null | undefined);
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  get theme(): string | null;
  set theme(value: 'paper' | 'ink' | 'civic' | 'contrast' | null | undefined);
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model: PlanJson | null;
}

/** `<plan-term>`: A term in your own sentence, with its pop-up: a plan-popup element, whose parts plan-popup::part() reaches. */
export class PlanTerm extends HTMLElement {
  static readonly version: string;
  /** Defines this element once; gives the class in charge of the tag. */
  static define(tag?: string, registry?: CustomElementRegistry): CustomElementConstructor | undefined;
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  get src(): string | null;
  set src(value: string | null | undefined);
  /** Id or name of the term. Default: its text. */
  get term(): string | null;
  set term(value: string | null | undefined);
  /** Address of the whole glossary, which pop-ups link to with the term's id put behind it: /glossary/#term=. Default: the glossary on the same page. */
  get href(): string | null;
  set href(value: string | null | undefined);
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  get colorScheme(): string | null;
  set colorScheme(value: 'light' | 'dark' | null | undefined);
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  get theme(): string | null;
  set theme(value: 'paper' | 'ink' | 'civic' | 'contrast' | null | undefined);
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model: PlanJson | null;
}

/** `<plan-annotate>`: Marks the terms in your own text, each as a plan-term. Taken away, it leaves the text as it was. */
export class PlanAnnotate extends HTMLElement {
  static readonly version: string;
  /** Defines this element once; gives the class in charge of the tag. */
  static define(tag?: string, registry?: CustomElementRegistry): CustomElementConstructor | undefined;
  /** Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one. Default: the bundled plan. */
  get src(): string | null;
  set src(value: string | null | undefined);
  /** Id of the element whose text is marked. Default: its own content. */
  get for(): string | null;
  set for(value: string | null | undefined);
  /** Marks a term where it first stands, where it first stands in each section, or everywhere (all). Default: root. */
  get first(): string | null;
  set first(value: 'root' | 'section' | 'all' | null | undefined);
  /** Elements that are left alone, as a CSS selector. Links, code, fields and the like are anyway, and what has data-plan-skip. Default: nothing. */
  get skip(): string | null;
  set skip(value: string | null | undefined);
  /** Phrases that have a term in them and mean something else, separated by commas. Default: none. */
  get except(): string | null;
  set except(value: string | null | undefined);
  /** Marks what comes into the page later as well. Default: no. */
  get observe(): string | null;
  set observe(value: string | null | undefined);
  /** Address of the whole glossary, which pop-ups link to with the term's id put behind it: /glossary/#term=. Default: the glossary on the same page. */
  get href(): string | null;
  set href(value: string | null | undefined);
  /** Light or dark, instead of the page's own color-scheme. Default: the page's. */
  get colorScheme(): string | null;
  set colorScheme(value: 'light' | 'dark' | null | undefined);
  /** A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more. Default: none: its own colours, or the page's. */
  get theme(): string | null;
  set theme(value: 'paper' | 'ink' | 'civic' | 'contrast' | null | undefined);
  /** A plan as an object, instead of src. Assign a new object to change it. */
  model: PlanJson | null;
}

/** What `annotate()` marks, and how. */
export interface AnnotateOptions {
  /** A plan as an object, or its URL; without it the bundled plan. */
  plan?: PlanJson | string | URL | null;
  /** The language of the pop-ups; without it the page's. */
  lang?: string;
  /** Which occurrences of a term: the first, the first of each section, or all. Default: 'root'. */
  first?: 'root' | 'section' | 'all';
  /** Elements that are left alone, as a CSS selector; links, code, fields and the like are anyway. */
  skip?: string;
  /** Phrases that have a term in them and mean something else. */
  except?: string | string[];
  /** Marks what comes later as well. */
  observe?: boolean;
  /** URL of the whole glossary; a term's id is put behind it. */
  href?: string;
  colorScheme?: 'light' | 'dark';
  /** The look of the pop-ups. */
  theme?: 'paper' | 'ink' | 'civic' | 'contrast';
}

/** Terms marked in a page's text. */
export interface Annotation {
  /** Resolves when all is marked; rejects with an `Error` that has `code` and `problems` as `plan-error` has them. */
  readonly done: Promise<Annotation>;
  /** How many terms are marked. */
  readonly count: number;
  readonly lang: string | undefined;
  /** Marks what has come since; where nothing has, nothing changes. */
  refresh(): Promise<void>;
  /** Takes every mark back: the text is node for node what it was. */
  undo(): void;
}

/** Marks a plan's terms in the text of `root`, by default of the whole page. Throws a `TypeError` for what it can't take. */
export function annotate(root?: Element | DocumentFragment, options?: AnnotateOptions): Annotation;

/**
 * Every problem of a plan; empty for one that widgets can show. On servers `plan-widgets/server` has the same at once.
 * `lang` is the language of the sentences.
 */
export function validate(plan: unknown, options?: { lang?: string }): Promise<PlanProblem[]>;

/**
 * The plan at a URL, once it is valid. Rejects with an `Error` that has `code` and `problems` as `plan-error` has them.
 */
export function load(src: string | URL, options?: { lang?: string }): Promise<PlanJson>;

/** Defines every element; once per registry, whatever is called how often. */
export function define(registry?: CustomElementRegistry): void;

/** The version of the package. */
export const version: string;

declare global {
  interface GlobalEventHandlersEventMap extends PlanEventMap {}
  interface HTMLElementTagNameMap {
    'plan-timeline': PlanTimeline;
    'plan-goal-card': PlanGoalCard;
    'plan-goal-deck': PlanGoalDeck;
    'plan-glossary': PlanGlossary;
    'plan-overview': PlanOverview;
    'plan-term': PlanTerm;
    'plan-annotate': PlanAnnotate;
  }
}
