//! The days of the statements: the facet that a span of time chooses from.

use verbatim_extract::Day;
use verbatim_search::Facet;

use crate::{Archive, Statement};

/// The day a statement was said, else the day its article was printed.
pub fn day(archive: &Archive, statement: &Statement) -> Option<Day> {
    let said = statement.said.said_on.and_then(|said_on| said_on.day);
    said.or_else(|| Some(archive.article(statement).published?.day))
}

/// The days of an archive, for counting statements by day with [`verbatim_search::count`], beside the facets that have
/// names.
///
/// ```
/// use verbatim_archive::{Archive, documents::Days};
/// use verbatim_search::count;
///
/// let days = Days::of(&Archive::default());
/// let counted = count(&[days.facet(None, None)], 0..0, |_, statement| days.value(statement));
/// assert_eq!((counted.left.len(), counted.counts[0].len()), (0, days.all().len()));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Days {
    days: Vec<Day>,
    /// For each statement which of them is its day.
    of: Vec<Option<u32>>,
}

impl Days {
    /// The days of every statement.
    pub fn of(archive: &Archive) -> Days {
        let of: Vec<Option<Day>> =
            archive.statements.iter().map(|statement| day(archive, statement)).collect();
        let mut days: Vec<Day> = of.iter().flatten().copied().collect();
        days.sort_unstable();
        days.dedup();
        let place = |day: Day| days.binary_search(&day).ok().map(|place| place as u32);
        Days { of: of.into_iter().map(|day| place(day?)).collect(), days }
    }

    /// Every day that some statement has, ascending: the values of the facet.
    pub fn all(&self) -> &[Day] {
        &self.days
    }

    /// Which of [`Days::all`] is the day of the statement with that index; none where nobody knows it.
    pub fn value(&self, statement: u32) -> Option<u32> {
        self.of.get(statement as usize).copied().flatten()
    }

    /// The facet in which the days from `from` to `to` are chosen, both included; each end may be open, and with both
    /// open nothing is chosen and every statement passes. Counted with it, a day has the statements that pass every
    /// other facet, whichever days are chosen.
    pub fn facet(&self, from: Option<Day>, to: Option<Day>) -> Facet {
        let is_within = |day: &Day| from.is_none_or(|from| from <= *day) && to.is_none_or(|to| *day <= to);
        let is_open = from.is_none() && to.is_none();
        Facet {
            values: self.days.len(),
            chosen: (!is_open).then(|| self.days.iter().map(is_within).collect()),
        }
    }
}
