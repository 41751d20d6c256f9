//! Days as addresses and machines write them, and the weekday they fall on.

use verbatim_extract::Day;

/// `day` as ISO 8601 writes it: `2025-12-01`.
pub fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// A number that grows with the days of the calendar, and is above 0 for all of them.
pub fn number(day: Day) -> u64 {
    let year = u64::from(day.year.abs_diff(i16::MIN)) + 1;
    (year * 16 + u64::from(day.month)) * 32 + u64::from(day.day)
}

/// Reads what [`iso`] writes. None for anything that is not a day of the calendar.
pub fn parse(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-');
    let [year, month, day] = [parts.next()?, parts.next()?, parts.next()?];
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    let day = Day { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
    let exists = (1..=12).contains(&day.month) && (1..=month_length(day.year, day.month)).contains(&day.day);
    exists.then_some(day)
}

/// A day, or an hour of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// The hour, of 24; None for all of the day.
    pub hour: Option<u8>,
}

impl From<Day> for Moment {
    fn from(day: Day) -> Self {
        Moment { day, hour: None }
    }
}

impl Moment {
    /// As ISO 8601 writes it: `2025-12-01`, or `2025-12-01T14`.
    pub fn iso(self) -> String {
        match self.hour {
            Some(hour) => format!("{}T{hour:02}", iso(self.day)),
            None => iso(self.day),
        }
    }

    /// Reads what [`Moment::iso`] writes. None for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((day, hour)) = text.split_once('T') else {
            return parse(text).map(Moment::from);
        };
        let moment = Moment { day: parse(day)?, hour: hour.parse().ok().filter(|hour| *hour < 24) };
        (moment.iso() == text).then_some(moment)
    }

    /// Whether some of it lies between two others, both included; each end may be open.
    pub fn is_within(self, from: Option<Moment>, to: Option<Moment>) -> bool {
        let at = |moment: Moment, open: u8| number(moment.day) * 24 + u64::from(moment.hour.unwrap_or(open));
        from.is_none_or(|from| at(from, 0) <= at(self, 23)) && to.is_none_or(|to| at(self, 0) <= at(to, 23))
    }
}

/// The day after. The last one of all is its own.
pub fn next(day: Day) -> Day {
    let Day { year, month, day: of_month } = day;
    if of_month < month_length(year, month) {
        Day { day: of_month + 1, ..day }
    } else if month < 12 {
        Day { month: month + 1, day: 1, ..day }
    } else {
        year.checked_add(1).map_or(day, |year| Day { year, month: 1, day: 1 })
    }
}

/// How many days a month has.
pub fn month_length(year: i16, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_back_from_what_is_written() {
        for text in ["2025-12-01", "2024-02-29", "0999-01-31"] {
            assert_eq!(parse(text).map(iso).as_deref(), Some(text));
        }
    }

    #[test]
    fn an_hour_is_read_back_and_lies_within_its_day() {
        let moment = |text| Moment::parse(text).expect("a moment");
        for text in ["2025-12-01", "2025-12-01T00", "2025-12-01T23"] {
            assert_eq!(moment(text).iso(), text);
        }
        for text in ["2025-12-01T", "2025-12-01T24", "2025-12-01T7", "T07", "2025-12-01T+7"] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
        let within = |one, from, to| moment(one).is_within(Some(moment(from)), Some(moment(to)));
        assert!(within("2025-12-01T14", "2025-12-01T14", "2025-12-01T14"));
        assert!(within("2025-12-01T14", "2025-12-01", "2025-12-01"));
        assert!(within("2025-12-01", "2025-12-01T14", "2025-12-01T15"), "it may have been then");
        assert!(!within("2025-12-01T13", "2025-12-01T14", "2025-12-02"));
        assert!(!within("2025-12-02", "2025-12-01T14", "2025-12-01T15"));
        assert!(moment("2025-12-01").is_within(None, None));
    }

    #[test]
    fn what_is_not_a_day_is_refused() {
        for text in ["", "2025", "2025-13-01", "2025-02-29", "2025-1-1", "2025-12-01-x", "x-y-z"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
