//! Prints the statements and speakers of a text: `cargo run --example statements FILE`.

use verbatim_extract::{Day, Document, Span, extract};

fn main() {
    let file = std::env::args().nth(1).expect("usage: statements FILE");
    let text = std::fs::read_to_string(file).expect("the file is text");
    let extraction = extract(&Document { text: &text, day: Some(Day { year: 2025, month: 12, day: 1 }) });
    let words = |span: Option<Span>| span.map_or("-", |span| span.of(&text));
    for said in &extraction.statements {
        let speaker = said.speaker.map_or("-", |speaker| &extraction.speakers[speaker as usize].name);
        println!("{:?} | {speaker} | {} | {}", said.kind, words(said.role), said.receipt.construct);
        for quotation in &said.quotations {
            let words = (words(quotation.source), words(quotation.cue), words(Some(quotation.span)));
            println!("    {} · {} · “{}”", words.0, words.1, words.2);
        }
        let when = said.said_on.map(|on| (words(Some(on.words)), on.day));
        println!("    medium {} · to {} · {when:?}", words(said.medium), words(said.addressee));
    }
    for speaker in &extraction.speakers {
        let each = |spans: &[Span]| spans.iter().map(|span| span.of(&text)).collect::<Vec<_>>().join(" / ");
        let tied = speaker.tied_to.map(|tied| &extraction.speakers[tied as usize].name);
        let (mentions, roles) = (each(&speaker.mentions), each(&speaker.roles));
        println!("{} ({:?}): {mentions} — {roles} — {tied:?}", speaker.name, speaker.kind);
    }
}
