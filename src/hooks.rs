//! What components ask for: the state, the place, the archive; and what follows the reader around.

mod app;
mod archive;
mod arrival;
mod keys;
mod place;
mod search;

pub use app::{AppState, use_app, use_theme};
pub use archive::use_archive;
pub use arrival::{use_arrival, use_title};
pub use keys::{DIALOG, use_list_keys, use_site_keys};
pub use place::{Place, use_place};
pub use search::{Search, settle, use_search};
