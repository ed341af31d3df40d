//! What servers and terminals call: static HTML for whoever has JavaScript and no page.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{
    js::problems,
    render::{Form, Renderer, Wanted},
    spec::Element,
    widgets::RENDERED,
};
use plan_widgets::{
    DeckView, Lang, Look, PLAN_JSON, Plan, Theme, TimelineView,
    model::Problems,
    ui::poster,
    view::{
        facets::Value, goals::TOPIC as GOAL_TOPIC, languages::BUILT_IN, timeline::TOPIC as TIMELINE_TOPIC,
        words::Language,
    },
};

/// A plan that is rendered.
#[wasm_bindgen]
pub struct Server(Renderer);

#[wasm_bindgen]
impl Server {
    /// Of a plan in JSON; without one of the bundled plan. Throws an array of problems.
    #[wasm_bindgen(constructor)]
    pub fn new(json: Option<String>) -> Result<Server, JsValue> {
        let plan = Plan::from_json(json.as_deref().unwrap_or(PLAN_JSON));
        plan.map(|plan| Server(Renderer::new(plan))).map_err(thrown)
    }

    /// Renders with the words of a language's file in JSON from now on. Throws what is wrong.
    pub fn register(json: &str) -> Result<(), JsValue> {
        Language::from_json(json).map(Language::register).map_err(thrown)
    }

    /// The static HTML of a widget: the whole element, or what stands between its tags. `attributes` are names and values
    /// in turn. `stylesheet` is an address, `rules` what stands there; without either it is plain. `progress` is what the page
    /// reports, in JSON. Throws an array of problems.
    pub fn html(
        &self,
        widget: &str,
        attributes: Vec<String>,
        whole: bool,
        stylesheet: Option<String>,
        rules: Option<String>,
        progress: Option<String>,
    ) -> Result<String, JsValue> {
        let attributes = pairs(&attributes);
        let mut wanted = Wanted::new(widget, &attributes).map_err(thrown)?;
        wanted.progress = progress.as_deref();
        let form = match (&stylesheet, &rules) {
            (Some(address), _) => Form::Linked(address),
            (None, Some(rules)) => Form::Styled(rules),
            (None, None) => Form::Light,
        };
        let made = if whole { self.0.element(wanted, form) } else { self.0.content(wanted, form) };
        made.map_err(thrown)
    }

    /// A widget in a few words: an object of `title`, `description`, `data` (JSON-LD) and `picture` (SVG), which has
    /// the colours of its `theme` and of `look`, a stylesheet of tokens. Throws what is wrong.
    pub fn about(
        &self,
        widget: &str,
        attributes: Vec<String>,
        look: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let attributes = pairs(&attributes);
        let wanted = Wanted::new(widget, &attributes).map_err(thrown)?;
        let own = look.as_deref().map_or(Ok(Look::default()), Look::read).map_err(thrown)?;
        let look = wanted.theme().map(Look::of).unwrap_or_default().with(&own);
        let (summary, data) = self.0.about(wanted).map_err(thrown)?;
        Ok(to_js(&About {
            title: &summary.page_title(),
            description: &summary.text,
            data: &data.to_string(),
            picture: &poster::poster(&summary, &look),
        }))
    }

    /// What the data files of a plan in one of its languages hold: of each the name, the view model's name, that as JSON
    /// and what completes it, one after the other.
    pub fn data(&self, lang: &str) -> Vec<String> {
        let Some(lang) = self.0.languages().iter().find(|known| known.key() == lang) else {
            return Vec::new();
        };
        let mut made: Vec<String> = Vec::new();
        for widget in RENDERED {
            let Element { data, view, whole, .. } = widget.element();
            // Some widgets have one.
            if made.iter().all(|known| known != data) {
                let [mut json, later] = widget.data(&self.0, lang);
                // A page has no words that were registered here, and words progress and the menu itself.
                let words = own_words(lang, *view == "deckView");
                let with_words = |json: String| match (&words, json.strip_suffix('}')) {
                    (Some(words), Some(members)) => format!("{members},\"language\":{words}}}"),
                    _ => json,
                };
                json = with_words(json);
                made.extend([(*data).to_owned(), (*view).to_owned(), json, later]);
                if let Some(view) = whole {
                    let [json, later] = widget.whole(&self.0, lang);
                    let json = with_words(json);
                    made.extend([[data, ".whole"].concat(), (*view).to_owned(), json, later]);
                }
            }
        }
        made
    }

