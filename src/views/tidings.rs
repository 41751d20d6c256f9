//! What is told at the lower end of the window, whatever page is shown: that its address was copied, and that there is a
//! newer edition. It is offered and never put in the place of what is being read.

use yew::{platform::spawn_local, prelude::*};

use super::{
    share::LINK_TEXT,
    text::{button, quiet_button, span, text},
};
use crate::{
    hooks::AppState,
    messages,
    route::Route,
    state::{Action, Copying},
    web::{
        clipboard::{self, Forms},
        elements, history, later, renewal,
    },
};

/// How long the host is not asked again for a newer edition, in milliseconds.
const PAUSE: f64 = 60_000.0;

/// All that there is to be told.
pub fn tidings(app: &AppState) -> Html {
    html! {
        <div class="tidings">
            {copied(app)}
            <Renewal />
        </div>
    }
}

/// Puts the address of the page on the clipboard; where it may not, the reader is given it selected.
pub fn copy_address(app: &AppState) {
    let app = app.clone();
    spawn_local(async move {
        let plain = history::address();
        let copied = clipboard::copy(&Forms { plain: plain.clone(), ..Forms::default() }).await;
        let done = if copied { Copying::Done } else { Copying::Refused(plain.into()) };
        app.tell(Action::Copied(done));
        if !copied {
            later::once_drawn(|| elements::select_text(LINK_TEXT));
        }
    });
}

/// What became of an address that was to be copied. The page of a statement tells it beside what it shares.
fn copied(app: &AppState) -> Html {
    if matches!(app.state.place.route, Route::Statement { .. }) {
        return Html::default();
    }
    let (told, refused) = match &app.state.copying {
        Copying::Idle => ("", None),
        Copying::Done => (messages::ADDRESS_COPIED, None),
        Copying::Refused(what) => (messages::COPY_YOURSELF, Some(what.clone())),
    };
    let close = app.callback().reform(|_: MouseEvent| Action::Copied(Copying::Idle));
    html! {
        <div class="tiding">
            <span id="copied" role="status">{told}</span>
            if let Some(what) = refused {
                <textarea id={LINK_TEXT} readonly=true aria-label={messages::LINK} value={what} />
            }
            if !told.is_empty() {
                {quiet_button(messages::CLOSE, close)}
            }
        </div>
    }
}

/// Whether a newer edition is offered.
#[derive(Clone, Copy, PartialEq)]
enum Offer {
    None,
    Made,
    Declined,
}

/// Offers a newer edition once there is one and the reader comes back to the page. Nothing else depends on it, so it
/// is no part of the page's state.
#[component]
fn Renewal() -> Html {
    let offer = use_state(|| Offer::None);
    let asked = use_mut_ref(|| f64::MIN);
    {
        let offer = offer.clone();
        use_effect_with(*offer, move |now| {
            let waits = *now == Offer::None;
            let heard = move || {
                if renewal::now() - *asked.borrow() < PAUSE {
                    return;
                }
                asked.replace(renewal::now());
                let offer = offer.clone();
                spawn_local(async move {
                    if renewal::is_newer().await {
                        offer.set(Offer::Made);
                    }
                });
            };
            let listeners = waits.then(|| renewal::returns(heard));
            move || drop(listeners)
        });
    }
    let decline = {
        let offer = offer.clone();
        Callback::from(move |_: MouseEvent| offer.set(Offer::Declined))
    };
    html! {
        <div class="tiding" role="status">
            if *offer == Offer::Made {
                {span("", text(messages::NEWER))}
                {button(messages::TO_NEWER, Callback::from(|_: MouseEvent| history::reload()))}
                {quiet_button(messages::NOT_NOW, decline)}
            }
        </div>
    }
}
