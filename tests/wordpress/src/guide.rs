//! The guide's table of what survives for whom says what the cases say.

#![allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]

use crate::cases::{CASES, Height, Paste, Reader, User};

const GUIDES: [(&str, &str); 2] = [
    ("guide.zh.html", include_str!("../guide.zh.html")),
    ("guide.en.html", include_str!("../guide.en.html")),
];

/// In Chinese and in English.
type Words = [&'static str; 2];

fn paste(paste: Paste) -> Words {
    match paste {
        Paste::Element => ["元素，标签之间一句话", "the element, a sentence between its tags"],
        Paste::ElementWithContent => {
            ["元素，标签之间是静态内容", "the element, its static content between its tags"]
        }
        Paste::Content => ["静态内容", "the static content"],
        Paste::Frame => ["框架和它的脚本", "the frame with its script"],
        Paste::Url => ["框架页的网址", "the URL of the page for frames"],
        Paste::GoalUrl => ["一项目标的框架页的网址", "the URL of a goal's page for frames"],
        Paste::OfPlugin => ["", ""],
    }
}

fn user(user: User) -> Words {
    match user {
        User::Administrator => ["管理员、编辑", "administrator, editor"],
        User::Author => ["作者、投稿者", "author, contributor"],
    }
}

fn reader(reader: Reader) -> Words {
    match reader {
        Reader::Live => ["部件", "the widget"],
        Reader::Framed(Height::Fits) => {
            ["框架里的部件，高度随内容", "the widget in a frame as high as it is"]
        }
        Reader::Framed(Height::Most) => [
            "框架里的部件，最高 1000 像素，其余滚动查看",
            "the widget in a frame of at most 1000 px, more by scrolling",
        ],
        Reader::Framed(Height::Given) => [
            "框架里的部件，高度如代码所写，其余滚动查看",
            "the widget in a frame as high as its code says, more by scrolling",
        ],
        Reader::FramedPlain => [
            "框架里的全部事项，高度如代码所写，其余滚动查看",
            "every item in a frame as high as its code says, more by scrolling",
        ],
        Reader::Plain => ["全部事项，样子随页面", "every item, in the page's looks"],
        Reader::Sentence => ["那句话", "that sentence"],
        Reader::Link => ["一个链接", "a link"],
        Reader::Nothing => ["什么也没有", "nothing"],
    }
}

fn rows(language: usize) -> String {
    // In text or in a block is the same.
    let mut rows: Vec<String> = CASES
        .iter()
        .filter(|case| case.paste != Paste::OfPlugin) // nobody pastes it
        .map(|case| {
            let name = paste(case.paste)[language];
            let cells = [user(case.user), reader(case.reader), reader(case.without_scripts)];
            let cells: String = cells.map(|words| format!("<td>{}</td>", words[language])).concat();
            format!("    <tr><th scope=\"row\">{name}</th>{cells}</tr>\n")
        })
        .collect();
    rows.dedup();
    rows.concat()
}

#[test]
fn both_editors_give_the_same() {
    for case in &CASES {
        let alike = CASES.iter().filter(|other| other.paste == case.paste && other.user == case.user);
        let outcomes: Vec<_> = alike.map(|case| (case.lost, case.reader, case.without_scripts)).collect();
        assert!(outcomes.windows(2).all(|two| two[0] == two[1]), "{}", case.name());
    }
}

#[test]
fn the_guide_says_what_the_cases_say() {
    for (language, (name, guide)) in GUIDES.into_iter().enumerate() {
        let body = guide.split("<tbody>\n").nth(1).unwrap().split("  </tbody>").next().unwrap();
        assert_eq!(body, rows(language), "{name} should have these rows:\n{}", rows(language));
    }
}
