//! When things were said against when they were printed: a bar a day, a month or a year, above the line for what was
//! said and below it for what was printed.

use yew::prelude::*;

use super::text::{all, paragraph, shape, text};
use crate::{messages, query::Query, times::Bar, web::elements};

/// The width of a bar with what parts it from the next, in units of the drawing.
const STEP: u32 = 10;

/// The height of the highest bar, and where the line between said and printed lies.
const HEIGHT: u32 = 60;

/// How many bars there is room for at least: one alone would fill the page.
const FEWEST: usize = 12;

/// What draws over bars to ask for their days.
#[derive(Debug, Clone, PartialEq)]
pub struct Brush {
    /// The bars that are being drawn over: from which, to which.
    pub drawn: Option<[usize; 2]>,
    /// Is told of them.
    pub tell: Callback<Option<[usize; 2]>>,
    /// Is asked for the days of those that were drawn over.
    pub ask: Callback<Query>,
}

/// The timeline of what was found. A bar leads to its days; drawing over several asks for all of theirs.
pub fn timeline(bars: &[Bar], query: &Query, brush: &Brush) -> Html {
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else {
        return paragraph("note", text(messages::NO_DAYS));
    };
    let most = bars.iter().map(|bar| bar.said.max(bar.printed)).max().unwrap_or(1);
    let room = bars.len().max(FEWEST);
    let width = (room as u32 * STEP).to_string();
    let drawn = brush.drawn.filter(|drawn| drawn.iter().all(|at| *at < bars.len()));
    let (from, to) = drawn.map_or((0, 0), |[begun, at]| (begun.min(at), begun.max(at) + 1));
    let columns = bars.iter().enumerate();
    let columns = columns.map(|(place, bar)| column(bar, place, most, (from..to).contains(&place), query));
    let (first, last) = if to > from + 1 { (&bars[from], &bars[to - 1]) } else { (first, last) };
    let over = Over { bars: bars.to_vec(), query: query.clone(), brush: Brush { drawn, ..brush.clone() } };
    html! {
        <figure class="timeline">
            <svg
                viewBox={["0 0 ", &width, " 121"].concat()}
                preserveAspectRatio="none"
                onpointerdown={over.hears(Over::begins)}
                onpointermove={over.hears(Over::goes_on)}
                onpointerup={over.hears(Over::ends)}
                onpointercancel={brush.tell.reform(|_: PointerEvent| None)}
                onkeydown={over.hears(Over::pressed)}
            >
                {columns.collect::<Html>()}
                {shape("path", &["d"], vec![["M0 60.5H", &width].concat()], Html::default())}
            </svg>
            <figcaption>
                <p class="ends" role="status">{text(messages::days(first.first, last.last))}</p>
                {paragraph("note", text(messages::TIMELINE_KEY))}
            </figcaption>
        </figure>
    }
}

/// One bar, as a link to the statements of its days.
fn column(bar: &Bar, place: usize, most: u32, is_drawn: bool, query: &Query) -> Html {
    let height = |count: u32| (count * HEIGHT).div_ceil(most.max(1));
    let (x, said, printed) = (place as u32 * STEP, height(bar.said), height(bar.printed));
    let rect = |class: &str, y: u32, height: u32, inset: u32| {
        let numbers = [x + inset, y, STEP - 2 * inset, height];
        let values = numbers.iter().map(u32::to_string).chain([class.to_owned()]).collect();
        shape("rect", &["x", "y", "width", "height", "class"], values, Html::default())
    };
    let label = messages::said_and_printed(&messages::time(bar.first, bar.last), bar.said, bar.printed);
    let mut drawn = all([
        rect(if is_drawn { "all over" } else { "all" }, 0, 2 * HEIGHT + 1, 0),
        rect("said", HEIGHT - said, said, 1),
        rect("printed", HEIGHT + 1, printed, 1),
    ]);
    if bar.said + bar.printed > 0 {
        drawn = all([shape("title", &[], Vec::new(), text(label.clone())), drawn]);
        let values = vec![query.between(bar.first, bar.last).href(), label, "false".to_owned()];
        drawn = shape("a", &["href", "aria-label", "draggable"], values, drawn);
    }
    shape("g", &["data-place"], vec![place.to_string()], drawn)
}

/// The bars while they are drawn over.
#[derive(Clone)]
struct Over {
    bars: Vec<Bar>,
    query: Query,
    brush: Brush,
}

impl Over {
    fn hears<E: 'static>(&self, heard: fn(&Over, E)) -> Callback<E> {
        let over = self.clone();
        Callback::from(move |event| heard(&over, event))
    }

    /// The bar that a pointer is over, or the nearest one.
    fn at(&self, event: &PointerEvent) -> usize {
        let room = self.bars.len().max(FEWEST) as f64;
        let share = elements::share_of_width(event).unwrap_or_default();
        // Beyond either end, numbers are cut to what there is.
        ((share * room) as usize).min(self.bars.len() - 1)
    }

    fn begins(&self, event: PointerEvent) {
        if event.button() == 0 {
            let at = self.at(&event);
            self.brush.tell.emit(Some([at, at]));
        }
    }

    fn goes_on(&self, event: PointerEvent) {
        let at = self.at(&event);
        if let Some([begun, before]) = self.brush.drawn.filter(|_| event.buttons() != 0)
            && at != before
        {
            elements::hold(&event);
            self.brush.tell.emit(Some([begun, at]));
        }
    }

    fn ends(&self, event: PointerEvent) {
        if let Some([begun, _]) = self.brush.drawn {
            self.choose(begun, self.at(&event));
        }
    }

    /// Asks for the days from one bar to another; one alone is a link.
    fn choose(&self, begun: usize, at: usize) {
        self.brush.tell.emit(None);
        if begun != at {
            let (from, to) = (self.bars[begun.min(at)].first, self.bars[begun.max(at)].last);
            self.brush.ask.emit(self.query.between(from, to));
        }
    }

    /// Arrows go to the next bar of which there is something; with Shift, those between are held on to until Enter asks
    /// for their days, or Escape lets go of them.
    fn pressed(&self, event: KeyboardEvent) {
        let place = elements::data_of(&event, "data-place").and_then(|place| place.parse().ok());
        let Some(at) = place.filter(|at: &usize| *at < self.bars.len()) else {
            return;
        };
        let filled = |at: &usize| self.bars[*at].said + self.bars[*at].printed > 0;
        let next = match event.key().as_str() {
            "ArrowRight" => (at + 1..self.bars.len()).find(filled),
            "ArrowLeft" => (0..at).rev().find(filled),
            "Enter" | "Escape" => {
                if let Some([begun, at]) = self.brush.drawn {
                    event.prevent_default();
                    let to = if event.key() == "Enter" { at } else { begun };
                    self.choose(begun, to);
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = next {
            elements::step(".timeline a", next > at);
            let begun = self.brush.drawn.map_or(at, |[begun, _]| begun);
            self.brush.tell.emit(event.shift_key().then_some([begun, next]));
        }
    }
}
