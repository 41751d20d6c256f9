//! How far the run has come, on standard error where that is a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar that counts bytes where their sum is known, and articles in any case.
pub struct Progress {
    bar: ProgressBar,
    articles: u64,
}

impl Progress {
    /// A bar for `bytes` in all, where that is known.
    pub fn new(bytes: Option<u64>) -> Progress {
        let (bar, template) = match bytes {
            Some(bytes) => {
                (ProgressBar::new(bytes), "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {msg} {eta}")
            }
            None => (ProgressBar::new_spinner(), "{spinner} {bytes} {bytes_per_sec} {msg} {elapsed}"),
        };
        bar.set_style(ProgressStyle::with_template(template).expect("the template is right"));
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress { bar, articles: 0 }
    }

    /// One more article, of so many bytes.
    pub fn article(&mut self, bytes: u64) {
        self.articles += 1;
        self.bar.inc(bytes);
        self.bar.set_message(format!("{} articles", self.articles));
    }

    /// Says something about an article, above the bar.
    pub fn say(&self, what: &impl std::fmt::Display) {
        self.bar.suspend(|| eprintln!("{what}"));
    }

    /// Takes the bar away.
    pub fn done(&self) {
        self.bar.finish_and_clear();
    }
}
