//! What the page knows beside its address: the archive, and where the reader is in it.

mod parts;

use std::rc::Rc;

use yew::{AttrValue, Reducible};

pub use self::parts::*;
use crate::{
    listing::Listing,
    place::Place,
    query::{Facet, Query},
    route::Route,
    sharing::selection::Selection,
    shelf::Shelf,
};

/// How many more articles are shown at a time: a text is long.
pub const STORIES: usize = 5;

/// How many choices of a facet are shown before the rest is folded away.
pub const SHOWN: usize = 8;

/// The state of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Where the reader is.
    pub place: Place,
    /// How much of the program is here.
    pub program: Program,
    /// Why something that the reader asked for could not be shown.
    pub missed: Option<Failure>,
    /// The colours; None until those chosen before are looked up.
    pub theme: Option<Theme>,
    /// What is being typed into the search box.
    pub typed: Option<Typed>,
    /// The statement that the keyboard is at, or that was opened last.
    pub selected: Option<u32>,
    /// The part of the list that is drawn.
    pub listing: Listing,
    /// The bars of the timeline that the reader is drawing over: from which, to which.
    pub brush: Option<[usize; 2]>,
    /// How many articles are shown in which something was found.
    pub stories: usize,
    /// Whether the filters are unfolded on a small screen.
    pub filters_open: bool,
    /// The facets whose choices are shown in another way than at first.
    pub sieves: Vec<Sieve>,
    /// What is done in the palette.
    pub palette: Picking,
    /// The link being copied.
    pub copying: Copying,
    /// The words of the statement shown that the reader has selected.
    pub selected_words: Option<Selection>,
    /// What all ways to share the statement need, while they are shown.
    pub sharing: Option<Ways>,
    /// How many paragraphs are shown before and behind those that the statement stands in.
    pub widened: [usize; 2],
    /// What the reader has saved.
    pub shelf: Rc<Shelf>,
    /// What the explorer was asked for last, to lead back to it.
    pub explored: Option<Query>,
}

impl State {
    /// Whether what depends on the browser is known: from the second drawing on.
    pub fn knows_browser(&self) -> bool {
        self.theme.is_some()
    }

    /// The state of a page that was loaded at `place`, with all of the program or its first half.
    pub fn at(place: Place, whole: bool) -> Self {
        State {
            explored: (place.route == Route::Explorer).then(|| place.query.clone()),
            place,
            program: if whole { Program::Whole } else { Program::First },
            missed: None,
            theme: None,
            typed: None,
            selected: None,
            listing: Listing::default(),
            brush: None,
            stories: STORIES,
            filters_open: false,
            sieves: Vec::new(),
            palette: Picking::default(),
            copying: Copying::default(),
            selected_words: None,
            sharing: None,
            widened: [0; 2],
            shelf: Rc::default(),
        }
    }
}

