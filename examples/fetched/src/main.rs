//! A plan from a URL: what is shown until it is there, what when it can't be had, and something of the page's own at the
//! end of each item and each card.

use plan_widgets::{EventId, GoalDeck, GoalId, Lang, Styles, Timeline, use_plan};
use yew::prelude::*;

#[component]
fn App() -> Html {
    let fetched = use_plan("plan.json");
    let retry = fetched.retry.reform(|_: MouseEvent| ());
    let marked = use_state(Vec::<GoalId>::new);

    let render_item = use_callback((), |item: EventId, ()| {
        html! { <p><a href={format!("mailto:plan@example.org?subject={item}")}>{ "Write to us about this" }</a></p> }
    });
    let render_goal = use_callback(marked, |goal: GoalId, marked| {
        let pressed = marked.contains(&goal);
        let onclick = {
            let marked = marked.clone();
            Callback::from(move |_: MouseEvent| {
                let mut goals: Vec<GoalId> = marked.iter().filter(|known| **known != goal).cloned().collect();
                if !pressed {
                    goals.push(goal.clone());
                }
                marked.set(goals);
            })
        };
        html! { <p><button aria-pressed={pressed.to_string()} {onclick}>{ "Remember this goal" }</button></p> }
    });

    html! {
        <>
            <Styles />
            if let Some(error) = &fetched.error {
                <p role="alert">{ error.to_string() }{ " " }<button onclick={retry}>{ "Try again" }</button></p>
            }
            if let Some(plan) = fetched.plan {
                <Timeline plan={plan.clone()} lang={Lang::EN} {render_item} />
                <GoalDeck {plan} lang={Lang::EN} {render_goal} />
            } else if fetched.loading {
                <p role="status">{ "The plan is on its way…" }</p>
            }
        </>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
