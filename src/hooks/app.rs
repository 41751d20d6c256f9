use yew::{platform::spawn_local, prelude::*};

use crate::{
    place::Place,
    state::{Action, State},
    web::{history, later, program, theme},
};

/// The state of the page and the way to change it.
#[derive(Clone, PartialEq)]
pub struct AppState {
    /// The state.
    pub state: UseReducerHandle<State>,
}

impl AppState {
    /// Tells the state what happened.
    pub fn tell(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// Fetches what is missing of the program, and does `what` when all of it is here; where it did not come, tells
    /// the reader why, if it was the reader who `asked`.
    pub fn complete(&self, asked: bool, what: impl FnOnce() + 'static) {
        let app = self.clone();
        spawn_local(async move {
            let came = program::complete().await;
            app.tell(Action::Completed(came.clone()));
            match came {
                Ok(()) => later::once_drawn(what),
                Err(why) if asked => app.tell(Action::Missed(why)),
                Err(_) => {}
            }
        });
    }

    /// A callback that tells the state what happened.
    pub fn callback(&self) -> Callback<Action> {
        self.state.dispatcher().to_callback()
    }
}

/// The state of the page, from where the reader begins, with all of the program or its first half. Follows the address
/// from then on. What the address picks out of the page comes once the page is there: it is not part of one that was
/// drawn ahead, and a screen reader tells of it.
#[hook]
pub fn use_app(begin: &Place, whole: bool) -> AppState {
    let page = begin.page();
    let app = AppState { state: use_reducer(move || State::at(page, whole)) };
    let tell = app.callback();
    let begin = begin.clone();
    use_effect_with((), move |()| {
        if begin != begin.page() {
            tell.emit(Action::Arrived(begin));
        }
        let listener = history::follow(move |place| tell.emit(Action::Arrived(place)));
        move || drop(listener)
    });
    app
}

/// Fetches what is missing of the program as soon as it is `needed`; where it did not come, the next time that it is.
#[hook]
pub fn use_whole_program(app: &AppState, needed: bool) {
    let app = app.clone();
    use_effect_with(needed && !app.state.is_whole(), move |missing| {
        if *missing {
            app.complete(false, || ());
        }
    });
}

/// Takes up the colours that were chosen before, behind the first drawing, which is long enough by itself for a slow
/// telephone; and wears those that are chosen now.
#[hook]
pub fn use_theme(app: &AppState) {
    let tell = app.callback();
    use_effect_with(app.state.theme, move |chosen| match chosen {
        Some(chosen) => theme::wear(*chosen),
        None => later::once_drawn(move || tell.emit(Action::Themed(theme::chosen()))),
    });
}
