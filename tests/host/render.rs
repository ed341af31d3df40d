//! The elements as static HTML.

use std::rc::Rc;

use futures::executor::block_on;
use plan_widgets::{
    Glossary, GlossaryProps, GoalDeck, GoalDeckProps, Lang, Layout, Liveness, Overview, OverviewProps,
    OverviewView, PLAN_JSON, Plan, Selection, Timeline, TimelineFilter, TimelineProps, Variant,
    model::EventId, ui::prerender,
};
use yew::{LocalServerRenderer, html::BaseComponent, prelude::*};

use plan_widgets_element::{
    render::{Form, Renderer, Wanted, elements},
    spec::Kind,
};

#[test]
fn what_holds_without_an_attribute_is_what_the_table_says() {
    let plan = Renderer::new(Plan::from_json(PLAN_JSON).unwrap());
    let content = |widget, attributes: &[(&str, &str)]| {
        plan.content(Wanted::new(widget, attributes).unwrap(), Form::Light).unwrap()
    };
    let mut compared = 0;
    for element in elements() {
        // The one that needs it has a goal.
        let needed: Vec<_> = element.needs.map(|name| (name, "transport-hub")).into_iter().collect();
        let usual = content(element.widget, &needed);
        for attribute in element.attributes {
            let default = attribute.default.get(&Lang::EN);
            let is_value = match attribute.kind {
                Kind::Choice(values) => values.contains(&default),
                Kind::Whole(..) => true,
                _ => false,
            };
            if is_value {
                let given = [&needed[..], &[(attribute.name, default)]].concat();
                assert_eq!(content(element.widget, &given), usual, "{} {}", element.tag, attribute.name);
                compared += 1;
            }
        }
    }
    assert!(compared > 8, "{compared}");
}

/// What is written at once is what Yew writes of the same nodes.
fn written_as_by_yew<C: BaseComponent>(props: &C::Properties)
where
    C::Properties: Clone,
{
    let by_yew = LocalServerRenderer::<C>::with_props(props.clone()).hydratable(false).render();
    assert_eq!(prerender::html::<C>(props.clone()), block_on(by_yew));
}

#[test]
fn static_html_is_as_yew_writes_it() {
    let school = include_str!("../school/plan.json");
    // In texts and in attributes.
    let odd = school.replace("Reading hour", "<b>&amp;\\\" '$<").replace("boathouse.svg", "a\\\"<&'.svg?a&b");
    // A parent's own nodes stay what they are.
    let render_item =
        Callback::from(|id: EventId| html! { <em title="a&b" hidden=true>{ "<" }{ &*id }<br /></em> });
    for json in [PLAN_JSON, school, &odd] {
        let plan = Rc::new(Plan::from_json(json).unwrap());
        for lang in plan.languages.clone() {
            for liveness in [Liveness::None, Liveness::Waiting, Liveness::Live] {
                for (layout, item) in [
                    (Layout::Auto, None),
                    (Layout::List, Some(render_item.clone())),
                    (Layout::Lanes, None),
                    (Layout::Story, Some(render_item.clone())),
                ] {
                    let query = if item.is_some() { "read" } else { "" };
                    written_as_by_yew::<Timeline>(&yew::props!(TimelineProps {
                        plan: plan.clone(),
                        lang: lang.clone(),
                        liveness,
                        default_layout: layout,
                        default_filter: TimelineFilter { query: query.into(), ..TimelineFilter::default() },
                        default_selection: Selection {
                            item: Some("boathouse-opens".into()),
                            ..Selection::default()
                        },
                        render_item: item,
                    }));
                }
                for variant in [Variant::Compact, Variant::Full] {
                    written_as_by_yew::<GoalDeck>(&yew::props!(GoalDeckProps {
                        plan: plan.clone(),
                        lang: lang.clone(),
                        liveness,
                        variant,
                    }));
                }
                written_as_by_yew::<Overview>(&yew::props!(OverviewProps {
                    plan: plan.clone(),
                    lang: lang.clone(),
                    liveness,
                    default_selection: Selection {
                        project: Some("boathouse".into()),
                        ..Selection::default()
                    },
                }));
                written_as_by_yew::<Glossary>(&yew::props!(GlossaryProps {
                    plan: plan.clone(),
                    lang: lang.clone(),
                    liveness
                }));
            }
        }
    }
}

#[test]
fn an_overview_without_scripts_has_every_project_and_count() {
    let school = include_str!("../school/plan.json");
    for json in [PLAN_JSON, school] {
        let plan = Plan::from_json(json).unwrap();
        let renderer = Renderer::new(Plan::from_json(json).unwrap());
        for lang in &plan.languages {
            let view = OverviewView::of(&plan, lang);
            let attributes = [("lang", lang.tag())];
            let wanted = Wanted::new("overview", &attributes).unwrap();
            for form in [Form::Light, Form::Linked("x.css")] {
                let html = renderer.content(wanted, form).unwrap();
                let has = |text: &str| html.contains(&text.replace('&', "&amp;").replace('<', "&lt;"));
                let sections = view.chapters.iter().chain(&view.horizons);
                let titles = sections.flat_map(|section| &section.within).chain(&view.principles);
                let titles = titles.map(|section| &section.title);
                for text in view.items.iter().map(|mark| &mark.name).chain(titles) {
                    assert!(has(text), "{text} in {}", lang.tag());
                }
                let marks = html.matches("<i part=\"mark\"").count();
                let heads = view.facets[1].len();
                let expected = if form == Form::Light { heads } else { heads + view.items.len() };
                assert_eq!(marks, expected, "a mark for each project, and none where there are no looks");
                assert!(!html.contains("style="), "a strict policy refuses that");
                let cells: usize = html
                    .split("<td role=\"cell\"><b>")
                    .skip(1)
                    .filter_map(|cell| cell.split("</b>").next()?.parse::<usize>().ok())
                    .sum();
                assert_eq!(cells, view.items.len(), "the cells' counts");
            }
        }
    }
}
