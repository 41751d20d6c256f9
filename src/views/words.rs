//! A statement's words, as printed, between their marks.

use verbatim_archive::{Archive, Statement};
use verbatim_extract::{Kind, Span};
use yew::prelude::*;

use super::{
    marked::marked,
    text::{all, noted, span, text},
};
use crate::messages;

/// The quotations of a statement, joined by a gap wherever its article cuts them to say who speaks.
pub fn words(archive: &Archive, statement: &Statement, marks: &[Span]) -> Html {
    let article = &archive.article(statement).text;
    let said = &statement.said;
    let quotations = said.quotations.iter().enumerate();
    quotations
        .map(|(place, quotation)| {
            let (opening, closing) = match said.kind {
                Kind::Indirect => ("", ""),
                Kind::Direct | Kind::Partial => quotation_marks(article, quotation.span),
            };
            all([
                if place > 0 { cut() } else { Html::default() },
                span("opening", text(opening)),
                marked(article, quotation.span, marks, &said.insertions),
                span("closing", text(closing)),
            ])
        })
        .collect()
}

/// The gap between two quotations of one statement.
fn cut() -> Html {
    let dots = html! { <span aria-hidden="true">{"· · ·"}</span> };
    let cut = noted("cut", messages::CUT, all([dots, span("unseen", text(messages::CUT))]));
    all([text(" "), cut, text(" ")])
}

/// The mark that the article prints before `span`, and the one that closes it; curly ones where it prints none.
fn quotation_marks(text: &str, span: Span) -> (&'static str, &'static str) {
    let before = text[..span.start as usize].trim_end().chars().next_back();
    let pair = PAIRS.iter().find(|(opening, _)| before.is_some_and(|c| opening.starts_with(c)));
    *pair.unwrap_or(&PAIRS[0])
}

const PAIRS: [(&str, &str); 8] =
    [("“", "”"), ("\"", "\""), ("‘", "’"), ("'", "'"), ("«", "»"), ("»", "«"), ("„", "“"), ("‹", "›")];

#[cfg(test)]
mod tests {
    use super::*;

    fn marks_around(text: &'static str, words: &str) -> (&'static str, &'static str) {
        let start = text.find(words).expect("the words stand in the text");
        quotation_marks(text, Span::from(start..start + words.len()))
    }

    #[test]
    fn marks_are_those_that_the_article_prints() {
        assert_eq!(marks_around("He said “yes” twice.", "yes"), ("“", "”"));
        assert_eq!(marks_around("He said \"yes\" twice.", "yes"), ("\"", "\""));
        assert_eq!(marks_around("Il dit « oui » deux fois.", "oui"), ("«", "»"));
        assert_eq!(marks_around("Er sagt „ja“.", "ja"), ("„", "“"));
    }

    #[test]
    fn a_mark_that_is_never_closed_is_closed_here() {
        assert_eq!(marks_around("“One paragraph.\n“Another.”", "One paragraph."), ("“", "”"));
        assert_eq!(marks_around("no marks", "marks"), ("“", "”"));
    }
}
