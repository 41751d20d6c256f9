//! Printed times to calendar days, by the day the article was printed.

use jiff::civil::{Date, Weekday};

use crate::model::Day;

/// The calendar day that `words` mean in an article of the day `printed`, where they mean one.
///
/// A weekday is the last such day up to the article's own: news looks back. "Today" and "tonight" are the article's
/// day, "yesterday" and "last night" the day before. "Last week" is no day.
pub(crate) fn day(words: &str, printed: Day) -> Option<Day> {
    let printed = Date::new(printed.year, printed.month as i8, printed.day as i8).ok()?;
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    let next = has("next") || has("coming");
    if let Some(weekday) = words.iter().find_map(|word| weekday(word)) {
        let back = i64::from(printed.weekday().since(weekday));
        return (!next).then(|| before(printed, back)).flatten();
    }
    if has("yesterday") || has("night") && has("last") {
        return before(printed, 1);
    }
    if has("today") || has("tonight") {
        return before(printed, 0);
    }
    None
}

fn before(date: Date, days: i64) -> Option<Day> {
    let date = date.checked_sub(jiff::Span::new().days(days)).ok()?;
    Some(Day { year: date.year(), month: date.month() as u8, day: date.day() as u8 })
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_is_the_last_one_up_to_the_articles_day() {
        // 1 December 2025 was a Monday.
        let monday = Day { year: 2025, month: 12, day: 1 };
        let on = |words| day(words, monday).map(|day| (day.month, day.day));
        assert_eq!(on("on Monday"), Some((12, 1)));
        assert_eq!(on("Sunday morning"), Some((11, 30)));
        assert_eq!(on("Tuesday"), Some((11, 25)));
        assert_eq!(on("yesterday"), Some((11, 30)));
        assert_eq!(on("last night"), Some((11, 30)));
        assert_eq!(on("today"), Some((12, 1)));
        assert_eq!((on("last week"), on("After the talks"), on("next Monday")), (None, None, None));
    }

    #[test]
    fn a_day_that_is_none_gives_none() {
        assert_eq!(day("Monday", Day { year: 2025, month: 2, day: 30 }), None);
    }
}
