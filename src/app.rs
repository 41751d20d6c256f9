//! The shell: what stands around every page, and which page is shown.

use std::rc::Rc;

use verbatim_search::Results;
use yew::prelude::*;

use crate::{
    edition::Edition,
    hooks::{
        AppState, DIALOG, Search, settle, use_app, use_arrival, use_list_keys, use_results, use_search,
        use_selected_words, use_site_keys, use_theme, use_title,
    },
    messages,
    pages::{self, Page},
    palette::Goal,
    place::Place,
    route::{Route, slug_and_id},
    state::{Action, Failure},
    views::{
        palette::{PALETTE, palette},
        share::SHARE,
        text::{button, link, paragraph, quiet_button, span, text},
    },
    web::{self, elements, history},
};

/// What the page begins with.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ShellProps {
    /// The edition, or why there is none.
    pub opened: Result<Rc<Edition>, Failure>,
    /// Where the reader is.
    pub begin: Place,
}

/// Opens the archive that the page names.
///
/// # Errors
/// [`Failure`] when it could not be fetched, or is not one.
pub async fn open() -> Result<Rc<Edition>, Failure> {
    let bytes = web::archive::fetch().await?;
    Edition::open(&bytes).map(Rc::new).map_err(Failure::Open)
}

/// Shows the page in a browser, at the place where its address says the reader is: takes over what was drawn ahead,
/// where there is something, else draws it.
pub fn mount(opened: Result<Rc<Edition>, Failure>) {
    let begin = history::here();
    let drawn = opened.is_ok().then(|| elements::drawn_ahead(&begin.route.href())).flatten();
    let props = ShellProps { opened, begin };
    match drawn {
        Some(drawn) => yew::Renderer::<Shell>::with_root_and_props(drawn, props).hydrate(),
        None => yew::Renderer::<Shell>::with_root_and_props(elements::root(), props).render(),
    };
}

/// The shell around a page.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    let app = use_app(&props.begin);
    let search = use_search(&app);
    let edition = props.opened.as_ref().ok();
    let results = use_results(edition, &search, &app);
    use_list_keys(&search, &app);
    let page = match &props.opened {
        Ok(edition) => routed(edition, results, &search, &app),
        Err(failure) => pages::failed(failure),
    };
    let place = &app.state.place;
    use_site_keys(place);
    use_title(page.title);
    use_arrival(place);
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
            {page.body}
            <footer class="colophon">{paragraph("", text(messages::ABOUT_PRIVATE))}</footer>
            {keys()}
            if let Some(edition) = edition {
                {palette(edition, &app, goals(&app))}
            }
        </div>
    }
}

/// Does what is chosen in the palette.
fn goals(app: &AppState) -> Callback<Goal> {
    let app = app.clone();
    Callback::from(move |goal: Goal| match goal {
        Goal::Go(href) => {
            history::open(&href);
            elements::scroll_to_top();
        }
        Goal::Theme => app.tell(Action::Themed(app.state.theme.unwrap_or_default().next())),
        Goal::Keys => elements::open_dialog(DIALOG),
        Goal::Copy => elements::press(SHARE),
    })
}

fn routed(edition: &Rc<Edition>, results: Rc<Results>, search: &Search, app: &AppState) -> Page {
    let place = &app.state.place;
    match &place.route {
        Route::Explorer => pages::explorer(edition, results, search, app),
        Route::Statement { address } => pages::statement(edition, address, app),
        Route::Embed { address } => pages::embed(edition, address),
        Route::Speaker { slug } => pages::speaker(edition, slug),
        Route::Role { slug } => pages::role(edition, slug),
        Route::Article { slug } => pages::article(edition, slug, &place.fragment),
        Route::About => pages::about(&edition.archive),
        Route::Unknown => pages::nowhere(messages::NO_PAGE, messages::NO_PAGE_LEAD),
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
                    ["?w=", &*urlencoding::encode(&words)].concat()
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
    let keys = Callback::from(|_: MouseEvent| elements::open_dialog(DIALOG));
    let go = Callback::from(|_: MouseEvent| elements::open_dialog(PALETTE));
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
                {quiet_button(messages::GO_TO, go)}
                {quiet_button(messages::KEYS, keys)}
                {quiet_button(messages::theme(theme), change)}
            </nav>
        </header>
    }
}

fn keys() -> Html {
    let close = Callback::from(|_: MouseEvent| elements::close_dialog(DIALOG));
    html! {
        <dialog id={DIALOG} aria-labelledby="keys-title">
            <h2 id="keys-title">{messages::KEYS_TITLE}</h2>
            <dl>
                for (keys, what) in messages::KEY_LIST {
                    <div>
                        <dt>
                            for key in keys {
                                <kbd>{*key}</kbd>
                            }
                        </dt>
                        <dd>{what}</dd>
                    </div>
                }
            </dl>
            {button(messages::CLOSE, close)}
        </dialog>
    }
}
