//! The elements as static HTML, from their attributes: what stands in a page before any script has run.

mod data;

use std::{cell::OnceCell, rc::Rc};

use serde_json::Value;
use yew::AttrValue;

use super::{
    explain::explain,
    options::{self, Known, Options},
    spec::{self, ELEMENTS, Element},
};
use plan_widgets::{
    Controls, DeckView, Filter, GlossaryProps, GlossaryView, GoalDeckProps, Lang, Plan, TimelineProps,
    TimelineView, Variant,
    model::{Code, Phrase, Problem, Problems, nearest},
    ui::prerender,
    view::{goals, summary::Summary},
};

/// The elements that are made static: those that show something of a plan by themselves.
pub fn elements() -> impl Iterator<Item = &'static Element> {
    ELEMENTS
        .iter()
        .filter(|element| ["timeline", "goal-card", "goal-deck", "glossary"].contains(&element.widget))
}

/// The two forms of static HTML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form<'a> {
    /// Plain children of the element, in the page's own looks.
    #[default]
    Light,
    /// A declarative shadow root with the widget's looks: by the stylesheet at this address.
    Linked(&'a str),
    /// The same with these rules in a `<style>`, which a strict policy refuses.
    Styled(&'a str),
}

/// What is wanted of a plan: an element's attributes, by name.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// Which element.
    pub element: &'static Element,
    /// Its attributes.
    pub attributes: &'a [(&'a str, &'a str)],
}

/// A plan, told once for each widget and language.
pub struct Renderer {
    plan: Plan,
    told: [Told; Lang::ALL.len()],
}

#[derive(Default)]
struct Told {
    course: OnceCell<Rc<TimelineView>>,
    deck: OnceCell<Rc<DeckView>>,
    lexicon: OnceCell<Rc<GlossaryView>>,
}

impl<'a> Wanted<'a> {
    /// An element by its widget's name, and its attributes.
    ///
    /// # Errors
    /// When there is no such element, or it has no attribute of a name.
    pub fn new(widget: &str, attributes: &'a [(&'a str, &'a str)]) -> Result<Self, Problems> {
        let widgets: Vec<_> = elements().map(|element| element.widget).collect();
        let Some(element) = elements().find(|element| element.widget == widget) else {
            return Err(unknown("kind", widget, &widgets));
        };
        let names: Vec<_> = element.attributes.iter().map(|attribute| attribute.name).collect();
        match attributes.iter().find(|(name, _)| !names.contains(name)) {
            Some((name, _)) => Err(unknown(name, name, &names)),
            None => Ok(Wanted { element, attributes }),
        }
    }

    fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

fn unknown(place: &str, found: &str, known: &[&str]) -> Problems {
    Problems(vec![Problem {
        pointer: place.into(),
        found: Phrase::new(Code::Quoted, &[found]),
        expected: Phrase::new(Code::OneOf, known),
        nearest: nearest(found, known).map(Into::into),
    }])
}

impl Renderer {
    /// Static HTML of this plan.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Renderer { plan, told: Default::default() }
    }

    /// The whole element, with its attributes and its content.
    ///
    /// # Errors
    /// When an attribute isn't valid, or one is missing.
    pub fn element(&self, wanted: Wanted, form: Form) -> Result<String, Problems> {
        let content = self.content(wanted, form)?;
        let tag = wanted.element.tag;
        let mut out = format!("<{tag}");
        // Said, for the page around it may be in another language.
        let lang = (spec::LANG.name, self.lang(wanted)?.tag());
        let others = wanted.attributes.iter().filter(|(name, _)| *name != spec::LANG.name);
        for (name, value) in [&lang].into_iter().chain(others) {
            out.extend([" ", name, "=\"", &value.replace('&', "&amp;").replace('"', "&quot;"), "\""]);
        }
        out.extend([">", &content, "</", tag, ">"]);
        Ok(out)
    }

    /// The element in a few words, and what search engines are told of it.
    ///
    /// # Errors
    /// When an attribute isn't valid, or one is missing.
    pub fn about(&self, wanted: Wanted) -> Result<(Summary, Value), Problems> {
        let lang = self.lang(wanted)?;
        let many = |summary: Summary| {
            let data = data::collection(&self.plan, &summary);
            (summary, data)
        };
        match wanted.element.widget {
            "timeline" => {
                let course = self.course(lang);
                let Options { query, facets, .. } = read(wanted, Known::Course(course))?;
                let filter = Filter { query, facets: facets.try_into().unwrap_or_default() };
                Ok(many(Summary::of_timeline(course, &filter)))
            }
            "goal-card" | "goal-deck" => {
                let deck = self.deck(lang);
                let Options { query, facets, goal, .. } = read(wanted, Known::DeckView(deck))?;
                let one = goal.filter(|_| wanted.element.needs.is_some());
                let card = deck.cards.iter().find(|card| one.as_deref() == Some(&*card.id));
                let goal = one.as_ref().and_then(|id| self.plan.goals.find(id));
                Ok(match card.zip(goal) {
                    Some((card, goal)) => (Summary::of_goal(deck, card), data::goal(&self.plan, goal, lang)),
                    None => {
                        let facets = facets.try_into().unwrap_or_default();
                        many(Summary::of_goals(deck, &goals::Filter { query, facets }))
                    }
                })
            }
            _ => {
                let lexicon = self.lexicon(lang);
                read(wanted, Known::GlossaryView(lexicon))?;
                Ok((Summary::of_glossary(lexicon), data::glossary(&self.plan, lexicon)))
            }
        }
    }

