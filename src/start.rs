//! How the page starts: what it is drawn from is fetched and opened, in tasks that are short on a slow telephone too, and
//! then it is drawn, or taken over where it was drawn ahead.

use std::rc::Rc;

use verbatim_archive::Opening;
use yew::{AppHandle, BaseComponent, platform::spawn_local};

use crate::{
    app::{Shell, ShellProps},
    edition::Edition,
    later, messages,
    place::Place,
    query::Facet,
    seeking::Seeker,
    state::Failure,
    web::{
        self, Element,
        archive::File,
        elements,
        entrance::{self, Begun},
        history, locale,
        worker::Given,
    },
};

/// From how many bytes of an archive on a worker seeks in it: some three thousand statements. In as many, what a keystroke
/// asks to be sought and counted takes as long as drawing what is found (14 ms beside 11, on a machine with six other
/// things to do on each core): a slow one misses a frame.
const LARGE: u32 = 2_000_000;

/// An edition and who seeks in it, or why there is none.
pub type Opened = Result<(Rc<Edition>, Option<Seeker>), Failure>;

/// Opens the archive that the page names, has a worker open it as well where it is large, and completes the program where
/// the place that the address names is beyond its first half.
///
/// # Errors
/// [`Failure`] when any of it could not be fetched, or is something else.
pub async fn open() -> Opened {
    let file = Rc::new(web::archive::fetch().await?);
    let mut seeker = None;
    if file.len() > LARGE && web::worker::is_offered() {
        // Without its second half, the page seeks by itself.
        seeker = web::program::complete().await.ok().and_then(|()| later::seeker(&file));
    }
    let edition = Rc::new(opened(&file).await?);
    if !history::here().is_list() {
        web::program::complete().await?;
    }
    Ok((edition, seeker))
}

/// Opens an archive piece by piece, and lets the browser do what it has to between them.
async fn opened(file: &File) -> Result<Edition, Failure> {
    let mut opening = Opening::default();
    for piece in file.pieces() {
        opening.take(&piece).map_err(Failure::Open)?;
        web::later::pause().await;
    }
    let fingerprint = opening.fingerprint();
    let (archive, index) = opening.finish().map_err(Failure::Open)?;
    let mut edition = Edition::unsorted(archive, index);
    (edition.size, edition.fingerprint) = (file.len() as usize, fingerprint);
    for facet in Facet::ALL {
        web::later::pause().await;
        edition.sort(facet);
    }
    Ok(edition)
}

/// What the program does as the page's worker.
pub async fn seek_for_the_page() {
    if let Some((given, second)) = web::worker::given().await
        && web::program::complete_from(second).await.is_ok()
    {
        match given {
            Given::Parts(folder) => return later::answer_from_parts(folder),
            Given::File(file) => {
                if let Ok(edition) = opened(&file).await {
                    return later::answer(edition);
                }
            }
        }
    }
    web::worker::fail();
}

/// Shows the page in a browser: begins with parts of its archive, where it has any and they will do.
pub async fn begin() {
    if let Some(folder) = web::parts::folder()
        && web::worker::is_offered()
        && history::here().is_list()
        && web::program::complete().await.is_ok()
        && later::begin(folder).await
    {
        return;
    }
    // What begins, what opens and what draws are long enough each for a slow telephone.
    web::later::pause().await;
    let begin = history::here();
    // Of a page that is to be taken over as it was drawn ahead, nothing is drawn anew.
    let staged = begin.is_list().then(|| Staged::draw(&begin));
    let opened = open().await;
    web::later::pause().await;
    match staged {
        Some(staged) => staged.enter(opened, begin),
        None => mount(opened, begin),
    }
}

/// A page without an edition, drawn where nobody sees it while that is on its way: a browser compiles what draws when it
/// is first called, which takes half as long as drawing the list.
struct Staged {
    root: Element,
    page: AppHandle<Shell>,
}

impl Staged {
    fn draw(begin: &Place) -> Self {
        messages::write_with(locale::writer());
        let root = elements::stage();
        let props = props(None, begin.clone());
        let page = yew::Renderer::<Shell>::with_root_and_props(root.clone(), props).render();
        Staged { root, page }
    }

    /// Has the page take the place of what was drawn ahead, with the list: both before the next paint.
    fn enter(mut self, opened: Opened, begin: Place) {
        let begun = entrance::begun();
        elements::enter(&self.root);
        self.page.update(props(Some(opened), begin));
        take_up(begun);
    }
}

/// Shows the page in a browser, at the place where its address says the reader is: takes over what was drawn ahead,
/// where there is something, else draws it.
fn mount(opened: Opened, begin: Place) {
    let drawn = opened.is_ok().then(|| elements::drawn_ahead(&begin.route.href())).flatten();
    let props = props(Some(opened), begin);
    match drawn {
        Some(drawn) => {
            // What was drawn ahead has its days written so already (styles/first.js), and its numbers are as they are
            // taken over.
            messages::write_with(locale::writer());
            later::take_over(drawn, props);
        }
        None => {
            draw::<Shell>(props);
        }
    }
}

fn props(opened: Option<Opened>, begin: Place) -> ShellProps {
    let (opened, seeker) = match opened {
        Some(Ok((edition, seeker))) => (Some(Ok(edition)), seeker),
        Some(Err(failure)) => (Some(Err(failure)), None),
        None => (None, None),
    };
    ShellProps { opened, seeker, begin, whole: web::program::is_whole(), found: None }
}

/// Draws the page anew, and goes on with what the reader has typed meanwhile.
pub fn draw<Page: BaseComponent>(props: Page::Properties) {
    messages::write_with(locale::writer());
    let begun = entrance::begun();
    yew::Renderer::<Page>::with_root_and_props(elements::root(), props).render();
    take_up(begun);
}

fn take_up(begun: Option<Begun>) {
    if let Some(begun) = begun {
        // Behind the page in the same queue: before the browser hands on the next key.
        spawn_local(async move { begun.take_up() });
    }
}
