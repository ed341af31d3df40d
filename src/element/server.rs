//! The door to servers and terminals: static HTML for whoever has JavaScript and no page.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::{
    js::{object, problems},
    render::{Form, Renderer, Wanted, elements},
};
use crate::{
    PLAN_JSON, Plan,
    model::Problems,
    ui::{STYLESHEETS, poster},
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

    /// The static HTML of a widget: the whole element, or what stands between its tags. `attributes` are names and values
    /// in turn. `stylesheet` is an address, or nothing for the rules themselves; with `light` there is neither. Throws an
    /// array of problems.
    pub fn html(
        &self,
        widget: &str,
        attributes: Vec<String>,
        whole: bool,
        light: bool,
        stylesheet: Option<String>,
    ) -> Result<String, JsValue> {
        let attributes = pairs(&attributes);
        let wanted = Wanted::new(widget, &attributes).map_err(thrown)?;
        let rules = STYLESHEETS.iter().find(|(name, _)| *name == wanted.element.slice);
        let form = match &stylesheet {
            _ if light => Form::Light,
            Some(address) => Form::Linked(address),
            None => Form::Styled(rules.map(|(_, rules)| *rules).unwrap_or_default()),
        };
        let made = if whole { self.0.element(wanted, form) } else { self.0.content(wanted, form) };
        made.map_err(thrown)
    }

    /// A widget in a few words: an object of `title`, `description`, `data` (JSON-LD) and `picture` (SVG). Throws likewise.
    pub fn about(&self, widget: &str, attributes: Vec<String>) -> Result<JsValue, JsValue> {
        let attributes = pairs(&attributes);
        let wanted = Wanted::new(widget, &attributes).map_err(thrown)?;
        let (summary, data) = self.0.about(wanted).map_err(thrown)?;
        Ok(object(&[
            ("title", summary.page_title().into()),
            ("description", (&*summary.text).into()),
            ("data", data.to_string().into()),
            ("picture", poster::poster(&summary).into()),
        ]))
    }

    /// What there is to be shown one by one, or narrowed to: arrays of ids as `topics` and `goals`, and the `languages`.
    pub fn list(&self) -> JsValue {
        let plan = self.0.plan();
        let ids = |ids: &mut dyn Iterator<Item = &str>| -> JsValue {
            ids.map(JsValue::from_str).collect::<Array>().into()
        };
        object(&[
            ("widgets", ids(&mut elements().map(|element| element.widget))),
            ("languages", ids(&mut plan.languages.iter().map(|lang| lang.key()))),
            ("topics", ids(&mut plan.topics.iter().map(|topic| &*topic.id))),
            ("goals", ids(&mut plan.goals.iter().map(|goal| &*goal.id))),
        ])
    }
}

fn pairs(list: &[String]) -> Vec<(&str, &str)> {
    list.chunks_exact(2).map(|pair| (&*pair[0], &*pair[1])).collect()
}

fn thrown(found: Problems) -> JsValue {
    problems(&found.0)
}
