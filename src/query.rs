//! What the explorer's address asks for, typed: the words sought, the filters and the order.

mod ways;

use form_urlencoded::Serializer;
use yew::AttrValue;

pub use self::ways::{Group, Sort, View};
use crate::dates::Moment;

/// A property by which statements are filtered, each with its own values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// Who said it, by slug.
    Speaker,
    /// The role printed with it, by its folded words.
    Role,
    /// How much of it is quoted.
    Kind,
    /// Where it was said, by its folded words.
    Medium,
    /// The article it stands in, by slug.
    Article,
    /// Who published that article, by the folded words of its name.
    Source,
}

impl Facet {
    /// Every facet, in the order of the filters.
    pub const ALL: [Facet; 6] =
        [Facet::Speaker, Facet::Role, Facet::Kind, Facet::Medium, Facet::Article, Facet::Source];

    /// Its name in an address.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Speaker => "speaker",
            Facet::Role => "role",
            Facet::Kind => "kind",
            Facet::Medium => "medium",
            Facet::Article => "article",
            Facet::Source => "source",
        }
    }
}

/// Everything that the explorer's address holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The words sought.
    pub q: AttrValue,
    /// The chosen values, each with its facet. Several values of one facet widen, several facets narrow. A value
    /// that the archive does not know stays, and finds nothing.
    pub chosen: Vec<(Facet, AttrValue)>,
    /// The first day or hour asked for.
    pub from: Option<Moment>,
    /// The last day or hour asked for.
    pub to: Option<Moment>,
    /// The order.
    pub sort: Sort,
    /// What it is put together by.
    pub group: Group,
    /// The way to look at it.
    pub view: View,
    /// What was asked for and could not be read, as `key=value`: shown, never dropped in silence.
    pub unread: Vec<AttrValue>,
}

impl Query {
    /// A query of nothing but `value` of `facet`.
    pub fn only(facet: Facet, value: &AttrValue) -> Self {
        Query::default().toggled(facet, value)
    }

    /// The chosen values of `facet`.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = &AttrValue> {
        self.chosen.iter().filter(move |(of, _)| *of == facet).map(|(_, value)| value)
    }

    /// The query with `value` of `facet` chosen, or no longer chosen.
    pub fn toggled(&self, facet: Facet, value: &AttrValue) -> Self {
        let mut query = self.clone();
        let wanted = (facet, value.clone());
        match query.chosen.iter().position(|chosen| *chosen == wanted) {
            Some(place) => {
                query.chosen.remove(place);
            }
            None => query.chosen.push(wanted),
        }
        query
    }

    /// The query with other words sought.
    pub fn seeking(&self, q: &AttrValue) -> Self {
        Query { q: q.clone(), ..self.clone() }
    }

    /// The same words, with every filter taken away.
    pub fn unfiltered(&self) -> Self {
        Query { q: self.q.clone(), sort: self.sort, group: self.group, view: self.view, ..Query::default() }
    }

    /// The same query, of the days or hours from one to another.
    pub fn between(&self, from: Moment, to: Moment) -> Self {
        Query { from: Some(from), to: Some(to), ..self.clone() }
    }

    /// The same query, with what an address calls `name` set to `value`.
    pub fn listed(&self, name: &str, value: &str) -> Self {
        let mut query = self.clone();
        query.take(name, value);
        query
    }

    /// The same query, looked at in another way.
    pub fn viewed(&self, view: View) -> Self {
        Query { view, ..self.clone() }
    }

    /// Whether anything but the words sought narrows the list.
    pub fn is_filtered(&self) -> bool {
        self.from.is_some() || self.to.is_some() || !self.chosen.is_empty()
    }

    /// The query that an address holds behind its `?`. Total: what cannot be read is kept in `unread`.
    pub fn read(text: &str) -> Self {
        let mut query = Query::default();
        for (key, value) in form_urlencoded::parse(text.as_bytes()) {
            query.take(&key, &value);
        }
        query
    }

    /// The query as an address holds it behind its `?`: empty when nothing is asked for.
    pub fn written(&self) -> String {
        let mut pairs = Serializer::new(String::new());
        if !self.q.is_empty() {
            pairs.append_pair("q", &self.q);
        }
        for facet in Facet::ALL {
            for value in self.chosen(facet) {
                pairs.append_pair(facet.key(), value);
            }
        }
        for (key, moment) in [("from", self.from), ("to", self.to)] {
            if let Some(moment) = moment {
                pairs.append_pair(key, &moment.iso());
            }
        }
        if self.sort != Sort::default() {
            pairs.append_pair("sort", self.sort.key());
        }
        if self.group != Group::default() {
            pairs.append_pair("group", self.group.key());
        }
        if self.view != View::default() {
            pairs.append_pair("view", self.view.key());
        }
        pairs.finish()
    }

    /// The explorer's address with this query, relative to the page's `<base>`.
    pub fn href(&self) -> String {
        let mut href = String::from("./");
        let query = self.written();
        if !query.is_empty() {
            href.push('?');
            href.push_str(&query);
        }
        href
    }

    fn take(&mut self, key: &str, value: &str) {
        let value = value.trim();
        let read = match key {
            "q" => {
                self.q = AttrValue::from(value.to_owned());
                true
            }
            "from" => read_into(&mut self.from, Moment::parse(value).map(Some)),
            "to" => read_into(&mut self.to, Moment::parse(value).map(Some)),
            "sort" => read_into(&mut self.sort, named(&Sort::ALL, Sort::key, value)),
            "group" => read_into(&mut self.group, named(&Group::ALL, Group::key, value)),
            "view" => read_into(&mut self.view, named(&View::ALL, View::key, value)),
            _ => {
                self.choose(key, value);
                true
            }
        };
        if !read && !value.is_empty() {
            self.unread.push([key, "=", value].concat().into());
        }
    }

    fn choose(&mut self, key: &str, value: &str) {
        if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == key) {
            let chosen = (facet, AttrValue::from(value.to_owned()));
            if !value.is_empty() && !self.chosen.contains(&chosen) {
                self.chosen.push(chosen);
            }
        }
    }
}

