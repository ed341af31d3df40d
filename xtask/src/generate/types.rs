//! TypeScript declarations: the package's own, and those that React, Vue and Svelte read.

use std::fmt::Write;

use plan_widgets_element::{
    attributes::LANG,
    render::elements,
    spec::{Attribute, ERRORS, EVENTS, Element, Kind, camel_case},
    widgets::ELEMENTS,
};

use plan_widgets::view::languages::{OPTIONAL, keys};

use super::{classes, type_of};

const HEAD: &str = "// Generated from src/element/widgets/ by `cargo xtask generate`.\n";

const MODEL: &str = "
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
";

const ANNOTATE: &str = "
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
";

const PLANS: &str = "
/**
 * Every problem of a plan; empty for one that widgets can show. On servers `plan-widgets/server` has the same at once.
 * `lang` is the language of the sentences.
 */
export function validate(plan: unknown, options?: { lang?: string }): Promise<PlanProblem[]>;

/**
 * The plan at a URL, once it is valid. Rejects with an `Error` that has `code` and `problems` as `plan-error` has them.
 */
export function load(src: string | URL, options?: { lang?: string }): Promise<PlanJson>;
";
/// The entries that define some elements, each with what it exports as well as its version.
const ENTRIES: [(&str, &str); 5] = [
    ("timeline", "PlanTimeline"),
    ("goals", "PlanGoalCard, PlanGoalDeck"),
    ("glossary", "PlanGlossary"),
    ("overview", "PlanOverview"),
    ("annotate", "PlanAnnotate, PlanTerm, annotate"),
];

/// `pkg/types/<entry>.d.ts` of each such entry, with its file's name. Types cost nothing: every entry has all of them.
pub fn entries() -> [(String, String); 5] {
    ENTRIES.map(|(entry, exports)| {
        let line = format!("export {{ {exports}, version }} from './index.js';\n");
        (format!("{entry}.d.ts"), format!("{HEAD}\nexport type * from './index.js';\n{line}"))
    })
}

/// `pkg/types/index.d.ts`.
pub fn index() -> String {
    let mut out = String::from(HEAD);
    out.push_str(MODEL);
    let codes: Vec<_> = ERRORS.iter().map(|error| format!("'{}'", error.name)).collect();
    let _ = writeln!(out, "\nexport type PlanErrorCode =\n  | {};", codes.join("\n  | "));
    for event in EVENTS {
        let _ = writeln!(out, "\n/** Detail of `{}`. {} */", event.name, event.about.en);
        let _ = writeln!(out, "export interface {} {{", event.detail);
        for (name, kind, about) in event.members {
            let _ = writeln!(out, "  /** {} */\n  {name}: {kind};", about.en);
        }
        let _ = writeln!(out, "}}");
    }
    let _ = writeln!(
        out,
        "\n/** The events, which bubble up to the document. */\nexport interface PlanEventMap {{"
    );
    for event in EVENTS {
        let _ = writeln!(out, "  '{}': CustomEvent<{}>;", event.name, event.detail);
    }
    let _ = writeln!(out, "}}");
    for element in ELEMENTS {
        class(&mut out, element);
    }
    out.push_str(ANNOTATE);
    out.push_str(PLANS);
    let _ = writeln!(out, "\n/** Defines every element; once per registry, whatever is called how often. */");
    let _ = writeln!(out, "export function define(registry?: CustomElementRegistry): void;");
    let _ = writeln!(out, "\n/** The version of the package. */\nexport const version: string;");
    let _ = writeln!(
        out,
        "\ndeclare global {{\n  interface GlobalEventHandlersEventMap extends PlanEventMap {{}}"
    );
    let _ = writeln!(out, "  interface HTMLElementTagNameMap {{");
    for element in ELEMENTS {
        let _ = writeln!(out, "    '{}': {};", element.tag, element.class);
    }
    let _ = writeln!(out, "  }}\n}}");
    out
}

fn class(out: &mut String, element: &Element) {
    let _ = writeln!(out, "\n/** `<{}>`: {} */", element.tag, element.about.en);
    let _ = writeln!(out, "export class {} extends HTMLElement {{", element.class);
    let _ = writeln!(out, "  static readonly version: string;");
    let _ = writeln!(out, "  /** Defines this element once; gives the class in charge of the tag. */");
    let _ = writeln!(
        out,
        "  static define(tag?: string, registry?: CustomElementRegistry): CustomElementConstructor | undefined;"
    );
    for attribute in element.attributes.iter().filter(|attribute| attribute.name != "lang") {
        let _ = writeln!(out, "  /** {} Default: {}. */", attribute.about.en, attribute.default.en);
        let object = if attribute.kind == Kind::Json { "PlanProgress | " } else { "" };
        let _ = writeln!(out, "  get {}(): {object}string | null;", camel_case(attribute.name));
        let _ = writeln!(
            out,
            "  set {}(value: {} | null | undefined);",
            camel_case(attribute.name),
            settable(attribute)
        );
    }
    for property in element.properties {
        let _ = writeln!(out, "  /** {} */\n  {}: {};", property.about.en, property.name, property.kind);
    }
    let _ = writeln!(out, "}}");
}

