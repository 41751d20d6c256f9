//! Journeys through the release build, each one as a reader makes it.

mod access;
mod entrance;
mod finding;
mod hosts;
mod keyboard;
mod large;
mod links;
mod long;
mod looks;
mod palette;
mod panel;
mod parts;
mod renewal;
mod safety;
mod saving;
mod sharing;
mod timeline;
mod transfer;
mod views;
