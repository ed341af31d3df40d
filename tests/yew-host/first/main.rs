use std::rc::Rc;

use plan_widgets::{Lang, PLAN_JSON, Plan, Styles, Timeline, TimelineFilter};
use yew::prelude::*;

#[component]
fn App() -> Html {
    let plan = use_memo((), |()| Plan::from_json(PLAN_JSON).map(Rc::new));
    let filter = TimelineFilter { topics: vec!["transport".into()], ..TimelineFilter::default() };
    match plan.as_ref() {
        Ok(plan) => html! {
            <>
                <Styles />
                <Timeline plan={plan.clone()} lang={Lang::EN} default_filter={filter} />
            </>
        },
        Err(problems) => html! { <pre>{ problems.to_string() }</pre> },
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
