//! Days and numbers as the reader's locale writes them, by the browser's own data.

use std::thread::LocalKey;

use gloo::utils::window;
use js_sys::{
    Array, Date, Function,
    Intl::{DateTimeFormat, NumberFormat},
    Object, Reflect,
};
use verbatim_extract::Day;
use wasm_bindgen::JsValue;

use crate::{dates, messages::Writer};

thread_local! {
    // Made once: to make one takes a browser fifty times as long as to write with it.
    static DAY: Function = moments(&[("dateStyle", "long")]);
    static MONTH: Function = moments(&[("year", "numeric"), ("month", "long")]);
    static YEAR: Function = moments(&[("year", "numeric")]);
    static CLOCK: Function = moments(&[("timeStyle", "short")]);
    static NUMBER: Function = NumberFormat::new(&locales(), &Object::new()).format();
}

/// Writes as the reader's locale does.
pub fn writer() -> Writer {
    Writer {
        day: |day| written(&DAY, &begun(day)),
        month: |day| written(&MONTH, &begun(day)),
        year: |day| written(&YEAR, &begun(day)),
        clock: |minute| written(&CLOCK, &JsValue::from_f64(f64::from(minute) * 60_000.0)),
        number: |number| written(&NUMBER, &JsValue::from_f64(number as f64)),
    }
}

/// The reader's locale. None is the browser's own.
fn locales() -> Array {
    window().navigator().language().map(JsValue::from).into_iter().collect()
}

fn moments(how: &[(&str, &str)]) -> Function {
    let options = Object::new();
    // The day of the calendar, not the moment at which it begins where the reader is.
    for (key, value) in how.iter().chain(&[("timeZone", "UTC")]) {
        // A new object takes every key.
        let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    DateTimeFormat::new(&locales(), &options).format()
}

fn begun(day: Day) -> JsValue {
    Date::new(&JsValue::from_str(&dates::iso(day))).into()
}

fn written(format: &'static LocalKey<Function>, what: &JsValue) -> String {
    let written = format.with(|format| format.call1(&JsValue::UNDEFINED, what));
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}
