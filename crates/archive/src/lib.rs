//! The dataset's one file: articles, statements and speakers, written by the host and opened by the page.

pub mod corrections;
pub mod documents;
mod edition;
mod file;
mod id;
mod joining;
pub mod links;
mod model;
mod namesakes;
pub mod parts;
mod people;
mod roles;

pub use edition::{assemble, assemble_with};
pub use file::{OpenError, Opening, open, open_to_search, write};
pub use id::{Ids, is_id, slug};
pub use model::{
    Archive, Article, Basis, Edit, Fate, Passage, Photo, Published, Speaker, Statement, Then, Trail,
};
pub use people::{Clash, Known, People};
