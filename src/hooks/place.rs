use yew::prelude::*;
use yew_router::hooks::{use_location, use_route};

use crate::{query::Query, route::Route};

/// Where the address says the reader is.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// What the explorer is asked for.
    pub query: Query,
    /// The id behind the address's `#`, or nothing.
    pub fragment: AttrValue,
}

/// The reader's place. Changes with every address.
#[hook]
pub fn use_place() -> Place {
    let location = use_location();
    let query = location.as_ref().map(|location| {
        let Ok(query) = location.query::<Query>();
        query
    });
    let fragment = location.map(|location| location.hash().trim_start_matches('#').to_owned());
    Place {
        route: use_route().unwrap_or_default(),
        query: query.unwrap_or_default(),
        fragment: fragment.unwrap_or_default().into(),
    }
}
