//! Links to exactly some words of a page, as browsers follow them: `#:~:text=` (WICG's text fragments).
//!
//! A browser goes to the first words that answer to what is asked for, compared without regard to case and accents. A
//! link is therefore tried on the article as a browser would, and more is asked for until it lands on its words.

use std::ops::Range;

use verbatim_extract::Span;
use verbatim_words::{Word, words};

use super::{Shared, selection};

/// How many characters are asked for word for word. The longer the text, the likelier the publisher's page has
/// something within it that ours has not; its beginning and end are enough then.
const WHOLE: usize = 120;

/// How many words of a long text's beginning and end are asked for.
const ENDS: usize = 6;

/// How many words before and after are asked for, one after the other until the link lands on its words: each word more
/// is one more that the publisher may have changed.
const AROUND: [usize; 4] = [0, 3, 6, 12];

/// A link to these words in the publisher's page; None where its address is not known. Where nothing that can be asked
/// for leads to the words alone, it leads to the page: better than to other words.
pub fn source_link(shared: &Shared<'_>) -> Option<String> {
    let article = shared.article();
    let url = article.url.as_deref()?;
    let spans = match shared.selection {
        None => shared.statement.said.quotations.iter().map(|one| one.span).collect(),
        Some(selection) => selection::spans(shared.archive, shared.statement, selection),
    };
    // A headline often says what is quoted below it, and comes first.
    let title = if article.title_is_ours { "" } else { &article.title };
    let page = Page::new(title, &article.text);
    let texts: Vec<String> = spans.iter().filter_map(|span| page.directive(*span)).collect();
    if texts.is_empty() {
        return Some(url.to_owned());
    }
    let separator = if url.contains('#') { "" } else { "#" };
    Some([url, separator, ":~:", &texts.join("&")].concat())
}

/// A publisher's page, as far as it is known.
struct Page<'a> {
    text: &'a str,
    /// The words of the article, and where they stand in it.
    words: Vec<Word>,
    /// The words of the page as they are compared: those of its title, and then those of the article. What is folded
    /// here is more than what browsers fold, so what is alone here is alone there.
    folded: Vec<String>,
}

/// How many words each part of a directive asks for: those right before, the first or all, the last (0 where `start` is
/// all of them), and those right behind.
#[derive(Debug, Clone, Copy)]
struct Terms {
    before: usize,
    start: usize,
    end: usize,
    after: usize,
}

impl<'a> Page<'a> {
    fn new(title: &str, text: &'a str) -> Self {
        let words: Vec<Word> = words(text).collect();
        let folded = verbatim_words::words(title).chain(words.iter().cloned());
        Page { text, folded: folded.map(|word| word.folded).collect(), words }
    }

    /// What asks for the words of `span`, and leads to no others: `text=[before-,]start[,end][,-after]`. None where nothing does.
    fn directive(&self, span: Span) -> Option<String> {
        let (start, end) = (span.start as usize, span.end as usize);
        let first = self.words.iter().position(|word| start < word.span.end)?;
        let last = self.words.iter().rposition(|word| word.span.start < end)? + 1;
        let own = (first < last).then_some(first..last)?;
        let title = self.folded.len() - self.words.len();
        let placed = first + title..last + title;
        let mut tried = AROUND.iter().map(|around| self.terms(span, &own, *around));
        let terms = tried.find(|terms| self.lands(&placed, *terms).as_ref() == Some(&placed))?;
        Some(self.written(span, &own, terms))
    }

    /// What is asked for, with so many words around it. No part reaches over a line's end: browsers look for each within
    /// one paragraph.
    fn terms(&self, span: Span, own: &Range<usize>, around: usize) -> Terms {
        let said = span.of(self.text).trim();
        let count = own.len();
        let whole = !said.contains('\n') && (said.chars().count() <= WHOLE || count <= 2 * ENDS);
        let (start, end) = if whole {
            (count, 0)
        } else {
            let first_line = self.line(own.start).end;
            let last_line = self.line(own.end - 1).start;
            let in_first = self.words[own.clone()].iter().filter(|word| word.span.end <= first_line);
            let in_last = self.words[own.clone()].iter().filter(|word| word.span.start >= last_line);
            (in_first.count().min(ENDS), in_last.count().min(ENDS))
        };
        let before = own.start.checked_sub(1).map_or(0, |place| {
            let line = self.line(place).start;
            self.words[..own.start]
                .iter()
                .rev()
                .take_while(|word| word.span.start >= line)
                .take(around)
                .count()
        });
        let after = self.words.get(own.end).map_or(0, |_| {
            let line = self.line(own.end).end;
            self.words[own.end..].iter().take_while(|word| word.span.end <= line).take(around).count()
        });
        Terms { before, start, end, after }
    }

    /// The words that a browser goes to, by their numbers in the page: the first that answer. `own` are those meant.
    fn lands(&self, own: &Range<usize>, terms: Terms) -> Option<Range<usize>> {
        let all = &self.folded;
        let head = &all[own.start - terms.before..own.start + terms.start];
        let end = &all[own.end - terms.end..own.end];
        let after = &all[own.end..own.end + terms.after];
        let mut from = 0;
        loop {
            let found = find(all, from, head)?;
            let mut last = found + head.len();
            loop {
                if !end.is_empty() {
                    last = find(all, last, end)? + end.len();
                }
                if all[last..].starts_with(after) {
                    return Some(found + terms.before..last);
                }
                if end.is_empty() {
                    break;
                }
            }
            from = found + 1;
        }
    }

    fn written(&self, span: Span, own: &Range<usize>, terms: Terms) -> String {
        let (mut from, mut to) = (span.start as usize, span.end as usize);
        let mut parts = Vec::new();
        if terms.before > 0 {
            let line = self.line(own.start - 1);
            let begins = self.words[own.start - terms.before].span.start;
            if line.end < from {
                // Nothing may stand between what is asked for before and the words: marks that do are asked for too.
                from = self.line(own.start).start;
            }
            parts.push(escaped(self.text[begins..from.min(line.end)].trim()) + "-");
        }
        let mut behind = None;
        if terms.after > 0 {
            let line = self.line(own.end);
            let ends = self.words[own.end + terms.after - 1].span.end;
            if to < line.start {
                to = self.line(own.end - 1).end;
            }
            behind = Some(["-", &escaped(self.text[to.max(line.start)..ends].trim())].concat());
        }
        if terms.end == 0 {
            parts.push(escaped(self.text[from..to].trim()));
        } else {
            let first = self.words[own.start + terms.start - 1].span.end;
            let last = self.words[own.end - terms.end].span.start;
            parts.push(escaped(self.text[from..first].trim()));
            parts.push(escaped(self.text[last..to].trim()));
        }
        parts.extend(behind);
        ["text=", &parts.join(",")].concat()
    }

    /// The line that a word stands in.
    fn line(&self, word: usize) -> Range<usize> {
        let Range { start, end } = self.words[word].span;
        let begins = self.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        begins..self.text[end..].find('\n').map_or(self.text.len(), |newline| end + newline)
    }
}

/// Where `sought` stands first, at `from` or behind it.
fn find(all: &[String], from: usize, sought: &[String]) -> Option<usize> {
    let found = all.get(from..)?.windows(sought.len()).position(|window| window == sought);
    found.map(|place| from + place)
}

/// Hyphens, commas and ampersands are the directive's own signs.
fn escaped(words: &str) -> String {
    urlencoding::encode(words).replace('-', "%2D")
}

#[cfg(test)]
mod tests;
