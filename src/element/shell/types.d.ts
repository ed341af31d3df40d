// Types that the shell's modules share, and the modules that `xtask/src/build.rs` puts there when it bundles. A
// script, not a module: its types are known everywhere without an import, and it can declare modules by pattern.

type PublicLanguage = typeof import("../../../pkg/types/language.d.ts");
type PublicTypes = typeof import("../../../pkg/types/index.d.ts");
type PlanJson = import("../../../pkg/types/index.d.ts").PlanJson;
type PlanProgress = import("../../../pkg/types/index.d.ts").PlanProgress;
type PlanProblem = import("../../../pkg/types/index.d.ts").PlanProblem;
type PlanErrorCode = import("../../../pkg/types/index.d.ts").PlanErrorCode;
type PlanErrorDetail = import("../../../pkg/types/index.d.ts").PlanErrorDetail;
type PlanEventMap = import("../../../pkg/types/index.d.ts").PlanEventMap;
type AnnotateOptions = import("../../../pkg/types/index.d.ts").AnnotateOptions;

/** The languages that errors and commands speak. */
type Lang = "zh" | "en";

/** A language's words as Rust reads them: a file of data/. */
type Language = { lang: string };

/** A sentence in each language; `{name}` in it is filled with a fact. */
type Sentence = Record<string, string>;

/** The sections of a language's file about errors: by code a sentence. */
type Wordings = Partial<Record<"errors" | "phrases", Record<string, string>>>;

/** What the classes know of an element: its entry in spec.js. */
interface Spec {
  tag: string;
  /** By this name Rust knows the widget. */
  widget: string;
  /** The function of the checker that makes its view model: `timelineView`, `deckView`, `glossaryView` or `overviewView`. */
  view: string;
  /** The attribute without which there is nothing to show. */
  needs: string | null;
  attributes: readonly string[];
  /** Those of them that what the reader does is written to. */
  state?: readonly string[];
  /** The one of them that names an item, which links end with. */
  item?: string;
  /** The URL of its data file, the bundled plan's view model, in each language. */
  data: Record<string, () => URL>;
  /** The same of the file that completes it once an item opens or is searched for. */
  later?: Record<string, () => URL>;
  /** What takes the place of these where works without a date are to be shown. */
  whole?: { view: string; data: Record<string, () => URL>; later: Record<string, () => URL> };
}

// Elements

/** An element of ours, as its own methods see it. */
interface OurElement extends HTMLElement {
  constructor: OurClass;
  /** Accessors that `mirror()` makes; an element has those of its attributes. */
  item?: string | null;
  goal?: string | null;
  term?: string | null;
}

/** What some elements have besides: goals their progress, and texts for the clipboard; an overview who follows it. */
interface Extras {
  progress?: PropertyDescriptor;
  /** What is shown of a plan; `again` asks to show another, `failed` says what went wrong. */
  view(element: OurElement, plan: View, again: () => void, failed: (error: unknown) => void): View | Promise<View>;
  /** Whether something that is given hasn't been asked for. */
  waits?(element: OurElement): boolean;
  heard(
    event: string,
    detail: Record<string, unknown>,
    root: () => Mount["root"] | undefined,
    element: OurElement,
  ): void;
}

/** Its class. */
interface OurClass extends Function {
  new (): OurElement;
  prototype: OurElement;
  spec: Spec;
  extras?: Extras;
  version: string;
}

/** A class that is defined under a tag, by whichever script. */
type DefinedClass = CustomElementConstructor & { version?: string };

/** A mount: an element that an instance of the module renders into, and what Rust has of it. */
interface Mount {
  instance: import("./engine.js").Started;
  /** Rust renders one element into it. */
  root: HTMLElement & { readonly firstElementChild: Element };
  /** Set by the element that has taken it. What comes first says, by the name `ready`, that the widget can be shown. */
  emit: Emit | null;
  rust: RustMount;
}

/** Where an element's plan is from: an object, or a URL. */
type Given = PlanJson | string | URL;

/** What marks are made in: `host` is a shadow root's. */
type Tree = (Element | DocumentFragment) & { host?: Element };

// Failures

/** Something that is expected or found: a code of `Code` in src/model/phrases.rs, and what goes into its wordings. */
type Phrase = [code: keyof typeof import("./messages.js").PHRASES, ...parameters: string[]];

/** Something wrong, until errors.js makes a `PlanProblem` of it. */
interface Problem {
  pointer: string;
  found: Phrase;
  expected: Phrase;
  nearest: string | null;
  /** How many more are of its kind. */
  more: number;
}

/** An attribute that was left out: its name, its value, and the values known. */
type Refused = [name: string, value: string, ...known: string[]];

