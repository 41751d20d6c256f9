//! The page's worker: another thread that runs the same program, and seeks in the same archive.

use gloo::events::EventListener;
use js_sys::{Array, Promise, Uint8Array, global};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, HtmlMetaElement, MessageEvent, WorkerOptions, WorkerType};

use super::{archive::File, elements::by_id, program};

/// The id of the element that says where the script is that starts the program in a worker.
const SCRIPT: &str = "worker";

/// Whether the page can have a worker.
pub fn is_offered() -> bool {
    by_id(SCRIPT).is_some()
}

/// Whether this thread is the worker.
pub fn is_here() -> bool {
    // To ask for the class of its scope, of which a page knows nothing, would have each page throw an error.
    web_sys::window().is_none()
}

/// What the page hears of its worker.
#[derive(Debug)]
pub enum Said {
    /// It waits for what comes next: the file, and then what is to be sought.
    Ready,
    /// It answers.
    Answer(Vec<u8>),
    /// It cannot go on.
    Failed,
}

/// The page's worker, until this is dropped.
#[derive(Debug)]
pub struct Worker {
    worker: web_sys::Worker,
    _listeners: [EventListener; 2],
}

impl Worker {
    /// Starts it. None where the browser has none to give.
    pub fn start(heard: impl Fn(Said) + Clone + 'static) -> Option<Worker> {
        let script = by_id(SCRIPT)?.unchecked_into::<HtmlMetaElement>().content();
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(&script, &options).ok()?;
        let told = heard.clone();
        let message = EventListener::new(&worker, "message", move |event| {
            told(said(&event.unchecked_ref::<MessageEvent>().data()));
        });
        let error = EventListener::new(&worker, "error", move |_| heard(Said::Failed));
        Some(Worker { worker, _listeners: [message, error] })
    }

    /// Gives it the archive's file, and tells it where the second half of the program is.
    pub fn give(&self, file: &File) {
        let bytes = file.copied();
        let given = Array::of2(&bytes, &JsValue::from(program::address()));
        // A message that does not arrive is never answered; bytes always do.
        let _ = self.worker.post_message_with_transfer(&given, &Array::of1(&bytes.buffer()));
    }

    /// Tells it in which folder the parts of the archive lie, and where the second half of the program is.
    pub fn lead(&self, folder: &str) {
        let given = Array::of2(&JsValue::from(folder), &JsValue::from(program::address()));
        let _ = self.worker.post_message(&given);
    }

    /// Asks it for something.
    pub fn ask(&self, what: &[u8]) {
        let _ = self.worker.post_message(&Uint8Array::from(what));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn said(data: &JsValue) -> Said {
    match data.dyn_ref::<Uint8Array>() {
        Some(answer) => Said::Answer(answer.to_vec()),
        None if data.is_null() => Said::Ready,
        None => Said::Failed,
    }
}

/// What the worker is given to seek in.
#[derive(Debug)]
pub enum Given {
    /// The archive's file.
    File(File),
    /// The folder with its parts.
    Parts(String),
}

/// In the worker: what the page gives it, and where the second half of the program is, if there is one.
pub async fn given() -> Option<(Given, Option<String>)> {
    let scope = scope();
    let message = Promise::new(&mut |resolve, _| scope.set_onmessage(Some(&resolve)));
    say(&JsValue::NULL);
    let message: MessageEvent = JsFuture::from(message).await.ok()?.unchecked_into();
    let given: Array = message.data().unchecked_into();
    let first = given.get(0);
    let what = match first.as_string() {
        Some(folder) => Given::Parts(folder),
        None => Given::File(File::from(first.unchecked_into::<Uint8Array>())),
    };
    Some((what, given.get(1).as_string()))
}

/// In the worker: answers whatever the page asks from now on.
pub fn answer(mut answer: impl FnMut(&[u8]) -> Option<Vec<u8>> + 'static) {
    hear(move |asked| reply(answer(&asked)));
}

/// As [`answer`], where answers take their time.
pub fn answer_later<F: Future<Output = Option<Vec<u8>>> + 'static>(answer: impl Fn(Vec<u8>) -> F + 'static) {
    hear(move |asked| {
        let answered = answer(asked);
        wasm_bindgen_futures::spawn_local(async move { reply(answered.await) });
    });
}

fn reply(answered: Option<Vec<u8>>) {
    match answered {
        Some(answered) => {
            let bytes = Uint8Array::from(&answered[..]);
            let moved = Array::of1(&bytes.buffer());
            let _ = scope().post_message_with_transfer(&bytes, &moved);
        }
        None => fail(),
    }
}

/// Hears whatever the page asks from now on.
fn hear(mut heard: impl FnMut(Vec<u8>) + 'static) {
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        heard(message.data().unchecked_into::<Uint8Array>().to_vec());
    });
    scope().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It answers as long as the worker lives.
    heard.forget();
    say(&JsValue::NULL);
}

/// In the worker: tells the page that it cannot go on.
pub fn fail() {
    say(&JsValue::FALSE);
}

fn say(what: &JsValue) {
    // A page that hears nothing any more needs no answer.
    let _ = scope().post_message(what);
}

fn scope() -> DedicatedWorkerGlobalScope {
    global().unchecked_into()
}
