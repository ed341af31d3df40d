//! Every field of a record, as the model has them.

use serde_json::{Value, json};
use yew::prelude::*;

use super::{App, Msg};
use crate::{
    cells::{self, text},
    check::is_in,
    document::{Step, get},
    input::{Input, value_of},
    shape::{Field, Kind},
    state::{At, Command},
    words,
};

/// The most records that are offered as boxes to tick.
const MOST_BOXES: usize = 40;

/// The id of the field that some steps lead to.
#[must_use]
pub fn id(path: &[Step]) -> String {
    path.iter().fold("field".into(), |id, step| match step {
        Step::Key(key) => format!("{id}-{key}"),
        Step::At(index) => format!("{id}-{index}"),
    })
}

fn joined(path: &[Step], step: impl Into<Step>) -> Vec<Step> {
    path.iter().cloned().chain([step.into()]).collect()
}

impl App {
    /// The fields of a record: those that it has or has to have, and the others folded up.
    pub(super) fn fields(&self, ctx: &Context<Self>, at: At, record: &str, path: &[Step]) -> Html {
        let Some(row) = self.state.document.row(at) else { return Html::default() };
        let value = get(row, path);
        let has = |field: &&Field| value.is_some_and(|value| value.get(&field.key).is_some());
        let main = ["title", "name", "time", "summary", "topics", "period", "text", "note"];
        let is_shown = |field: &&Field| has(field) || field.required || main.contains(&&*field.key);
        let mut fields: Vec<&Field> = self.shape.fields(record).iter().collect();
        fields.sort_by_key(|field| cells::rank(&field.kind, &field.key));
        let one = |field: &Field| self.field(ctx, at, record, field, &joined(path, &*field.key));
        let (shown, others): (Vec<_>, Vec<_>) = fields.into_iter().partition(is_shown);
        html! {
            <>
            { for shown.into_iter().map(one) }
            if !others.is_empty() {
                <details class="more" key={format!("more-{}", id(path))}>
                    <summary>{ self.word(&words::MORE_FIELDS) }</summary>
                    { for others.into_iter().map(one) }
                </details>
            }
            </>
        }
    }

    fn field(&self, ctx: &Context<Self>, at: At, record: &str, field: &Field, path: &[Step]) -> Html {
        let mut label = self.labels.field(record, &field.key);
        if field.required {
            label =
                words::IN_LANG.fill(&self.lang, &[("label", &label), ("lang", self.word(&words::REQUIRED))]);
        }
        let help = self.labels.help(record, field);
        self.value(ctx, at, &field.kind, &label, &help, path, field.required)
    }

    /// What is wrong with a field.
    fn wrong(&self, at: At, path: &[Step]) -> Option<AttrValue> {
        let (_, checked) = self.checked.as_ref()?;
        let found = checked.found.iter().find(|found| {
            let place = found.place.as_ref();
            place.is_some_and(|(other, place)| *other == at && is_in(place, path))
        })?;
        Some(found.text(&self.lang, None, self.word(&words::UNDATED)).into())
    }

