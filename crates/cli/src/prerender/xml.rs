//! Documents of XML 1.0.

use std::{borrow::Cow, io};

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

/// What writes a document.
pub type Xml = Writer<Vec<u8>>;

/// A document of one element, `root`, with what `content` writes into it.
///
/// # Errors
/// When `content` fails.
pub fn document(
    root: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element(root).with_attributes(attributes.iter().copied());
    root.write_inner_content(content)?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// Writes an element that holds `text`.
///
/// # Errors
/// When it cannot be written.
pub fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&allowed(text))).map(drop)
}

/// Writes an element that holds nothing.
///
/// # Errors
/// When it cannot be written.
pub fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_empty().map(drop)
}

/// `text` without the characters that no document may hold, however they are written
/// (<https://www.w3.org/TR/xml/#charsets>): articles come from anywhere.
fn allowed(text: &str) -> Cow<'_, str> {
    let may_be = |char: char| matches!(char, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(may_be) { text.into() } else { text.chars().filter(|char| may_be(*char)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_document_may_hold_is_left_out() {
        let written =
            document("feed", &[], |xml| text(xml, "title", "a\u{8} <bell>\u{7}\u{fffe}, tab\t& 北"));
        let written = String::from_utf8(written.expect("it is written")).expect("UTF-8");
        assert!(written.contains("<title>a &lt;bell&gt;, tab\t&amp; 北</title>"), "{written}");
    }
}
