use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use crate::{
    edition::Edition,
    state::{Action, Failure},
    web,
};

/// Fetches and opens the archive once, and tells `told` how it went.
#[hook]
pub fn use_archive(told: Callback<Action>) {
    use_effect_with((), move |()| {
        spawn_local(async move {
            let opened = web::archive::fetch().await.and_then(|bytes| {
                let archive = verbatim_archive::open(&bytes).map_err(Failure::Open)?;
                Ok(Rc::new(Edition::new(archive)))
            });
            told.emit(Action::Opened(opened));
        });
    });
}