/// What can happen to it.
#[derive(Debug, Clone)]
pub enum Action {
    /// The second half of the program came, or did not.
    Completed(Result<(), Failure>),
    /// What the reader asked for could not be shown.
    Missed(Failure),
    /// The reader wants other colours.
    Themed(Theme),
    /// The search box holds other words.
    Typed(AttrValue),
    /// The address says what the search box says.
    Settled,
    /// The reader is done typing: what is typed next is another search.
    Sought,
    /// The keyboard is at a statement.
    Selected(u32),
    /// Another part of the list is to be drawn.
    Listed(Listing),
    /// The reader draws over bars of the timeline, or has done so.
    Brushed(Option<[usize; 2]>),
    /// More articles are to be shown.
    MoreStories,
    /// The filters are to be folded or unfolded.
    FiltersToggled,
    /// The choices of a facet are to be shown in another way.
    Sifted(Sieve),
    /// Something is done in the palette.
    Picking(Picking),
    /// A link was copied, or not.
    Copied(Copying),
    /// Words of the statement shown are selected, or none are any more.
    WordsSelected(Option<Selection>),
    /// All ways to share are to be shown, or no more.
    Sharing(Option<Ways>),
    /// The citations of the article were fetched.
    Styled(AttrValue),
    /// The paragraph before (0) or behind (1) those shown is to be shown.
    Widened(usize),
    /// What is saved is this.
    Shelf(Rc<Shelf>),
    /// The reader came to another place.
    Arrived(Place),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        match action {
            Action::Completed(came) => {
                state.missed = None;
                state.program = came.map_or_else(Program::Failed, |()| Program::Whole);
            }
            Action::Missed(why) => state.missed = Some(why),
            Action::Themed(theme) => state.theme = Some(theme),
            Action::Typed(text) => {
                let goes_on = state.typed.is_some_and(|typed| typed.settled || !typed.begins);
                state.typed = Some(Typed { text, settled: false, begins: !goes_on });
                state.begin_list();
                state.selected = None;
            }
            Action::Settled => {
                if let Some(typed) = &mut state.typed {
                    typed.settled = true;
                }
            }
            Action::Sought => state.typed = None,
            Action::Selected(statement) => state.selected = Some(statement),
            Action::Listed(listing) => state.listing = listing,
            Action::Brushed(bars) => state.brush = bars,
            Action::MoreStories => state.stories += STORIES,
            Action::FiltersToggled => state.filters_open = !state.filters_open,
            Action::Sifted(sieve) => {
                state.sieves.retain(|other| other.facet != sieve.facet);
                state.sieves.push(sieve);
            }
            Action::Picking(picking) => state.palette = picking,
            Action::Copied(copying) => state.copying = copying,
            Action::WordsSelected(words) => {
                state.selected_words = words;
                state.copying = Copying::Idle;
            }
            Action::Sharing(ways) => state.sharing = ways,
            Action::Styled(file) => {
                if let Some(ways) = &mut state.sharing {
                    ways.styled = file;
                }
            }
            Action::Widened(side) => state.widened[side] += 1,
            Action::Shelf(shelf) => state.shelf = shelf,
            Action::Arrived(place) => state.arrive(place),
        }
        Rc::new(state)
    }
}

impl State {
    /// Whether all of the program is here.
    pub fn is_whole(&self) -> bool {
        self.program == Program::Whole
    }

    /// Something else is listed, from its beginning.
    fn begin_list(&mut self) {
        self.listing = self.listing.renewed();
        self.stories = STORIES;
    }

    /// Which choices of a facet are shown.
    pub fn sieve(&self, facet: Facet) -> Sieve {
        let sieve = self.sieves.iter().find(|sieve| sieve.facet == facet);
        sieve.cloned().unwrap_or(Sieve { facet, text: AttrValue::default(), shown: SHOWN })
    }

    fn arrive(&mut self, place: Place) {
        self.missed = None;
        let asked = (place.route == Route::Explorer).then(|| place.query.clone());
        // An address that follows what is typed may come when more has been typed already.
        let now = &self.place.query;
        let lags = |query: &Query, text: &AttrValue| {
            !query.q.is_empty()
                && text.starts_with(query.q.as_str())
                && query.seeking(text) == now.seeking(text)
        };
        let typed_on = |typed: &Typed| {
            asked.as_ref().is_some_and(|query| {
                typed.text.trim() == query.q || (!typed.settled && lags(query, &typed.text))
            })
        };
        self.typed = self.typed.take().filter(typed_on);
        if place.route != self.place.route {
            self.sharing = None;
            self.widened = [0; 2];
        }
        if place != self.place {
            self.copying = Copying::Idle;
        }
        if (&place.route, &place.words) != (&self.place.route, &self.place.words) {
            self.selected_words = None;
        }
        if asked.is_some() && asked != self.explored {
            self.begin_list();
            self.explored = asked;
        }
        self.place = place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        let begin = Rc::new(State::at(Place::at("/", "", ""), true));
        actions.into_iter().fold(begin, |state, action| state.reduce(action))
    }

    #[test]
    fn what_is_typed_outlives_an_address_that_lags_behind_it() {
        let arrived = |query: &str| Action::Arrived(Place::at("/", query, ""));
        let typed = |text: &'static str| Action::Typed(text.into());
        let state = after([typed("p"), typed("pea"), arrived("q=p")]);
        assert_eq!(state.typed.as_ref().map(|typed| typed.text.as_str()), Some("pea"));
        let state = after([typed("peace"), Action::Settled, arrived("q=p")]);
        assert!(state.typed.is_none(), "going back leads to the words that stood there");
        let state = after([typed("peace"), arrived("q=war")]);
        assert!(state.typed.is_none(), "another search was asked for");
        let state = after([typed("peace kall"), arrived("q=peace&speaker=kaja-kallas")]);
        assert!(state.typed.is_none(), "a name was chosen in the place of what was typed");
    }
}
