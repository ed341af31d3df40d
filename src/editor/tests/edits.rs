//! Commands and their history.

use plan_widgets_editor::{
    document::{Document, Step},
    shape::Shape,
    state::{Command, State},
    templates::TEMPLATES,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Something an editor does, with indices that may lead nowhere.
fn command() -> impl Strategy<Value = Command> {
    let path = prop_oneof![
        Just(vec!["title".into(), "en".into()]),
        Just(vec!["time".into(), Step::Key("edtf".into())]),
        Just(vec!["media".into(), Step::At(1), "src".into()]),
        Just(vec!["topics".into()]),
    ];
    let value = prop_oneof![Just(None), "[a-c]{0,3}".prop_map(|text| Some(Value::from(text)))];
    let at = prop_oneof![Just(None), (0..3usize, 0..6usize).prop_map(Some)];
    prop_oneof![
        4 => prop::collection::vec((at, path, value), 1..4).prop_map(Command::Set),
        2 => (0..3usize, 0..8usize, 1..3usize).prop_map(|(section, at, count)| {
            Command::Insert(section, at, vec![json!({ "id": "new" }); count])
        }),
        2 => (0..3usize, 0..6usize).prop_map(|(section, row)| Command::Remove(section, row)),
        2 => (0..3usize, 0..6usize, 0..8usize).prop_map(|(section, from, to)| Command::Move(section, from, to)),
        1 => prop::collection::vec("[a-z]{2}", 1..3).prop_map(Command::Languages),
    ]
}

proptest! {
    /// Taken back one by one, each plan is as it was; made again, as it became.
    #[test]
    fn undoing_gives_each_plan_back(commands in prop::collection::vec(command(), 1..40)) {
        let shape = Shape::of_model();
        let mut state = State::new(TEMPLATES[3].document(&shape, "en").unwrap());
        let mut seen: Vec<Document> = vec![state.document.clone()];
        for command in commands {
            if state.apply(command) {
                seen.push(state.document.clone());
            }
        }
        let json: Vec<Value> = seen.iter().map(|document| document.to_json(&shape)).collect();
        for before in json.iter().rev().skip(1) {
            prop_assert!(state.apply(Command::Undo));
            prop_assert_eq!(&state.document.to_json(&shape), before);
        }
        prop_assert!(!state.apply(Command::Undo));
        for after in json.iter().skip(1) {
            prop_assert!(state.apply(Command::Redo));
            prop_assert_eq!(&state.document.to_json(&shape), after);
        }
        prop_assert!(!state.apply(Command::Redo));
    }

    /// What is done after something was taken back ends what could be made again.
    #[test]
    fn a_change_after_an_undo_is_the_last(first in command(), second in command()) {
        let shape = Shape::of_model();
        let mut state = State::new(TEMPLATES[0].document(&shape, "en").unwrap());
        if state.apply(first) {
            state.apply(Command::Undo);
            let could = state.can_redo();
            prop_assert!(could);
            if state.apply(second) {
                prop_assert!(!state.can_redo());
            }
        }
    }
}

/// What was taken for one language is said to be in another: the texts stay.
#[test]
fn a_language_in_the_place_of_another_keeps_the_texts() {
    let shape = Shape::of_model();
    for template in TEMPLATES {
        let mut state = State::new(template.document(&shape, "en").unwrap());
        let before = state.document.to_json(&shape);
        state.apply(Command::Languages(vec!["fr".into()]));
        assert_eq!(plan_widgets_editor::check::check(&shape, &state.document).found, vec![]);
        assert!(!state.document.to_json(&shape).to_string().contains("\"en\":"));
        state.apply(Command::Undo);
        assert_eq!(state.document.to_json(&shape), before);
    }
}

#[test]
fn what_changes_nothing_is_no_step() {
    let shape = Shape::of_model();
    let mut state = State::new(TEMPLATES[0].document(&shape, "en").unwrap());
    let title = state.document.sections[0][0]["title"]["en"].clone();
    let same = vec![(Some((0, 0)), vec!["title".into(), "en".into()], Some(title))];
    for command in [
        Command::Set(same),
        Command::Remove(0, 99),
        Command::Move(0, 2, 2),
        Command::Set(vec![(Some((0, 0)), vec!["stage".into()], None)]),
        Command::Undo,
        Command::Redo,
    ] {
        assert!(!state.apply(command.clone()), "{command:?}");
    }
    assert!(!state.can_undo());
}

#[test]
fn what_is_left_empty_goes() {
    let shape = Shape::of_model();
    let mut state = State::new(Document::empty(&shape, "en", "Plan"));
    state.apply(Command::Insert(0, 0, vec![json!({ "id": "one" })]));
    let alt: Vec<Step> = vec!["media".into(), Step::At(0), "alt".into(), "en".into()];
    state.apply(Command::Set(vec![(Some((0, 0)), alt.clone(), Some("A bridge".into()))]));
    assert_eq!(
        *state.document.sections[0][0],
        json!({ "id": "one", "media": [{ "alt": { "en": "A bridge" } }] })
    );
    state.apply(Command::Set(vec![(Some((0, 0)), alt, None)]));
    // The item stays: it is removed as such.
    assert_eq!(*state.document.sections[0][0], json!({ "id": "one", "media": [{}] }));
    state.apply(Command::Set(vec![(Some((0, 0)), vec!["media".into(), Step::At(0)], None)]));
    assert_eq!(*state.document.sections[0][0], json!({ "id": "one" }));
}