/** What is thrown, until errors.js makes a `PlanErrorDetail` of it. */
interface Facts {
  code: PlanErrorCode;
  url?: string | URL;
  reason?: string;
  problems?: Problem[];
  refused?: Refused[];
  /** What came instead of a file. */
  arrived?: string | ArrayBuffer;
  /** The version that a file has, and the one that it should have; the language that there are no words for. */
  found?: string;
  expected?: string;
}

/** What errors.js exports, or does where it can't be fetched. */
interface Wording {
  build: string;
  explained(facts: Facts): Facts | Promise<Facts>;
  describe(code: PlanErrorCode, facts: Partial<Facts>, lang?: string): PlanErrorDetail;
  wrongWordings?(file: Record<string, unknown>): Problem[];
  showStatic(element: OurElement, kept: ChildNode[] | null, lang?: string): void;
}

/** What the shell may catch: its own facts, or whatever else was thrown. */
type Caught = Error & Partial<Facts> & { facts?: Facts };

// View models: JSON that Rust writes (`carried!` in src/view), without what is empty. The shell passes it on; here
// stands what it looks into itself.

/** What a timeline shows of a plan, in one language. */
interface TimelineView extends AnyView {
  items?: Item[];
}

/** What goal cards and decks show of it. */
interface DeckView extends AnyView {
  cards?: Card[];
  facets?: object[][];
  account?: object;
  /** What progress speaks of that the plan's goals don't have. */
  unbound?: Problem[];
  /** Of a plan that was built with words of one's own, what progress is worded by. */
  language?: Language;
}

/** What a glossary shows of it: its terms. */
interface GlossaryView extends AnyView {
  /** The passages that use terms. */
  articles?: { id: string; name: string }[];
  entries?: Entry[];
}

/** What an overview shows of it: its projects. */
interface OverviewView extends AnyView {
  /** The topics and the stages. */
  facets: { id: string }[][];
  /** For each of these which widgets can be filtered by it: 1 a timeline, 2 a deck, 3 both. */
  shown: number[][];
  items?: { id: string; item?: string; goals?: number; media?: undefined }[];
}

type View = TimelineView | DeckView | GlossaryView | OverviewView;

/** The checker that has some work's function: check.js for `timelineView`, with or without a language. */
type Checker<Work extends string> = Work extends `timelineView${string}`
  ? typeof import("./check.js")
  : typeof import("./check-goals.js");

interface AnyView {
  /** A BCP 47 tag: one of the plan's. */
  lang: string;
  /** The one that quotes stand in comes first. */
  languages: string[];
  /** What has to be said of the language. */
  note?: string;
  /** `ltr`, `rtl` or `auto`. */
  direction: string;
  /** The words around it, in the order of src/view/words.rs. */
  words: string[];
  /** `lang`, where there are no words for it: these are English. Written by the shell. */
  unspoken?: string;
  /** Why it isn't whole. */
  lacks?: unknown;
  title: string;
  items?: Item[];
}

interface Item {
  id: string;
  media?: { src: string }[];
  pinyin?: string;
}

interface Card {
  facets?: number[][];
}

/** What a page reports of a deck: only Rust reads what is in it. */
interface Reported {
  account: object;
  statuses?: object[][];
  cards?: { status?: number[][] }[];
  unbound: Problem[];
  problems?: undefined;
}

/** A term. */
interface Entry {
  id: string;
  name: string;
  /** In the plan's own language, where that is another. */
  other?: string;
  /** What else it is called in texts, in any language, with ` · ` between. */
  names?: string;
  pinyin?: string;
  note?: string;
  components?: { label?: string; text: string }[];
  cite?: string;
  /** Indexes into the glossary's `articles`. */
  articles?: number[];
  /** Indexes into the glossary's `entries`. */
  related?: number[];
}

/** What a term's pop-up shows. */
interface Explanation {
  glossary: GlossaryView;
  entry: Entry;
  /** The URL of the whole glossary, up to the id of a term, which is put behind it. */
  href?: string | null;
  scheme?: string | null;
  theme?: string | null;
  /** A mark of `annotate()`, which looks after it. */
  made?: boolean;
}

// Rust, by wasm-bindgen's JavaScript

/**
 * A fresh instance: what Rust exports, and `init`, which starts it. Every way into the instance goes through `guard`.
 * See `pack` in xtask/src/build/glue.rs.
 */
type MakeGlue<Exports, Started = Promise<unknown>> = (
  guard: (exports: WebAssembly.Exports) => WebAssembly.Exports,
) => Exports & { init(module: WebAssembly.Module): Started };

