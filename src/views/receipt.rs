//! The receipt of a statement: why it is said to be this speaker's.

use verbatim_archive::{Archive, Article, Statement};
use verbatim_extract::Span;
use yew::prelude::*;

use super::{
    day,
    facts::facts,
    text::{all, number, paragraph, text},
};
use crate::messages;

/// Why the statement was attributed as it was, to be unfolded.
pub fn receipt(archive: &Archive, statement: &Statement) -> Html {
    let article = archive.article(statement);
    let printed = |span: Span| in_language(article, messages::quoted(span.of(&article.text)));
    let receipt = &statement.said.receipt;
    let quotation = statement.said.quotations.iter().find(|quotation| quotation.cue.is_some());
    let mut rows = vec![(messages::CONSTRUCT, text(receipt.construct.clone()))];
    if let Some(cue) = quotation.and_then(|quotation| quotation.cue) {
        rows.push((messages::CUE, printed(cue)));
    }
    if !receipt.chain.is_empty() {
        let chain = receipt.chain.iter().map(|mention| printed(*mention));
        let speaker = archive.speaker(statement).filter(|speaker| {
            let last = receipt.chain.last();
            last.is_some_and(|mention| mention.of(&article.text) != speaker.name)
        });
        let chain = chain.chain(speaker.map(|one| text(one.name.clone())));
        let led = chain
            .enumerate()
            .map(|(at, one)| if at > 0 { all([text(messages::LEADS_TO), one]) } else { one });
        rows.push((messages::CHAIN, led.collect()));
    }
    for candidate in &receipt.candidates {
        let why = messages::lost(candidate.lost);
        rows.push((messages::NOT_TAKEN, all([printed(candidate.mention), text(why)])));
    }
    let said_on = statement.said.said_on.and_then(|said_on| Some((said_on.words, said_on.day?)));
    if let (Some((words, day)), Some(published)) = (said_on, article.published) {
        let [behind, is] = messages::DATED_AS.map(text);
        rows.push((messages::DATED, all([printed(words), behind, day::of(published.day), is, day::of(day)])));
    }
    rows.push((messages::CONFIDENCE, number(messages::confidence(receipt.confidence))));
    html! {
        <details class="receipt">
            <summary>{messages::RECEIPT}</summary>
            {facts(rows)}
            {paragraph("note", text(messages::RECEIPT_NOTE))}
        </details>
    }
}

/// Words of an article, which say in what language they are.
fn in_language(article: &Article, words: String) -> Html {
    let lang = article.language.clone();
    html! { <span {lang} dir="auto">{text(words)}</span> }
}
