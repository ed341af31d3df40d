//! What the guide to own plans says is what the loader takes.

use plan_widgets::model::{Edtf, FigureKind, Stage, TimeKind};

const GUIDES: [&str; 2] = [
    include_str!("../../www/guide/your-own-plan.html"),
    include_str!("../../www/en/guide/your-own-plan.html"),
];

/// The texts of the guide's `<code>` elements of a class.
fn codes<'a>(guide: &'a str, class: &str) -> Vec<&'a str> {
    let start = format!("<code class=\"{class}\">");
    guide.split(&start).skip(1).map(|rest| rest.split('<').next().unwrap()).collect()
}

#[test]
fn every_word_is_one_of_the_models() {
    for guide in GUIDES {
        assert_eq!(codes(guide, "stage"), Stage::ALL.iter().map(|stage| stage.name()).collect::<Vec<_>>());
        assert_eq!(
            codes(guide, "figure"),
            FigureKind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>()
        );
        for kind in codes(guide, "kind") {
            assert!(TimeKind::ALL.iter().any(|known| known.name() == kind), "{kind}");
        }
    }
}

#[test]
fn every_time_is_edtf() {
    for guide in GUIDES {
        let times = codes(guide, "edtf");
        assert_eq!(times.len(), 10);
        assert_eq!(times, codes(GUIDES[0], "edtf"));
        for time in times {
            assert!(Edtf::parse(time).is_some(), "{time}");
        }
    }
}
