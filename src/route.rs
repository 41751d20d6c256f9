//! Where a reader can be: the typed routes of the page.

use percent_encoding::percent_decode_str;
use yew_router::Routable;

/// A page, as its path names it. What the explorer shows within its page stands in [`crate::query::Query`].
#[derive(Debug, Clone, PartialEq, Eq, Routable)]
pub enum Route {
    /// Every statement, searched and filtered.
    #[at("/")]
    Explorer,
    /// One statement. Only the id at the end of `address` counts; the slug before it is for reading.
    #[at("/s/:address")]
    Statement {
        /// The slug and the id, `{slug}-{id}`.
        address: String,
    },
    /// A statement alone, to be shown within a page of somebody else's.
    #[at("/s/:address/embed")]
    Embed {
        /// As that of [`Route::Statement`].
        address: String,
    },
    /// A person or body that the articles speak of.
    #[at("/people/:slug")]
    Speaker {
        /// The speaker's slug.
        slug: String,
    },
    /// A role, as the articles print it.
    #[at("/roles/:slug")]
    Role {
        /// The role's folded words.
        slug: String,
    },
    /// One article with its statements marked.
    #[at("/articles/:slug")]
    Article {
        /// The article's slug.
        slug: String,
    },
    /// The edition: counts, days, sources, licences.
    #[at("/about")]
    About,
    /// An address that names nothing.
    #[not_found]
    #[at("/404")]
    Unknown,
}

impl Route {
    /// The address of a statement.
    pub fn statement(statement: &verbatim_archive::Statement) -> Self {
        Route::Statement { address: address(&statement.slug, &statement.id) }
    }

    /// An address that was published and that no statement bears any more.
    pub fn trail(trail: &verbatim_archive::Trail) -> Self {
        Route::Statement { address: address(&trail.slug, &trail.id) }
    }

    /// The page that a path names. [`Routable::recognize`] gives the same answers, which a test holds it to, to
    /// every path that is text; but it gives up those of statements that are not, and brings a general recogniser of patterns along that would weigh as much as all of our pages' text.
    pub fn at(path: &str) -> Self {
        let mut parts = path.trim_matches('/').split('/');
        let (first, second) = (parts.next().unwrap_or_default(), parts.next());
        match (first, second, parts.next(), parts.next()) {
            ("", None, None, None) => Route::Explorer,
            ("about", None, None, None) => Route::About,
            ("s", Some(address), None, None) => Route::Statement { address: legible(address) },
            ("s", Some(address), Some("embed"), None) => Route::Embed { address: legible(address) },
            (first, Some(slug), None, None) => Route::of_slug(first, slug).unwrap_or(Route::Unknown),
            _ => Route::Unknown,
        }
    }

    fn of_slug(first: &str, slug: &str) -> Option<Self> {
        let slug = percent_decode_str(slug).decode_utf8().ok()?.into_owned();
        match first {
            "people" => Some(Route::Speaker { slug }),
            "roles" => Some(Route::Role { slug }),
            "articles" => Some(Route::Article { slug }),
            _ => None,
        }
    }

    /// The address as a link writes it: relative to the page's `<base>`, so that it holds under any path.
    pub fn href(&self) -> String {
        let path = self.to_path();
        match path.trim_start_matches('/') {
            "" => "./".to_owned(),
            relative => relative.to_owned(),
        }
    }
}

/// The address of a statement as its writer meant it. Where percent-encoding is not of text, what is left of it is: the
/// slug is for reading, and the id behind it is mostly whole.
fn legible(address: &str) -> String {
    percent_decode_str(address).decode_utf8_lossy().into_owned()
}

