//! Journeys through the release build, each one as a reader makes it.

mod finding;
mod hosts;
mod keyboard;
mod safety;
mod sharing;
