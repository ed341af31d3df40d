//! A Yew application with the components [`Glossary`] and [`Annotated`] in it, and around the custom element of the same name.

use std::rc::Rc;

use plan_widgets::{
    Annotated, EventId, Glossary, GlossaryFilter, GlossarySelection, GoalDeck, GoalId, Lang, Layout,
    Liveness, PLAN_JSON, Plan, Selection, Styles, TermId, Timeline, TimelineFilter,
};
use yew::prelude::*;

/// Counts the clicks on its own button, and those that bubble out of the custom element.
#[component]
fn App() -> Html {
    let clicks = use_state(|| 0);
    let inside = use_state(|| 0);
    let plan = use_memo((), |()| Plan::from_json(PLAN_JSON).map(Rc::new));
    let add = {
        let clicks = clicks.clone();
        move |_| clicks.set(*clicks + 1)
    };
    let onclick = {
        let inside = inside.clone();
        move |_| inside.set(*inside + 1)
    };
    // Counts what it is asked for, and grants nothing.
    let asked = use_state(|| 0);
    let refuse = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(*asked + 1))
    };
    // Liveness that wait until the application is ready, and fields of the application's within the widgets.
    let live = use_state(|| false);
    let liveness = if *live { Liveness::Live } else { Liveness::Waiting };
    let go = Callback::from(move |_: MouseEvent| live.set(true));
    let render_item = use_callback((), |_: EventId, ()| html! { <input type="search" /> });
    let render_goal = use_callback((), |_: GoalId, ()| html! { <input type="search" /> });
    let render_term = use_callback((), |_: TermId, ()| html! { <input placeholder="…" /> });
    let (component, annotated, refusing, own) = match plan.as_ref() {
        Ok(plan) => (
            html! { <Glossary plan={plan.clone()} lang={Lang::ZH} /> },
            html! { <Annotated plan={plan.clone()} text="对接“双区”，生态讲“三线一单”。" /> },
            html! {
                <>
                    <Glossary plan={plan.clone()} id="refused-glossary"
                        filter={GlossaryFilter::default()} onfilter={refuse.reform(|_| ())}
                        selection={GlossarySelection::default()} onselect={refuse.reform(|_| ())} />
                    <Timeline plan={plan.clone()} id="refused-timeline"
                        layout={Layout::List} onlayout={refuse.reform(|_| ())}
                        filter={TimelineFilter::default()} onfilter={refuse.reform(|_| ())} />
                    <GoalDeck plan={plan.clone()} id="refused-goals"
                        selection={Selection::default()} onselect={refuse.reform(|_| ())} />
                </>
            },
            html! {
                <>
                    <Timeline plan={plan.clone()} id="own-timeline" layout={Layout::List} {liveness} {render_item} />
                    <GoalDeck plan={plan.clone()} id="own-goals" {liveness} {render_goal} />
                    <Glossary plan={plan.clone()} id="own-glossary" {liveness} {render_term} />
                </>
            },
        ),
        Err(problems) => (html! { problems.to_string() }, html! {}, html! {}, html! {}),
    };
    html! {
        <>
            <Styles />
            <button id="add" onclick={add}>{ "+1" }</button>
            <output id="clicks">{ *clicks }</output>
            <div {onclick}><plan-glossary /></div>
            <output id="inside">{ *inside }</output>
            <div id="component">{ component }</div>
            <p id="text">{ "对接“双区”，已读" }{ *clicks }{ "次；三线一单读过" }{ *clicks }{ "次" }</p>
            <p id="annotated">{ annotated }</p>
            <output id="asked">{ *asked }</output>
            <div id="refusing">{ refusing }</div>
            <button id="go" onclick={go}>{ "live" }</button>
            <div id="own">{ own }</div>
        </>
    }
}

/// Starts the application in `#app`.
/// The application that the site's page for developers begins with, as it is pasted.
mod first {
    include!("../first/main.rs");

    pub fn start() {
        main();
    }
}

fn main() {
    match gloo_utils::document().get_element_by_id("app") {
        Some(app) => {
            yew::Renderer::<App>::with_root(app).render();
        }
        None => first::start(),
    }
}
