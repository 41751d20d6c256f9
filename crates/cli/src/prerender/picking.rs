//! What a frame needs to pick words out of its statement: it has no program that could count them, and its page is the same
//! whichever are asked for. `embed.js` reads it.

use serde_json::{Map, Value, json};
use verbatim::sharing::{
    embed,
    selection::{Unfit, count, numbered, sides},
};
use verbatim_archive::{Archive, Statement};

use super::json_ld;

/// What stands for the words that an address asks for, in what is said of them.
const ASKED: &str = "\u{1}";

/// What the page shows between two quotations and is not said: a space on each side of a mark that does not count.
const CUT: u32 = 2;

/// The element that holds it.
pub fn script(archive: &Archive, statement: &Statement) -> String {
    let mut told: Vec<String> = Vec::new();
    let missed = sides(archive, statement).map(|(_, words)| {
        let mut missed = Map::new();
        for (number, beside) in (1..).zip(words) {
            let Some(beside) = beside else {
                continue;
            };
            let what = embed::missed(&beside);
            let place = told.iter().position(|one| *one == what).unwrap_or(told.len());
            if place == told.len() {
                told.push(what);
            }
            missed.insert(i32::to_string(&number), place.into());
        }
        Value::Object(missed)
    });
    let count = count(archive, statement);
    let unfit = [Unfit::NoNumbers, Unfit::Reversed, Unfit::Beyond(count)];
    let data = json!({
        "words": places(archive, statement),
        "told": told,
        "missed": missed,
        "unfit": unfit.map(|unfit| embed::unfit(ASKED, unfit)),
    });
    json_ld::element(r#"type="application/json" id="picking""#, &data)
}

/// Where each word of each quotation begins and ends in what is said, as scripts count: in units of UTF-16.
fn places(archive: &Archive, statement: &Statement) -> Vec<Vec<[u32; 2]>> {
    let text = &archive.article(statement).text;
    let units = |from: u32, to: u32| text[from as usize..to as usize].encode_utf16().count() as u32;
    let mut places = Vec::new();
    let mut begins = 0;
    for (quotation, words) in statement.said.quotations.iter().zip(numbered(archive, statement)) {
        let start = quotation.span.start;
        let place = |at: u32| begins + units(start, at);
        places.push(words.iter().map(|word| [place(word.start), place(word.end)]).collect());
        begins = place(quotation.span.end) + CUT;
    }
    places
}
