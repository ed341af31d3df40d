//! TypeScript declarations: the package's own, and those that React and Vue read.

use std::fmt::Write;

use plan_widgets::element::spec::{Attribute, ELEMENTS, ERRORS, EVENTS, Element, camel_case};

use super::{classes, type_of};

const HEAD: &str = "// Generated from src/element/spec.rs by `cargo xtask generate`.\n";

/// The model's types, until they come from the Rust types.
const MODEL: &str = "
/** A text in the plan's languages. */
export interface PlanText {
  zh?: string;
  en?: string;
}

/** A passage of the source text: `span` counts Unicode characters from 0. */
export interface PlanCite {
  article: string;
  span: [start: number, end: number];
  exact: string;
}

/** A plan, as JSON has it. */
export interface PlanModel {
  $schema?: string;
  schema: 1;
  languages: Array<'zh' | 'en'>;
  plan: { id: string; title: PlanText; short: PlanText; [more: string]: unknown };
  terms: Array<{
    id: string;
    name: PlanText;
    cite?: PlanCite;
    pinyin?: string;
    note: PlanText;
    components: Array<{ label?: PlanText; text: PlanText; cite?: PlanCite }>;
  }>;
}

/** Something wrong with a model or an attribute. */
export interface PlanProblem {
  /** JSON Pointer into the model, or the attribute's name. */
  pointer: string;
  found: string;
  expected: string;
  nearest: string | null;
  /** All of it as a sentence. */
  text: string;
}
";

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
    let _ = writeln!(out, "\nexport interface PlanEventMap extends HTMLElementEventMap {{");
    for event in EVENTS {
        let _ = writeln!(out, "  '{}': CustomEvent<{}>;", event.name, event.detail);
    }
    let _ = writeln!(out, "}}");
    for element in ELEMENTS {
        class(&mut out, element);
    }
    let _ = writeln!(out, "\n/** Defines every element; once per registry, whatever is called how often. */");
    let _ = writeln!(out, "export function define(registry?: CustomElementRegistry): void;");
    let _ = writeln!(out, "\n/** The version of the package. */\nexport const version: string;");
    let _ = writeln!(out, "\ndeclare global {{\n  interface HTMLElementTagNameMap {{");
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
        let _ = writeln!(out, "  get {}(): string | null;", camel_case(attribute.name));
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
    for (verb, options) in
        [("add", "boolean | AddEventListenerOptions"), ("remove", "boolean | EventListenerOptions")]
    {
        let _ = writeln!(
            out,
            "  {verb}EventListener<K extends keyof PlanEventMap>(\n    type: K,\n    listener: (this: {}, event: PlanEventMap[K]) => unknown,\n    options?: {options},\n  ): void;",
            element.class
        );
        let _ = writeln!(
            out,
            "  {verb}EventListener(type: string, listener: EventListenerOrEventListenerObject, options?: {options}): void;"
        );
    }
    let _ = writeln!(out, "}}");
}

/// What may be assigned: for numbers as words also the number.
fn settable(attribute: &Attribute) -> String {
    let kind = type_of(attribute.kind);
    if kind.starts_with("'1'") { format!("{kind} | {}", kind.replace('\'', "")) } else { kind }
}

/// `pkg/types/react.d.ts`.
pub fn react() -> String {
    let mut out = String::from(HEAD);
    out.push_str("// For React: `import type {} from 'plan-widgets/react'` once.\n\n");
    out.push_str("import type { DetailedHTMLProps, HTMLAttributes } from 'react';\n");
    imports(&mut out);
    for element in ELEMENTS {
        let _ = writeln!(out, "\ninterface {}Props {{", element.class);
        markup_props(&mut out, element, "  ");
        for event in EVENTS {
            let _ = writeln!(out, "  'on{}'?: (event: CustomEvent<{}>) => void;", event.name, event.detail);
        }
        let _ = writeln!(out, "}}");
    }
    out.push_str("\ndeclare module 'react' {\n  namespace JSX {\n    interface IntrinsicElements {\n");
    for element in ELEMENTS {
        let _ = writeln!(
            out,
            "      '{}': DetailedHTMLProps<HTMLAttributes<{1}>, {1}> & {1}Props;",
            element.tag, element.class
        );
    }
    out.push_str("    }\n  }\n}\n");
    out
}

/// `pkg/types/vue.d.ts`.
pub fn vue() -> String {
    let mut out = String::from(HEAD);
    out.push_str("// For Vue: `import type {} from 'plan-widgets/vue'` once.\n\n");
    out.push_str("import type { DefineComponent, HTMLAttributes } from 'vue';\n");
    imports(&mut out);
    for element in ELEMENTS {
        let _ =
            writeln!(out, "\ninterface {}Props extends /* @vue-ignore */ HTMLAttributes {{", element.class);
        markup_props(&mut out, element, "  ");
        for event in EVENTS {
            let name = pascal_case(event.name);
            let _ = writeln!(out, "  on{name}?: (event: CustomEvent<{}>) => void;", event.detail);
        }
        let _ = writeln!(out, "}}");
    }
    out.push_str("\ndeclare module 'vue' {\n  interface GlobalComponents {\n");
    for element in ELEMENTS {
        let _ = writeln!(out, "    '{}': DefineComponent<{}Props>;", element.tag, element.class);
    }
    out.push_str("  }\n}\n");
    out
}

fn imports(out: &mut String) {
    let mut names: Vec<_> = EVENTS.iter().map(|event| event.detail).collect();
    names.extend(["PlanModel"]);
    names.extend(classes());
    names.sort_unstable();
    let _ = writeln!(out, "import type {{ {} }} from './index.js';", names.join(", "));
}

fn markup_props(out: &mut String, element: &Element, indent: &str) {
    for attribute in element.attributes.iter().filter(|attribute| attribute.name != "lang") {
        let _ = writeln!(out, "{indent}/** {} */", attribute.about.en);
        let _ = writeln!(out, "{indent}'{}'?: {};", attribute.name, settable(attribute));
    }
    for property in element.properties {
        let _ = writeln!(
            out,
            "{indent}/** {} */\n{indent}{}?: {};",
            property.about.en, property.name, property.kind
        );
    }
}

/// `plan-ready` gives `PlanReady`.
fn pascal_case(name: &str) -> String {
    let camel = camel_case(name);
    camel[..1].to_ascii_uppercase() + &camel[1..]
}
