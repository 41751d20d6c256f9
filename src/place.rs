//! Where the address says the reader is.

use yew::AttrValue;

use crate::{query::Query, route::Route};

/// A page, what is asked of it, and the place within it.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// What the explorer is asked for.
    pub query: Query,
    /// The id behind the address's `#`, or nothing.
    pub fragment: AttrValue,
}

impl Place {
    /// The place that an address names: its path below the page's base, and what follows `?` and `#` in it.
    pub fn at(path: &str, query: &str, fragment: &str) -> Self {
        Place {
            route: Route::at(path),
            query: Query::read(query),
            fragment: AttrValue::from(fragment.to_owned()),
        }
    }
}
