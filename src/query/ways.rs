//! The ways to list what was found: in what order, put together by what, looked at how.

/// The order of the statements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best match first; without words sought, as the articles print them.
    #[default]
    Relevance,
    /// As the articles print them.
    Place,
    /// The latest first.
    Newest,
    /// The earliest first.
    Oldest,
}

impl Sort {
    /// Every order, as offered: the first only where words are sought, because without any it is the second.
    pub const ALL: [Sort; 4] = [Sort::Relevance, Sort::Place, Sort::Newest, Sort::Oldest];

    /// Its name in an address.
    pub fn key(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::Place => "place",
            Sort::Newest => "newest",
            Sort::Oldest => "oldest",
        }
    }
}

/// A way to look at what was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// One statement after the other.
    #[default]
    List,
    /// When they were said and printed.
    Timeline,
    /// Who speaks, and of whom.
    People,
    /// The articles, with the statements marked in place.
    Article,
}

impl View {
    /// Every view, as offered.
    pub const ALL: [View; 4] = [View::List, View::Timeline, View::People, View::Article];

    /// Its name in an address.
    pub fn key(self) -> &'static str {
        match self {
            View::List => "list",
            View::Timeline => "timeline",
            View::People => "people",
            View::Article => "article",
        }
    }
}

/// What statements are put together by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Group {
    /// Nothing: one follows the other.
    #[default]
    None,
    /// The article that they stand in.
    Article,
    /// Who said them.
    Speaker,
    /// The day on which they were said or else printed.
    Day,
}

impl Group {
    /// Every group, as offered.
    pub const ALL: [Group; 4] = [Group::None, Group::Article, Group::Speaker, Group::Day];

    /// Its name in an address.
    pub fn key(self) -> &'static str {
        match self {
            Group::None => "none",
            Group::Article => "article",
            Group::Speaker => "speaker",
            Group::Day => "day",
        }
    }
}
