//! A timeline, goals and a glossary of one plan that follow each other: what is selected in one is shown in the other, and
//! the topics that the timeline is filtered by are the deck's as well.

use std::rc::Rc;

use plan_widgets::{
    Filtered, Glossary, GlossarySelection, GoalDeck, GoalFilter, Lang, PLAN_JSON, Plan, Selection, Styles,
    Timeline, TimelineFilter,
};
use yew::prelude::*;

#[component]
fn App() -> Html {
    let plan = use_memo((), |()| Plan::from_json(PLAN_JSON).map(Rc::new));
    let selection = use_state(Selection::default);
    let filter = use_state(TimelineFilter::default);

    let onselect = use_callback(selection.setter(), |selected: Selection, selection| selection.set(selected));
    let onfilter = use_callback(filter.setter(), |filtered: Filtered<TimelineFilter>, filter| {
        filter.set(filtered.filter);
    });
    // A term leads to what its article says.
    let onterm = use_callback(filter.setter(), |selected: GlossarySelection, filter| {
        if let Some(article) = selected.article {
            filter.set(TimelineFilter { articles: vec![article], ..TimelineFilter::default() });
        }
    });
    let goals = GoalFilter { topics: filter.topics.clone(), ..GoalFilter::default() };

    match plan.as_ref() {
        Ok(plan) => html! {
            <>
                <Styles />
                <Timeline plan={plan.clone()} lang={Lang::EN} class="plan" id="timeline"
                    filter={(*filter).clone()} {onfilter}
                    selection={(*selection).clone()} onselect={onselect.clone()} />
                <GoalDeck plan={plan.clone()} lang={Lang::EN} class="plan" id="goals"
                    default_filter={goals}
                    selection={(*selection).clone()} {onselect} />
                <Glossary plan={plan.clone()} lang={Lang::EN} class="plan" id="glossary" onselect={onterm} />
            </>
        },
        Err(problems) => html! { <pre>{ problems.to_string() }</pre> },
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
