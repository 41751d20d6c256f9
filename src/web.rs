//! Every call to the browser.

pub use gloo::events::EventListener;
pub use web_sys::Element;

pub mod archive;
pub mod clipboard;
pub mod days;
pub mod elements;
pub mod entrance;
pub mod files;
pub mod history;
pub mod host;
pub mod keys;
pub mod later;
pub mod lines;
pub mod locale;
pub mod panic;
pub mod parts;
pub mod program;
pub mod renewal;
pub mod selected;
pub mod sheet;
pub mod shelf;
pub mod theme;
pub mod worker;
