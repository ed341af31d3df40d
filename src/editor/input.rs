//! A field to type into. What is being typed stays while the page is drawn anew, until it is another value.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What a field has.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its id, by which it is found again.
    pub id: AttrValue,
    /// What it is called.
    pub label: AttrValue,
    /// The value.
    pub value: AttrValue,
    /// Whether it has several lines.
    #[prop_or_default]
    pub lines: bool,
    /// What is wrong with it.
    #[prop_or_default]
    pub wrong: Option<AttrValue>,
    /// What it is for.
    #[prop_or_default]
    pub help: AttrValue,
    /// The language of its text.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// Takes what was typed, when it is whole.
    pub onchange: Callback<String>,
}

/// The field.
pub struct Input {
    draft: Option<AttrValue>,
}

/// What happens to it.
pub enum Msg {
    /// More is typed.
    Typed(String),
    /// All is typed.
    Done(String),
}

impl Component for Input {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Input { draft: None }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        if ctx.props().value != old.value {
            self.draft = None;
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Typed(text) => self.draft = Some(text.into()),
            Msg::Done(text) => {
                self.draft = Some(text.clone().into());
                ctx.props().onchange.emit(text);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let value = self.draft.clone().unwrap_or_else(|| props.value.clone());
        let oninput = ctx.link().callback(|event: InputEvent| Msg::Typed(value_of(event.target())));
        let onchange = ctx.link().callback(|event: Event| Msg::Done(value_of(event.target())));
        let (help, fault) = (format!("{}-help", props.id), format!("{}-fault", props.id));
        let mut by = Vec::new();
        if !props.help.is_empty() {
            by.push(&*help);
        }
        if props.wrong.is_some() {
            by.push(&*fault);
        }
        let described = (!by.is_empty()).then(|| by.join(" "));
        let invalid = props.wrong.as_ref().map(|_| "true");
        html! {
            <div class="field">
                <label for={props.id.clone()}>{ &props.label }</label>
                if props.lines {
                    <textarea id={props.id.clone()} rows="2" {value} lang={props.lang.clone()} aria-invalid={invalid}
                        aria-describedby={described} {oninput} {onchange} />
                } else {
                    <input id={props.id.clone()} {value} lang={props.lang.clone()} aria-invalid={invalid}
                        aria-describedby={described} autocomplete="off" {oninput} {onchange} />
                }
                if let Some(wrong) = &props.wrong {
                    <p id={fault} class="fault">{ wrong }</p>
                }
                if !props.help.is_empty() {
                    <p id={help} class="help">{ &props.help }</p>
                }
            </div>
        }
    }
}

/// What an element that is typed into says.
#[must_use]
pub fn value_of(target: Option<web_sys::EventTarget>) -> String {
    let Some(target) = target else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else {
        target
            .dyn_ref::<web_sys::HtmlSelectElement>()
            .map(web_sys::HtmlSelectElement::value)
            .unwrap_or_default()
    }
}
