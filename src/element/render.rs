//! The elements as static HTML, from their attributes: what stands in a page before any script has run.

pub mod data;

use std::{any::Any, cell::RefCell, marker::PhantomData, rc::Rc};

use serde_json::Value;

use super::{
    explain::explain,
    reader::Reader,
    spec::Element,
    widget::{Frame, Properties, Shown, Widget},
    widgets::RENDERED,
};
use crate::{
    attributes::{LANG, THEME},
    widgets::UNDATED,
};
use plan_widgets::{
    Lang, Liveness, Plan, Source, Theme, Undated,
    model::{Code, Phrase, Problem, Problems, Progress, nearest, quote},
    ui::prerender,
    view::{View, summary::Summary, words::Language},
};

/// The elements that are made static: those that show something of a plan by themselves.
pub fn elements() -> impl Iterator<Item = &'static Element> {
    RENDERED.iter().map(|widget| widget.element())
}

/// The two forms of static HTML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form<'a> {
    /// Plain children of the element, in the page's own looks.
    #[default]
    Light,
    /// A declarative shadow root with the widget's looks: by the stylesheet at this URL.
    Linked(&'a str),
    /// The same with these rules in a `<style>`, which a strict policy refuses.
    Styled(&'a str),
}

/// What is wanted of a plan: an element, and its attributes by name.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// Which widget.
    widget: &'static (dyn Rendered + Sync),
    /// Its attributes.
    pub attributes: &'a [(&'a str, &'a str)],
    /// What the page reports of progress: JSON.
    pub progress: Option<&'a str>,
}

/// A widget of whichever kind, as what makes static HTML of it.
pub trait Rendered {
    /// Its element.
    fn element(&self) -> &'static Element;

    /// What stands between the element's tags, in plain HTML or in a shadow root.
    ///
    /// # Errors
    /// When an attribute isn't valid, or one is missing.
    fn html(&self, renderer: &Renderer, wanted: Wanted, liveness: Liveness) -> Result<String, Problems>;

    /// Its view model as JSON: what its data file holds, and the file that completes it, if there is one.
    fn data(&self, renderer: &Renderer, lang: &Lang) -> [String; 2];

    /// The same of the view model with what a reader has to ask for.
    fn whole(&self, renderer: &Renderer, lang: &Lang) -> [String; 2];

    /// It in a few words, and what search engines read of it.
    ///
    /// # Errors
    /// When an attribute isn't valid, or one is missing.
    fn about(&self, renderer: &Renderer, wanted: Wanted) -> Result<(Summary, Value), Problems>;
}

/// A widget as what makes static HTML of it.
pub struct Static<W>(PhantomData<fn() -> W>);

impl<W: Widget> Static<W> {
    /// The only one.
    pub const NEW: Self = Static(PhantomData);

    /// The view model, and the properties that the attributes make, all of them valid.
    fn read(
        renderer: &Renderer,
        wanted: Wanted,
        liveness: Liveness,
    ) -> Result<(Rc<W::View>, Properties<W>), Problems> {
        let whole = W::ELEMENT.whole.is_some() && wanted.get(UNDATED.name) == Some(Undated::Shown.name());
        let mut view = renderer.view_of::<W::View>(&renderer.lang(wanted.attributes)?, whole);
        if let Some(json) = wanted.progress
            && let Some(reported) = W::reported(&view, &renderer.read_progress(json, wanted.attributes)?)
        {
            view = Rc::new(reported);
        }
        let get = |name: &str| wanted.get(name).map(Into::into);
        let mut read = Reader::new(&get);
        let callbacks = W::Callbacks::default();
        let frame = Frame { liveness, link_prefix: None, open: String::new(), print: false };
        let source = Source::View(view.clone());
        let props = W::props(Shown { view: &view, source, callbacks: &callbacks, frame }, &mut read);
        let problems: Vec<Problem> =
            read.refused.iter().map(|each| explain(each.name, &each.value, &each.known)).collect();
        drop(read);
        match props {
            Some(props) if problems.is_empty() => Ok((view, props)),
            _ => Err(Problems(problems)),
        }
    }
}