/// What the sentence around a link leaves at its end when the two are copied together.
pub const TRAILING: [char; 16] =
    ['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'', '’', '”', '»', '…', ' '];

/// What is written for a hyphen by programs that set text.
pub const DASHES: [char; 6] = ['-', '\u{2010}', '\u{2011}', '–', '—', '−'];

/// How a statement's slug and id are written in its address.
fn address(slug: &str, id: &str) -> String {
    if slug.is_empty() { id.to_owned() } else { [slug, "-", id].concat() }
}

/// The slug and the id of a statement's address. The id is read as Crockford's base32 asks: without regard
/// to case, with the letters that are easily misread taken for the digits they look like. [`TRAILING`] marks are not
/// of it, and any of [`DASHES`] stands before it.
pub fn slug_and_id(address: &str) -> (&str, String) {
    let address = address.trim_end_matches(TRAILING);
    let (slug, id) = address.rsplit_once(DASHES).unwrap_or(("", address));
    let id = id
        .chars()
        .map(|c| match c.to_ascii_lowercase() {
            'i' | 'l' => '1',
            'o' => '0',
            c => c,
        })
        .collect();
    (slug, id)
}

/// The words of an unknown address, to look for what was meant.
pub fn slug_words(address: &str) -> String {
    slug_and_id(address).0.replace(DASHES, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_read_back_from_its_path() {
        let routes = [
            Route::Explorer,
            Route::Statement { address: "umerov-we-have-achieved-0a1b2c3d4e".into() },
            Route::Embed { address: "umerov-we-have-achieved-0a1b2c3d4e".into() },
            Route::Speaker { slug: "rustem-umerov".into() },
            Route::Role { slug: "minister-of-defense".into() },
            Route::Article { slug: "zażółć-gęślą/jaźń".into() },
            Route::About,
        ];
        for route in routes {
            let path = route.to_path();
            assert_eq!(Route::at(&path), route);
            assert_eq!(Route::recognize(&path), Some(route));
        }
    }

    #[test]
    fn a_trailing_slash_changes_nothing() {
        assert_eq!(Route::at("/about/"), Route::About);
        assert_eq!(Route::recognize("/about/"), Some(Route::About));
    }

    #[test]
    fn what_names_nothing_is_unknown() {
        for path in [
            "/nowhere",
            "/s",
            "/s/",
            "/s/a/b",
            "/s/a/embed/b",
            "/roles/%ff",
            "/people/%e2%28",
            "/about/x",
            "/404",
        ] {
            assert_eq!(Route::at(path), Route::Unknown, "{path}");
            assert_eq!(Route::recognize(path), Some(Route::Unknown), "{path}");
        }
    }

    #[test]
    fn an_id_survives_broken_percent_encoding() {
        let id = |path: &str| match Route::at(path) {
            Route::Statement { address } | Route::Embed { address } => slug_and_id(&address).1,
            route => panic!("{path} is {route:?}"),
        };
        for slug in ["x%ff", "%E2%80", "%", "50%25", "%zz"] {
            assert_eq!(id(&format!("/s/{slug}-qx8r8c5bq9")), "qx8r8c5bq9", "{slug}");
            assert_eq!(id(&format!("/s/{slug}-qx8r8c5bq9/embed/")), "qx8r8c5bq9", "{slug}");
        }
    }

    #[test]
    fn what_a_sentence_leaves_at_a_link_is_no_part_of_it() {
        for left in [".", ",", ")", ").", "’", "%E2%80%9D", "%29", "…", "%20"] {
            let Route::Statement { address } = Route::at(&format!("/s/a-fine-day-0a1b2c3d4e{left}")) else {
                panic!("{left} changes what is asked for");
            };
            assert_eq!(slug_and_id(&address), ("a-fine-day", "0a1b2c3d4e".into()), "{left}");
        }
        for dash in ["–", "—", "‐", "‑", "−"] {
            let address = "a-fine-day-0a1b2c3d4e".replace('-', dash);
            assert_eq!(slug_and_id(&address).1, "0a1b2c3d4e", "{dash}");
            assert_eq!(slug_words(&address), "a fine day", "{dash}");
        }
    }

    #[test]
    fn links_are_relative_to_the_base() {
        assert_eq!(Route::Explorer.href(), "./");
        assert_eq!(Route::About.href(), "about");
    }

    #[test]
    fn an_address_is_known_by_its_id_alone() {
        assert_eq!(slug_and_id("a-fine-day-0a1b2c3d4e"), ("a-fine-day", "0a1b2c3d4e".into()));
        assert_eq!(slug_and_id("OA1B2C3D4E"), ("", "0a1b2c3d4e".into()));
        assert_eq!(slug_and_id(""), ("", String::new()));
        assert_eq!(slug_words("a-fine-day-0a1b2c3d4e"), "a fine day");
    }
}
