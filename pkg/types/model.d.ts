// Generated from the Rust types in src/model by `cargo xtask generate`.

/** A plan. Every value has passed validation. */
export interface PlanModel {
  /** The version of the format: 1. */
  schema: 1;
  /** The languages in which every text is given; the plan's own comes first. */
  languages: readonly string[];
  /** Which of them a program made of another one. */
  converted?: readonly PlanConversion[];
  /** What the document is. */
  plan: PlanAbout;
  /** The subjects that records are sorted by: an editor's, not the plan's. */
  topics?: readonly PlanTopic[];
  /** Who usually looks after what. */
  departments?: readonly PlanDepartment[];
  /** The places that it names. */
  places?: readonly PlanPlace[];
  /** The spans of time that the plan speaks of. */
  periods?: readonly PlanPeriod[];
  /** The document's parts. */
  parts?: readonly PlanChapter[];
  /** Its articles. */
  articles?: readonly PlanArticle[];
  /** The principles that it lays down. */
  principles?: readonly PlanPrinciple[];
  /** Every quantity that it states. */
  figures?: readonly PlanFigure[];
  /** Every named project. */
  projects?: readonly PlanProject[];
  /** What it sets out to reach. */
  goals?: readonly PlanGoal[];
  /** What goes on a timeline. */
  events?: readonly PlanEvent[];
  /** The terms it explains, in its own order. */
  terms?: readonly PlanTerm[];
  /** The URL of this schema. */
  $schema?: string;
}

/** What a page reports of a plan's progress. */
export interface PlanProgress {
  /** The version of the format: 1. */
  schema: 1;
  /** The languages in which every text is given. */
  languages: readonly string[];
  /** Where the numbers come from, unless a report says otherwise. */
  source: PlanReporter;
  /** The reports. */
  reports: readonly PlanReport[];
  /** How the numbers are found, unless a report says otherwise. */
  method?: PlanText;
  /** When the next numbers are to come, unless a report says otherwise: after that these count as old. */
  due?: string;
  /** The month in which financial years begin, as a plan has it. */
  financial_year?: number;
  /** The rule by which a status is computed for each goal; without it none is. */
  rule?: PlanRule;
  /** The status of goals, as somebody has judged it; it counts before a computed one. */
  statuses?: readonly PlanGoalStatus[];
  /** The URL of this schema. */
  $schema?: string;
}

/** That the texts of a language were made by a program. */
export interface PlanConversion {
  /** The language that was made. */
  language: string;
  /** The language that it was made from. */
  from: string;
  /** The name of the program. */
  by?: string;
}

/** The document: `plan` in the JSON. */
export interface PlanAbout {
  /** Unique among plans, stable over versions. */
  id: string;
  /** The full official title. */
  title: PlanText;
  /** A title of a few words. */
  short: PlanText;
  /** What readers should know of this presentation: that it is unofficial, for one. */
  notice?: PlanText;
  /** Where the title stands. */
  cite?: PlanCite;
  /** Who issued it. */
  issuer?: PlanText;
  /** When it was adopted. */
  adopted?: PlanTime;
  /** The period that it plans. */
  period?: string;
  /** The period before, which it reports on. */
  previous?: string;
  /** The time that it looks ahead to. */
  vision?: string;
  /** The month in which its financial years begin, 4 for April: intervals of just these twelve months are worded as such years. */
  financial_year?: number;
  /** The text that citations count in. */
  source?: PlanSource;
}

/** A text in each of the plan's languages. */
export type PlanText = { readonly [key: string]: string };

/** Where words of the source text stand: `exact`, or without it the text that the citation is given for, which is its record's title, name or text in the plan's first language. */
export interface PlanCite {
  /** An article's id, or the name of another passage. */
  article: string;
  /** The position of the first character in the whole text, in Unicode characters from 0. */
  at?: number;
  /** The words, character by character. */
  exact?: string;
}

/** A time, as far as the plan states it. */
export interface PlanTime {
  /** When. */
  edtf: string;
  /** How it is meant. */
  kind: PlanTimeKind;
  /** The plan's own wording of it. */
  text?: PlanText;
  /** How much of a goal is to be reached by then, where the plan says so. */
  degree?: PlanDegree;
  /** Where the plan says so. */
  cite?: PlanCite;
}

/** What EDTF can't say about a time. */
export type PlanTimeKind = 'on' | 'by' | 'during' | 'average' | 'cumulative';

/** How much of something is to be finished. */
export type PlanDegree = 'basic' | 'full';

