//! The shell: what stands around every page, and which page is shown.

use std::rc::Rc;

use yew::prelude::*;
use yew_router::{BrowserRouter, hooks::use_navigator, router::ConcreteRouterProps};

use crate::{
    edition::Edition,
    hooks::{
        AppState, DIALOG, Place, settle, use_app, use_archive, use_arrival, use_place, use_site_keys,
        use_theme, use_title,
    },
    messages,
    pages::{self, Explorer, Page},
    route::{Route, slug_and_id},
    state::{Action, Opening},
    views::text::{button, link, paragraph, quiet_button, span, text},
    web::{Element, elements, history},
};

/// The page in a browser: the shell, with the browser's history around it.
pub fn mount(root: Element) {
    let props = ConcreteRouterProps { children: html! { <Shell /> }, basename: None };
    yew::Renderer::<BrowserRouter>::with_root_and_props(root, props).render();
}

/// The shell around a page. Needs a router around it.
#[component]
pub fn Shell() -> Html {
    let app = use_app();
    let place = use_place();
    let page = page(&app, &place);
    use_archive(&app);
    use_site_keys(&place);
    use_title(page.title);
    use_arrival(&place, app.state.opening != Opening::Loading);
    use_address(&place, &app);
    use_canonical_address(&place, &app);
    use_theme(&app);
    let onclick = use_links(&place, &app);
    html! {
        <div class="page" {onclick}>
            {masthead(&place, &app)}
            {page.body}
            <footer class="colophon">{paragraph("", text(messages::ABOUT_PRIVATE))}</footer>
            {keys()}
        </div>
    }
}

fn page(app: &AppState, place: &Place) -> Page {
    match &app.state.opening {
        Opening::Loading => Page {
            title: AttrValue::default(),
            body: html! {
                <main id="main" class="loading" aria-busy="true">
                    {paragraph("", text(messages::OPENING))}
                </main>
            },
        },
        Opening::Failed(failure) => pages::failed(failure),
        Opening::Ready(edition) => routed(edition, place, app),
    }
}

fn routed(edition: &Rc<Edition>, place: &Place, app: &AppState) -> Page {
    match &place.route {
        Route::Explorer => {
            let props = (edition.clone(), app.clone(), place.clone());
            let body = html! { <Explorer edition={props.0} app={props.1} place={props.2} /> };
            Page { title: place.query.q.clone(), body }
        }
        Route::Statement { address } => pages::statement(edition, address, app),
        Route::Speaker { slug } => pages::speaker(edition, slug),
        Route::Article { slug } => pages::article(edition, slug, &place.fragment),
        Route::About => pages::about(&edition.archive),
        Route::Unknown => pages::nowhere(messages::NO_PAGE, messages::NO_PAGE_LEAD),
    }
}

/// Tells the state about every address that the reader comes to.
#[hook]
fn use_address(place: &Place, app: &AppState) {
    let app = app.clone();
    use_effect_with(place.clone(), move |place| {
        app.tell(match place.route {
            Route::Explorer => Action::Asked(place.query.clone()),
            _ => Action::Arrived,
        });
    });
}

/// Remembers the statement shown as the one the list was left at, and puts the slug of its address right when
/// another was asked for.
#[hook]
fn use_canonical_address(place: &Place, app: &AppState) {
    let app = app.clone();
    let navigator = use_navigator();
    let shown = match (&app.state.opening, &place.route) {
        (Opening::Ready(edition), Route::Statement { address }) => edition.find(&slug_and_id(address).1),
        _ => None,
    };
    use_effect_with((shown, place.route.clone()), move |(shown, wanted)| {
        let (Some(index), Opening::Ready(edition)) = (*shown, &app.state.opening) else {
            return;
        };
        app.tell(Action::Selected(index));
        let route = Route::statement(edition.statement(index));
        if let Some(navigator) = navigator.filter(|_| route != *wanted) {
            navigator.replace(&route);
        }
    });
}

/// Follows links to our own pages without loading them anew. What is still being typed is put into the address
/// first, so that Back finds it.
#[hook]
fn use_links(place: &Place, app: &AppState) -> Callback<MouseEvent> {
    let app = app.clone();
    let navigator = use_navigator();
    let query = place.query.clone();
    let explorer = place.route == Route::Explorer;
    Callback::from(move |event: MouseEvent| {
        let Some(href) = history::followed(&event) else {
            return;
        };
        event.prevent_default();
        let typed = app.state.typed.as_ref().filter(|typed| explorer && !typed.settled);
        if let Some(typed) = typed {
            let query = query.seeking(&typed.text.trim().to_owned().into());
            settle(navigator.as_ref(), &query, typed);
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

fn masthead(place: &Place, app: &AppState) -> Html {
    let theme = app.state.theme.unwrap_or_default();
    let at = |route: Route, name: &'static str| {
        let current = (place.route == route).then_some("page");
        html! { <a href={route.href()} aria-current={current}>{name}</a> }
    };
    let change = app.callback().reform(move |_: MouseEvent| Action::Themed(theme.next()));
    let keys = Callback::from(|_: MouseEvent| elements::open_dialog(DIALOG));
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
