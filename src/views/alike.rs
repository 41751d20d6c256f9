//! Where nearly the same is said elsewhere: the words that differ, and who said it where.

use verbatim_align::{Change, Run, diff};
use yew::prelude::*;

use super::{
    line::{by, source_line},
    text::{all, heading, link, paragraph, text},
};
use crate::{
    alike::{alike, said},
    edition::{Edition, Marks},
    messages,
    route::Route,
};

/// What is said nearly as the statement is, with what each says in other words.
pub fn elsewhere(edition: &Edition, index: u32) -> Html {
    let others = alike(edition, index);
    if others.is_empty() {
        return Html::default();
    }
    let own = said(&edition.archive, edition.statement(index));
    html! {
        <section class="alike" aria-labelledby="alike-title">
            {heading("alike-title", text(messages::ALIKE))}
            {paragraph("note", text(messages::ALIKE_NOTE))}
            <ol>{others.into_iter().map(|other| one(edition, &own, other)).collect::<Html>()}</ol>
        </section>
    }
}

fn one(edition: &Edition, own: &str, other: u32) -> Html {
    let (archive, statement) = (&edition.archive, edition.statement(other));
    let lang = archive.article(statement).language.clone();
    let theirs = said(archive, statement);
    let runs: Html = diff(own, &theirs).into_iter().map(run).collect();
    let to = link("", Route::statement(statement).href(), text(messages::OPEN_STATEMENT));
    html! {
        <li>
            <p class="difference" {lang} dir="auto">{runs}</p>
            {paragraph("by", by(archive, statement, &Marks::default()))}
            {paragraph("source-line", source_line(archive, statement, &Marks::default()))}
            {paragraph("", to)}
        </li>
    }
}

/// Words that stand in both, only here, or only there.
fn run(run: Run<'_>) -> Html {
    let words = text(run.text.trim_end().to_owned());
    let words = match run.change {
        Change::Kept => words,
        Change::Removed => html! { <del>{words}</del> },
        Change::Added => html! { <ins>{words}</ins> },
    };
    all([words, text(" ")])
}
