//! The elements as static HTML.

use plan_widgets::{Lang, PLAN_JSON, Plan};
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
