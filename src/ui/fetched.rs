//! A plan from a URL.

use std::{fmt, rc::Rc};

use gloo_net::http::Request;
use web_sys::AbortController;
use yew::{platform::spawn_local, prelude::*};

use crate::model::{Plan, Problems};

/// A plan that is fetched, as [`use_plan`] gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchedPlan {
    /// The plan that came last. It stays while another is fetched, and when that fails.
    pub plan: Option<Rc<Plan>>,
    /// Why the last fetch gave none.
    pub error: Option<FetchError>,
    /// Whether it is being fetched.
    pub loading: bool,
    /// Fetches it once more.
    pub retry: Callback<()>,
}

/// Why there is no plan. Its text is in English; [`Problem::text`](crate::Problem::text) has what is wrong with a plan in
/// other languages.
#[derive(Clone, Debug, PartialEq)]
pub enum FetchError {
    /// The server can't be reached.
    Network(AttrValue),
    /// The server has answered with a status that is no success.
    Status(u16),
    /// What has come is no plan: every problem, each with its JSON Pointer.
    Invalid(Rc<Problems>),
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            FetchError::Network(reason) => f.write_str(reason),
            FetchError::Status(status) => write!(f, "HTTP {status}"),
            FetchError::Invalid(problems) => problems.fmt(f),
        }
    }
}

impl std::error::Error for FetchError {}

/// Fetches a plan in the model's JSON from a URL, relative to the page, and again when the URL is another. What comes late
/// for an earlier one is dropped. On a server nothing is fetched: there it is loading.
///
/// ```
/// use plan_widgets::{Lang, Timeline, use_plan};
/// use yew::prelude::*;
///
/// #[component]
/// fn OurPlan() -> Html {
///     let fetched = use_plan("/plan.json");
///     let retry = fetched.retry.reform(|_: MouseEvent| ());
///     html! {
///         <>
///             if let Some(error) = &fetched.error {
///                 <p role="alert">{ error.to_string() } <button onclick={retry}>{ "Try again" }</button></p>
///             }
///             if let Some(plan) = fetched.plan {
///                 <Timeline {plan} lang={Lang::EN} />
///             } else if fetched.loading {
///                 <p role="status">{ "Loading…" }</p>
///             }
///         </>
///     }
/// }
/// ```
#[hook]
pub fn use_plan(url: impl Into<AttrValue>) -> FetchedPlan {
    let url = url.into();
    let plan = use_state(|| None);
    let error = use_state(|| None);
    let loading = use_state(|| true);
    let attempt = use_state(|| 0_u32);
    {
        let (plan, error, loading) = (plan.setter(), error.setter(), loading.setter());
        use_effect_with((url, *attempt), move |(url, _)| {
            loading.set(true);
            let url = url.clone();
            // Fails where there is no such class: then a late answer is not stopped, and is dropped when it comes.
            let abort = AbortController::new().ok();
            let wanted = Rc::new(());
            let asked = Rc::downgrade(&wanted);
            let signal = abort.as_ref().map(AbortController::signal);
            spawn_local(async move {
                let fetched = fetch(&url, signal.as_ref()).await;
                if asked.upgrade().is_none() {
                    return;
                }
                match fetched {
                    Ok(fetched) => {
                        plan.set(Some(fetched));
                        error.set(None);
                    }
                    Err(reason) => error.set(Some(reason)),
                }
                loading.set(false);
            });
            move || {
                drop(wanted);
                if let Some(abort) = abort {
                    abort.abort();
                }
            }
        });
    }
    let retry = use_callback(attempt.clone(), |(), attempt| attempt.set(**attempt + 1));
    FetchedPlan { plan: (*plan).clone(), error: (*error).clone(), loading: *loading, retry }
}

async fn fetch(url: &str, signal: Option<&web_sys::AbortSignal>) -> Result<Rc<Plan>, FetchError> {
    let network = |error: gloo_net::Error| FetchError::Network(error.to_string().into());
    let response = Request::get(url).abort_signal(signal).send().await.map_err(network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let json = response.text().await.map_err(network)?;
    Plan::from_json(&json).map(Rc::new).map_err(|problems| FetchError::Invalid(problems.into()))
}
