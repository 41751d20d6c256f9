//! Two texts: whether one is the other, and how they differ.
//!
//! A text that was published is edited: it is moved, a word is mended, a sentence is dropped. Who kept its words
//! can ask what became of it. [`judge`] tells whether a text of today is the one of then, [`diff`] how their words
//! differ, and [`nearest`] which texts are likest to a few words, as an address carries them.
//!
//! ```
//! use verbatim_align::{Change, Text, Verdict, diff, judge};
//!
//! let then = "We have achieved tangable progress on the path toward peace";
//! let now = ["There is still much work ahead", "We have achieved tangible progress on the path toward peace"];
//! let today: Vec<_> = now.iter().map(|words| Text { words, place: 0 }).collect();
//! assert_eq!(judge(Text { words: then, place: 0 }, &today), Verdict::Reworded(1));
//!
//! let runs = diff(then, now[1]);
//! assert_eq!((runs[1].change, runs[1].text), (Change::Removed, "tangable "));
//! assert_eq!((runs[2].change, runs[2].text), (Change::Added, "tangible "));
//! ```
//!
//! # What is compared
//! Words, folded as search folds them: case, accents, apostrophes and punctuation do not count. Texts of the same
//! folded words are the same text. Where a text stands is a number that only has to be equal or not.
//!
//! # How a verdict is reached
//! The same words in the same place are *the same*; in one other place only, they have *moved*. Otherwise each text
//! of today is scored, from 0 to 1: twice the weight of the longest common run of words in order, over the weight
//! of both texts. A word weighs as many characters as it has, so that "the" cannot outweigh "constructive", and a
//! misspelt word counts for most of its weight. What scores under [`FLOOR`] is another text. The best is the text
//! of then *reworded*, unless a runner-up comes within [`MARGIN`]: then it is *ambiguous*, and nobody but a reader
//! can tell. Where nothing reaches the floor, the text is *gone*.
//!
//! [`nearest`] scores otherwise, for an address holds the beginning of a text and no more: the mean of two shares
//! of the wanted words, those that the text has, each used once, and the most of them that it has in their order.
//! Words that only the text has do not lower the score; between equals, the text with fewer of them is nearer, and
//! then the earlier.
//!
//! # Limits
//! It knows no meaning: a sentence said again in other words is gone, and one turned round by a "not" is reworded,
//! with the word shown. Sentences put in another order within a text score as if only the longest of them were
//! left. [`judge`] compares the first [`LONGEST`] words of each text and takes time proportional to the product of
//! two texts' lengths (25 words against 25: about 5 microseconds); [`diff`] gives up on more than [`MAX_CHANGES`]
//! changes and shows the rest as replaced; [`nearest`] looks at [`MAX_WORDS`] wanted words, a bit of a machine word
//! each, and takes time proportional to the texts' length: a million words take about a fifth of a second.
//! Measured on 2,000 edits of invented articles (`cargo xtask bench links`), each published before the next: all
//! verdicts on edited statements are right with nine of twelve seeds, and 99.9 in 100 with the others. With four edits
//! between two publications (`--together 4`) nearly 99 in 100 are, and the rest are mostly choices that need not have been
//! ones; no address shows another statement in silence.

mod diff;
mod judge;
mod nearest;

pub use diff::{Change, MAX_CHANGES, Run, diff};
pub use judge::{FLOOR, LONGEST, MARGIN, Text, Verdict, an_edit_apart, judge, likeness};
pub use nearest::{MAX_WORDS, Near, nearest};
