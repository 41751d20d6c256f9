//! The words with who said them, where and when, in the forms that editors, chats and documents paste.

use verbatim_archive::Basis;

use super::Shared;
use crate::messages;

/// Who said it; and in what role, where, when and in which article of whom.
fn attribution(shared: &Shared<'_>) -> (String, String) {
    let article = shared.article();
    // "Last week" says nothing in another text: only a day of the calendar goes along.
    let day = shared.statement.said.said_on.and_then(|on| on.day);
    let printed = article.published.filter(|published| published.basis == Basis::Printed);
    let rest = [
        shared.is_reported().then(|| messages::REPORTED.to_owned()),
        shared.role().map(str::to_owned),
        shared.printed(shared.statement.said.medium).map(str::to_owned),
        day.map(messages::day),
        Some(shared.title()),
        article.source.clone(),
        printed.map(|published| messages::printed_on(published.day)),
    ];
    let rest: String = rest.into_iter().flatten().map(|part| [", ", &part].concat()).collect();
    (shared.speaker().to_owned(), rest)
}

/// As plain text, with the address on a line of its own.
pub fn plain(shared: &Shared<'_>) -> String {
    let (name, rest) = attribution(shared);
    format!("{}\n— {name}{rest}\n{}", shared.words(), shared.address)
}

/// As HTML.
pub fn html(shared: &Shared<'_>) -> String {
    let (name, rest) = attribution(shared);
    let [name, rest, address] = [&name, &rest, shared.address].map(escaped);
    let words = paragraphs(&shared.words());
    format!(
        "<blockquote cite=\"{address}\">{words}</blockquote><p>— <a href=\"{address}\">{name}</a>{rest}</p>"
    )
}

/// Each paragraph of a text as one of HTML. Empty lines part them.
fn paragraphs(text: &str) -> String {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => {
                *last += if last.is_empty() { "" } else { "\n" };
                *last += line;
            }
            Some(last) if last.is_empty() => {}
            _ => paragraphs.push(String::new()),
        }
    }
    let paragraphs = paragraphs.iter().filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(|paragraph| ["<p>", &escaped(paragraph), "</p>"].concat()).collect()
}

pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}

/// As Markdown.
pub fn markdown(shared: &Shared<'_>) -> String {
    let (name, rest) = attribution(shared);
    let words = shared.words().lines().map(begun).collect::<Vec<_>>().join("\n> ");
    let address = shared.address.replace('(', "%28").replace(')', "%29");
    format!("> {words}\n>\n> — [{}]({address}){}\n", marked(&name), marked(&rest))
}

/// A text whose signs are no marks of Markdown.
fn marked(text: &str) -> String {
    let mut markdown = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|~&".contains(c) {
            markdown.push('\\');
        }
        markdown.push(c);
    }
    markdown
}

/// A line of Markdown that begins no list, no heading and no code, whatever it begins with.
fn begun(line: &str) -> String {
    let line = line.trim();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.len() - rest.len();
    if number > 0 && rest.starts_with(['.', ')']) {
        return [&line[..number], "\\", &marked(rest)].concat();
    }
    let sign = if line.starts_with(['-', '+', '=', ':']) { "\\" } else { "" };
    [sign, &marked(line)].concat()
}

#[cfg(test)]
mod tests {
    use verbatim_archive::{Article, People, assemble_with, links::Register};
    use verbatim_extract::{Document, extract};

    use super::*;

    #[test]
    fn a_statement_of_several_paragraphs_keeps_them() {
        let text = "“We will come,  - by night, 1) or by day,” said Ana Brandt.".to_owned();
        let extracted = extract(&Document { text: &text, day: None });
        let text = text.replace(",  ", ",\n\n").replace(", ", ",\n");
        let article = Article { id: "a".into(), text, ..Article::default() };
        let archive = assemble_with(vec![(article, extracted)], &People::default(), &Register::default());
        let address = "https://q.example/s/a";
        let shared =
            Shared { archive: &archive, statement: &archive.statements[0], address, selection: None };
        let (html, markdown) = (html(&shared), markdown(&shared));
        assert!(html.contains("<p>“We will come,</p><p>- by night,\n1) or by day,”</p>"), "{html}");
        let begins = "> “We will come,\n> \n> \\- by night,\n> 1\\) or by day,”\n>\n> — [Ana Brandt]";
        assert!(markdown.starts_with(begins), "{markdown}");
    }

    #[test]
    fn signs_that_a_form_would_take_for_its_own_are_escaped() {
        assert_eq!(escaped("<b> & \"c\""), "&lt;b&gt; &amp; &quot;c&quot;");
        assert_eq!(begun("1. a"), "1\\. a");
        assert_eq!(begun("23) a"), "23\\) a");
        assert_eq!(begun("  - a - b"), "\\- a - b");
        assert_eq!(begun("==="), "\\===");
        assert_eq!(begun("+ a"), "\\+ a");
        assert_eq!(begun("# a"), "\\# a");
        assert_eq!(begun("> a"), "\\> a");
        assert_eq!(begun("1.5 metres"), "1\\.5 metres");
        assert_eq!(marked("*a* [b](c) # &lt;"), "\\*a\\* \\[b\\](c) \\# \\&lt;");
    }

    #[test]
    fn paragraphs_stay_apart() {
        assert_eq!(paragraphs("“One & two.\n\n“Three\nfour”"), "<p>“One &amp; two.</p><p>“Three\nfour”</p>");
        assert_eq!(paragraphs("“One\n \n\n”"), "<p>“One</p><p>”</p>");
        assert_eq!(paragraphs("One"), "<p>One</p>");
    }
}
