//! Printed times to calendar days, by the day the article was printed.

use jiff::civil::{Date, Weekday};

use crate::model::Day;

/// The calendar day that `words` mean in an article of the day `printed`, where they mean one.
///
/// A weekday is the last such day up to the article's own: news looks back. "Today" and "tonight" are the article's
/// day, "yesterday" and "last night" the day before. A month and a day are a date. "Last week" is no day.
pub(crate) fn day(words: &str, printed: Day) -> Option<Day> {
    let printed = Date::new(printed.year, printed.month as i8, printed.day as i8).ok()?;
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    let next = has("next") || has("coming");
    if let Some(weekday) = words.iter().find_map(|word| weekday(word)) {
        let back = i64::from(printed.weekday().since(weekday));
        return (!next).then(|| before(printed, back)).flatten();
    }
    if let Some(date) = month_and_day(&words, printed) {
        return Some(calendar(date));
    }
    if has("yesterday") || has("night") && has("last") {
        return before(printed, 1);
    }
    if has("today") || has("tonight") {
        return before(printed, 0);
    }
    None
}

/// "Nov. 14", "14 November 2025": without a year the last such day up to the article's own.
fn month_and_day(words: &[String], printed: Date) -> Option<Date> {
    let month = words.iter().find_map(|word| month(word))?;
    let numbers: Vec<i16> =
        words.iter().filter_map(|word| word.trim_end_matches([',', '.']).parse().ok()).collect();
    let day = i8::try_from(*numbers.iter().find(|&&number| (1..=31).contains(&number))?).ok()?;
    let year = numbers.iter().copied().find(|number| *number > 31);
    let date = Date::new(year.unwrap_or(printed.year()), month, day).ok()?;
    match year.is_none() && date > printed {
        true => Date::new(printed.year() - 1, month, day).ok(),
        false => Some(date),
    }
}

/// The month that a word names, in full or by its first three letters or four.
fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches(['.', ',']);
    let names = |name: &&str| **name == *word || matches!(word.len(), 3 | 4) && name.starts_with(word);
    MONTHS.iter().position(names).map(|place| place as i8 + 1)
}

fn before(date: Date, days: i64) -> Option<Day> {
    Some(calendar(date.checked_sub(jiff::Span::new().days(days)).ok()?))
}

fn calendar(date: Date) -> Day {
    Day { year: date.year(), month: date.month() as u8, day: date.day() as u8 }
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
        assert_eq!(on("on Nov. 14"), Some((11, 14)));
        let full = |words| day(words, monday).map(|day| (day.year, day.month, day.day));
        assert_eq!(full("on Dec. 24"), Some((2024, 12, 24)));
        assert_eq!(full("on 3 May 2021"), Some((2021, 5, 3)));
        assert_eq!((on("last week"), on("After the talks"), on("next Monday")), (None, None, None));
    }

    #[test]
    fn a_day_that_is_none_gives_none() {
        assert_eq!(day("Monday", Day { year: 2025, month: 2, day: 30 }), None);
    }
}
