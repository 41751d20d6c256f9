//! Links to exactly some words of a page, as browsers follow them: `#:~:text=` (WICG's text fragments).

use verbatim_extract::Span;

use super::{Shared, selection};

/// How many characters are asked for word for word. The longer the text, the likelier the publisher's page has
/// something within it that ours has not; its beginning and end are enough then.
const WHOLE: usize = 120;

/// How many words of a long text's beginning and end are asked for.
const ENDS: usize = 6;

/// How many words before and after are asked for where the words alone stand in the text more than once.
const AROUND: usize = 3;

/// A link to these words in the publisher's page; None where its address is not known.
pub fn source_link(shared: &Shared<'_>) -> Option<String> {
    let article = shared.article();
    let url = article.url.as_deref()?;
    let spans = match shared.selection {
        None => shared.statement.said.quotations.iter().map(|one| one.span).collect(),
        Some(selection) => selection::spans(shared.archive, shared.statement, selection),
    };
    let texts: Vec<String> = spans.iter().map(|span| directive(&article.text, *span)).collect();
    let separator = if url.contains('#') { "" } else { "#" };
    Some([url, separator, ":~:", &texts.join("&")].concat())
}

/// What asks for the words of `span`: `text=[before-,]start[,end][,-after]`.
pub fn directive(text: &str, span: Span) -> String {
    let words = span.of(text).trim();
    let (start, end) = ends(words);
    let mut parts = Vec::new();
    let ambiguous = text.match_indices(words).nth(1).is_some();
    let before = before(&text[..span.start as usize]).filter(|_| ambiguous);
    let after = after(&text[span.end as usize..]).filter(|_| ambiguous);
    parts.extend(before.map(|before| escaped(before) + "-"));
    parts.push(escaped(start));
    parts.extend(end.map(escaped));
    parts.extend(after.map(|after| ["-", &escaped(after)].concat()));
    ["text=", &parts.join(",")].concat()
}

/// The words whole, or where they begin and where they end. Words of two paragraphs cannot be asked for whole.
fn ends(words: &str) -> (&str, Option<&str>) {
    let starts: Vec<usize> =
        words.split_whitespace().map(|word| word.as_ptr() as usize - words.as_ptr() as usize).collect();
    if (words.chars().count() <= WHOLE && !words.contains('\n')) || starts.len() <= 2 * ENDS {
        return (words, None);
    }
    let first = words[..starts[ENDS]].trim_end();
    let last = &words[starts[starts.len() - ENDS]..];
    // Neither end may reach over a paragraph's.
    let first = first.lines().next().unwrap_or(first);
    let last = last.lines().next_back().unwrap_or(last);
    (first, Some(last))
}

/// The last words of the line before.
fn before(text: &str) -> Option<&str> {
    let line = &text[text.rfind('\n').map_or(0, |newline| newline + 1)..];
    let start = line.trim_end().rmatch_indices(char::is_whitespace).nth(AROUND - 1);
    let words = line[start.map_or(0, |(at, _)| at)..].trim();
    (!words.is_empty()).then_some(words)
}

/// The first words of the line after.
fn after(text: &str) -> Option<&str> {
    let line = text.lines().next().unwrap_or_default();
    let lead = line.len() - line.trim_start().len();
    let end = line[lead..].match_indices(char::is_whitespace).nth(AROUND - 1);
    let words = line[..end.map_or(line.len(), |(at, _)| lead + at)].trim();
    (!words.is_empty()).then_some(words)
}

/// Hyphens, commas and ampersands are the directive's own signs.
fn escaped(words: &str) -> String {
    urlencoding::encode(words).replace('-', "%2D")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, words: &str) -> String {
        let start = text.rfind(words).expect("the words stand in the text");
        directive(text, Span::from(start..start + words.len()))
    }

    #[test]
    fn words_are_asked_for_as_they_stand_with_the_directives_own_signs_escaped() {
        assert_eq!(
            of("She said “so, well-known & true – 50%” then.", "so, well-known & true – 50%"),
            "text=so%2C%20well%2Dknown%20%26%20true%20%E2%80%93%2050%25"
        );
    }

    #[test]
    fn words_that_stand_there_twice_are_told_by_what_is_around_them() {
        let text =
            "It was “very constructive” then.\nHe called the second round “very constructive” on X, too.";
        assert_eq!(
            of(text, "very constructive"),
            "text=second%20round%20%E2%80%9C-,very%20constructive,-%E2%80%9D%20on%20X%2C"
        );
        assert_eq!(of("yes\nyes", "yes"), "text=yes");
    }

    #[test]
    fn of_a_long_text_its_ends_are_asked_for() {
        let text = format!("{}end of it.", "nine winters and more ".repeat(10));
        assert_eq!(
            of(&text, text.as_str()),
            "text=nine%20winters%20and%20more%20nine%20winters,winters%20and%20more%20end%20of%20it."
        );
    }

    #[test]
    fn no_end_reaches_over_a_paragraph() {
        let text = format!("One two.\n{}\nthe very end.", "nine winters and more ".repeat(10).trim());
        assert_eq!(of(&text, text.as_str()), "text=One%20two.,the%20very%20end.");
    }
}
