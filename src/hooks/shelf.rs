use verbatim_archive::Archive;
use yew::{platform::spawn_local, prelude::*};

use super::AppState;
use crate::{
    shelf::{Saved, Shelf, Trouble},
    state::Action,
    views::shelf::SHELF,
    web::{days, elements, later as timers, shelf},
};

/// Changes what the state holds of the shelf, and returns what the change does.
fn change<T>(app: &AppState, what: impl FnOnce(&mut Shelf) -> T) -> T {
    let mut shelf = (*app.state.shelf).clone();
    let returned = what(&mut shelf);
    app.tell(Action::Shelf(shelf.into()));
    returned
}

/// Reads what is saved, where that was not done, and goes on.
pub fn read(app: &AppState, then: fn()) {
    let app = app.clone();
    spawn_local(async move {
        if !app.state.shelf.read {
            let stored = shelf::read().await;
            change(&app, |shelf| {
                shelf.read = true;
                shelf.trouble = stored.as_ref().err().copied();
                shelf.merge(stored.unwrap_or_default());
            });
        }
        timers::once_drawn(then);
    });
}

/// Opens the list of what is saved.
pub fn open_shelf(app: &AppState) {
    read(app, || elements::open_dialog(SHELF));
}

/// Puts something on the shelf, and stores it.
pub fn put(app: &AppState, saved: Saved) {
    change(app, |shelf| shelf.put(saved.clone()));
    store(app, async move { shelf::write(&[saved]).await });
}

/// Takes something off the shelf, and stores it no more.
pub fn remove(app: &AppState, id: String) {
    change(app, |shelf| shelf.remove(&id));
    store(app, async move { shelf::remove(&id).await });
}

/// Tells what came of storing.
fn store(app: &AppState, stored: impl Future<Output = Result<(), Trouble>> + 'static) {
    let app = app.clone();
    spawn_local(async move {
        let trouble = stored.await.err();
        change(&app, |shelf| shelf.trouble = trouble);
    });
}

/// Saves a statement, or saves it no longer.
pub fn turn(app: &AppState, archive: &Archive, index: u32) {
    let statement = &archive.statements[index as usize];
    let saved = app.state.shelf.find(&statement.id).map(|saved| saved.id.clone());
    match saved {
        Some(id) => remove(app, id),
        None => put(app, Saved::of(archive, statement, days::today())),
    }
}

/// Reads in the file that the reader has chosen.
pub fn import(app: &AppState, event: Event) {
    let app = app.clone();
    spawn_local(async move {
        match shelf::import(&event).await {
            Ok(others) => {
                let changed = change(&app, |shelf| shelf.merge(others));
                store(&app, async move { shelf::write(&changed).await });
            }
            Err(trouble) => change(&app, |shelf| shelf.trouble = Some(trouble)),
        }
    });
}
