use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use super::AppState;
use crate::{
    edition::Edition,
    state::{Action, Failure},
    web,
};

/// Fetches and opens the archive once, and tells the state how it went.
#[hook]
pub fn use_archive(app: &AppState) {
    let app = app.clone();
    use_effect_with((), move |()| {
        spawn_local(async move {
            let opened = web::archive::fetch().await.and_then(|bytes| {
                let archive = verbatim_archive::open(&bytes).map_err(Failure::Open)?;
                Ok(Rc::new(Edition::new(archive)))
            });
            app.tell(Action::Opened(opened));
        });
    });
}
