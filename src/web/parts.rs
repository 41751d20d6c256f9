//! The parts of a large archive: small files in a folder of the page's own host, kept by the browser.

use gloo::{events::EventListener, utils::document};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array, global};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{
    Cache, Element, Event, HtmlMetaElement, KeyboardEvent, ReadableWritablePair, Response, Window,
};

use super::elements::by_id;

/// The id of the element that says in which folder they are.
const FOLDER: &str = "parts";

/// In which folder the parts of the archive are, where it comes in parts.
pub fn folder() -> Option<String> {
    Some(by_id(FOLDER)?.unchecked_into::<HtmlMetaElement>().content())
}

/// How parts are compressed.
const PACKED: &str = "deflate-raw";

/// A folder of parts.
#[derive(Debug)]
pub struct Folder {
    address: String,
    /// Where they are kept, if the browser keeps any: pages that came over an insecure network have nothing of the sort.
    kept: Option<Cache>,
}

impl Folder {
    /// The folder at this address, whose last name is that of its edition.
    pub async fn open(address: String) -> Folder {
        let site = address.trim_end_matches('/').rfind('/').map_or(0, |slash| slash + 1);
        let (site, edition) = address.split_at(site);
        // The service worker throws away what begins like this and is of another edition.
        let name = ["verbatim ", site, " ", edition].concat();
        let opened = scope().caches().map(|caches| JsFuture::from(caches.open(&name)));
        let kept = match opened {
            Ok(opened) => opened.await.ok().map(JsCast::unchecked_into),
            Err(_) => None,
        };
        Folder { address, kept }
    }

    /// The parts of these names, all at once. None where any of them did not come.
    pub async fn fetch(&self, names: &[String]) -> Option<Vec<Vec<u8>>> {
        let fetched = names.iter().map(|name| {
            let part = fetch([&*self.address, name].concat(), self.kept.clone());
            JsFuture::from(future_to_promise(async { Ok(part.await?.into()) }))
        });
        let fetched: Vec<JsFuture> = fetched.collect();
        let mut parts = Vec::with_capacity(fetched.len());
        for part in fetched {
            parts.push(part.await.ok()?.unchecked_into::<Uint8Array>().to_vec());
        }
        Some(parts)
    }
}

/// What of a reader's line is known: whether they asked for as little as possible to be sent over it.
pub fn is_to_be_spared() -> bool {
    let of = |object: JsValue, name: &str| Reflect::get(&object, &name.into()).unwrap_or_default();
    let line = of(of(global().into(), "navigator"), "connection");
    of(line.clone(), "saveData").is_truthy()
        || of(line, "type").as_string().is_some_and(|is| is == "cellular")
}

/// Hears of it, until this is dropped, when the reader does something else than to write into the search box and to go
/// through the list.
pub fn used_otherwise(heard: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    const KEYS: &str =
        " Tab Enter Shift Escape Home End PageUp PageDown ArrowUp ArrowDown ArrowLeft ArrowRight j k ";
    let within = |event: &Event, what: &str| {
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        target.is_some_and(|target| target.closest(what).is_ok_and(|found| found.is_some()))
    };
    let told = heard.clone();
    let clicked = EventListener::new(&document(), "click", move |event| {
        if within(event, "button, select, label") {
            told();
        }
    });
    let pressed = EventListener::new(&document(), "keydown", move |event| {
        let key = event.unchecked_ref::<KeyboardEvent>().key();
        if !within(event, "#q") && !KEYS.contains(&[" ", &*key, " "].concat()) {
            heard();
        }
    });
    [clicked, pressed]
}

/// A part: as it is kept, else from the host, and then it is kept.
async fn fetch(address: String, kept: Option<Cache>) -> Result<Uint8Array, JsValue> {
    if let Some(kept) = &kept {
        let found = JsFuture::from(kept.match_with_str(&address)).await?;
        if let Ok(found) = found.dyn_into::<Response>() {
            return unpacked(&found).await;
        }
    }
    let response: Response = JsFuture::from(scope().fetch_with_str(&address)).await?.unchecked_into();
    if !response.ok() {
        return Err(response.status().into());
    }
    if let Some(kept) = &kept {
        // Where there is no room for it, it is fetched again.
        let _: Promise = kept.put_with_str(&address, &response.clone()?);
    }
    unpacked(&response).await
}

/// What a part is, which lies on the host compressed.
async fn unpacked(response: &Response) -> Result<Uint8Array, JsValue> {
    let body = response.body().ok_or(JsValue::NULL)?;
    // What unpacks is no part of web-sys yet; it has a readable and a writable side, as such a pair has.
    let unpacking: Function = Reflect::get(&global(), &"DecompressionStream".into())?.dyn_into()?;
    let pair = Reflect::construct(&unpacking, &Array::of1(&PACKED.into()))?;
    let unpacked = body.pipe_through(pair.unchecked_ref::<ReadableWritablePair>());
    let unpacked = Response::new_with_opt_readable_stream(Some(&unpacked))?;
    Ok(Uint8Array::new(&JsFuture::from(unpacked.array_buffer()?).await?))
}

fn scope() -> Window {
    // A worker, which is no window, has the same of both.
    global().unchecked_into()
}
