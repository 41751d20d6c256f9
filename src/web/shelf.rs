//! What a reader has saved, in the browser's own database (IndexedDB), and as files.
//!
//! The calls are the browser's own: a crate around them would weigh more than these few lines, and a request is a
//! promise as soon as its two handlers are those of one. A database is made only when something is saved.

use gloo::utils::{document, window};
use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, HtmlInputElement, IdbDatabase, IdbObjectStore, IdbObjectStoreParameters,
    IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

use super::files::save_text;
use crate::shelf::{Saved, Trouble};

const STORE: &str = "saved";

/// The names of a saved statement's parts, in the database and in files.
const KEYS: [&str; 7] = ["id", "address", "speaker", "words", "language", "note", "day"];

/// What the address of every statement begins with: a file that is read in leads to no other place.
const STATEMENTS: &str = "s/";

/// What a file of saved statements is called.
const FILE: &str = "saved-statements.json";

/// Everything that was stored.
///
/// # Errors
/// [`Trouble::Refused`] when the browser lets this page store nothing.
pub async fn read() -> Result<Vec<Saved>, Trouble> {
    let Some(database) = open(false).await? else {
        return Ok(Vec::new());
    };
    let all = transaction(&database, IdbTransactionMode::Readonly)
        .and_then(|transaction| transaction.object_store(STORE)?.get_all());
    let all = finished(all.map_err(refused)?).await?;
    database.close();
    Ok(Array::from(&all).iter().filter_map(|one| saved(&one)).collect())
}

/// Stores these, each in the place of what was stored of the same statement.
///
/// # Errors
/// [`Trouble`] when the browser stores nothing, or no more: then it stores none of them.
pub async fn write(all: &[Saved]) -> Result<(), Trouble> {
    change(true, |store| all.iter().try_for_each(|one| store.put(&object(one)).map(drop))).await
}

/// Stores this no more.
///
/// # Errors
/// [`Trouble`] when the browser stores nothing.
pub async fn remove(id: &str) -> Result<(), Trouble> {
    change(false, |store| store.delete(&JsValue::from_str(id)).map(drop)).await
}

/// Changes what is stored, all at once or not at all.
async fn change(
    make: bool,
    what: impl FnOnce(&IdbObjectStore) -> Result<(), JsValue>,
) -> Result<(), Trouble> {
    let Some(database) = open(make).await? else {
        return Ok(());
    };
    let transaction = transaction(&database, IdbTransactionMode::Readwrite).map_err(refused)?;
    let asked = transaction.object_store(STORE).and_then(|store| what(&store));
    let over = Promise::new(&mut |resolve: Function, reject: Function| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    // Room may be found wanting only at the very end.
    let over = JsFuture::from(over).await.map_err(|_| trouble(transaction.error().as_ref()));
    database.close();
    asked.map_err(refused).and(over.map(drop))
}

fn refused(_: JsValue) -> Trouble {
    Trouble::Refused
}

/// Opens the database of the edition at this address; nothing where there is none and none is to be made.
async fn open(make: bool) -> Result<Option<IdbDatabase>, Trouble> {
    let factory = window().indexed_db().map_err(refused)?.ok_or(Trouble::Refused)?;
    // Several editions can share one origin.
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let request = factory.open_with_u32(&["verbatim ", &base].concat(), 1).map_err(refused)?;
    let opening = request.clone();
    let upgrade = Closure::once_into_js(move |_: Event| upgrade(&opening, make));
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    match finished(request.unchecked_into()).await {
        Ok(database) => Ok(Some(database.unchecked_into())),
        // It was not there, and its making was called off.
        Err(Trouble::Unreadable) if !make => Ok(None),
        Err(trouble) => Err(trouble),
    }
}

/// Makes the store in a database that was not there, or calls its making off.
fn upgrade(request: &IdbOpenDbRequest, make: bool) {
    if !make {
        if let Some(transaction) = request.transaction() {
            // What is called off can only be over already.
            let _ = transaction.abort();
        }
        return;
    }
    if let Ok(database) = request.result() {
        let database: IdbDatabase = database.unchecked_into();
        let parameters = IdbObjectStoreParameters::new();
        parameters.set_key_path(&JsValue::from_str(KEYS[0]));
        // A new database has no store of any name.
        let _ = database.create_object_store_with_optional_parameters(STORE, &parameters);
    }
}

fn transaction(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<IdbTransaction, JsValue> {
    database.transaction_with_str_and_mode(STORE, mode)
}

/// What a request gives, once it does.
async fn finished(request: IdbRequest) -> Result<JsValue, Trouble> {
    let promise = Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result().map_err(|_| Trouble::Refused),
        Err(_) => Err(trouble(request.error().ok().flatten().as_ref())),
    }
}

fn trouble(error: Option<&DomException>) -> Trouble {
    match error.map(DomException::name).as_deref() {
        Some("QuotaExceededError") => Trouble::Full,
        Some("AbortError") => Trouble::Unreadable,
        _ => Trouble::Refused,
    }
}

fn object(one: &Saved) -> JsValue {
    let object = Object::new();
    let parts = [&one.id, &one.address, &one.speaker, &one.words, &one.language, &one.note, &one.day];
    for (key, part) in KEYS.into_iter().zip(parts) {
        // A new object takes every key.
        let _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(part));
    }
    object.into()
}

/// What an object holds of a saved statement; nothing where it does not say of which, and in what words.
fn saved(object: &JsValue) -> Option<Saved> {
    let part = |key: &str| Reflect::get(object, &JsValue::from_str(key)).ok()?.as_string();
    let [id, address, speaker, words, language, note, day] = KEYS.map(part);
    let told = |part: Option<String>| part.unwrap_or_default();
    Some(Saved {
        id: id.filter(|id| !id.is_empty())?,
        address: address.filter(|address| address.starts_with(STATEMENTS))?,
        speaker: told(speaker),
        words: words?,
        language: told(language),
        note: told(note),
        day: told(day),
    })
}

/// Gives the reader a file of what is saved.
pub fn export(all: &[Saved]) {
    let list: Array = all.iter().map(object).collect();
    let text = JSON::stringify_with_replacer_and_space(&list, &JsValue::NULL, &JsValue::from_f64(2.0));
    // Texts can be written as JSON.
    let text = text.ok().and_then(|text| text.as_string()).unwrap_or_default();
    save_text(FILE, "application/json", &text);
}

/// What is saved in the file that a reader has chosen; nothing where none was.
///
/// # Errors
/// [`Trouble::Unreadable`] when it is no file of saved statements.
pub async fn import(event: &Event) -> Result<Vec<Saved>, Trouble> {
    let unreadable = |_| Trouble::Unreadable;
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = input.as_ref().and_then(|input| input.files()?.get(0)) else {
        return Ok(Vec::new());
    };
    let text = JsFuture::from(file.text()).await.map_err(unreadable)?;
    // The same file can be chosen again.
    if let Some(input) = input {
        input.set_value("");
    }
    let list = JSON::parse(&text.as_string().unwrap_or_default()).map_err(unreadable)?;
    let list: Array = list.dyn_into().map_err(unreadable)?;
    let all: Vec<Saved> = list.iter().filter_map(|one| saved(&one)).collect();
    if all.len() < list.length() as usize { Err(Trouble::Unreadable) } else { Ok(all) }
}
