//! When things were said against when they were printed: a bar a day, a month or a year, above the line for what was
//! said and below it for what was printed.

use std::{cell::Cell, rc::Rc};

use verbatim_extract::Day;
use yew::prelude::*;

use super::text::{all, paragraph, shape, text};
use crate::{dates, messages, query::Query, times::Bar, web::elements};

/// The width of a bar with what parts it from the next, in units of the drawing.
const STEP: u32 = 10;

/// The height of the highest bar, and where the line between said and printed lies.
const HEIGHT: u32 = 60;

/// How many bars there is room for at least: one alone would fill the page.
const FEWEST: usize = 30;

/// The timeline of what was found. A bar leads to its days; drawing over several asks for all of theirs.
pub fn timeline(bars: &[Bar], query: &Query, ask: &Callback<Query>) -> Html {
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else {
        return paragraph("note", text(messages::NO_DAYS));
    };
    let most = bars.iter().map(|bar| bar.said.max(bar.printed)).max().unwrap_or(1);
    let width = (bars.len().max(FEWEST) as u32 * STEP).to_string();
    let begun: Rc<Cell<Option<(Day, Day)>>> = Rc::default();
    let begin = begun.clone();
    let (asked, ask) = (query.clone(), ask.clone());
    let onpointerdown = Callback::from(move |event: PointerEvent| begin.set(days_at(&event)));
    let onpointerup = Callback::from(move |event: PointerEvent| {
        if let (Some(from), Some(to)) = (begun.take(), days_at(&event))
            && from != to
        {
            ask.emit(asked.between(from.0.min(to.0), from.1.max(to.1)));
        }
    });
    let columns = bars.iter().zip(0..).map(|(bar, place)| column(bar, place, most, query));
    html! {
        <figure class="timeline">
            <svg
                viewBox={["0 0 ", &width, " 121"].concat()}
                preserveAspectRatio="none"
                {onpointerdown}
                {onpointerup}
            >
                {columns.collect::<Html>()}
                {shape("path", &["d"], vec![["M0 60.5H", &width].concat()], Html::default())}
            </svg>
            <figcaption>
                {paragraph("ends", text(messages::days(first.first, last.last)))}
                {paragraph("note", text(messages::TIMELINE_KEY))}
            </figcaption>
        </figure>
    }
}

/// One bar, as a link to the statements of its days.
fn column(bar: &Bar, place: u32, most: u32, query: &Query) -> Html {
    let height = |count: u32| (count * HEIGHT).div_ceil(most.max(1));
    let (x, said, printed) = (place * STEP, height(bar.said), height(bar.printed));
    let rect = |class: &str, y: u32, height: u32, inset: u32| {
        let numbers = [x + inset, y, STEP - 2 * inset, height];
        let values = numbers.iter().map(u32::to_string).chain([class.to_owned()]).collect();
        shape("rect", &["x", "y", "width", "height", "class"], values, Html::default())
    };
    let days = messages::days(bar.first, bar.last);
    let label = messages::said_and_printed(&days, bar.said, bar.printed);
    let idle = bar.said + bar.printed == 0;
    let mut drawn = all([
        rect("all", 0, 2 * HEIGHT + 1, 0),
        rect("said", HEIGHT - said, said, 1),
        rect("printed", HEIGHT + 1, printed, 1),
    ]);
    if !idle {
        drawn = all([shape("title", &[], Vec::new(), text(label.clone())), drawn]);
        let values = vec![query.between(bar.first, bar.last).href(), label, "false".to_owned()];
        drawn = shape("a", &["href", "aria-label", "draggable"], values, drawn);
    }
    shape("g", &["data-from", "data-to"], vec![dates::iso(bar.first), dates::iso(bar.last)], drawn)
}

/// The days of the bar that an event came from.
fn days_at(event: &PointerEvent) -> Option<(Day, Day)> {
    let day = |name: &str| dates::parse(&elements::data_of(event, name)?);
    Some((day("data-from")?, day("data-to")?))
}