    #[expect(clippy::too_many_arguments, reason = "they are what a field consists of")]
    fn value(
        &self,
        ctx: &Context<Self>,
        at: At,
        kind: &Kind,
        label: &str,
        help: &str,
        path: &[Step],
        required: bool,
    ) -> Html {
        let document = &self.state.document;
        let value = document.row(at).and_then(|row| get(row, path));
        let own = document.own();
        let typed = |path: Vec<Step>, kind: Kind| {
            ctx.link().callback(move |text| Msg::Typed(at, path.clone(), kind.clone(), text))
        };
        let input = |kind: Kind, help: String, lines: bool| {
            html! {
                <Input id={id(path)} label={label.to_owned()} {help} value={text(value, own)} {lines} wrong={self.wrong(at, path)}
                    onchange={typed(path.to_vec(), kind)} />
            }
        };
        match kind {
            Kind::Text => {
                let many = document.languages.len() > 1;
                let one = |(index, lang): (usize, &String)| {
                    let path = joined(path, &**lang);
                    let label = if many {
                        words::IN_LANG.fill(&self.lang, &[("label", label), ("lang", lang)])
                    } else {
                        label.to_owned()
                    };
                    let help = if index == 0 { help.to_owned() } else { String::new() };
                    html! {
                        <Input id={id(&path)} {label} {help} value={text(value.and_then(|value| value.get(lang)), own)} lines={true}
                            wrong={self.wrong(at, &path)} lang={lang.clone()} onchange={typed(path, Kind::Text)} />
                    }
                };
                html! { <div id={id(path)} tabindex="-1" class="languages">{ for document.languages.iter().enumerate().map(one) }</div> }
            }
            Kind::Reading | Kind::Names => {
                let lines = *kind == Kind::Names;
                let known = value.and_then(Value::as_object).into_iter().flat_map(|all| all.keys());
                let mut languages: Vec<&String> = document.languages.iter().collect();
                languages.extend(known.filter(|lang| !document.languages.contains(lang)));
                let one = |lang: &String| {
                    let path = joined(path, &**lang);
                    let label = words::IN_LANG.fill(&self.lang, &[("label", label), ("lang", lang)]);
                    let value = value.and_then(|value| value.get(lang));
                    let said = match value.and_then(Value::as_array) {
                        Some(all) => all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
                        None => text(value, own),
                    };
                    html! {
                        <Input id={id(&path)} {label} help={help.to_owned()} value={said} {lines} wrong={self.wrong(at, &path)}
                            lang={lang.clone()} onchange={typed(path, kind.clone())} />
                    }
                };
                html! { <div id={id(path)} tabindex="-1">{ for languages.into_iter().map(one) }</div> }
            }
            Kind::Time => html! {
                <div role="group" id={id(path)} tabindex="-1" aria-label={label.to_owned()}>
                    { self.time(ctx, at, path, label, help) }
                </div>
            },
            Kind::Record(name) => html! {
                <fieldset id={id(path)} tabindex="-1">
                    <legend>{ label }</legend>
                    if !help.is_empty() { <p class="help">{ help }</p> }
                    { self.fields(ctx, at, name, path) }
                </fieldset>
            },
            Kind::List(item) if !matches!(**item, Kind::Ref(_) | Kind::Line) => {
                self.list(ctx, at, item, label, help, path)
            }
            Kind::List(item) => match &**item {
                Kind::Ref(collection) => match self
                    .choices_of(collection, "")
                    .filter(|all| all.len() <= MOST_BOXES && !all.is_empty())
                {
                    Some(choices) => self.boxes(ctx, at, &choices, label, help, path),
                    None => input(kind.clone(), format!("{help} {}", self.word(&words::LIST_HELP)), false),
                },
                _ => input(kind.clone(), format!("{help} {}", self.word(&words::LIST_HELP)), false),
            },
            Kind::Choice(name, all) => {
                let choices: Vec<_> =
                    all.iter().map(|word| (word.clone(), self.labels.choice(name, word))).collect();
                self.choice(ctx, at, kind, label, help, path, &choices, required)
            }
            Kind::Ref(collection) => match self.choices_of(collection, &text(value, own)) {
                Some(choices) => self.choice(ctx, at, kind, label, help, path, &choices, required),
                None => input(kind.clone(), help.to_owned(), false),
            },
            Kind::Id | Kind::Line | Kind::Number => input(kind.clone(), help.to_owned(), false),
        }
    }

    /// A time: as it is typed, and what else may be said of it.
    fn time(&self, ctx: &Context<Self>, at: At, path: &[Step], label: &str, help: &str) -> Html {
        let value = self.state.document.row(at).and_then(|row| get(row, path));
        let whole = path.to_vec();
        let onchange = ctx.link().callback(move |text| Msg::Typed(at, whole.clone(), Kind::Time, text));
        let edtf = joined(path, "edtf");
        let others = self.shape.fields("Time").iter().filter(|field| field.key != "edtf");
        html! {
            <>
            <Input id={id(&edtf)} label={label.to_owned()} value={text(value, self.state.document.own())}
                help={help.to_owned()} wrong={self.wrong(at, &edtf)} {onchange} />
            if value.is_some() {
                <details class="more" key={format!("more-{}", id(path))}>
                    <summary>{ self.word(&words::MORE_FIELDS) }</summary>
                    { for others.map(|field| self.field(ctx, at, "Time", field, &joined(path, &*field.key))) }
                </details>
            }
            </>
        }
    }