/** The text that citations count in. */
export interface PlanSource {
  /** Where it was published. */
  name: PlanText;
  /** Of the file, as UTF-8. */
  sha256?: string;
  /** In Unicode characters. */
  length?: number;
  /** What it consists of, in order: `preamble`, `part:N`, `lead:N`, an article's id, `closing`, `glossary:N`. */
  passages?: readonly PlanPassage[];
}

/** A stretch of the source text with a name; it ends where the next begins. */
export interface PlanPassage {
  /** Its name. */
  id: string;
  /** The position of its first character, in Unicode characters from 0. */
  at: number;
}

/** A subject. */
export interface PlanTopic {
  /** Unique among topics. */
  id: string;
  /** What it is called. */
  name: PlanText;
}

/** A body that looks after a field. */
export interface PlanDepartment {
  /** Unique among departments. */
  id: string;
  /** What it is called. */
  name: PlanText;
  /** How we know. */
  basis: PlanBasis;
}

/** How something is known. */
export type PlanBasis = 'inferred' | 'stated';

/** A place that the plan names. */
export interface PlanPlace {
  /** Unique among places. */
  id: string;
  /** What it is called. */
  name: PlanText;
  /** What sort of place it is. */
  kind?: PlanPlaceKind;
}

/** What sort of place it is. */
export type PlanPlaceKind = 'county' | 'district' | 'zone' | 'island' | 'port' | 'city' | 'region';

/** A span of time that the plan speaks of by name. */
export interface PlanPeriod {
  /** Unique among periods. */
  id: string;
  /** What it is called. */
  name: PlanText;
  /** When it is. */
  time: PlanTime;
  /** Where the plan names it. */
  mentions?: readonly PlanCite[];
}

/** A part of the document. */
export interface PlanChapter {
  /** Unique among parts. */
  id: string;
  /** Its exact title. */
  title: PlanText;
  /** Where the title stands. */
  cite?: PlanCite;
  /** What its lead says, in our words. */
  summary?: PlanText;
}

/** An article of the document. */
export interface PlanArticle {
  /** Unique among articles. */
  id: string;
  /** Its exact title. */
  title: PlanText;
  /** The part that it belongs to. */
  part?: string;
  /** Where the title stands. */
  cite?: PlanCite;
  /** What it says, in our words. */
  summary?: PlanText;
  /** Its subjects, the main one first. */
  topics?: readonly string[];
}

/** A principle that the plan lays down. */
export interface PlanPrinciple {
  /** Unique among principles. */
  id: string;
  /** Its exact wording. */
  title: PlanText;
  /** What it asks for, in our words. */
  summary?: PlanText;
  /** Where it stands. */
  cite?: PlanCite;
}

/** A quantity that the plan states. */
export interface PlanFigure {
  /** Unique among figures. */
  id: string;
  /** As the plan words it, with unit and comparator. */
  text: PlanText;
  /** The number, in `unit`. */
  value: number;
  /** What it counts in. */
  unit: PlanText;
  /** What it measures, in our words. */
  measure: PlanText;
  /** What sort of statement it is. */
  kind: PlanFigureKind;
  /** How the quantity compares with the number; left out where it is the number. */
  comparator?: PlanComparator;
  /** The period that it belongs to. */
  period?: string;
  /** A time of its own, where the plan gives one. */
  time?: PlanTime;
  /** The figure that this one is a share, a part or a property of: they are shown together. */
  of?: string;
  /** Where it stands. */
  cite?: PlanCite;
}

/** What sort of statement a figure is. */
export type PlanFigureKind = 'result' | 'forecast' | 'target' | 'scale' | 'rank' | 'count';

/** How a quantity compares with the number given. */
export type PlanComparator = '>' | '>=' | '<=' | '<' | '~';

/** A named project, facility, zone, platform or programme. */
export interface PlanProject {
  /** Unique among projects. */
  id: string;
  /** Its exact name. */
  name: PlanText;
  /** Its subject. */
  topic: string;
  /** What it is, and what the plan says of it beyond its stages, in our words. */
  note?: PlanText;
  /** The passages that the note rests on, beside those of its mentions. */
  cites?: readonly PlanCite[];
  /** Where it is, as the plan's own words say. */
  places?: readonly PlanLocation[];
  /** Where the plan speaks of it, in the plan's order. */
  mentions?: readonly PlanMention[];
}

/** That something is at a place. */
export interface PlanLocation {
  /** The place. */
  place: string;
  /** Where the plan says so. */
  cite?: PlanCite;
}