impl<W: Widget> Rendered for Static<W> {
    fn element(&self) -> &'static Element {
        const { &W::ELEMENT }
    }

    fn html(&self, renderer: &Renderer, wanted: Wanted, liveness: Liveness) -> Result<String, Problems> {
        let (_, props) = Self::read(renderer, wanted, liveness)?;
        Ok(prerender::html::<W::Component>(props))
    }

    fn data(&self, renderer: &Renderer, lang: &Lang) -> [String; 2] {
        renderer.view::<W::View>(lang).json_in_two()
    }

    fn whole(&self, renderer: &Renderer, lang: &Lang) -> [String; 2] {
        renderer.view_of::<W::View>(lang, true).json_in_two()
    }

    fn about(&self, renderer: &Renderer, wanted: Wanted) -> Result<(Summary, Value), Problems> {
        let (view, props) = Self::read(renderer, wanted, Liveness::None)?;
        Ok(W::about(&renderer.plan, &view, &props))
    }
}

/// A plan, of which each view model is built once.
pub struct Renderer {
    plan: Plan,
    views: RefCell<Vec<Built>>,
}

/// A view model in a language, and whether it has what a reader has to ask for.
type Built = (Lang, bool, Rc<dyn Any>);

impl<'a> Wanted<'a> {
    /// An element by its widget's name, and its attributes.
    ///
    /// # Errors
    /// When there is no such element, or it has no attribute of a name.
    pub fn new(widget: &str, attributes: &'a [(&'a str, &'a str)]) -> Result<Self, Problems> {
        let widgets: Vec<_> = elements().map(|element| element.widget).collect();
        let Some(known) = RENDERED.iter().find(|known| known.element().widget == widget) else {
            return Err(unknown("kind", widget, &widgets));
        };
        let element = known.element();
        let names: Vec<_> = element.attributes.iter().map(|attribute| attribute.name).collect();
        match attributes.iter().find(|(name, _)| !names.contains(name)) {
            Some((name, _)) => Err(unknown(name, name, &names)),
            None => Ok(Wanted { widget: *known, attributes, progress: None }),
        }
    }

    /// Its element.
    #[must_use]
    pub fn element(&self) -> &'static Element {
        self.widget.element()
    }

    /// Its theme.
    #[must_use]
    pub fn theme(&self) -> Option<Theme> {
        let name = self.get(THEME.name)?;
        Theme::ALL.iter().copied().find(|theme| theme.name() == name)
    }

    fn get(&self, name: &str) -> Option<&'a str> {
        value(self.attributes, name)
    }
}

/// The value of an attribute.
fn value<'a>(attributes: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

/// The address of a file that lies where another does.
fn beside(address: &str, file: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let folder = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or_default();
    [folder, file].concat()
}

fn unknown(pointer: &str, found: &str, known: &[&str]) -> Problems {
    Problems(vec![Problem {
        pointer: pointer.into(),
        found: quote(found),
        expected: Phrase::new(Code::OneOf, known),
        nearest: nearest(found, known).map(Into::into),
        more: 0,
    }])
}

