//! Verbatim's page: every statement of an edition's articles, searched, checked and shared by its address.
//!
//! The address says what is on the screen ([`route`], [`query`]); one reducer holds the rest ([`state`]);
//! [`pages`] draw both with [`views`], pure functions from data to Html; and whatever needs the browser is
//! asked of [`web`]. The components can be drawn on a server as well: nothing calls the browser while drawing.

pub mod alike;
pub mod app;
pub mod beginning;
pub mod dates;
pub mod edition;
pub mod finding;
pub mod heads;
pub mod hooks;
pub mod later;
pub mod letters;
pub mod listing;
mod messages;
pub mod order;
pub mod pages;
pub mod palette;
pub mod passages;
pub mod place;
pub mod query;
pub mod resolution;
pub mod route;
pub mod seeking;
pub mod sharing;
pub mod shelf;
pub mod speaking;
pub mod start;
pub mod state;
pub mod telling;
pub mod times;
pub mod views;
pub mod web;

pub use messages::{ABOUT, ENGLISH, NAME, TAGLINE, Writer, shell, write_with};