    /// A theme as a stylesheet for pages: one of ours by its name, or a page's own, which is read and written anew. Throws
    /// what is wrong.
    pub fn theme(given: &str) -> Result<String, JsValue> {
        match Theme::ALL.iter().find(|theme| theme.name() == given) {
            Some(theme) => Ok(theme.stylesheet()),
            None => Look::read(given).map(|look| look.css(":root")).map_err(thrown),
        }
    }

    /// Checks progress in JSON. Throws what is wrong.
    #[wasm_bindgen(js_name = checkProgress)]
    pub fn check_progress(&self, json: &str) -> Result<(), JsValue> {
        self.0.check_progress(json).map_err(thrown)
    }

    /// Reads progress that an element with these attributes, names and values in turn, is rendered with. Throws what is wrong.
    pub fn reads(&self, json: &str, attributes: Vec<String>) -> Result<(), JsValue> {
        self.0.read_progress(json, &pairs(&attributes)).map(drop).map_err(thrown)
    }

    /// What pages of their own can be made of: the plan's `languages` and those of them without words, the topics of a `timeline` and of a `deck`, and the
    /// `goals`, as arrays of ids.
    pub fn list(&self) -> JsValue {
        let languages = self.0.languages();
        let own = languages.first().cloned().unwrap_or_default();
        let (timeline, deck) = (self.0.view::<TimelineView>(&own), self.0.view::<DeckView>(&own));
        to_js(&Lists {
            languages: languages.iter().map(Lang::key).collect(),
            unspoken: languages
                .iter()
                .filter(|lang| !Language::of(lang).speaks(lang))
                .map(Lang::key)
                .collect(),
            timeline: ids(&timeline.facets, TIMELINE_TOPIC),
            deck: ids(&deck.facets, GOAL_TOPIC),
            goals: deck.cards.iter().map(|card| &*card.id).collect(),
        })
    }
}

/// The words for a language as JSON where they were registered, not built in: all, or those of the menu.
fn own_words(lang: &Lang, all: bool) -> Option<String> {
    let language = Language::of(lang);
    let json = language.json();
    let is_same =
        |(_, file): &(Lang, &str)| Language::from_json(file).is_ok_and(|known| known.json() == json);
    if BUILT_IN.iter().any(is_same) {
        return None;
    }
    let Language { lang, direction, menu, .. } = (*language).clone();
    Some(if all { json } else { Language { lang, direction, menu, ..Language::default() }.json() })
}

/// What [`Server::about`] gives.
#[derive(Serialize)]
struct About<'a> {
    title: &'a str,
    description: &'a str,
    data: &'a str,
    picture: &'a str,
}

/// What [`Server::list`] gives.
#[derive(Serialize)]
struct Lists<'a> {
    languages: Vec<&'a str>,
    unspoken: Vec<&'a str>,
    timeline: Vec<&'a str>,
    deck: Vec<&'a str>,
    goals: Vec<&'a str>,
}

fn to_js(value: &impl Serialize) -> JsValue {
    // Can't fail: there are texts and lists of them.
    serde_wasm_bindgen::to_value(value).unwrap_or_default()
}

/// The ids of a facet's values.
fn ids(facets: &[Vec<Value>], facet: usize) -> Vec<&str> {
    facets.get(facet).into_iter().flatten().map(|value| &*value.id).collect()
}

fn pairs(list: &[String]) -> Vec<(&str, &str)> {
    list.chunks_exact(2).map(|pair| (&*pair[0], &*pair[1])).collect()
}

fn thrown(found: Problems) -> JsValue {
    problems(&found.0)
}
