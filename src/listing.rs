//! Which part of a long list is drawn: what a reader sees, and a window's height before and behind it. The rest is
//! gaps, as high as its statements were when they were drawn, or as those drawn are on average.

use std::{cell::Cell, ops::Range, rc::Rc};

/// How many statements are drawn before it is known how high they are: more than fill a window.
pub const FIRST: usize = 30;

/// How high a statement is thought to be before one is measured, in CSS pixels.
const TYPICAL: f64 = 190.0;

/// The most that gaps may take up together, in CSS pixels: browsers lay out no page of more than some seventeen
/// million. Gaps that would be higher are drawn to scale.
const HIGHEST: f64 = 10_000_000.0;

/// How high the statements of a list are, by their places in it.
#[derive(Debug, Clone, PartialEq)]
struct Heights {
    /// In CSS pixels; 0 for one that was never drawn. Those behind the last one drawn are left out.
    measured: Vec<f64>,
    typical: f64,
}

impl Heights {
    fn at(&self, place: usize) -> f64 {
        self.measured.get(place).copied().filter(|height| *height > 0.0).unwrap_or(self.typical)
    }

    fn of(&self, places: Range<usize>) -> f64 {
        let known = places.end.min(self.measured.len());
        let behind = places.end.saturating_sub(places.start.max(known));
        let within: f64 = (places.start..known).map(|place| self.at(place)).sum();
        within + behind as f64 * self.typical
    }

    /// The place at which this height is reached from `from` on, upward or downward; `end` where it never is.
    fn reached(&self, mut from: usize, end: usize, mut height: f64) -> usize {
        while height > 0.0 && from != end {
            let next = if from < end { from + 1 } else { from - 1 };
            height -= self.at(from.min(next));
            from = next;
        }
        from
    }
}

/// The part of a list that is drawn, and how high the rest is.
#[derive(Debug, Clone)]
pub struct Listing {
    drawn: Range<usize>,
    heights: Rc<Heights>,
    /// What was drawn before the list was put on paper.
    before: Option<Range<usize>>,
    /// What is to be done once the list is drawn so. Done once, and no part of what is drawn.
    pub then: Rc<Cell<Option<Then>>>,
}

/// What is to be done once another part of a list is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Then {
    /// A statement is to be where it was in the window.
    Hold(Line),
    /// The statement at this place is to have the focus.
    Focus(usize),
}

impl Default for Listing {
    fn default() -> Self {
        Listing {
            drawn: 0..FIRST,
            heights: Rc::new(Heights { measured: Vec::new(), typical: TYPICAL }),
            before: None,
            then: Rc::default(),
        }
    }
}

impl PartialEq for Listing {
    fn eq(&self, other: &Self) -> bool {
        self.drawn == other.drawn && Rc::ptr_eq(&self.heights, &other.heights)
    }
}

/// A statement in the window: its place in the list, and where its upper and lower end are, in CSS pixels below the
/// upper end of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Its place in the list.
    pub place: usize,
    /// Its upper end.
    pub top: f64,
    /// Its lower end.
    pub bottom: f64,
}

/// What of a list is in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// The upper end of the list, in CSS pixels below that of the window.
    pub top: f64,
    /// How high the window is.
    pub height: f64,
    /// The statements that are drawn.
    pub lines: Vec<Line>,
}

impl Seen {
    /// The first statement of which something is in the window.
    pub fn topmost(&self) -> Option<Line> {
        self.lines.iter().copied().find(|line| line.bottom > 0.0)
    }
}

impl Listing {
    /// The places that are drawn, of a list of so many.
    pub fn drawn(&self, count: usize) -> Range<usize> {
        self.drawn.start.min(count)..self.drawn.end.min(count)
    }

    /// The places that are drawn, of a list that is long enough.
    pub fn places(&self) -> Range<usize> {
        self.drawn.clone()
    }

    /// Another list is to be drawn, from its beginning.
    pub fn renewed(&self) -> Self {
        Listing { drawn: 0..FIRST, before: None, ..self.unmeasured() }
    }

    /// The same is to be drawn in a window of another width.
    pub fn unmeasured(&self) -> Self {
        let heights = Heights { measured: Vec::new(), typical: self.heights.typical };
        Listing { heights: Rc::new(heights), ..self.clone() }
    }

    /// The list is to be put on paper, this much of it.
    pub fn printing(&self, count: usize) -> Self {
        Listing { drawn: 0..count, before: Some(self.drawn.clone()), ..self.clone() }
    }

    /// Where it is put on paper: what is to be drawn afterwards.
    pub fn printed(&self) -> Option<Self> {
        self.before.clone().map(|before| self.drawing(before))
    }

    /// These places are to be drawn.
    fn drawing(&self, drawn: Range<usize>) -> Self {
        Listing { drawn, before: None, ..self.clone() }
    }

    /// What is around this place is to be drawn, and to have the focus.
    pub fn at(&self, place: usize) -> Self {
        self.then.set(Some(Then::Focus(place)));
        let start = place.saturating_sub(FIRST / 2);
        self.drawing(start..start + FIRST)
    }

    /// How high the gap is in the place of these statements, of a list of so many, in CSS pixels.
    pub fn gap(&self, places: Range<usize>, count: usize) -> u32 {
        if places.is_empty() {
            return 0;
        }
        (self.heights.of(places) * self.scale(count)).round() as u32
    }