    fn list(&self, ctx: &Context<Self>, at: At, item: &Kind, label: &str, help: &str, path: &[Step]) -> Html {
        let value = self.state.document.row(at).and_then(|row| get(row, path));
        let count = value.and_then(Value::as_array).map_or(0, Vec::len);
        let one = |index: usize| {
            let below = joined(path, Step::At(index));
            let gone = below.clone();
            let remove = ctx.link().callback(move |_| Msg::Do(Command::Set(vec![(at, gone.clone(), None)])));
            let holes = [("label", label), ("row", &(index + 1).to_string())];
            html! {
                <li key={index}>
                    { match item {
                        Kind::Record(name) => self.fields(ctx, at, name, &below),
                        Kind::Time => self.time(ctx, at, &below, label, help),
                        _ => Html::default(),
                    } }
                    <button type="button" onclick={remove}>{ words::REMOVE_ITEM.fill(&self.lang, &holes) }</button>
                </li>
            }
        };
        let new = match item {
            Kind::Record(name) => {
                // What has to be one of a few words begins as the first.
                let fields = self.shape.fields(name).iter().filter(|field| field.required);
                fields
                    .filter_map(|field| match &field.kind {
                        Kind::Choice(_, words) => Some((field.key.clone(), json!(words.first()))),
                        _ => None,
                    })
                    .collect()
            }
            _ => json!({ "edtf": "", "kind": "on" }),
        };
        let end = joined(path, Step::At(count));
        let add =
            ctx.link().callback(move |_| Msg::Do(Command::Set(vec![(at, end.clone(), Some(new.clone()))])));
        html! {
            <fieldset id={id(path)} tabindex="-1">
                <legend>{ label }</legend>
                if !help.is_empty() { <p class="help">{ help }</p> }
                if count > 0 { <ol class="items">{ for (0..count).map(one) }</ol> }
                <button type="button" onclick={add}>{ words::ADD_ITEM.fill(&self.lang, &[("label", label)]) }</button>
            </fieldset>
        }
    }

    /// Records to be ticked.
    fn boxes(
        &self,
        ctx: &Context<Self>,
        at: At,
        choices: &[(String, String)],
        label: &str,
        help: &str,
        path: &[Step],
    ) -> Html {
        let value = self.state.document.row(at).and_then(|row| get(row, path));
        let chosen: Vec<String> = value
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(|id| id.as_str().map(Into::into))
            .collect();
        let one = |(value, name): &(String, String)| {
            let is_chosen = chosen.contains(value);
            let mut next = chosen.clone();
            if is_chosen {
                next.retain(|id| id != value);
            } else {
                next.push(value.clone());
            }
            let path = path.to_vec();
            let onchange = ctx.link().callback(move |_| {
                let value = (!next.is_empty()).then(|| json!(next));
                Msg::Do(Command::Set(vec![(at, path.clone(), value)]))
            });
            html! { <label><input type="checkbox" checked={is_chosen} {onchange} />{ name }</label> }
        };
        html! {
            <fieldset id={id(path)} tabindex="-1" class="boxes">
                <legend>{ label }</legend>
                { for choices.iter().map(one) }
                if let Some(wrong) = self.wrong(at, path) { <p class="fault">{ wrong }</p> }
                if !help.is_empty() { <p class="help">{ help }</p> }
            </fieldset>
        }
    }

    #[expect(clippy::too_many_arguments, reason = "they are what a field consists of")]
    fn choice(
        &self,
        ctx: &Context<Self>,
        at: At,
        kind: &Kind,
        label: &str,
        help: &str,
        path: &[Step],
        choices: &[(String, String)],
        required: bool,
    ) -> Html {
        let value = self.state.document.row(at).and_then(|row| get(row, path));
        let now = text(value, self.state.document.own());
        let (kind, steps) = (kind.clone(), path.to_vec());
        let onchange = ctx.link().callback(move |event: Event| {
            Msg::Typed(at, steps.clone(), kind.clone(), value_of(event.target()))
        });
        html! {
            <div class="field">
                <label for={id(path)}>{ label }</label>
                { self.select(&id(path), label, &now, choices, required, onchange, None) }
                if let Some(wrong) = self.wrong(at, path) { <p class="fault">{ wrong }</p> }
                if !help.is_empty() { <p class="help">{ help }</p> }
            </div>
        }
    }

    /// The plan's own fields, with its languages.
    pub(super) fn about(&self, ctx: &Context<Self>) -> Html {
        let onchange = ctx.link().callback(Msg::Languages);
        html! {
            <div class="about">
                <Input id="languages" label={self.word(&words::LANGUAGES)} help={self.word(&words::LANGUAGES_HELP)}
                    value={self.state.document.languages.join("; ")} {onchange} />
                { self.fields(ctx, None, crate::shape::ABOUT, &[]) }
            </div>
        }
    }
}
