//! What a reader does with a mouse or a finger.

use std::time::Duration;

use fantoccini::actions::{
    ActionSequence, InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};

use crate::Browser;

/// What is moved over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse, with its left button pressed.
    Mouse,
    /// A finger.
    Finger,
}

impl Browser {
    /// Draws over what `css` names, along its middle, from one share of its width to another.
    ///
    /// # Panics
    /// When it is not there.
    pub async fn draws_over(&self, css: &str, from: f64, to: f64, with: Pointer) {
        let [begun, half, over] = self.along(css, [from, (from + to) / 2.0, to]).await;
        let button = MOUSE_BUTTON_LEFT;
        let actions = [begun, PointerAction::Down { button }, half, over, PointerAction::Up { button }];
        self.moves(actions, with).await;
    }

    /// Touches what `css` names, along its middle, at a share of its width.
    ///
    /// # Panics
    /// When it is not there.
    pub async fn touches(&self, css: &str, at: f64) {
        let [there] = self.along(css, [at]).await;
        let button = MOUSE_BUTTON_LEFT;
        let actions = [there, PointerAction::Down { button }, PointerAction::Up { button }];
        self.moves(actions, Pointer::Finger).await;
    }

    /// The ways to shares of the width of what `css` names, along its middle.
    async fn along<const N: usize>(&self, css: &str, shares: [f64; N]) -> [PointerAction; N] {
        self.sees(css).await;
        let place = format!(
            "(one => {{ one.scrollIntoView({{ block: 'center' }}); const box = one.getBoundingClientRect();\
             return [box.left, box.width, box.top + box.height / 2] }})(document.querySelector({css:?}))"
        );
        let place = self.says(&place).await;
        let [left, width, y] = [0, 1, 2].map(|at| place[at].as_f64().expect("a number"));
        let duration = Some(Duration::from_millis(60));
        shares.map(|share| PointerAction::MoveTo { duration, x: left + width * share, y })
    }

    async fn moves(&self, actions: impl IntoIterator<Item = PointerAction>, with: Pointer) {
        let sequence: ActionSequence = match with {
            Pointer::Mouse => {
                let mouse = MouseActions::new("mouse".into());
                actions.into_iter().fold(mouse, |mouse, action| mouse.then(action)).into()
            }
            Pointer::Finger => {
                let finger = TouchActions::new("finger".into());
                actions.into_iter().fold(finger, |finger, action| finger.then(action)).into()
            }
        };
        self.client.perform_actions(sequence).await.expect("to move");
    }
}
