//! The shell: what stands around every page, and which page is shown.

use std::rc::Rc;

use verbatim_archive::documents::Explanation;
use verbatim_search::How;
use yew::prelude::*;

use crate::{
    edition::Edition,
    finding::Found,
    hooks::{
        AppState, Search, opening, settle, use_app, use_arrival, use_found, use_list_keys, use_listing,
        use_search, use_selected_words, use_site_keys, use_theme, use_title, use_whole_program,
    },
    later,
    listing::FIRST,
    messages,
    pages::{self, Page},
    place::Place,
    route::{Route, slug_and_id},
    seeking::Seeker,
    state::{Action, Failure, Program},
    views::{
        keys::KEYS,
        palette::PALETTE,
        text::{link, paragraph, quiet_button, span, text},
    },
    web::{elements, history},
};

/// Who finds fewer statements than this is told what else may have been meant.
const FEW: usize = 3;

/// What the page begins with.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ShellProps {
    /// The edition, or why there is none; nothing while it is on its way.
    pub opened: Option<Result<Rc<Edition>, Failure>>,
    /// Who seeks in it, where the page does not do so itself.
    pub seeker: Option<Seeker>,
    /// Where the reader is.
    pub begin: Place,
    /// Whether all of the program is here.
    pub whole: bool,
    /// What was found where the page begins, if that is known.
    #[prop_or_default]
    pub found: Option<Rc<Found>>,
}

/// The shell around a page.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    let app = use_app(&props.begin, props.whole);
    let search = use_search(&app);
    let edition = props.opened.as_ref().and_then(|opened| opened.as_ref().ok());
    let found = use_found(edition, props.seeker.as_ref(), &props.found, &search, &app);
    use_list_keys(&search, &app, &found);
    use_listing(&app, found.len());
    let page = match &props.opened {
        Some(Ok(edition)) => routed(edition, &found, &search, &app),
        Some(Err(failure)) => pages::failed(failure),
        None => Page { title: search.query.q.clone(), body: Html::default() },
    };
    let place = &app.state.place;
    // Who has gone to a statement in the list is about to open it; who types is told how that may go on; who finds
    // little, what else may have been meant, and who finds nothing, why; who finds what is nearly it, in which letters that
    // differs; and a long list is drawn as it is scrolled.
    let begun = app.state.selected.is_some() || app.state.typed.is_some();
    let sought = !search.query.q.is_empty() || search.query.is_filtered();
    let little = sought && found.query.is_some() && (found.by_words < FEW || found.is_empty());
    let nearly = || edition.is_some_and(|edition| is_nearly(edition, &found));
    let whole = app.state.is_whole();
    use_whole_program(
        &app,
        !whole && (!place.is_list() || begun || little || found.len() > FIRST || nearly()),
    );
    use_site_keys(&app);
    use_title(page.title);
    let drawn = props.opened.is_some() && (app.state.is_whole() || place.route == Route::Explorer);
    use_arrival(place, drawn);
    use_canonical_address(edition, &app);
    use_selected_words(&app);
    use_theme(&app);
    let onclick = use_links(&app);
    if matches!(place.route, Route::Embed { .. }) {
        return html! { <div class="page">{page.body}</div> };
    }
    html! {
        <div class="page" {onclick}>
            {masthead(&app)}
            if let Some(why) = &app.state.missed {
                <p class="nothing" role="alert">{text(messages::failure(why))}</p>
            }
            {page.body}
            <footer class="colophon">{paragraph("", text(messages::ABOUT_PRIVATE))}</footer>
            if let (Some(edition), Program::Whole) = (edition, &app.state.program) {
                {later::dialogs(edition, &app)}
            }
        </div>
    }
}

/// Whether the first of what was found is not quite what was sought.
fn is_nearly(edition: &Edition, found: &Found) -> bool {
    let is_near = |found: &Explanation| matches!(found.how, How::Edits(_));
    !found.is_empty() && found.marks(edition, 0).found.iter().any(is_near)
}

fn routed(edition: &Rc<Edition>, found: &Found, search: &Search, app: &AppState) -> Page {
    let place = &app.state.place;
    match (&place.route, &app.state.program) {
        (Route::Explorer, _) => {
            pages::explorer(found.excerpt.as_ref().unwrap_or(edition), found, search, app)
        }
        (_, Program::Whole) => later::page(edition, app),
        (_, program) => pages::incomplete(program),
    }
}

/// Remembers the statement shown as the one the list was left at, and puts the slug of its address right when
/// another was asked for.
#[hook]
fn use_canonical_address(edition: Option<&Rc<Edition>>, app: &AppState) {
    let app = app.clone();
    let wanted = app.state.place.route.clone();
    let words = app.state.place.words.clone();
    let shown = match (edition, &wanted) {
        (Some(edition), Route::Statement { address }) => edition
            .find(&slug_and_id(address).1)
            .map(|index| (index, Route::statement(edition.statement(index)))),
        _ => None,
    };
    use_effect_with((shown, wanted), move |(shown, wanted)| {
        if let Some((index, route)) = shown {
            app.tell(Action::Selected(*index));
            if route != wanted {
                let words = if words.is_empty() {
                    String::new()
                } else {
                    ["/?w=", &*urlencoding::encode(&words)].concat()
                };
                history::replace(&[&route.href(), &*words].concat());
            }
        }
    });
}

/// Follows links to our own pages without loading them anew. What is still being typed is put into the address
/// first, so that Back finds it.
#[hook]
fn use_links(app: &AppState) -> Callback<MouseEvent> {
    let app = app.clone();
    Callback::from(move |event: MouseEvent| {
        let Some(href) = history::followed(&event) else {
            return;
        };
        event.prevent_default();
        let typed = app.state.typed.as_ref().filter(|typed| !typed.settled);
        if let Some(typed) = typed {
            let query = app.state.place.query.seeking(&typed.text.trim().to_owned().into());
            settle(&query, typed);
        }
        history::open(&href);
        elements::scroll_to_top();
    })
}

/// The link past the masthead. It names the page, because a bare fragment would lead to the `<base>`.
fn skip(place: &Place) -> String {
    let page = match place.route {
        Route::Explorer => place.query.href(),
        _ => place.route.href(),
    };
    page + "#main"
}

fn masthead(app: &AppState) -> Html {
    let place = &app.state.place;
    let theme = app.state.theme.unwrap_or_default();
    let at = |route: Route, name: &'static str| {
        let current = (place.route == route).then_some("page");
        html! { <a href={route.href()} aria-current={current}>{name}</a> }
    };
    let change = app.callback().reform(move |_: MouseEvent| Action::Themed(theme.next()));
    html! {
        <header class="masthead">
            {link("skip", skip(place), text(messages::SKIP))}
            <p class="name">
                {link("", Route::Explorer.href(), text(messages::NAME))}
                {span("tagline", text(messages::TAGLINE))}
            </p>
            <nav aria-label={messages::SITE_LINKS}>
                {at(Route::Explorer, messages::EXPLORER)}
                {at(Route::About, messages::ABOUT)}
                {quiet_button(messages::GO_TO, opening(app, PALETTE))}
                {quiet_button(messages::KEYS, opening(app, KEYS))}
                {quiet_button(messages::theme(theme), change)}
            </nav>
        </header>
    }
}
