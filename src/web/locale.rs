//! Days and numbers as the reader's locale writes them, by the browser's own data.

use gloo::utils::window;
use js_sys::{Date, Number, Object, Reflect};
use verbatim_extract::Day;
use wasm_bindgen::JsValue;

use crate::{dates, messages::Writer};

/// Writes as the reader's locale does.
pub fn writer() -> Writer {
    Writer { day, month, year, clock, number }
}

fn locale() -> String {
    window().navigator().language().unwrap_or_default()
}

fn day(day: Day) -> String {
    written(day, &[("dateStyle", "long")])
}

fn month(day: Day) -> String {
    written(day, &[("year", "numeric"), ("month", "long")])
}

fn year(day: Day) -> String {
    written(day, &[("year", "numeric")])
}

fn clock(minute: u16) -> String {
    moment(&Date::new(&JsValue::from_f64(f64::from(minute) * 60_000.0)), &[("timeStyle", "short")])
}

fn written(day: Day, how: &[(&str, &str)]) -> String {
    moment(&Date::new(&JsValue::from_str(&dates::iso(day))), how)
}

fn moment(begun: &Date, how: &[(&str, &str)]) -> String {
    let options = Object::new();
    // The day of the calendar, not the moment at which it begins where the reader is.
    for (key, value) in how.iter().chain(&[("timeZone", "UTC")]) {
        // A new object takes every key.
        let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    begun.to_locale_string(&locale(), &options).into()
}

fn number(number: usize) -> String {
    Number::from(number as f64).to_locale_string(&locale()).into()
}
