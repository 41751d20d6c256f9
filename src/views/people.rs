//! Who speaks of whom: a drawing, each name with an arc to those it names, and the same as a table.

use verbatim_archive::Speaker;
use yew::prelude::*;

use super::{
    link::{speaker_href, to_speaker},
    text::{all, link, paragraph, shape, span, text},
};
use crate::{
    edition::Edition,
    heads::excerpt,
    messages,
    query::{Facet, Query, View},
    speaking::Voice,
};

/// The height of a name's row in the drawing, and the room for a letter of a name, in CSS pixels.
const ROW: usize = 24;
const LETTER: usize = 7;

/// How many letters of a name are drawn, and how wide arcs are at most, in CSS pixels: on a small telephone, what is wider
/// would be drawn too small to be read.
const LETTERS: usize = 24;
const ARCS: usize = 110;

/// How many CSS pixels letters measure that nobody has made larger or smaller.
const REM: usize = 16;

/// The radius of the dot of whoever said most, and of one who said nothing.
const DOT: u32 = 9;
const SMALL_DOT: u32 = 2;

/// The people of what was found.
pub fn people(edition: &Edition, voices: &[Voice], left_out: usize, query: &Query) -> Html {
    let rows = voices.iter().map(|voice| row(edition, voices, voice, query));
    html! {
        <div class="voices">
            {drawing(edition, voices, query)}
            {paragraph("note", text(messages::ARCS_KEY))}
            <table>
                <thead>
                    <tr>
                        for name in messages::VOICES {
                            <th scope="col">{name}</th>
                        }
                    </tr>
                </thead>
                <tbody>{rows.collect::<Html>()}</tbody>
            </table>
            if left_out > 0 {
                {paragraph("note", text(messages::voices_left_out(left_out)))}
            }
        </div>
    }
}

/// One voice as a row of the table. Its share is a bar as well as a number.
fn row(edition: &Edition, voices: &[Voice], voice: &Voice, query: &Query) -> Html {
    let speaker = |voice: &Voice| &edition.archive.speakers[voice.speaker as usize];
    let own = speaker(voice);
    let total: u32 = voices.iter().map(|voice| voice.said).sum();
    let share = (voice.said * 100 / total.max(1)).to_string();
    let narrowed = query.toggled(Facet::Speaker, &own.slug.clone().into());
    let count = text(messages::number(voice.said as usize));
    let count = if voice.said > 0 { link("", narrowed.viewed(View::List).href(), count) } else { count };
    let names = voice.names.iter().map(|(place, times)| {
        let times = if *times > 1 { messages::times(*times) } else { String::new() };
        span("named", all([to_speaker("", speaker(&voices[*place])), text(times)]))
    });
    html! {
        <tr key={voice.speaker}>
            <th scope="row">{to_speaker("", own)}</th>
            <td>
                {count}
                {bar(share)}
            </td>
            <td>{names.collect::<Html>()}</td>
        </tr>
    }
}

/// A share in percent as a bar.
fn bar(share: String) -> Html {
    let rect = shape("rect", &["width", "height"], vec![share, "8".to_owned()], Html::default());
    let values = ["portion", "0 0 100 8", "none", "true"].map(str::to_owned).into();
    shape("svg", &["class", "viewBox", "preserveAspectRatio", "aria-hidden"], values, rect)
}

fn drawing(edition: &Edition, voices: &[Voice], query: &Query) -> Html {
    let name = |voice: &Voice| excerpt(&edition.archive.speakers[voice.speaker as usize].name, LETTERS);
    let longest = voices.iter().map(|voice| name(voice).chars().count()).max().unwrap_or(0);
    let spine = longest * LETTER + 2 * DOT as usize;
    let middle = |place: usize| place * ROW + ROW / 2;
    // An arc over all rows would be half as wide as it is high.
    let round = (voices.len() * ROW / 2).max(1);
    let wide = round.min(ARCS);
    let arcs = voices.iter().enumerate().flat_map(|(from, voice)| {
        let across = move |from: usize, to: usize| from.abs_diff(to) / 2 * wide / round;
        voice.names.iter().map(move |(to, times)| {
            let ends = [middle(from), middle(*to)];
            arc(spine, ends, across(ends[0], ends[1]), *times)
        })
    });
    let most = voices.iter().map(|voice| voice.said).max().unwrap_or(0).max(1);
    let nodes = voices.iter().enumerate().map(|(place, voice)| {
        let speaker = &edition.archive.speakers[voice.speaker as usize];
        let values = [spine - ROW / 2 - LETTER / 2, middle(place)].into_iter().map(|one| one.to_string());
        let fixed = ["end", "central"].map(str::to_owned);
        let keys = &["x", "y", "text-anchor", "dominant-baseline"];
        let label = shape("text", keys, values.chain(fixed).collect(), text(name(voice)));
        let values = vec![speaker_href(speaker), speaker.name.clone()];
        let label = shape("a", &["href", "aria-label"], values, label);
        let radius = SMALL_DOT + voice.said * (DOT - SMALL_DOT) / most;
        all([label, dot(speaker, voice, [spine, middle(place)], radius, query)])
    });
    let (width, height) = (spine + wide + DOT as usize, voices.len() * ROW);
    // In letters of twice the size it is twice as large.
    let rems = [&width.div_ceil(REM).to_string(), "rem"].concat();
    let view = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    let keys = &["viewBox", "width", "class", "aria-label"];
    let values = vec![view, rems, "arcs".to_owned(), messages::ARCS.to_owned()];
    shape("svg", keys, values, arcs.chain(nodes).collect())
}

/// The dot of somebody: it leads to what they said, or back to what all said. Of somebody who said nothing it is a dot.
fn dot(speaker: &Speaker, voice: &Voice, [x, y]: [usize; 2], radius: u32, query: &Query) -> Html {
    let values = [x, y, radius as usize].map(|one| one.to_string()).into();
    let dot = shape("circle", &["cx", "cy", "r"], values, Html::default());
    if voice.said == 0 {
        return dot;
    }
    // Wide enough to be hit.
    let room = [x - ROW / 2, y - ROW / 2, ROW, ROW].map(|one| one.to_string()).into();
    let room = shape("rect", &["x", "y", "width", "height"], room, Html::default());
    let narrowed = query.toggled(Facet::Speaker, &speaker.slug.clone().into());
    let label = messages::only(&speaker.name, voice.said as usize);
    let title = shape("title", &[], Vec::new(), text(label.clone()));
    shape(
        "a",
        &["href", "aria-label", "class"],
        vec![narrowed.href(), label, "only".into()],
        all([title, room, dot]),
    )
}

/// An arc from one who speaks to one who is named, so far across. Downward it bulges as far as upward: both lead to the
/// right.
fn arc(spine: usize, [from, to]: [usize; 2], across: usize, times: u32) -> Html {
    let radii = [&across.to_string(), " ", &(from.abs_diff(to) / 2).to_string()].concat();
    let sweep = if from < to { " 0 0 1 " } else { " 0 0 0 " };
    let (spine, from, to) = (spine.to_string(), from.to_string(), to.to_string());
    let d = ["M", &spine, " ", &from, "A", &radii, sweep, &spine, " ", &to].concat();
    shape("path", &["d", "stroke-width"], vec![d, times.min(5).to_string()], Html::default())
}
