//! Days and numbers, as a reader reads them.

use std::cell::Cell;

use verbatim_extract::Day;

use crate::dates;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How days and numbers are written.
#[derive(Clone, Copy)]
pub struct Writer {
    /// Writes a day.
    pub day: fn(Day) -> String,
    /// Writes the month that a day lies in.
    pub month: fn(Day) -> String,
    /// Writes a number.
    pub number: fn(usize) -> String,
}

/// As English writes them, and pages that are drawn ahead.
pub const ENGLISH: Writer = Writer { day: english, month: english_month, number: digits };

thread_local! {
    /// One for all of the page, as its language is, until the reader's locale is known.
    static WRITER: Cell<Writer> = const { Cell::new(ENGLISH) };
}

/// Has days and numbers written so from now on.
pub fn write_with(writer: Writer) {
    WRITER.set(writer);
}

/// A day as a reader reads it.
pub fn day(day: Day) -> String {
    (WRITER.get().day)(day)
}

/// A number as a reader reads it.
pub fn number(number: usize) -> String {
    (WRITER.get().number)(number)
}

fn digits(number: usize) -> String {
    number.to_string()
}

fn english(day: Day) -> String {
    match MONTHS.get(usize::from(day.month).wrapping_sub(1)) {
        Some(month) => format!("{} {month} {}", day.day, day.year),
        None => dates::iso(day),
    }
}

fn english_month(day: Day) -> String {
    let month = MONTHS.get(usize::from(day.month).wrapping_sub(1)).copied().unwrap_or_default();
    [month, " ", &day.year.to_string()].concat()
}

/// A day as American styles write it, and as MLA does, which shortens all months of more than four letters.
pub fn days_of_access(day: Day) -> (String, String) {
    let month = MONTHS.get(usize::from(day.month).wrapping_sub(1)).copied().unwrap_or_default();
    let short = match month.len() {
        0..=4 => month.to_owned(),
        _ if day.month == 9 => "Sept.".to_owned(),
        _ => [&month[..3], "."].concat(),
    };
    (format!("{month} {}, {}", day.day, day.year), format!("{} {short} {}", day.day, day.year))
}

/// A span of days.
pub fn days(first: Day, last: Day) -> String {
    if first == last { day(first) } else { [day(first), day(last)].join(" – ") }
}

/// A span of days by the shortest name that it has: a month's, a year's, or that of its first day and its last.
pub fn time(first: Day, last: Day) -> String {
    let begins = first.day == 1;
    let ends = last.day == dates::month_length(last.year, last.month);
    match (begins && ends, first.month, last.month) {
        (true, from, to) if (from, first.year) == (to, last.year) => (WRITER.get().month)(first),
        (true, 1, 12) if first.year == last.year => first.year.to_string(),
        (true, 1, 12) => [first.year.to_string(), last.year.to_string()].join(" – "),
        _ => days(first, last),
    }
}

pub fn from_day(value: Day) -> String {
    ["from ", &day(value)].concat()
}

pub fn to_day(value: Day) -> String {
    ["to ", &day(value)].concat()
}

/// Stands before the day of an article whose statement has none.
pub const PRINTED_ON: &str = "printed ";

pub fn printed_on(value: Day) -> String {
    [PRINTED_ON, &day(value)].concat()
}

/// How printed words became a day of the calendar.
pub fn dated(words: &str, printed: Day, said: Day) -> String {
    format!("{words}, printed {}, is {}", day(printed), day(said))
}
