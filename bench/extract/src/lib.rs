//! Extraction as plain functions of a wasm module: JavaScript asks for [`room`], writes articles there, and calls
//! [`extract`] again and again with a clock in its hand.

use std::cell::RefCell;

use verbatim_extract::Document;

/// Between two articles: the character that is meant for this.
pub const SEPARATOR: char = '\x1e';

thread_local! {
    static ARTICLES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for so many bytes, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    ARTICLES.with_borrow_mut(|articles| {
        articles.clear();
        articles.resize(bytes, 0);
        articles.as_mut_ptr()
    })
}

/// Extracts every article in the room. Gives the number of statements.
#[unsafe(no_mangle)]
pub extern "C" fn extract() -> usize {
    ARTICLES.with_borrow(|articles| statements(std::str::from_utf8(articles).unwrap_or_default()))
}

/// Extracts every article of a text in which they stand one behind the other, and counts the statements.
pub fn statements(articles: &str) -> usize {
    let articles = articles.split(SEPARATOR);
    articles.map(|text| verbatim_extract::extract(&Document { text, day: None }).statements.len()).sum()
}
