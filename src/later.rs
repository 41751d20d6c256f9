//! What is seldom used. These functions are the only ways to it, and none is made part of its callers: a release
//! build parts the program at them, and what nothing else needs comes when it is used ([`crate::web::program`]).
//! They are to be called only when all of the program is here.

use std::{pin::Pin, rc::Rc};

use verbatim_search::How;
use yew::prelude::*;

use crate::{
    app::{Shell, ShellProps},
    beginning,
    edition::{Edition, Marks},
    finding::Found,
    hooks::{self, AppState, follow},
    letters, messages,
    pages::{self, Page},
    query::Query,
    route::Route,
    seeking::{self, Answering, Seeker},
    state::{Action, Program, Sieve},
    telling::{self, Told, Wanted},
    views::{self, facets::Turn, text::all, timeline::Brush},
    web::{Element, EventListener, archive::File, elements, later::once_drawn, worker},
};

/// Goes on with a page that was drawn ahead: the list never is. To begin this part and to draw with it are long enough
/// each for a slow telephone.
#[inline(never)]
pub fn take_over(drawn: Element, props: ShellProps) {
    once_drawn(move || {
        yew::Renderer::<Shell>::with_root_and_props(drawn, props).hydrate();
    });
}

/// The pages beside the list.
#[inline(never)]
pub fn page(edition: &Rc<Edition>, app: &AppState) -> Page {
    let place = &app.state.place;
    if edition.is_excerpt() {
        return pages::incomplete(&Program::First);
    }
    match &place.route {
        Route::Statement { address } => pages::statement(edition, address, app),
        Route::Embed { address } => pages::embed(edition, address, app),
        Route::Speaker { slug } => pages::speaker(edition, slug),
        Route::Role { slug } => pages::role(edition, slug),
        Route::Article { slug } => pages::article(edition, slug, &place.fragment),
        Route::About => pages::about(edition),
        _ => pages::nowhere(messages::NO_PAGE, messages::NO_PAGE_LEAD),
    }
}

/// What is told beside the list.
#[inline(never)]
pub fn tell(edition: &Edition, found: &Found, wanted: &Wanted) -> Told {
    match (&found.told, &found.query) {
        (Some(told), _) => Told::clone(told),
        (None, Some(query)) => telling::tell(edition, found, query, wanted),
        (None, None) => Told::default(),
    }
}

/// What else may have been meant by what is sought.
#[inline(never)]
pub fn meant(told: &Told, query: &Query) -> Html {
    pages::meant(told, query)
}

/// Of the words found that are not quite as they were typed, which letters differ.
#[inline(never)]
pub fn letters(typed: &str, marks: &Marks) -> Vec<(AttrValue, String)> {
    let near = marks.found.iter().filter(|found| matches!(found.how, How::Edits(_)));
    near.map(|found| (found.words.clone().into(), messages::letters(&letters::letters(typed, &found.words))))
        .collect()
}

/// The field in which choices of a long facet are looked for.
#[inline(never)]
pub fn sift(sieve: &Sieve, turn: &Callback<Turn>) -> Html {
    views::sift::field(sieve, turn)
}

/// Whether every word of `text` begins one of `label`.
#[inline(never)]
pub fn begins(text: &str, label: &str) -> bool {
    views::sift::begins(text, label)
}

/// Lists what the reader has saved.
#[inline(never)]
pub fn open_shelf(app: &AppState) {
    hooks::shelf::open_shelf(app);
}

/// How what is being typed may go on.
#[inline(never)]
pub fn completions(edition: &Edition, told: &Told, query: &Query) -> Html {
    views::completions::completions(edition, &told.completions, query)
}

/// Why nothing was found, and ways out.
#[inline(never)]
pub fn nothing(edition: &Edition, told: &Told, ask: &Callback<Query>) -> Html {
    views::nothing::nothing(edition, &told.without, ask)
}

/// Tells of the words that the reader selects of the statement shown, until it is dropped; and whether it is saved.
#[inline(never)]
pub fn at_statement(app: &AppState) -> EventListener {
    hooks::shelf::read(app, || ());
    follow(app.callback())
}

/// Has the part of a long list drawn that the reader scrolls to, until it is dropped.
#[inline(never)]
pub fn follow_list(app: &AppState, count: usize) -> Vec<EventListener> {
    hooks::follow_list(app, count)
}

/// The days that there are to choose from.
#[inline(never)]
pub fn times(told: &Told, query: &Query) -> Html {
    views::period::times(&told.days, query)
}

/// Goes to the next statement that is marked in an article, or the next name in a table; or to the one before.
#[inline(never)]
pub fn step(forward: bool) {
    elements::step(".story mark[id] a, .voices tbody th a", forward);
}

/// When things were said against when they were printed.
#[inline(never)]
pub fn timeline(told: &Told, query: &Query, ask: &Callback<Query>, app: &AppState) -> Html {
    let brush =
        Brush { drawn: app.state.brush, tell: app.callback().reform(Action::Brushed), ask: ask.clone() };
    views::timeline::timeline(&told.bars, query, &brush)
}

/// Who speaks of whom.
#[inline(never)]
pub fn people(edition: &Edition, told: &Told, query: &Query) -> Html {
    let (voices, left_out) = &told.voices;
    views::people::people(edition, voices, *left_out, query)
}

/// The articles with what was found in them marked.
#[inline(never)]
pub fn stories(edition: &Edition, told: &Told) -> Html {
    views::stories::stories(edition, &told.stories.0)
}

/// Has a worker seek in the archive of this file.
#[inline(never)]
pub fn seeker(file: &Rc<File>) -> Option<Seeker> {
    // Else the compiler sees which function is returned, and has the first half name it.
    std::hint::black_box(seeking::seeker(seeking::Given::File(file.clone())))
}

/// Begins with parts of an archive, which lie in this folder, and draws the page. False where parts will not do.
#[inline(never)]
pub fn begin(folder: String) -> Pin<Box<dyn Future<Output = bool>>> {
    std::hint::black_box(Box::pin(beginning::begin(folder)))
}

/// Seeks for the page in the parts of an archive, in its worker.
#[inline(never)]
pub fn answer_from_parts(folder: String) {
    yew::platform::spawn_local(beginning::answer(folder));
}

/// Seeks for the page, in its worker.
#[inline(never)]
pub fn answer(edition: Edition) {
    let mut answering = Answering::from(edition);
    worker::answer(move |wish| answering.answer(wish));
}

/// The dialogs, which lie closed behind every page, and what is told on every one.
#[inline(never)]
pub fn dialogs(edition: &Edition, app: &AppState) -> Html {
    let dialogs =
        all([views::palette::palette(edition, app), views::keys::keys(), views::shelf::dialog(app)]);
    all([views::tidings::tidings(app), dialogs])
}