    fn scale(&self, count: usize) -> f64 {
        (HIGHEST / self.heights.of(0..count).max(1.0)).min(1.0)
    }

    /// What is to be drawn for a reader who sees this of a list of so many; nothing where enough is drawn.
    pub fn following(&self, seen: &Seen, count: usize) -> Option<Self> {
        let drawn = self.drawn(count);
        let within: Vec<&Line> = seen.lines.iter().filter(|line| drawn.contains(&line.place)).collect();
        let (first, last) = (within.first()?, within.last()?);
        let spare = seen.height / 2.0;
        let in_view = first.top < seen.height && last.bottom > 0.0;
        let enough_above = drawn.start == 0 || first.top <= -spare;
        let enough_below = drawn.end == count || last.bottom >= seen.height + spare;
        if in_view && enough_above && enough_below {
            return None;
        }
        let heights = self.measuring(seen);
        let held = match in_view {
            true => **within.iter().find(|line| line.bottom > 0.0)?,
            false => {
                let scale = self.scale(count);
                let place = heights.reached(0, count - 1, -seen.top / scale);
                let top = seen.top + heights.of(0..place) * scale;
                Line { place, top, bottom: top + heights.at(place) }
            }
        };
        // A list that begins below the window is drawn as if it began at its lower end.
        let top = held.top.min(seen.height);
        let start = heights.reached(held.place, 0, seen.height + top);
        let end = heights.reached(held.place, count, 2.0 * seen.height - top);
        if (start, end) == (drawn.start, drawn.end) {
            return None;
        }
        self.then.set(Some(Then::Hold(held)));
        Some(Listing { drawn: start..end, heights: Rc::new(heights), ..self.clone() })
    }

    /// The heights with those of what is seen.
    fn measuring(&self, seen: &Seen) -> Heights {
        let mut heights = (*self.heights).clone();
        let total: f64 = seen.lines.iter().map(|line| line.bottom - line.top).sum();
        // Were it measured anew each time, all that was never drawn would move.
        if heights.measured.is_empty() && total > 0.0 {
            heights.typical = total / seen.lines.len() as f64;
        }
        for line in &seen.lines {
            if line.place >= heights.measured.len() {
                heights.measured.resize(line.place + 1, 0.0);
            }
            heights.measured[line.place] = line.bottom - line.top;
        }
        heights
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: f64 = 1000.0;

    /// What is seen of a list whose statements are each as high as `high` says, scrolled down this far.
    fn seen(listing: &Listing, count: usize, scrolled: f64, high: impl Fn(usize) -> f64) -> Seen {
        let drawn = listing.drawn(count);
        let mut at = f64::from(listing.gap(0..drawn.start, count)) - scrolled;
        let lines = drawn.map(|place| {
            let top = at;
            at += high(place);
            Line { place, top, bottom: at }
        });
        Seen { top: -scrolled, height: WINDOW, lines: lines.collect() }
    }

    fn uneven(place: usize) -> f64 {
        100.0 + (place % 7) as f64 * 30.0
    }

    /// Scrolls down by steps of this many pixels, holding what is to be held, and calls `check` after each.
    fn scrolling(count: usize, step: f64, steps: usize, check: impl Fn(&Seen, &Listing)) {
        let (mut listing, mut scrolled) = (Listing::default(), 0.0);
        for _ in 0..steps {
            scrolled += step;
            while let Some(followed) = listing.following(&seen(&listing, count, scrolled, uneven), count) {
                listing = followed;
                let now = seen(&listing, count, scrolled, uneven);
                let Some(Then::Hold(held)) = listing.then.take() else {
                    panic!("something is held");
                };
                let line =
                    now.lines.iter().find(|line| line.place == held.place).expect("what is held is drawn");
                scrolled += line.top - held.top;
            }
            check(&seen(&listing, count, scrolled, uneven), &listing);
        }
    }

    #[test]
    fn what_is_in_the_window_is_drawn_and_little_more_however_one_scrolls() {
        for step in [40.0, 700.0, 90_000.0, -300.0] {
            scrolling(100_000, step, 100, |seen, listing| {
                let (first, last) = (seen.lines[0], seen.lines[seen.lines.len() - 1]);
                assert!(first.place == 0 || first.top <= 0.0, "a gap above: {first:?}");
                assert!(last.place == 99_999 || last.bottom >= WINDOW, "a gap below: {last:?}");
                assert!(listing.drawn(100_000).len() <= 60, "{:?}", listing.drawn(100_000));
            });
        }
    }

    #[test]
    fn a_list_is_no_higher_than_browsers_can_lay_out() {
        let listing = Listing::default();
        assert_eq!(listing.gap(0..10, 100), 1900);
        let all = listing.gap(0..1_000_000, 1_000_000);
        assert!(f64::from(all) <= HIGHEST, "{all}");
        assert_eq!(listing.gap(7..7, 100), 0);
    }

    #[test]
    fn a_statement_that_was_measured_is_as_high_as_it_was() {
        let listing = Listing::default();
        let followed =
            listing.following(&seen(&listing, 5000, 4500.0, uneven), 5000).expect("the end of it is near");
        let measured: f64 = (0..10).map(uneven).sum();
        assert_eq!(f64::from(followed.gap(0..10, 5000)), measured);
        assert_eq!(followed.renewed().drawn(5000), 0..FIRST);
        assert_ne!(f64::from(followed.renewed().gap(0..10, 5000)), measured, "another list is another");
    }
}
