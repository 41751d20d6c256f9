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
    let [words, name, rest, address] = [&shared.words(), &name, &rest, shared.address].map(escaped);
    format!(
        "<blockquote cite=\"{address}\"><p>{words}</p></blockquote><p>— <a href=\"{address}\">{name}</a>{rest}</p>"
    )
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
    let words = marked(&shared.words()).replace('\n', "\n> ");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_a_form_would_take_for_its_own_are_escaped() {
        assert_eq!(escaped("<b> & \"c\""), "&lt;b&gt; &amp; &quot;c&quot;");
        assert_eq!(marked("*a* [b](c) # &lt;"), "\\*a\\* \\[b\\](c) \\# \\&lt;");
    }
}
