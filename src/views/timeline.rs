//! When things were said against when they were printed: a bar an hour, a day, a month or a year, above the line for
//! what was said and below it for what was printed.

use yew::prelude::*;

use super::text::{all, paragraph, shape, span, text};
use crate::{messages, query::Query, times::Bar, web::elements};

/// The width of a bar with what parts it from the next, in units of the drawing.
const STEP: u32 = 10;

/// The height of the highest bar, and where the line between said and printed lies.
const HEIGHT: u32 = 60;

/// Of how many bars each is wide enough to leave more room beside it.
const FEW: usize = 24;

/// How wide a bar with its room is, and all of them at least and at most, in the width of letters.
const WIDE: usize = 4;
const WIDTHS: [usize; 2] = [20, 47];

/// How wide a target of a finger is at least, in CSS pixels: what WCAG 2.2 asks for.
const FINGER: f64 = 24.0;

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

/// The timeline of what was found. A bar leads to its days; drawing over several asks for all of theirs, and so does a
/// finger that touches several.
pub fn timeline(bars: &[Bar], query: &Query, brush: &Brush) -> Html {
    // Where there are hours, bars for whole days stand before them.
    let days = if bars.last().is_some_and(|bar| bar.hour.is_some()) {
        bars.partition_point(|bar| bar.hour.is_none())
    } else {
        0
    };
    let (days, bars) = bars.split_at(days);
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else {
        return paragraph("note", text(messages::NO_DAYS));
    };
    let most = bars.iter().chain(days).map(|bar| bar.said.max(bar.printed)).max().unwrap_or(1);
    let drawn = brush.drawn.filter(|drawn| drawn.iter().all(|at| *at < bars.len()));
    let (from, to) = drawn.map_or((0, 0), |[begun, at]| (begun.min(at), begun.max(at) + 1));
    let scale = Scale { most, inset: if bars.len() > FEW { 1 } else { 3 }, query };
    let of_days = days.iter().map(|day| {
        let begun = bars.partition_point(|bar| bar.last < day.first);
        scale.of_day(day, begun, bars.partition_point(|bar| bar.first <= day.last) - begun)
    });
    let columns = bars.iter().enumerate();
    let columns = columns.map(|(place, bar)| scale.column(bar, place, (from..to).contains(&place)));
    let (first, last) = if to > from + 1 { (&bars[from], &bars[to - 1]) } else { (first, last) };
    let over = Over { bars: bars.to_vec(), query: query.clone(), brush: Brush { drawn, ..brush.clone() } };
    let width = (bars.len() as u32 * STEP).to_string();
    html! {
        <figure class="timeline">
            <svg
                viewBox={["0 0 ", &width, " 121"].concat()}
                width={[&(bars.len() * WIDE).clamp(WIDTHS[0], WIDTHS[1]).to_string(), "rem"].concat()}
                preserveAspectRatio="none"
                onpointerdown={over.hears(Over::begins)}
                onpointermove={over.hears(Over::goes_on)}
                onpointerup={over.hears(Over::ends)}
                onpointercancel={brush.tell.reform(|_: PointerEvent| None)}
                onclick={over.hears(Over::touched)}
                onkeydown={over.hears(Over::pressed)}
            >
                {of_days.chain(columns).collect::<Html>()}
                {shape("path", &["d"], vec![["M0 60.5H", &width].concat()], Html::default())}
            </svg>
            <figcaption>
                <p class="ends" role="status">{text(messages::moments(first.begins(), last.ends()))}</p>
                <p class="colours">
                    {span("said", text(messages::SAID))}
                    {span("printed", text(messages::PRINTED))}
                </p>
                {paragraph("note", text(messages::TIMELINE_KEY))}
                if !days.is_empty() {
                    {paragraph("note", text(messages::NO_HOURS))}
                }
            </figcaption>
        </figure>
    }
}

/// How bars are drawn.
struct Scale<'a> {
    /// What the highest one stands for.
    most: u32,
    /// What parts a bar from the next, on either side.
    inset: u32,
    query: &'a Query,
}

