//! What is pasted by whom, what WordPress takes out of it, and what the reader gets.

use Editor::{Block, Classic};
use Height::{Fits, Most};
use Paste::{Content, Element, ElementWithContent, Frame, GoalUrl, OfPlugin, Url};
use Reader::{Framed, FramedPlain, Link, Live, Nothing, Plain, Sentence};
use User::{Administrator, Author};

use crate::embed;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum User {
    /// May post any HTML.
    Administrator,
    /// May not.
    Author,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paste {
    /// The element with a sentence between its tags.
    Element,
    /// The element with its static content.
    ElementWithContent,
    /// The static content alone.
    Content,
    /// The frame with its script.
    Frame,
    /// The URL of the page for frames, for oEmbed.
    Url,
    /// The same of one goal, which is short.
    GoalUrl,
    /// The plugin's own: its block, in text its shortcode.
    OfPlugin,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editor {
    /// As text of the post.
    Classic,
    /// In a block: Custom HTML, or Embed for a URL.
    Block,
}

/// What a reader sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The widget in the page, live.
    Live,
    /// The widget in a frame, live.
    Framed(Height),
    /// Every item in a frame, which is as high as the snippet says.
    FramedPlain,
    /// Every item as plain HTML.
    Plain,
    /// The sentence that stands between the tags.
    Sentence,
    /// A link to the widget.
    Link,
    Nothing,
}

/// How high a frame is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Height {
    /// As its content.
    Fits,
    /// As high as WordPress's own script makes any frame, and the content scrolls.
    Most,
    /// As the snippet says, and the content scrolls.
    Given,
}

pub struct Case {
    pub paste: Paste,
    pub editor: Editor,
    pub user: User,
    /// `<tag>`, `[attribute]` lost by all that had it, `tag[attribute]` by these.
    pub lost: &'static [&'static str],
    pub reader: Reader,
    /// The same in a browser without scripts.
    pub without_scripts: Reader,
}

/// Nothing is lost.
const ALL: &[&str] = &[];
/// What kses takes out of the static content.
const KSES: &[&str] = &["[part]"];
/// And around it.
const KSES_ELEMENT: &[&str] = &["<plan-timeline>", "<script>", "[part]"];

#[rustfmt::skip]
pub const CASES: [Case; 26] = [
    case(Element, Classic, Administrator, ALL, Live, Sentence),
    case(Element, Block, Administrator, ALL, Live, Sentence),
    case(Element, Classic, Author, &["<plan-timeline>", "<script>"], Sentence, Sentence),
    case(Element, Block, Author, &["<plan-timeline>", "<script>"], Sentence, Sentence),
    case(ElementWithContent, Classic, Administrator, ALL, Live, Plain),
    case(ElementWithContent, Block, Administrator, ALL, Live, Plain),
    case(ElementWithContent, Classic, Author, KSES_ELEMENT, Plain, Plain),
    case(ElementWithContent, Block, Author, KSES_ELEMENT, Plain, Plain),
    case(Content, Classic, Administrator, ALL, Plain, Plain),
    case(Content, Block, Administrator, ALL, Plain, Plain),
    case(Content, Classic, Author, KSES, Plain, Plain),
    case(Content, Block, Author, KSES, Plain, Plain),
    case(Frame, Classic, Administrator, ALL, Framed(Fits), FramedPlain),
    case(Frame, Block, Administrator, ALL, Framed(Fits), FramedPlain),
    case(Frame, Classic, Author, &["<iframe>", "<script>"], Nothing, Nothing),
    case(Frame, Block, Author, &["<iframe>", "<script>"], Nothing, Nothing),
    case(Url, Classic, Administrator, ALL, Framed(Most), Link),
    case(Url, Block, Administrator, ALL, Framed(Most), Link),
    case(Url, Classic, Author, ALL, Framed(Most), Link),
    case(Url, Block, Author, ALL, Framed(Most), Link),
    case(GoalUrl, Block, Administrator, ALL, Framed(Fits), Link),
    case(GoalUrl, Block, Author, ALL, Framed(Fits), Link),
    case(OfPlugin, Classic, Administrator, ALL, Live, Plain),
    case(OfPlugin, Block, Administrator, ALL, Live, Plain),
    case(OfPlugin, Classic, Author, ALL, Live, Plain),
    case(OfPlugin, Block, Author, ALL, Live, Plain),
];

const fn case(
    paste: Paste,
    editor: Editor,
    user: User,
    lost: &'static [&'static str],
    reader: Reader,
    without_scripts: Reader,
) -> Case {
    Case { paste, editor, user, lost, reader, without_scripts }
}

impl User {
    /// Its name in WordPress.
    pub const fn login(self) -> &'static str {
        match self {
            Administrator => "administrator",
            Author => "author",
        }
    }
}

/// What stands between the tags where the static content doesn't.
pub const SENTENCE: &str = "没有脚本时，读者看到这里的文字。";

impl Case {
    /// `author::element_in_a_block`
    pub fn name(&self) -> String {
        let paste = match self.paste {
            Element => "element",
            ElementWithContent => "element_with_content",
            Content => "content",
            Frame => "frame",
            Url => "url",
            GoalUrl => "url_of_a_goal",
            OfPlugin => "plugin",
        };
        let editor = match self.editor {
            Classic => "in_text",
            Block => "in_a_block",
        };
        format!("{}::{paste}_{editor}", self.user.login())
    }

    /// The post's content, with the widgets at `site`.
    pub fn text(&self, site: &str, content: &str) -> String {
        let pasted = self.pasted(site, content);
        match (self.editor, self.paste) {
            (Classic, _) => pasted,
            (Block, OfPlugin) => {
                "<!-- wp:plan-widgets/timeline {\"lang\":\"zh\",\"layout\":\"list\"} /-->".into()
            }
            (Block, Url | GoalUrl) => format!(
                "<!-- wp:embed {{\"url\":\"{pasted}\",\"type\":\"rich\",\"providerNameSlug\":\"\"}} -->\n\
                 <figure class=\"wp-block-embed is-type-rich\"><div class=\"wp-block-embed__wrapper\">\n\
                 {pasted}\n</div></figure>\n<!-- /wp:embed -->"
            ),
            (Block, _) => format!("<!-- wp:html -->\n{pasted}\n<!-- /wp:html -->"),
        }
    }

    /// Where its widget stands alone.
    pub fn url(&self, site: &str) -> String {
        embed::url(site, if self.paste == GoalUrl { embed::GOAL } else { embed::TIMELINE })
    }

    fn pasted(&self, site: &str, content: &str) -> String {
        let element = |content: &str| {
            format!(
                "<script type=\"module\" src=\"{site}/dist/timeline.js\"></script>\n\
                 <plan-timeline lang=\"zh\" topic=\"transport\">{content}</plan-timeline>"
            )
        };
        match self.paste {
            Element => element(SENTENCE),
            ElementWithContent => element(content),
            Content => content.to_owned(),
            Frame => embed::snippet(site),
            Url | GoalUrl => self.url(site),
            OfPlugin => "[plan_timeline lang=\"zh\" layout=\"list\"]".into(),
        }
    }
}