/** What the plan says of a project in one place. */
export interface PlanMention {
  /** How far it is, or is to come. */
  stage: PlanStage;
  /** The verb that shows it. */
  verb: PlanWording;
  /** How much of it is to be finished, where the plan says so. */
  degree?: PlanDegree;
  /** Which step on the way is meant, where it isn't the work itself that begins or ends. */
  milestone?: PlanMilestone;
  /** What is to be done or reached, in our words, where the project's name doesn't say it. */
  object?: PlanText;
  /** The period spoken of. */
  period?: string;
  /** A time of its own, where the plan gives one. */
  time?: PlanTime;
  /** Where it stands. */
  cite?: PlanCite;
}

/** How far a project is, or is to come. */
export type PlanStage = 'achieved' | 'complete' | 'start' | 'accelerate' | 'strive' | 'plan' | 'support';

/** Words of the source, in the passage that their record cites. */
export interface PlanWording {
  /** The words, character by character. */
  exact: string;
  /** The position of the first character in the whole text, in Unicode characters from 0. */
  at?: number;
  /** The same in the other script that the plan is converted to. */
  converted?: string;
}

/** A step that is no beginning or end of work. */
export type PlanMilestone = 'approval' | 'opening';

/** What the plan sets out to reach. */
export interface PlanGoal {
  /** Unique among goals. */
  id: string;
  /** What the plan calls for. */
  kind: PlanGoalKind;
  /** Its exact wording. */
  title: PlanText;
  /** Where it stands. */
  cite?: PlanCite;
  /** What it means, in our words; left out where the article's summary says it. */
  summary?: PlanText;
  /** Its subjects, the main one first. */
  topics?: readonly string[];
  /** By when, where the plan says so: there may be two. */
  horizons?: readonly PlanTime[];
  /** What is to be done for it. */
  measures?: readonly PlanMeasure[];
  /** The projects that serve it. */
  projects?: readonly string[];
  /** The quantities that belong to it. */
  figures?: readonly string[];
  /** The plan's terms that it is put in. */
  terms?: readonly string[];
  /** Who usually looks after it, first the one most concerned. */
  departments?: readonly string[];
}

/** Where in the plan's order a goal stands. */
export type PlanGoalKind = 'article' | 'overall' | 'objective' | 'vision';

/** A thing to be done for a goal. */
export interface PlanMeasure {
  /** What is to be done, in the plan's words. */
  text: PlanText;
  /** Where it stands. */
  cite?: PlanCite;
}

/** What goes on a timeline. About one goal, project or figure alone, it may leave out what is said there. */
export interface PlanEvent {
  /** Unique among events. */
  id: string;
  /** What sort of event it is. */
  kind: PlanEventKind;
  /** What it is called; left out, it is called as what it is about. */
  title?: PlanText;
  /** The period in which it is. */
  period?: string;
  /** When it is, where the plan says more than the period. */
  time?: PlanTime;
  /** How far its project is, or is to come. */
  stage?: PlanStage;
  /** More about it. */
  summary?: PlanText;
  /** Its subjects, the main one first. */
  topics?: readonly string[];
  /** The goals that it is about. */
  goals?: readonly string[];
  /** The projects that it is about. */
  projects?: readonly string[];
  /** The quantities that it is about. */
  figures?: readonly string[];
  /** The terms that it is about. */
  terms?: readonly string[];
  /** Where it is, beside where its projects are. */
  places?: readonly PlanLocation[];
  /** Pictures, and links to films and pages. */
  media?: readonly PlanMedia[];
  /** Where the plan speaks of it. */
  cite?: PlanCite;
  /** How its title is pronounced in Chinese, for search: what `reading` has as `zh`. */
  pinyin?: string;
  /** How its title is pronounced, for search, by language: in Japanese in kana; in Chinese in pinyin, syllables separated by spaces, tone marks or not. */
  reading?: PlanReading;
}

/** What sort of event it is. */
export type PlanEventKind = 'event' | 'milestone' | 'adoption' | 'period' | 'achievement' | 'forecast' | 'under-way' | 'completion' | 'start' | 'objective' | 'vision';

/** A picture, or a link to a film or a page. */
export interface PlanMedia {
  /** Which of them. */
  kind: PlanMediaKind;
  /** Its URL; a relative one is resolved against the plan's own, or the page's where the plan is given as an object. */
  src: string;
  /** What is to be seen, for those who don't see it. */
  alt: PlanText;
  /** What stands below it. */
  caption?: PlanText;
  /** Who made it. */
  credit?: PlanText;
  /** In pixels; with the height it reserves the space. */
  width?: number;
  /** In pixels. */
  height?: number;
}

