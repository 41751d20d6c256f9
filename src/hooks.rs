//! What components ask for: the state; and what follows the reader around.

mod app;
mod arrival;
mod keys;
mod listing;
mod search;
mod selecting;
/// What a reader does with what is saved.
pub mod shelf;

pub use app::{AppState, use_app, use_theme, use_whole_program};
pub use arrival::{use_arrival, use_title};
pub use keys::{opening, use_list_keys, use_site_keys};
pub use listing::{follow as follow_list, use_listing};
pub use search::{Search, settle, use_found, use_search, wanted};
pub use selecting::{follow, use_selected_words};
