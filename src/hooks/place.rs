use yew::prelude::*;
use yew_router::hooks::{use_location, use_navigator};

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
    let base = use_navigator().and_then(|navigator| navigator.basename().map(str::to_owned));
    let Some(location) = use_location() else {
        return Place { route: Route::Unknown, query: Query::default(), fragment: AttrValue::default() };
    };
    let path = location.path();
    let path = base.and_then(|base| path.strip_prefix(base.as_str())).unwrap_or(path);
    let Ok(query) = location.query::<Query>();
    Place {
        route: Route::at(path),
        query,
        fragment: location.hash().trim_start_matches('#').to_owned().into(),
    }
}