impl Renderer {
    /// Static HTML of this plan.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Renderer { plan, views: RefCell::default() }
    }

    /// The whole element, with its attributes and its content.
    ///
    /// # Errors
    /// When an attribute isn't valid, or one is missing.
    pub fn element(&self, wanted: Wanted, form: Form) -> Result<String, Problems> {
        let content = self.content(wanted, form)?;
        let tag = wanted.element().tag;
        let mut out = format!("<{tag}");
        // Said, for the page around it may be in another language.
        let lang = self.lang(wanted.attributes)?;
        let lang = (LANG.name, lang.tag());
        let others = wanted.attributes.iter().filter(|(name, _)| *name != LANG.name);
        for (name, value) in [&lang].into_iter().chain(others) {
            out.extend([" ", name, "=\"", &value.replace('&', "&amp;").replace('"', "&quot;"), "\""]);
        }
        out.extend([">", &content, "</", tag, ">"]);
        Ok(out)
    }

    /// The element in a few words, and what search engines read of it.
    ///
    /// # Errors
    /// When an attribute isn't valid, or one is missing.
    pub fn about(&self, wanted: Wanted) -> Result<(Summary, Value), Problems> {
        wanted.widget.about(self, wanted)
    }

    /// What stands between the element's tags.
    ///
    /// # Errors
    /// When an attribute isn't valid, or one is missing.
    pub fn content(&self, wanted: Wanted, form: Form) -> Result<String, Problems> {
        let liveness = if form == Form::Light { Liveness::None } else { Liveness::Waiting };
        let mut html = wanted.widget.html(self, wanted, liveness)?;
        // What a page about one goal is about is said there; a deck may stand anywhere. Not in plain HTML: pages that take
        // scripts out may leave what is in them.
        if wanted.element().needs.is_some() && form != Form::Light {
            html.insert_str(0, &data::script(&self.about(wanted)?.1));
        }
        let theme = wanted.theme();
        let link = |address: &str| {
            let address = address.replace('&', "&amp;").replace('"', "&quot;");
            ["<link rel=\"stylesheet\" href=\"", &address, "\">"].concat()
        };
        let style = match form {
            Form::Light => return Ok(html),
            Form::Linked(address) => {
                let theme =
                    theme.map(|theme| link(&beside(address, &["themes/", theme.name(), ".css"].concat())));
                link(address) + &theme.unwrap_or_default()
            }
            Form::Styled(rules) => {
                ["<style>", rules, &theme.map(|theme| theme.in_elements()).unwrap_or_default(), "</style>"]
                    .concat()
            }
        };
        Ok(format!("<template shadowrootmode=\"open\">{style}<div>{html}</div></template>"))
    }

    /// What is wrong with progress in JSON, in any of the plan's languages.
    ///
    /// # Errors
    /// All problems of it.
    pub fn check_progress(&self, json: &str) -> Result<(), Problems> {
        self.languages().iter().try_for_each(|lang| Progress::from_json(json, &self.plan, lang).map(drop))
    }

    /// Reads progress that an element with these attributes is rendered with. What it says of ids that the plan doesn't have is
    /// no fault: it is shown below the goals.
    ///
    /// # Errors
    /// All problems of it, or of the language asked for.
    pub fn read_progress(&self, json: &str, attributes: &[(&str, &str)]) -> Result<Progress, Problems> {
        Ok(Progress::from_json_with(json, &self.plan, &self.lang(attributes)?)?.0)
    }

    /// Its languages, its own first.
    #[must_use]
    pub fn languages(&self) -> &[Lang] {
        &self.plan.languages
    }

    /// A view model of it.
    pub fn view<V: View>(&self, lang: &Lang) -> Rc<V> {
        self.view_of(lang, false)
    }

    /// The same; `whole`, with what a reader has to ask for.
    fn view_of<V: View>(&self, lang: &Lang, whole: bool) -> Rc<V> {
        let mut views = self.views.borrow_mut();
        let known = views.iter().filter(|(known, all, _)| known == lang && *all == whole);
        let known = known.filter_map(|(_, _, view)| view.clone().downcast::<V>().ok()).next();
        known.unwrap_or_else(|| {
            let view = Rc::new(if whole {
                V::whole(&self.plan, lang, &Language::of(lang))
            } else {
                V::of(&self.plan, lang)
            });
            views.push((lang.clone(), whole, view.clone()));
            view
        })
    }

    /// The language asked for, or else the plan's own.
    fn lang(&self, attributes: &[(&str, &str)]) -> Result<Lang, Problems> {
        let languages = &self.plan.languages;
        let Some(tag) = value(attributes, LANG.name) else {
            return Ok(languages.first().cloned().unwrap_or_default());
        };
        let known: Vec<_> = languages.iter().map(Lang::key).collect();
        Lang::best(tag, languages).cloned().ok_or_else(|| unknown(LANG.name, tag, &known))
    }
}
