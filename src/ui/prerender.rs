//! Static HTML of the components, without a page.

use super::markup::written::writing;
use futures::executor::block_on;
use yew::{LocalServerRenderer, html::BaseComponent};

/// A component as it stands before any script has run: nothing to hydrate. Give it [`Liveness`](super::Liveness) that are
/// `None` or `Waiting`.
#[must_use]
pub fn html<C: BaseComponent>(props: C::Properties) -> String {
    writing(|| block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render()))
}