/// What may be assigned: for numbers as words also the number.
fn settable(attribute: &Attribute) -> String {
    let kind = type_of(attribute.kind);
    if attribute.kind == Kind::Json {
        return format!("{kind} | PlanProgress");
    }
    if attribute.kind == Kind::Count {
        return format!("{kind} | number");
    }
    if kind.starts_with("'1'") { format!("{kind} | {}", kind.replace('\'', "")) } else { kind }
}

const SERVER: &str = "
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
";

const RENDER: &str = "
type Options<Kind extends keyof Renderable> = {} extends Renderable[Kind] ? [options?: Renderable[Kind]] : [options: Renderable[Kind]];

/**
 * The element with its attributes and its content as static HTML: a pure function. Throws a `TypeError` with `code` and
 * `problems` as `plan-error` has them when an option or the plan isn't valid.
 */
export function render<Kind extends keyof Renderable>(kind: Kind, ...options: Options<Kind>): string;

/** The same without the element's tags: what stands between them. */
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
 * What a page with the widget may say of it, from the same options. The picture has the colours of `theme`, and on top of them those of
 * `look`: a stylesheet of tokens on `:root`, as the package's `themes/` have them.
 */
export function describe<Kind extends keyof Renderable>(kind: Kind, ...options: Options<Kind>): Description;

/**
 * A stylesheet that a page links: one of our themes by its name, or tokens of your own, checked and written so that older
 * browsers have the light colours. Throws a `TypeError` for wrong options; `lang` is the language of its sentences.
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
 * Renders plans in a language with these words from now on, in place of those that there may be. Throws a `TypeError`
 * if they are wrong; `lang` is the language of its sentences.
 */
export function registerLanguage(tag: string, words: LanguageJson, options?: { lang?: string }): void;

/** Every problem of a plan; empty for one that widgets can show. `lang` is the language of the sentences. */
export function validate(plan: unknown, options?: { lang?: string }): PlanProblem[];

/** The same of progress, which speaks of a plan's goals: by default the bundled one's. */
export function validateProgress(progress: unknown, options?: { model?: PlanJson; lang?: string }): PlanProblem[];

/** The version of the package. */
export const version: string;
";

const LANGUAGE: &str = "
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
SECTIONS  /** Forms of dates in grammatical cases, for holes as `{date:genitive}`. */
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
";

/// `pkg/types/language.d.ts`.
pub fn language() -> String {
    let mut sections = String::new();
    for section in
        ["common", "timeline", "glossary", "goals", "overview", "plan", "progress", "passages", "dates"]
    {
        let _ = writeln!(sections, "  {section}: {{");
        let mut known = Vec::new();
        for key in keys() {
            let Some(name) = key.path.strip_prefix(section).and_then(|name| name.strip_prefix('/')) else {
                continue;
            };
            if known.contains(&name) {
                continue;
            }
            known.push(name);
            let holes: Vec<_> = key.holes.iter().map(|hole| format!("`{{{hole}}}`")).collect();
            let kind = if holes.is_empty() { "string" } else { "LanguageSentence" };
            if !holes.is_empty() {
                let _ = writeln!(sections, "    /** With {}. */", holes.join(", "));
            }
            let optional = if OPTIONAL.contains(&key.path) { "?" } else { "" };
            let _ = writeln!(sections, "    {name}{optional}: {kind};");
        }
        let _ = writeln!(sections, "  }};");
    }
    format!("{HEAD}{}", LANGUAGE.replace("SECTIONS", &sections))
}

/// `pkg/types/server.d.ts`.
pub fn server() -> String {
    let mut out = String::from(HEAD);
    out.push_str(
        "\nimport type { PlanJson, PlanProblem, PlanProgress } from './index.js';\nimport type { LanguageJson } from './language.js';\n\nexport type * from './index.js';\nexport type { LanguageJson, LanguageSentence } from './language.js';\n",
    );
    out.push_str(SERVER);
    let rendered: Vec<_> = elements().collect();
    let options = |element: &Element| element.class.replacen("Plan", "", 1) + "Options";
    for element in &rendered {
        let _ = writeln!(out, "\n/** What `<{}>` is rendered by. */", element.tag);
        let _ = writeln!(out, "export interface {} extends RenderOptions {{", options(element));
        for attribute in element.attributes {
            let kind = match attribute.kind {
                Kind::Facet | Kind::Ids | Kind::Words(_) => "string | string[]".into(),
                // A link of its own may have a name, or none.
                _ if attribute.name == "deep-link" => "boolean | string".into(),
                _ => settable(attribute),
            };
            let optional = if element.needs == Some(attribute.name) { "" } else { "?" };
            // There is no page that has one.
            let is_lang = attribute.name == LANG.name;
            let default = if is_lang { "the plan's first" } else { attribute.default.en };
            let _ = writeln!(out, "  /** {} Default: {default}. */", attribute.about.en);
            let _ = writeln!(out, "  {}{optional}: {kind};", camel_case(attribute.name));
        }
        let _ = writeln!(out, "}}");
    }
    let _ = writeln!(out, "\n/** What can be rendered, and by what. */\nexport interface Renderable {{");
    for element in &rendered {
        let _ = writeln!(out, "  '{}': {};", element.widget, options(element));
    }
    let _ = writeln!(out, "}}");
    out.push_str(RENDER);
    out
}

