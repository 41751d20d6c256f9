//! The day it is.

use js_sys::Date;
use verbatim_extract::Day;

/// Today, by the reader's clock and calendar.
pub fn today() -> Day {
    let now = Date::new_0();
    Day { year: now.get_full_year() as i16, month: now.get_month() as u8 + 1, day: now.get_date() as u8 }
}
