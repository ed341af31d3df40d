// Generated from src/element/widgets/ by `cargo xtask generate`.

export type * from './index.js';

/** A text for every number, or one for each plural category that CLDR has for the language's whole numbers. */
export type LanguageSentence = string | { [category: string]: string };

/**
 * A language's file: what widgets say beside the plan's own texts. `npx plan-widgets language TAG` makes one to be filled
 * in; names in braces are filled by the widgets.
 */
export interface LanguageJson {
  /** BCP 47. */
  tag: string;
  /** The language's name in itself. */
  name: string;
  /** `ltr` or `rtl`. */
  direction: string;
  /** The locale of CLDR that `numbers` and `calendar` are from. */
  cldr?: string;
  /** The sentences of `plan-error`, by code; in English where one is left out. With the holes of the English one. */
  errors?: { [code: string]: string };
  /** What problems of plans and attributes are worded with, by code; left out, they are English. */
  phrases?: { [code: string]: string };
  numbers: {
    decimal: string;
    group: string;
    /** The least count of digits with groups. */
    group_from: number;
    /** The ten digits; empty for those of ASCII. */
    digits: string;
    /** The plural categories of whole numbers, and for 0 to 99 and then for a number's last two digits which one holds. */
    plurals: { forms: string[]; table: string };
  };
  /** Patterns of dates. */
  calendar: {
    months: string[];
    /** Where they differ when they stand alone. */
    months_alone?: string[];
    months_short: string[];
    year: string;
    year_before: string;
    /** Where the era has to be said, here and below. */
    year_after?: string;
    month: string;
    month_before: string;
    month_after?: string;
    day: string;
    day_before: string;
    day_after?: string;
  };
  common: {
    comma: string;
    names_comma: string;
    clear_filters: string;
    copy: string;
    copied: string;
    take: string;
    filters: string;
    /** With `{all}`. */
    show_all: LanguageSentence;
    /** With `{some}`, `{all}`. */
    some_of: LanguageSentence;
    selection: string;
  };
  timeline: {
    timeline: string;
    search: string;
    search_hint: string;
    search_hint_pinyin: string;
    /** With `{count}`. */
    items: LanguageSentence;
    /** With `{found}`, `{all}`. */
    items_found: LanguageSentence;
    none_found: string;
    no_items: string;
    layout: string;
    list: string;
    lanes: string;
    story: string;
    topic: string;
    all_topics: string;
    stage: string;
    period: string;
    all_periods: string;
    article: string;
    all_articles: string;
    place: string;
    all_places: string;
    meaning: string;
    zoom: string;
    zoom_out: string;
    zoom_in: string;
    zoom_all: string;
    along: string;
    today: string;
    no_topic: string;
    more: string;
    fewer: string;
    untimed: string;
    /** With `{count}`. */
    hidden: LanguageSentence;
    back: string;
    on: string;
    /** With `{at}`, `{all}`. */
    position: LanguageSentence;
    progress: string;
    play: string;
  };
  glossary: {
    glossary: string;
    search: string;
    search_hint: string;
    search_hint_pinyin: string;
    clear: string;
    /** With `{count}`. */
    terms: LanguageSentence;
    /** With `{found}`, `{all}`. */
    terms_found: LanguageSentence;
    /** With `{query}`. */
    none: LanguageSentence;
    empty: string;
    /** With `{term}`. */
    stands_for: LanguageSentence;
    sort: string;
    sort_plan: string;
    sort_name: string;
    /** With `{next}`, `{left}`. */
    show_more: LanguageSentence;
    used_in: string;
    related: string;
    close: string;
    whole: string;
  };
  goals: {
    goals: string;
    search: string;
    search_hint: string;
    /** With `{count}`. */
    goals_all: LanguageSentence;
    /** With `{found}`, `{all}`. */
    goals_found: LanguageSentence;
    /** With `{count}`, `{list}`. */
    tally: LanguageSentence;
    tally_several: string;
    none_found: string;
    no_goals: string;
    topic: string;
    all_topics: string;
    stage: string;
    article: string;
    all_articles: string;
    part: string;
    all_parts: string;
    department: string;
    all_departments: string;
    kind: string;
    all_kinds: string;
    place: string;
    all_places: string;
    meaning: string;
    group: string;
    group_none: string;
    group_topic: string;
    group_part: string;
    no_group: string;
    sort: string;
    sort_plan: string;
    sort_projects: string;
    sort_figures: string;
    legend: string;
    measures: string;
    projects: string;
    more_figures: string;
    past_figures: string;
    /** With `{count}`. */
    count_measures: LanguageSentence;
    /** With `{count}`. */
    count_projects: LanguageSentence;
    /** With `{count}`. */
    count_figures: LanguageSentence;
    details: string;
    departments: string;
    terms: string;
    /** With `{plan}`, `{articles}`. */
    cited: LanguageSentence;
    copy_text: string;
    copied_text: string;
    not_copied: string;
    /** With `{next}`, `{left}`. */
    show_more: LanguageSentence;
    /** With `{label}`, `{text}`. */
    labelled: LanguageSentence;
    reported: string;
    reported_by: string;
    method: string;
  };
  overview: {
    overview: string;
    issuer: string;
    adopted: string;
    period: string;
    vision: string;
    /** With `{count}`. */
    projects: LanguageSentence;
    /** With `{count}`. */
    goals: LanguageSentence;
    picture: string;
    topic: string;
    no_stage: string;
    /** With `{project}`, `{stage}`. */
    mark: LanguageSentence;
    /** With `{project}`, `{stages}`. */
    also: LanguageSentence;
    hint: string;
    no_projects: string;
    meaning: string;
    principles: string;
    horizons: string;
    no_horizon: string;
    horizons_several: string;
    contents: string;
    no_part: string;
    no_passage: string;
    contents_several: string;
    by_name: string;
  };
  plan: {
    when: string;
    source: string;
    term: string;
    stage_achieved: string;
    stage_complete: string;
    stage_start: string;
    stage_accelerate: string;
    stage_strive: string;
    stage_plan: string;
    stage_support: string;
    means_achieved: string;
    means_complete: string;
    means_start: string;
    means_accelerate: string;
    means_strive: string;
    means_plan: string;
    means_support: string;
    /** With `{stage}`. */
    degree_basic: LanguageSentence;
    /** With `{stage}`. */
    degree_full: LanguageSentence;
    /** With `{stage}`. */
    milestone_approval: LanguageSentence;
    /** With `{stage}`. */
    milestone_opening: LanguageSentence;
    /** With `{stage}`, `{object}`. */
    object: LanguageSentence;
    event_achievement: string;
    event_forecast: string;
    event_under_way: string;
    event_completion: string;
    event_start: string;
    event_objective: string;
    event_vision: string;
    goal_article: string;
    goal_overall: string;
    goal_objective: string;
    goal_vision: string;
    figure_result: string;
    figure_forecast: string;
    figure_target: string;
    figure_scale: string;
    figure_rank: string;
    figure_count: string;
    stage: string;
    /** With `{stage}`. */
    verb: LanguageSentence;
    elsewhere: string;
    place: string;
    no_place: string;
    /** With `{notice}`, `{date}`. */
    adopted: LanguageSentence;
    /** With `{notice}`, `{date}`, `{period}`. */
    adopted_for: LanguageSentence;
    /** With `{notice}`, `{count}`. */
    not_shown: LanguageSentence;
    /** With `{notice}`, `{count}`. */
    no_goal: LanguageSentence;
    undated: string;
    /** With `{count}`. */
    undated_show: LanguageSentence;
    undated_hide: string;
    figure: string;
    serves: string;
    and_more: string;
    horizon: string;
    /** With `{number}`, `{title}`. */
    article: LanguageSentence;
    /** With `{measure}`, `{quantity}`. */
    measured: LanguageSentence;
    /** With `{text}`, `{note}`. */
    beside: LanguageSentence;
    comma: string;
    inferred: string;
    unmeasured: string;
    /** With `{number}`, `{unit}`. */
    quantity: LanguageSentence;
    /** With `{date}`. */
    as_of: LanguageSentence;
    baseline: string;
    target: string;
    timeless: string;
    /** With `{language}`. */
    converted: LanguageSentence;
    /** With `{language}`, `{by}`. */
    converted_by: LanguageSentence;
    unspoken: string;
  };
  progress: {
    goal: string;
    horizon: string;
    status: string;
    value: string;
    as_of: string;
    by_status: string;
    reached: string;
    on_track: string;
    behind: string;
    not_comparable: string;
    no_data: string;
    /** With `{count}`. */
    unjudged: LanguageSentence;
    /** With `{rule}`, `{found}`, `{all}`. */
    computed: LanguageSentence;
    /** With `{rule}`, `{source}`. */
    judged: LanguageSentence;
    growth: string;
    no_baseline: string;
    no_target: string;
    other_method: string;
    no_growth: string;
    nothing_since: string;
    forecast: string;
    revised: string;
    /** With `{value}`. */
    revised_from: LanguageSentence;
    /** With `{note}`. */
    new_method: LanguageSentence;
    /** With `{date}`. */
    due: LanguageSentence;
    values: string;
    remark: string;
    layout: string;
    cards: string;
    table: string;
    unbound: string;
  };
  passages: {
    /** With `{number}`. */
    article: LanguageSentence;
    /** With `{number}`. */
    part: LanguageSentence;
    /** With `{number}`. */
    lead: LanguageSentence;
    /** With `{number}`. */
    glossary: LanguageSentence;
    preamble: string;
    closing: string;
    /** With `{number}`. */
    chapter: LanguageSentence;
  };
  dates: {
    first_day?: string;
    /** With `{year}`. */
    decade: LanguageSentence;
    /** With `{year}`. */
    decade_before: LanguageSentence;
    /** With `{from}`, `{to}`. */
    years: LanguageSentence;
    /** With `{year}`. */
    spring: LanguageSentence;
    /** With `{year}`. */
    summer: LanguageSentence;
    /** With `{year}`. */
    autumn: LanguageSentence;
    /** With `{year}`. */
    winter: LanguageSentence;
    /** With `{year}`. */
    quarter_1: LanguageSentence;
    /** With `{year}`. */
    quarter_2: LanguageSentence;
    /** With `{year}`. */
    quarter_3: LanguageSentence;
    /** With `{year}`. */
    quarter_4: LanguageSentence;
    /** With `{year}`. */
    half_1: LanguageSentence;
    /** With `{year}`. */
    half_2: LanguageSentence;
    /** With `{year}`, `{from}`, `{to}`, `{first}`, `{last}`. */
    third: LanguageSentence;
    /** With `{from}`, `{to}`, `{short}`. */
    financial_year: LanguageSentence;
    /** With `{date}`. */
    about: LanguageSentence;
    /** With `{date}`. */
    uncertain: LanguageSentence;
    /** With `{date}`. */
    by: LanguageSentence;
    /** With `{date}`. */
    within: LanguageSentence;
    /** With `{date}`. */
    within_several: LanguageSentence;
    /** With `{date}`. */
    within_day?: LanguageSentence;
    /** With `{date}`. */
    within_season?: LanguageSentence;
    /** With `{date}`. */
    within_about?: LanguageSentence;
    /** With `{date}`. */
    average: LanguageSentence;
    /** With `{date}`. */
    cumulative: LanguageSentence;
    /** With `{from}`, `{to}`. */
    plain_years: LanguageSentence;
    /** With `{from}`, `{to}`. */
    range: LanguageSentence;
    /** With `{from}`. */
    from: LanguageSentence;
    /** With `{from}`. */
    from_end_unknown: LanguageSentence;
    /** With `{to}`. */
    until: LanguageSentence;
    /** With `{to}`. */
    until_start_unknown: LanguageSentence;
    unknown: string;
  };
  /** Forms of dates in grammatical cases, for holes as `{date:genitive}`. */
  cases?: { [name: string]: { [key: string]: LanguageSentence | string[] } };
}

/** What says in which language its sentences are. */
interface Spoken {
  lang?: string;
}

/**
 * Has widgets show plans in a language with these words, a file's content or its URL, in place of those that there may be.
 * Resolves when they are found right. Rejects with an `Error` that has `code` and `problems` as `plan-error` has them; `lang`
 * is the language of its sentences.
 */
export function registerLanguage(tag: string, words: LanguageJson | string | URL, options?: Spoken): Promise<void>;

/** The version of the package. */
export const version: string;