/** What a medium is. */
export type PlanMediaKind = 'image' | 'video' | 'page';

export type PlanReading = { readonly [key: string]: string };

/** A term of the plan's glossary. */
export interface PlanTerm {
  /** Unique among terms. */
  id: string;
  /** The term. */
  name: PlanText;
  /** An editor's explanation, in our words. */
  note: PlanText;
  /** What the term stands for, part by part, in the plan's words. */
  components: readonly PlanComponent[];
  /** Where the plan explains it. */
  cite?: PlanCite;
  /** How it is pronounced in Chinese: what `reading` has as `zh`. */
  pinyin?: string;
  /** How it is pronounced, by language, which decides its place and its letter in the order of that language: in Japanese in kana; in Chinese in pinyin, syllables with tone marks, separated by spaces. Searches find it by that. */
  reading?: PlanReading;
  /** The same syllables without tone marks. */
  toneless?: string;
  /** The first letter of each syllable. */
  initials?: string;
  /** Where the plan uses it, outside its glossary. */
  occurrences?: readonly PlanCite[];
  /** What else it is called in texts: short and other names, and inflected forms. They are found in texts and by searches, up to 200 characters of each, and shown only where a search finds one. */
  names?: PlanNames;
}

/** One of the things that a term sums up. */
export interface PlanComponent {
  /** What it is. */
  text: PlanText;
  /** The plan's own keyword for it, where it has one. */
  label?: PlanText;
  /** Where the plan says so. */
  cite?: PlanCite;
  /** The projects that are it. */
  projects?: readonly string[];
}

/** Further names of something, in any languages: not only those of the plan. */
export type PlanNames = { readonly [key: string]: readonly string[] };

/** Where numbers come from. */
export interface PlanReporter {
  /** What it is called. */
  name: PlanText;
  /** Where they can be looked up. */
  url?: string;
}

/** How far a goal, a project or a figure is: by one value, or by a series of them. */
export interface PlanReport {
  /** What it counts in. */
  unit: PlanText;
  /** The number, where there is just one. */
  value?: number;
  /** The time that it holds for. */
  as_of?: string;
  /** All numbers that there are, by time; the last one that is no forecast is the report's value. */
  series?: readonly PlanPoint[];
  /** The goal that it is about: or else a project, or a figure. */
  goal?: string;
  /** The project that it is about. */
  project?: string;
  /** The figure that it is about. */
  figure?: string;
  /** What is measured; a figure's own measure, unless this says otherwise. */
  measure?: PlanText;
  /** Where it began. */
  baseline?: PlanLevel;
  /** Where it is to lead: above the baseline or below. */
  target?: PlanLevel;
  /** Where the number comes from. */
  source?: PlanReporter;
  /** How it is found. */
  method?: PlanText;
  /** When the next number is to come. */
  due?: string;
}

/** A value of a series. */
export interface PlanPoint {
  /** The time that it holds for: it ends later than that of the value before. */
  when: string;
  /** The number. */
  value: number;
  /** What sort of value it is: an actual one, unless this says otherwise. */
  kind?: PlanPointKind;
  /** Of a revised value, what it was before. */
  before?: number;
  /** That it is the first one found by another method, and why: it can't be compared with those before. */
  new_method?: PlanText;
}

/** What sort of value one of a series is. */
export type PlanPointKind = 'actual' | 'revised' | 'forecast';

/** A number to compare with, in the report's unit. */
export interface PlanLevel {
  /** The number. */
  value: number;
  /** When. */
  when?: string;
}

/** How a status is computed. */
export type PlanRule = 'growth';

/** How a goal stands, as somebody has judged it. */
export interface PlanGoalStatus {
  /** The goal. */
  goal: string;
  /** How it stands. */
  status: PlanStatus;
  /** What the rule is called by which it was judged. */
  rule: PlanText;
  /** Who has judged it. */
  source: PlanReporter;
  /** The time that it holds for. */
  as_of?: string;
}

/** How a goal stands. */
export type PlanStatus = 'reached' | 'on-track' | 'behind' | 'not-comparable' | 'no-data';

/** A type as TypeScript reads it from an imported JSON file: words as any text. */
export type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends readonly (infer Item)[]
      ? readonly Widened<Item>[]
      : { [Key in keyof T]: Widened<T[Key]> };

/** A plan as imported JSON; what is wrong with its values is reported by `plan-error`. */
export type PlanJson = Widened<PlanModel>;
