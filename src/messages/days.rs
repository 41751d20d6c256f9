//! Days and numbers, as a reader reads them.

use std::cell::Cell;

use verbatim_extract::Day;

use crate::dates::{self, Moment};

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
    /// Writes the year that a day lies in.
    pub year: fn(Day) -> String,
    /// Writes a time of a day, in minutes after midnight.
    pub clock: fn(u16) -> String,
    /// Writes a number.
    pub number: fn(usize) -> String,
}

/// As English writes them, and pages that are drawn ahead.
pub const ENGLISH: Writer = Writer {
    day: english,
    month: english_month,
    year: |day| day.year.to_string(),
    clock: |minute| format!("{}:{:02}", minute / 60, minute % 60),
    number: in_thousands,
};

/// As nobody writes, for as long as nobody reads: in a browser, the page knows the reader's locale before it writes
/// anything, and need not hold another.
const PLAIN: Writer = Writer {
    day: dates::iso,
    month: dates::iso,
    year: dates::iso,
    clock: |_| String::new(),
    number: |number| number.to_string(),
};

thread_local! {
    /// One for all of the page, as its language is.
    static WRITER: Cell<Writer> = const { Cell::new(if cfg!(target_arch = "wasm32") { PLAIN } else { ENGLISH }) };
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

fn in_thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
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
        (true, 1, 12) if first.year == last.year => (WRITER.get().year)(first),
        (true, 1, 12) => [(WRITER.get().year)(first), (WRITER.get().year)(last)].join(" – "),
        _ => days(first, last),
    }
}

/// A day and a time of it, in minutes after midnight.
pub fn minute(value: Day, minute: u16) -> String {
    [day(value), clock(minute)].join(", ")
}

/// A time of a day, in minutes after midnight.
pub fn clock(minute: u16) -> String {
    (WRITER.get().clock)(minute)
}

/// A day or an hour, by this minute of the hour.
fn moment(value: Moment, of_hour: u16) -> String {
    value.hour.map_or_else(|| day(value.day), |hour| minute(value.day, u16::from(hour) * 60 + of_hour))
}

/// The day, or the hour from its first minute on.
pub fn from(value: Moment) -> String {
    ["from ", &moment(value, 0)].concat()
}

/// The day, or the hour to its last minute.
pub fn to(value: Moment) -> String {
    ["to ", &moment(value, 59)].concat()
}

/// A span of days or hours.
pub fn moments(first: Moment, last: Moment) -> String {
    match (first.hour, last.hour) {
        (None, None) => days(first.day, last.day),
        _ => [moment(first, 0), moment(last, 59)].join(" – "),
    }
}

/// Stands before the day of an article whose statement has none.
pub const PRINTED_ON: &str = "printed ";

pub fn printed_on(value: Day) -> String {
    [PRINTED_ON, &day(value)].concat()
}

/// How printed words became a day of the calendar: what stands between them and the day on which they were printed, and
/// between that and the day they mean.
pub const DATED_AS: [&str; 2] = [", printed ", ", is "];
