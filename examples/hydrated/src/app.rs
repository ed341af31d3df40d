//! The application, the same on the server and in the page.

use std::rc::Rc;

use plan_widgets::{Annotated, Glossary, GoalCard, GoalDeck, PLAN_JSON, Plan, Styles, Term, Timeline};
use yew::prelude::*;

/// Every component; the same text twice, each with an id of its own.
#[component]
pub fn App() -> Html {
    let plan = use_memo((), |()| Plan::from_json(PLAN_JSON).map(Rc::new));
    let text = "对接“双区”，生态讲“三线一单”。";
    match plan.as_ref() {
        Ok(plan) => html! {
            <>
                <Styles />
                <p><Annotated plan={plan.clone()} {text} id="first" /></p>
                <p><Annotated plan={plan.clone()} {text} id="second" /></p>
                <p><Term plan={plan.clone()} term="three-ones" /></p>
                <Timeline plan={plan.clone()} id="timeline" />
                <GoalCard plan={plan.clone()} goal="transport-hub" id="card" />
                <GoalDeck plan={plan.clone()} id="goals" />
                <Glossary plan={plan.clone()} id="glossary" />
            </>
        },
        Err(problems) => html! { <pre>{ problems.to_string() }</pre> },
    }
}
