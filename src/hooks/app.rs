use yew::prelude::*;

use crate::state::{Action, State};

/// The state of the page and the way to change it.
#[derive(Clone, PartialEq)]
pub struct AppState {
    /// The state.
    pub state: UseReducerHandle<State>,
    dispatcher: UseReducerDispatcher<State>,
}

impl AppState {
    /// Tells the state what happened.
    pub fn tell(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }

    /// A callback that tells the state what happened.
    pub fn callback(&self) -> Callback<Action> {
        self.dispatcher.to_callback()
    }
}

/// The state and its dispatcher, from the two contexts that the shell provides.
///
/// # Panics
/// Outside the shell.
#[hook]
pub fn use_app() -> AppState {
    AppState {
        state: use_context().expect("the shell provides the state"),
        dispatcher: use_context().expect("the shell provides the dispatcher"),
    }
}
