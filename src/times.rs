//! When statements were said and when they were printed, counted by day, or by as long a time as the range asks for.

use serde::{Deserialize, Serialize};
use verbatim_extract::Day;

use crate::{
    dates::{self, Moment},
    edition::{Edition, printed_at},
    finding::Found,
    query::Query,
};

/// How many bars there may be before each stands for a longer time: one must still be wide enough to be hit.
const BARS: usize = 120;

/// How many times the filter of days offers at most, before each is a longer one: as many as are looked through. Within
/// one that was chosen, the days of a month.
const OFFERED: usize = 12;
const OFFERED_WITHIN: usize = 31;

/// The times that a bar may stand for.
const UNITS: [Unit; 5] = [Unit::Day, Unit::Month, Unit::Years(1), Unit::Years(10), Unit::Years(100)];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Month,
    Years(i16),
}

/// How many days are shown by the hour at most: more hours than these have no bar each.
const BY_HOUR: usize = BARS / 24;

/// One bar of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// The first day it stands for.
    pub first: Day,
    /// The last day it stands for.
    pub last: Day,
    /// The hour of its one day that it stands for; None for all hours.
    pub hour: Option<u8>,
    /// How many statements were said then.
    pub said: u32,
    /// How many statements were printed then.
    pub printed: u32,
}

impl Bar {
    /// When it begins.
    pub fn begins(&self) -> Moment {
        Moment { day: self.first, hour: self.hour }
    }

    /// When it ends.
    pub fn ends(&self) -> Moment {
        Moment { day: self.last, hour: self.hour }
    }
}

/// The bars from the first day on which anything found was said or printed to the last. Of few days, and where all of it
/// tells at what time it was printed, they are hours; before them stands a bar for each day on which something was said:
/// articles do not tell the hour of that.
pub fn bars(edition: &Edition, found: &Found) -> Vec<Bar> {
    let (mut said, mut printed) = (Vec::new(), Vec::new());
    for statement in &found.statements {
        let statement = edition.statement(*statement);
        said.extend(statement.said.said_on.and_then(|said_on| said_on.day));
        printed.extend(printed_at(edition.archive.article(statement)));
    }
    let days = said.iter().copied().chain(printed.iter().map(|printed| printed.day));
    let mut bars = empty(days, |bars| bars.len() <= BARS);
    for day in said {
        at(&mut bars, day).said += 1;
    }
    let hours: Option<Vec<u8>> = printed.iter().map(|printed| printed.hour).collect();
    let is_short = bars.len() <= BY_HOUR && bars.first().is_some_and(|bar| bar.first == bar.last);
    if let Some(hours) = hours.filter(|hours| is_short && !hours.is_empty()) {
        return by_hour(bars, printed.iter().map(|printed| printed.day).zip(hours));
    }
    for moment in printed {
        at(&mut bars, moment.day).printed += 1;
    }
    bars
}

/// The days on which something was said, and then the hours of all `days` with what was printed in them.
fn by_hour(days: Vec<Bar>, printed: impl Iterator<Item = (Day, u8)>) -> Vec<Bar> {
    let of_day = |day: &Bar| {
        let day = Bar { said: 0, ..*day };
        (0..24).map(move |hour| Bar { hour: Some(hour), ..day })
    };
    let mut hours: Vec<Bar> = days.iter().flat_map(of_day).collect();
    for (day, hour) in printed {
        let place = hours.partition_point(|bar| bar.last < day) + usize::from(hour);
        hours[place].printed += 1;
    }
    days.into_iter().filter(|day| day.said > 0).chain(hours).collect()
}

/// The times in which `statements` were said or else printed, each with how many were said in it. Where the days that
/// `query` asks for lie within one of them, the shorter times within that one.
pub fn offered(edition: &Edition, statements: &[u32], query: &Query) -> Vec<Bar> {
    let day = |statement: &u32| edition.day(edition.statement(*statement));
    let mut days: Vec<Day> = statements.iter().filter_map(day).collect();
    let mut offered = counted(&days, OFFERED);
    while let (Some(from), Some(to)) = (query.from, query.to) {
        let chosen =
            offered.iter().find(|bar| bar.first <= from.day && to.day <= bar.last && bar.first < bar.last);
        let Some(chosen) = chosen.copied() else {
            break;
        };
        days.retain(|day| chosen.first <= *day && *day <= chosen.last);
        let within = counted(&days, OFFERED_WITHIN);
        if within.len() < 2 {
            break;
        }
        offered = within;
    }
    offered
}

/// The shortest times of which few enough hold all of `days`, and how many each holds.
fn counted(days: &[Day], most: usize) -> Vec<Bar> {
    let filled = |bars: &mut Vec<Bar>| {
        days.iter().for_each(|day| at(bars, *day).said += 1);
        bars.retain(|bar| bar.said > 0);
    };
    let mut bars = empty(days.iter().copied(), |bars| {
        let mut bars = bars.to_vec();
        bars.len() <= BARS && {
            filled(&mut bars);
            bars.len() <= most
        }
    });
    filled(&mut bars);
    bars
}

