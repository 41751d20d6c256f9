//! A statement within a page of somebody else's: the snippet that shows it there.

use super::{Shared, attribution::escaped, selection::beside};
/// What is said of the words that a frame picks out.
pub use crate::messages::{missed, unfit};
use crate::{pages::title, route::Route};

/// How wide the frame is where nothing narrower holds it, in CSS pixels.
pub const WIDTH: u32 = 640;

/// How many characters stand on a line of a frame so wide.
const LINE: usize = 50;

/// How high a line is, and all that is not the words, in CSS pixels.
const LEADING: u32 = 36;
const AROUND: u32 = 150;

/// How high the notice is that something beside the words picked out turns their sense, in CSS pixels.
const NOTICE: u32 = 60;

/// The script that tells a frame's height to the page around it, and that has it heed that.
pub const SCRIPT: &str = "embed.js";

/// About how high the frame must be to show all of it, in CSS pixels: a frame shows the whole statement, with the words
/// marked that are shared. Where the script is let in, it knows better.
pub fn height(shared: &Shared<'_>) -> u32 {
    let whole = Shared { selection: None, ..*shared };
    let lines = whole.said().chars().count().div_ceil(LINE) as u32;
    let missed = shared.selection.and_then(|some| beside(shared.archive, shared.statement, some));
    lines * LEADING + AROUND + missed.map_or(0, |_| NOTICE)
}

/// The snippet. `base` is the whole address of the site's start.
pub fn snippet(shared: &Shared<'_>, base: &str) -> String {
    let words = shared.selection.map(|some| ["?w=", &some.written()].concat()).unwrap_or_default();
    let address = [&Route::statement(shared.statement).href(), "/embed/", &words].concat();
    let [base, address, title] = [base, &address, &title(shared.archive, shared.statement)].map(escaped);
    let height = height(shared);
    format!(
        r#"<iframe data-verbatim src="{base}{address}" title="{title}" width="{WIDTH}" height="{height}" loading="lazy" style="max-width:100%;border:0"></iframe><script async src="{base}{SCRIPT}"></script>"#
    )
}