/** A class of Rust's; `free` ends what it has in Rust's memory. */
interface InRust {
  free(): void;
}

/** `Model` in src/element/mount.rs. */
type RustModel = InRust;

/** `Mount` in src/element/mount.rs. */
interface RustMount extends InRust {
  show(widget: string, model: RustModel, attributes: Record<string, string | undefined>, link?: string): Refused[];
  end(): void;
}

/** Reports an event to the page: its name and detail. At `menu`, which isn't one, the shell opens its menu. */
type Emit = (event: keyof PlanEventMap | "menu", detail: Record<string, unknown>) => unknown;

/** src/element/mount.rs */
interface WidgetExports {
  Model: { load(json: View): RustModel };
  Mount: new (root: Element, emit: Emit) => RustMount;
}

/** src/element/check.rs, for timelines and editors */
interface CheckExports {
  /** What follows without a plan is asked of the one that was read. */
  read(plan: unknown): boolean;
  check(): Problem[];
  timelineView(tag: string, words: Language): TimelineView | Problem[];
  timelineViewWhole(tag: string, words: Language): TimelineView | Problem[];
}

/** src/element/check.rs, for goals and terms */
interface CheckGoalsExports {
  read(plan: unknown): boolean;
  deckView(tag: string, words: Language): DeckView | Problem[];
  glossaryView(tag: string, words: Language): GlossaryView | Problem[];
  overviewView(tag: string, words: Language): OverviewView | Problem[];
  readProgress(given: unknown, deck: DeckView): boolean;
  /** Of the progress that was read. */
  progress(words: Language, today: string): Reported | { problems: Problem[] };
}

/** src/element/language.rs */
interface LanguageExports {
  language(file: unknown): Language | Problem[];
}

/** src/element/picture.rs */
interface PictureExports {
  picture(shown: object): string;
}

/** src/import/module.rs */
interface ImportExports {
  read(bytes: Uint8Array, name: string, options: string): string;
  recognize(bytes: Uint8Array, name: string, reports: string): string;
  write(plan: string, format: string): Uint8Array;
  left(plan: string, format: string, reports: string): string;
}

/** src/element/annotate.rs */
interface MarkerExports {
  Marker: new (names: string, others: string) => { find(text: string): Uint32Array } & InRust;
}

/** `Server` in src/element/server.rs: whatever is wrong is thrown as an array of problems. */
interface RustServer extends InRust {
  html(
    widget: string,
    attributes: string[],
    whole: boolean,
    stylesheet?: string,
    rules?: string,
    progress?: string,
  ): string;
  about(
    widget: string,
    attributes: string[],
    look?: string,
  ): Record<"title" | "description" | "data" | "picture", string>;
  list(): import("../../../pkg/types/server.d.ts").PlanList;
  /** Of each data file its name, the name of its view model and that as JSON, one after the other. */
  data(lang: string): string[];
  checkProgress(json: string): void;
  /** Throws what is wrong with progress that an element with these attributes is rendered with. */
  reads(json: string, attributes: string[]): void;
}

/** src/element/server.rs */
interface ServerExports {
  Server: { new (json?: string): RustServer; register(json: string): void; theme(given: string): string };
}

declare module "parts" {
  export const wasm: () => URL;
  export const glue: () => Promise<{ glue: MakeGlue<WidgetExports>; build: string }>;
  export const file: string;
}

declare module "popups" {
  export function listen(document: Document, explain: (term: Element) => Explanation | undefined): void;
  export function leave(term: Element): void;
  export const finder: typeof import("./finder.js").finder;
}

declare module "*-glue.js" {
  export const build: string;
  export const glue: MakeGlue<WidgetExports>;
}

declare module "check-glue" {
  export const build: string;
  export const glue: MakeGlue<CheckExports>;
}

declare module "check-goals-glue" {
  export const build: string;
  export const glue: MakeGlue<CheckGoalsExports>;
}

declare module "picture-glue" {
  export const build: string;
  export const glue: MakeGlue<PictureExports>;
}

declare module "language-glue" {
  export const build: string;
  export const glue: MakeGlue<LanguageExports>;
}

declare module "import-glue" {
  export const build: string;
  export const glue: MakeGlue<ImportExports>;
}

declare module "annotate-glue" {
  export const build: string;
  export const glue: MakeGlue<MarkerExports>;
}

declare module "render-glue" {
  export const build: string;
  export const glue: MakeGlue<ServerExports, void>;
}

/** The bytes of render.wasm. */
declare module "*/render-module.js" {
  const bytes: BufferSource;
  export default bytes;
}

/** As edge workers import it. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

/** A stylesheet's text. */
declare module "*.css" {
  const css: string;
  export default css;
}
