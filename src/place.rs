//! Where the address says the reader is.

use yew::AttrValue;

use crate::{
    query::{Query, View},
    route::Route,
};

/// A page, what is asked of it, and the place within it.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// What the explorer is asked for.
    pub query: Query,
    /// The words of a statement that are asked for, as the address has them behind `w=`, or nothing.
    pub words: AttrValue,
    /// The id behind the address's `#`, or nothing.
    pub fragment: AttrValue,
}

impl Place {
    /// The place that an address names: its path below the page's base, and what follows `?` and `#` in it.
    pub fn at(path: &str, query: &str, fragment: &str) -> Self {
        Place {
            route: Route::at(path),
            query: Query::read(query),
            words: words(query),
            fragment: AttrValue::from(fragment.to_owned()),
        }
    }

    /// The same page, with nothing picked out of it: what can be drawn before anybody has come there.
    pub fn page(&self) -> Self {
        Place { words: AttrValue::default(), fragment: AttrValue::default(), ..self.clone() }
    }

    /// Whether the reader is at the list, which needs the first half of the program only.
    pub fn is_list(&self) -> bool {
        self.route == Route::Explorer && self.query.view == View::List
    }
}

/// The last value of `w`, with which an address picks out words of a statement.
fn words(query: &str) -> AttrValue {
    let values = form_urlencoded::parse(query.as_bytes()).filter(|(key, _)| key == "w");
    values.last().map_or_else(AttrValue::default, |(_, value)| value.into_owned().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_asked_for_beside_whatever_else() {
        for (query, words) in
            [("w=4-9", "4-9"), ("utm=x&w=4%E2%80%939&", "4–9"), ("w=1&w=2", "2"), ("q=w", "")]
        {
            assert_eq!(Place::at("/s/a-0a1b2c3d4e/", query, "").words, words, "{query}");
        }
        assert_eq!(Place::at("/s/x", "w=%E2%28%A1", "").words, "\u{fffd}(\u{fffd}", "broken encoding");
    }
}