impl Scale<'_> {
    fn height(&self, count: u32) -> u32 {
        (count * HEIGHT).div_ceil(self.most.max(1))
    }

    fn rect(&self, class: &str, [x, y, width, height]: [u32; 4], inset: u32) -> Html {
        let numbers = [x + inset, y, width - 2 * inset, height];
        let values = numbers.iter().map(u32::to_string).chain([class.to_owned()]).collect();
        shape("rect", &["x", "y", "width", "height", "class"], values, Html::default())
    }

    /// A drawing as a link to the statements of a bar.
    fn link(&self, bar: &Bar, label: String, drawn: Html) -> Html {
        let drawn = all([shape("title", &[], Vec::new(), text(label.clone())), drawn]);
        let values = vec![self.query.between(bar.begins(), bar.ends()).href(), label, "false".to_owned()];
        shape("a", &["href", "aria-label", "draggable"], values, drawn)
    }

    /// One bar, as a link to the statements of its days.
    fn column(&self, bar: &Bar, place: usize, is_drawn: bool) -> Html {
        let (x, said, printed) = (place as u32 * STEP, self.height(bar.said), self.height(bar.printed));
        let time = match bar.hour {
            Some(hour) => messages::minute(bar.first, u16::from(hour) * 60),
            None => messages::time(bar.first, bar.last),
        };
        let label = messages::said_and_printed(&time, bar.said, bar.printed);
        // Above hours stands what was said that day.
        let top = if bar.hour.is_some() { HEIGHT } else { 0 };
        let all_of_it = [x, top, STEP, 2 * HEIGHT + 1 - top];
        let mut drawn = all([
            self.rect(if is_drawn { "all over" } else { "all" }, all_of_it, 0),
            self.rect("said", [x, HEIGHT - said, STEP, said], self.inset),
            self.rect("printed", [x, HEIGHT + 1, STEP, printed], self.inset),
        ]);
        if bar.said + bar.printed > 0 {
            drawn = self.link(bar, label, drawn);
        }
        shape("g", &["data-place"], vec![place.to_string()], drawn)
    }

    /// What was said on a day, over so many hours of it.
    fn of_day(&self, day: &Bar, begun: usize, hours: usize) -> Html {
        let (x, width, said) = (begun as u32 * STEP, hours as u32 * STEP, self.height(day.said));
        let label = messages::said_on(&messages::day(day.first), day.said);
        let drawn = all([
            self.rect("all", [x, 0, width, HEIGHT], 0),
            self.rect("said", [x, HEIGHT - said, width, said], self.inset),
        ]);
        self.link(day, label, drawn)
    }
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
    fn at(&self, event: &MouseEvent) -> usize {
        let room = self.bars.len() as f64;
        let (share, _) = elements::share_of_width(event).unwrap_or_default();
        // Beyond either end, numbers are cut to what there is.
        ((share * room) as usize).min(self.bars.len() - 1)
    }

    /// How many bars beside one a finger that is on it covers, to either side.
    fn covered(&self, event: &MouseEvent) -> usize {
        let width =
            elements::share_of_width(event).map_or(FINGER, |(_, width)| width / self.bars.len() as f64);
        if elements::is_touch(event) { ((FINGER / width - 1.0) / 2.0).ceil() as usize } else { 0 }
    }

    /// Where bars are narrower than a finger, touching them asks for the days of all that it covers: these have wider bars
    /// then. Those of which there is nothing are left out at either end.
    fn touched(&self, event: MouseEvent) {
        let (at, beside) = (self.at(&event), self.covered(&event));
        if beside == 0 {
            return;
        }
        // The one bar that it would lead to is chosen by chance.
        event.prevent_default();
        let covered = &self.bars[at.saturating_sub(beside)..(at + beside + 1).min(self.bars.len())];
        let mut filled = covered.iter().filter(|bar| bar.said + bar.printed > 0);
        if let Some(first) = filled.next() {
            let last = filled.next_back().unwrap_or(first);
            self.brush.ask.emit(self.query.between(first.begins(), last.ends()));
        }
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
            let (from, to) = (self.bars[begun.min(at)].begins(), self.bars[begun.max(at)].ends());
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
            elements::step(".timeline g > a", next > at);
            let begun = self.brush.drawn.map_or(at, |[begun, _]| begun);
            self.brush.tell.emit(event.shift_key().then_some([begun, next]));
        }
    }
}
