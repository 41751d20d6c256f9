//! Whether an article quotes with single marks, as much British print does.

use super::{Quoted, quotations};

/// Whether single marks quote: they do where a text has no others, as in much British print, and where most of what it
/// quotes stands in them, with double marks inside or beside.
pub(crate) fn quotes_singly(text: &str) -> bool {
    // One mark after the other: a search for one is many times as fast as one for any of several.
    let double = |text: &str| ['"', '“', '”', '„', '«', '»'].iter().any(|mark| text.contains(*mark));
    let doubled = |text: &str| ["''", "``", "‘‘", "’’"].iter().any(|mark| text.contains(mark));
    let opens = |(at, _): (usize, &str)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(char::is_whitespace) && !text[at..].chars().nth(1).is_none_or(char::is_whitespace)
    };
    match double(text) || doubled(text) {
        false => text.match_indices(['\'', '‘']).any(opens),
        // Speech has a tag somewhere, in front of which stands a comma.
        true => [",’ ", ",' "].iter().any(|end| text.contains(end)) && quotes_singly_most(text),
    }
}

/// Whether more stands in single marks than in double ones, of what stands in no others: whole sentences, which
/// apostrophes do not make.
fn quotes_singly_most(text: &str) -> bool {
    /// So many are no chance.
    const LEAST: usize = 2;
    let (mut found, mut start) = (Vec::new(), 0);
    for line in text.split('\n') {
        quotations(text, start..start + line.len(), true, &mut found);
        start += line.len() + 1;
    }
    let single =
        |quoted: &&Quoted| ["'", "‘", "’"].contains(&&text[quoted.outside.start..quoted.inside.start]);
    let sentence = |quoted: &&Quoted| {
        let inside = &text[quoted.inside.clone()];
        quoted.closed && inside.starts_with(char::is_uppercase) && inside.ends_with([',', '.', '?', '!'])
    };
    let singles = found.iter().filter(single).filter(sentence).count();
    let doubles = found.iter().filter(|quoted| !single(quoted)).count();
    singles >= LEAST && singles > doubles
}