    /// What stands between the element's tags.
    ///
    /// # Errors
    /// When an attribute isn't valid, or one is missing.
    pub fn content(&self, wanted: Wanted, form: Form) -> Result<String, Problems> {
        let controls = if form == Form::Light { Controls::None } else { Controls::Waiting };
        let html = self.html(wanted, controls)?;
        let style = match form {
            Form::Light => return Ok(html),
            Form::Linked(address) => {
                format!(
                    "<link rel=\"stylesheet\" href=\"{}\">",
                    address.replace('&', "&amp;").replace('"', "&quot;")
                )
            }
            Form::Styled(rules) => format!("<style>{rules}</style>"),
        };
        Ok(format!("<template shadowrootmode=\"open\">{style}<div>{html}</div></template>"))
    }

    fn html(&self, wanted: Wanted, controls: Controls) -> Result<String, Problems> {
        let lang = self.lang(wanted)?;
        match wanted.element.widget {
            "timeline" => {
                let course = self.course(lang);
                let Options { layout, query, facets, heading_level, item, color_scheme, .. } =
                    read(wanted, Known::Course(course))?;
                Ok(prerender::timeline(yew::props!(TimelineProps {
                    plan: course.clone(),
                    lang,
                    controls,
                    heading_level: heading_level.unwrap_or(2),
                    color_scheme,
                    layout,
                    item: item.map(AttrValue::from),
                    filter: Filter { query, facets: facets.try_into().unwrap_or_default() }
                })))
            }
            "goal-card" | "goal-deck" => {
                let is_card = wanted.element.needs.is_some();
                let deck = self.deck(lang);
                let options = read(wanted, Known::DeckView(deck))?;
                let goal = options.goal.map(AttrValue::from);
                let (only, goal) = if is_card { (goal, None) } else { (None, goal) };
                let usual = if is_card { (Variant::Full, 3) } else { (Variant::Compact, 2) };
                let goals = prerender::goals(yew::props!(GoalDeckProps {
                    plan: deck.clone(),
                    lang,
                    only,
                    controls,
                    heading_level: options.heading_level.unwrap_or(usual.1),
                    color_scheme: options.color_scheme,
                    variant: options.variant.unwrap_or(usual.0),
                    departments: options.departments,
                    group: options.group,
                    sort: options.sort,
                    goal,
                    project: options.project.map(AttrValue::from),
                    filter: goals::Filter {
                        query: options.query,
                        facets: options.facets.try_into().unwrap_or_default()
                    }
                }));
                // A card is what a page about its goal is about; a deck may stand anywhere. Not in plain HTML: pages that take
                // scripts out may leave what is in them.
                let about = if is_card && controls != Controls::None {
                    data::script(&self.about(wanted)?.1)
                } else {
                    String::new()
                };
                Ok(about + &goals)
            }
            _ => {
                let lexicon = self.lexicon(lang);
                let Options { query, sorting, term, heading_level, color_scheme, .. } =
                    read(wanted, Known::GlossaryView(lexicon))?;
                Ok(prerender::glossary(yew::props!(GlossaryProps {
                    plan: lexicon.clone(),
                    lang,
                    controls,
                    heading_level: heading_level.unwrap_or(2),
                    color_scheme,
                    query,
                    sort: sorting,
                    term: term.map(AttrValue::from)
                })))
            }
        }
    }

    /// Its languages, its own first.
    #[must_use]
    pub fn languages(&self) -> &[Lang] {
        &self.plan.languages
    }

    /// Its course.
    pub fn course(&self, lang: Lang) -> &Rc<TimelineView> {
        self.told[lang as usize].course.get_or_init(|| Rc::new(TimelineView::of(&self.plan, lang)))
    }

    /// Its goals.
    pub fn deck(&self, lang: Lang) -> &Rc<DeckView> {
        self.told[lang as usize].deck.get_or_init(|| Rc::new(DeckView::of(&self.plan, lang)))
    }

    fn lexicon(&self, lang: Lang) -> &Rc<GlossaryView> {
        self.told[lang as usize].lexicon.get_or_init(|| Rc::new(GlossaryView::of(&self.plan, lang)))
    }

    /// The language asked for, or else the plan's own.
    fn lang(&self, wanted: Wanted) -> Result<Lang, Problems> {
        let languages = &self.plan.languages;
        let Some(tag) = wanted.get(spec::LANG.name) else {
            return Ok(languages.first().copied().unwrap_or_default());
        };
        let known: Vec<_> = languages.iter().map(|lang| lang.key()).collect();
        let lang = Lang::from_tag(tag).filter(|lang| languages.contains(lang));
        lang.ok_or_else(|| unknown(spec::LANG.name, tag, &known))
    }
}

/// An element's attributes, all of them valid.
fn read(wanted: Wanted, known: Known) -> Result<Options, Problems> {
    // An element that needs an attribute has to say it.
    let needed = |name: &str| (wanted.element.needs == Some(name)).then_some("");
    let get = |name: &str| wanted.get(name).or_else(|| needed(name)).map(Into::into);
    let (options, refused) = options::read(known, &get);
    if refused.is_empty() {
        return Ok(options);
    }
    let problems = refused.iter().map(|each| explain(each.name, &each.value, &each.known));
    Err(Problems(problems.collect()))
}