/// The bar that a day falls to. `bars` must cover it.
fn at(bars: &mut [Bar], day: Day) -> &mut Bar {
    let place = bars.partition_point(|bar| bar.last < day);
    &mut bars[place]
}

/// Bars of the shortest time that cover all of `days` and are `few` enough.
fn empty(days: impl Iterator<Item = Day> + Clone, few: impl Fn(&[Bar]) -> bool) -> Vec<Bar> {
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
        return Vec::new();
    };
    let mut bars = Vec::new();
    for unit in UNITS {
        bars = cover(first, last, unit);
        if few(&bars) {
            break;
        }
    }
    bars
}

/// Bars of one time from `first` to `last`; one more than [`BARS`] are enough to see that they are too many.
fn cover(first: Day, last: Day, unit: Unit) -> Vec<Bar> {
    let mut bars = Vec::new();
    let mut day = first;
    loop {
        let (first, end) = around(day, unit);
        bars.push(Bar { first, last: end, hour: None, said: 0, printed: 0 });
        if end >= last || (bars.len() > BARS && unit != UNITS[UNITS.len() - 1]) {
            return bars;
        }
        day = dates::next(end);
    }
}

/// The time of this unit that `day` falls into.
fn around(day: Day, unit: Unit) -> (Day, Day) {
    match unit {
        Unit::Day => (day, day),
        Unit::Month => (Day { day: 1, ..day }, Day { day: dates::month_length(day.year, day.month), ..day }),
        Unit::Years(count) => {
            let year = day.year - day.year.rem_euclid(count);
            (Day { year, month: 1, day: 1 }, Day { year: year.saturating_add(count - 1), month: 12, day: 31 })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        dates::parse(text).expect("a day")
    }

    fn covered(days: &[&str]) -> Vec<Bar> {
        let days: Vec<Day> = days.iter().map(|text| day(text)).collect();
        empty(days.into_iter(), |bars| bars.len() <= BARS)
    }

    #[test]
    fn few_days_have_a_bar_each() {
        let bars = covered(&["2024-03-02", "2024-02-28"]);
        let firsts: Vec<String> = bars.iter().map(|bar| dates::iso(bar.first)).collect();
        assert_eq!(firsts, ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"]);
        assert!(covered(&[]).is_empty());
    }

    #[test]
    fn many_days_share_months_years_and_more() {
        let months = covered(&["2023-11-15", "2025-01-02"]);
        assert_eq!(months.len(), 15);
        assert_eq!(
            (dates::iso(months[3].first), dates::iso(months[3].last)),
            ("2024-02-01".into(), "2024-02-29".into())
        );
        assert_eq!(covered(&["1980-01-01", "2025-01-01"]).len(), 46);
        assert_eq!(covered(&["1100-01-01", "2025-01-01"]).len(), 93);
        let far = empty(
            [Day { year: i16::MIN + 100, month: 1, day: 1 }, Day { year: i16::MAX, month: 12, day: 31 }]
                .into_iter(),
            |bars| bars.len() <= BARS,
        );
        assert!(far.len() < 700 && far.last().is_some_and(|bar| bar.last.year == i16::MAX));
    }

    #[test]
    fn what_is_offered_is_short_and_holds_every_day() {
        let days: Vec<Day> =
            (1..=28).flat_map(|of| [day("2024-03-01"), Day { day: of, ..day("2024-05-01") }]).collect();
        let offered = counted(&days, OFFERED);
        assert_eq!(offered.iter().map(|bar| bar.said).collect::<Vec<_>>(), [28, 28], "two months of three");
        assert_eq!(counted(&days, OFFERED_WITHIN).len(), 29, "their days");
        assert!(counted(&[], OFFERED).is_empty());
    }

    #[test]
    fn few_days_have_their_hours_and_what_was_said_stands_for_the_day() {
        let mut days = covered(&["2024-02-28", "2024-03-01"]);
        days[1].said = 3;
        let bars = by_hour(
            days,
            [(day("2024-02-28"), 0), (day("2024-03-01"), 23), (day("2024-03-01"), 23)].into_iter(),
        );
        assert_eq!((bars.len(), bars[0].hour, bars[0].said), (73, None, 3));
        let printed: Vec<String> =
            bars.iter().filter(|bar| bar.printed > 0).map(|bar| bar.begins().iso()).collect();
        assert_eq!(printed, ["2024-02-28T00", "2024-03-01T23"]);
        assert_eq!(bars[72].printed, 2);
        assert!(bars[1..].iter().all(|bar| bar.said == 0));
    }

    #[test]
    fn a_day_falls_to_the_bar_that_stands_for_it() {
        let mut bars = covered(&["2023-11-15", "2025-01-02"]);
        at(&mut bars, day("2024-02-29")).said += 1;
        assert_eq!(bars.iter().position(|bar| bar.said == 1), Some(3));
    }
}
