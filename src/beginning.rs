//! A page that begins with parts of a large archive: it shows what is found as soon as the parts of that are here, and
//! fetches the whole archive when it is asked for more than they tell, or once it has nothing else to do.

use std::{cell::RefCell, rc::Rc};

use verbatim_archive::parts::{Excerpt, HEAD, Parts};
use yew::{
    platform::{pinned::oneshot, spawn_local},
    prelude::*,
};

use crate::{
    app::Shell,
    edition::Edition,
    finding::Found,
    listing::FIRST,
    place::Place,
    seeking::{Given, PartsAnswering, Seeker, Wish, answered, seeker},
    start,
    state::Failure,
    telling::Wanted,
    web::{self, history, later, parts},
};

/// How long a reader does nothing that parts do not tell of before the whole archive is fetched for what may come next,
/// and for when there is no network, in milliseconds: a reader who finds what was sought is gone by then.
const IDLE: u32 = 20_000;

/// An edition, and who seeks in it.
type Opened = (Rc<Edition>, Option<Seeker>);

/// What the page begins with.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct BeginningProps {
    /// Who seeks in the parts, until the whole is here.
    pub seeker: Rc<RefCell<Option<Seeker>>>,
    /// What was found first.
    pub found: Rc<Found>,
    /// Where the reader is.
    pub begin: Place,
}

/// Has a worker open the parts in this folder, and draws what it finds first. False where it finds nothing out.
pub async fn begin(folder: String) -> bool {
    let begin = history::here();
    let Some(seeker) = seeker(Given::Parts(folder)) else {
        return false;
    };
    let (tell, told) = oneshot::channel();
    let tell = RefCell::new(Some(tell));
    let hearing = Callback::from(move |found| {
        if let Some(tell) = tell.take() {
            let _ = tell.send(found);
        }
    });
    let wish =
        Wish { query: begin.query.clone(), wanted: Wanted::default(), drawn: 0..FIRST, selected: None };
    seeker.emit((wish, hearing));
    match told.await {
        Ok(Some(found)) => {
            let seeker = Rc::new(RefCell::new(Some(seeker)));
            start::draw::<Beginning>(BeginningProps { seeker, found, begin });
            true
        }
        _ => false,
    }
}

/// In the worker: answers from the parts in this folder.
pub async fn answer(folder: String) {
    let folder = Rc::new(parts::Folder::open(folder).await);
    let head = folder.fetch(&[HEAD.to_owned()]).await;
    let opened = head.and_then(|head| Parts::open(&head[0]).ok());
    match opened {
        Some(opened) => {
            let answering = Rc::new(RefCell::new(PartsAnswering::from(opened)));
            web::worker::answer_later(move |wish| answered(answering.clone(), folder.clone(), wish));
        }
        None => web::worker::fail(),
    }
}

/// The page, with an excerpt of the edition and then with all of it.
#[component]
pub fn Beginning(props: &BeginningProps) -> Html {
    let whole = use_state(|| None::<Result<Opened, Failure>>);
    let excerpt = use_memo((), |()| Edition::excerpt(Excerpt::default()));
    let need = use_need(&whole);
    let seeker = {
        let (seeker, need) = (props.seeker.clone(), need.clone());
        use_callback((), move |(wish, hearing): (Wish, Callback<Option<Rc<Found>>>), ()| {
            let need = need.clone();
            let heard = Callback::from(move |found: Option<Rc<Found>>| match found {
                Some(found) => hearing.emit(Some(found)),
                None => need.emit(true),
            });
            if let Some(seeker) = &*seeker.borrow() {
                seeker.emit((wish, heard));
            }
        })
    };
    use_effect_with((whole.is_some(), props.seeker.clone()), |(is_whole, parts)| {
        if *is_whole {
            // Its worker ends with it.
            parts.replace(None);
        }
    });
    use_effect_with((), move |()| {
        let followed = need.clone();
        let follows = history::follow(move |place| {
            if !place.is_list() {
                followed.emit(true);
            }
        });
        let used = need.clone();
        let uses = parts::used_otherwise(move || used.emit(true));
        let idle = later::after(IDLE, move || {
            if !parts::is_to_be_spared() {
                need.emit(false);
            }
        });
        move || drop((follows, uses, idle))
    });
    let (opened, seeker) = match &*whole {
        None => (Ok(excerpt), Some(seeker)),
        Some(Ok((edition, seeker))) => (Ok(edition.clone()), seeker.clone()),
        Some(Err(failure)) => (Err(failure.clone()), None),
    };
    html! { <Shell opened={Some(opened)} {seeker} begin={props.begin.clone()} whole=true found={props.found.clone()} /> }
}

/// Fetches the whole archive, once. Where it does not come, those who need it are told why; else it is tried again when
/// it is needed.
#[hook]
fn use_need(whole: &UseStateHandle<Option<Result<Opened, Failure>>>) -> Callback<bool> {
    let (begun, needed) = (use_mut_ref(|| false), use_mut_ref(|| false));
    let set = whole.setter();
    use_callback((), move |is_needed: bool, ()| {
        let (begun, needed, set) = (begun.clone(), needed.clone(), set.clone());
        *needed.borrow_mut() |= is_needed;
        if !begun.replace(true) {
            spawn_local(async move {
                match start::open().await {
                    Err(_) if !*needed.borrow() => *begun.borrow_mut() = false,
                    opened => set.set(Some(opened)),
                }
            });
        }
    })
}
