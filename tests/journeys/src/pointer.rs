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
        self.sees(css).await;
        let place = format!(
            "(one => {{ one.scrollIntoView({{ block: 'center' }}); const box = one.getBoundingClientRect();\
             return [box.left, box.width, box.top + box.height / 2] }})(document.querySelector({css:?}))"
        );
        let place = self.says(&place).await;
        let [left, width, y] = [0, 1, 2].map(|at| place[at].as_f64().expect("a number"));
        let to_place = |share: f64| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(60)),
            x: left + width * share,
            y,
        };
        let button = MOUSE_BUTTON_LEFT;
        let actions = [
            to_place(from),
            PointerAction::Down { button },
            to_place((from + to) / 2.0),
            to_place(to),
            PointerAction::Up { button },
        ];
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
        self.client.perform_actions(sequence).await.expect("to draw");
    }
}