/// `pkg/types/react.d.ts`.
pub fn react() -> String {
    let mut out = String::from(HEAD);
    out.push_str("// For React 19: `import type {} from 'plan-widgets/react'` once.\n\n");
    out.push_str("import type { DetailedHTMLProps, HTMLAttributes } from 'react';\n");
    imports(&mut out);
    for element in ELEMENTS {
        let _ = writeln!(out, "\nexport interface {0}Props extends HTMLAttributes<{0}> {{", element.class);
        props(&mut out, element, ToOwned::to_owned, |event| format!("on{event}"));
    }
    out.push_str("\ndeclare module 'react' {\n  namespace JSX {\n    interface IntrinsicElements {\n");
    for element in ELEMENTS {
        let _ = writeln!(out, "      '{}': DetailedHTMLProps<{1}Props, {1}>;", element.tag, element.class);
    }
    out.push_str("    }\n  }\n}\n");
    out
}

/// `pkg/types/vue.d.ts`. Vue's checker reads a template's attributes as props in camel case.
pub fn vue() -> String {
    let mut out = String::from(HEAD);
    out.push_str("// For Vue: `import type {} from 'plan-widgets/vue'` once.\n\n");
    out.push_str("import type { HTMLAttributes, PublicProps } from 'vue';\n");
    imports(&mut out);
    for element in ELEMENTS {
        let _ = writeln!(out, "\nexport interface {}Props extends HTMLAttributes {{", element.class);
        props(&mut out, element, camel_case, |event| camel_case(&format!("on-{event}")));
    }
    out.push_str("\ndeclare module 'vue' {\n  interface GlobalComponents {\n");
    for Element { tag, class, .. } in ELEMENTS {
        let _ = writeln!(out, "    /** The element itself; `$props` is there for the checker only. */");
        let _ = writeln!(out, "    '{tag}': new () => {class} & {{ $props: {class}Props & PublicProps }};");
    }
    out.push_str("  }\n}\n");
    out
}

/// `pkg/types/svelte.d.ts`.
pub fn svelte() -> String {
    let mut out = String::from(HEAD);
    out.push_str("// For Svelte 5: `import type {} from 'plan-widgets/svelte'` once.\n\n");
    out.push_str("import type { HTMLAttributes } from 'svelte/elements';\n");
    imports(&mut out);
    for element in ELEMENTS {
        let _ = writeln!(out, "\nexport interface {0}Props extends HTMLAttributes<{0}> {{", element.class);
        props(&mut out, element, ToOwned::to_owned, |event| format!("on{event}"));
    }
    out.push_str("\ndeclare module 'svelte/elements' {\n  export interface SvelteHTMLElements {\n");
    for element in ELEMENTS {
        let _ = writeln!(out, "    '{}': {}Props;", element.tag, element.class);
    }
    out.push_str("  }\n}\n");
    out
}

fn imports(out: &mut String) {
    let mut names: Vec<_> = EVENTS.iter().map(|event| event.detail).collect();
    names.extend(["PlanJson", "PlanProgress"]);
    names.extend(classes());
    names.sort_unstable();
    let _ = writeln!(out, "import type {{ {} }} from './index.js';", names.join(", "));
}

/// What an element's markup may say beyond any element's attributes. The last two arguments give a framework's names
/// for attributes and listeners.
fn props(
    out: &mut String,
    element: &Element,
    name: impl Fn(&str) -> String,
    listener: impl Fn(&str) -> String,
) {
    let quoted = |name: String| if name.contains('-') { format!("'{name}'") } else { name };
    for attribute in element.attributes.iter().filter(|attribute| attribute.name != "lang") {
        let _ = writeln!(out, "  /** {} Default: {}. */", attribute.about.en, attribute.default.en);
        let _ = writeln!(out, "  {}?: {} | undefined;", quoted(name(attribute.name)), settable(attribute));
    }
    for property in element.properties {
        let _ = writeln!(out, "  /** {} */", property.about.en);
        let _ = writeln!(out, "  {}?: {} | undefined;", property.name, property.kind);
    }
    for event in EVENTS {
        let _ = writeln!(out, "  /** {} */", event.about.en);
        let _ = writeln!(
            out,
            "  {}?: ((event: CustomEvent<{}>) => void) | undefined;",
            quoted(listener(event.name)),
            event.detail
        );
    }
    let _ = writeln!(out, "}}");
}
