//! The pages, one a route.

mod about;
mod article;
mod explorer;
mod speaker;
mod statement;
mod unknown;

pub use about::About;
pub use article::Article;
pub use explorer::Explorer;
pub use speaker::Speaker;
pub use statement::Statement;
pub use unknown::{Failed, Nowhere, UnknownStatement};
