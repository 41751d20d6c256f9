//! All that can be taken along of a statement. Drawn when a reader asks for it.

use std::rc::Rc;

use yew::prelude::*;

use super::{Asked, taking};
use crate::{
    edition::Edition,
    messages,
    sharing::{
        Shared,
        code::{QUIET, code},
        fragment,
        selection::{self, Selection, numbered},
        styled,
    },
    state::Ways,
    views::text::{link, paragraph, shape, text},
    web::{elements, history},
};

/// The buttons for citations: what each copies, and what it is called.
const CITATIONS: [(&str, &str); 3] = [("bibtex", "BibTeX"), ("ris", "RIS"), ("csl", "CSL-JSON")];

/// The panel of a statement, or of the words of it that are asked for.
pub fn panel(ways: &Ways, edition: &Rc<Edition>, index: u32, asked: &Asked) -> Html {
    let (archive, statement) = (&edition.archive, edition.statement(index));
    let address = [&ways.base, &*selection::href(statement, asked.selection)].concat();
    let shared = Shared { archive, statement, address: "", selection: asked.selection };
    let source = fragment::source_link(&shared).map(|href| link("source", href, text(messages::TO_SOURCE)));
    html! {
        <div class="panel">
            <section aria-labelledby="share-words">
                <h2 id="share-words">{messages::SOME_WORDS}</h2>
                {paragraph("note", text(messages::SOME_WORDS_LEAD))}
                {chooser(edition, index, asked.selection)}
            </section>
            <section aria-labelledby="share-link">
                <h2 id="share-link">{messages::TO_ANOTHER}</h2>
                if ways.sheet {
                    {taking(None, ("sheet", messages::SHEET))}
                }
                {scanned(&address)}
            </section>
            <section aria-labelledby="share-text">
                <h2 id="share-text">{messages::FOR_TEXTS}</h2>
                {taking(None, ("markdown", messages::COPY_MARKDOWN))}
                {source.unwrap_or_default()}
            </section>
            <section aria-labelledby="share-cite">
                <h2 id="share-cite">{messages::CITE}</h2>
                {styled::styles(&ways.styled).map(|style| taking(None, (style.to_owned(), style.to_owned()))).collect::<Html>()}
                {CITATIONS.into_iter().map(|citation| taking(None, citation)).collect::<Html>()}
            </section>
            <section aria-labelledby="share-embed">
                <h2 id="share-embed">{messages::EMBED}</h2>
                {taking(None, ("embed", messages::COPY_EMBED))}
            </section>
            <section aria-labelledby="share-picture">
                <h2 id="share-picture">{messages::PICTURE}</h2>
                {taking(None, ("card.png", messages::PNG))}
                {taking(None, ("card.svg", messages::SVG))}
            </section>
        </div>
    }
}

/// The address as a code that a telephone reads.
fn scanned(address: &str) -> Html {
    let Some((size, path)) = code(address) else {
        return Html::default();
    };
    let side = size + 2 * QUIET;
    let dark = shape("path", &["d"], vec![path], Html::default());
    html! {
        <figure class="code">
            <svg viewBox={format!("-{QUIET} -{QUIET} {side} {side}")} role="img" aria-label={messages::CODE}>
                {dark}
            </svg>
            <figcaption class="note">{messages::CODE_NOTE}</figcaption>
        </figure>
    }
}

/// The first and the last word to share, for those who do not select with a mouse. Choosing puts them into the
/// address.
fn chooser(edition: &Rc<Edition>, index: u32, selection: Option<Selection>) -> Html {
    let (archive, statement) = (&edition.archive, edition.statement(index));
    let text_of = &archive.article(statement).text;
    let words: Vec<&str> =
        numbered(archive, statement).iter().flatten().map(|span| span.of(text_of)).collect();
    let count = words.len() as u32;
    let all = Selection { first: 1, last: count };
    let Selection { first, last } = selection.unwrap_or(all);
    let choose = |name: &'static str,
                  id: &'static str,
                  chosen: u32,
                  with: fn(Selection, u32) -> Selection| {
        let edition = edition.clone();
        let onchange = Callback::from(move |event: Event| {
            if let Ok(number) = elements::value_of(&event).parse() {
                let chosen = with(Selection { first, last }, number);
                let href = selection::href(edition.statement(index), (chosen != all).then_some(chosen));
                history::replace(&href);
            }
        });
        let options = words.iter().zip(1_u32..).map(|(word, number)| {
            let selected = number == chosen;
            // Browsers heed the attribute of a new element only.
            let key = number * 2 + u32::from(selected);
            html! { <option {key} value={number.to_string()} {selected}>{text(format!("{number} {word}"))}</option> }
        });
        html! {
            <span class="choice">
                <label for={id}>{name}</label>
                <select {id} {onchange}>{options.collect::<Html>()}</select>
            </span>
        }
    };
    html! {
        <p class="chooser">
            {choose(messages::FIRST_WORD, "first-word", first, |now, first| Selection { first, last: now.last.max(first) })}
            {choose(messages::LAST_WORD, "last-word", last, |now, last| Selection { first: now.first.min(last), last })}
        </p>
    }
}