fn read_into<T>(place: &mut T, value: Option<T>) -> bool {
    let read = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    read
}

fn named<T: Copy>(all: &[T], key: fn(T) -> &'static str, name: &str) -> Option<T> {
    all.iter().copied().find(|one| key(*one) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_state_is_read_back_from_its_address() {
        let text = "q=tangable+progres+%26+%E2%80%9Cpeace%E2%80%9D&speaker=rustem-umerov&speaker=kaja-kallas\
                    &role=ukrainian-president&kind=direct&medium=on-x&article=paris&source=a-paper&from=2025-11-30\
                    &to=2025-12-01T14&sort=newest&group=day&view=people";
        let query = Query::read(text);
        assert_eq!(query.q, "tangable progres & “peace”");
        assert!(query.chosen(Facet::Speaker).eq(["rustem-umerov", "kaja-kallas"]));
        assert_eq!(query.written(), text);
    }

    #[test]
    fn an_empty_address_asks_for_nothing_and_is_written_empty() {
        assert_eq!(Query::read(""), Query::default());
        assert_eq!(Query::default().href(), "./");
    }

    #[test]
    fn what_cannot_be_read_is_kept_to_be_shown() {
        let query = Query::read("from=yesterday&sort=odd&group=all&view=map&utm=x&q=peace");
        assert_eq!(query.unread, ["from=yesterday", "sort=odd", "group=all", "view=map"]);
        assert_eq!(query.href(), "./?q=peace");
    }

    #[test]
    fn broken_percent_encoding_is_read_as_far_as_it_goes() {
        assert!(Query::read("q=%E2%28%A1&speaker=%").chosen(Facet::Speaker).eq(["%"]));
    }

    #[test]
    fn choosing_twice_is_not_choosing() {
        let value = AttrValue::from("direct");
        let query = Query::only(Facet::Kind, &value);
        assert_eq!(query.href(), "./?kind=direct");
        assert!(query.is_filtered());
        assert_eq!(query.toggled(Facet::Kind, &value), Query::default());
    }
}
