//! The pages, one a route: functions from the edition, and from where the reader is in it, to a title and Html.

mod about;
mod article;
mod embed;
mod explorer;
mod role;
mod speaker;
mod statement;
mod unknown;

use yew::{AttrValue, Html};

pub use about::about;
pub use article::article;
pub use embed::embed;
pub use explorer::{explorer, meant};
pub use role::role;
pub use speaker::speaker;
pub use statement::{statement, title};
use unknown::verdict;
pub use unknown::{failed, incomplete, nowhere};

/// A page.
pub struct Page {
    /// What the browser's tab and history call it.
    pub title: AttrValue,
    /// What it shows, which is one `main` element.
    pub body: Html,
}
