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
mod panel;
mod parts;
mod renewal;
mod safety;
mod saving;
mod sharing;
mod transfer;
mod views;
