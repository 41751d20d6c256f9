//! What lets the page be installed and opened without a network: a manifest, and a service worker that keeps the files
//! of one edition.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::icons;

/// The service worker's file. Its name stays, since a browser looks for a new edition there.
const WORKER: &str = "sw.js";

/// The colour of the page before it is drawn: `--paper` of the light theme, in styles/tokens.css.
const PAPER: &str = "#fdfcf8";

/// The files of an edition whose names tell what is in them.
const KEPT: &[&str] = &["css", "js", "svg", "vbt", "wasm"];

/// What the service worker does, behind its list of files. What it keeps is never newer or older than the edition it
/// came with: a page goes on with its own, and the next edition takes over when no page of the last one is open.
/// Pages are asked for on the network first, so that a reader who has one sees the newest. A large archive, of which a
/// page begins with parts, is kept once it was asked for; its parts the page keeps itself.
const BEHAVIOUR: &str = r#"
self.addEventListener("install", event =>
  event.waitUntil(caches.open(EDITION).then(cache => cache.addAll(FILES))));
self.addEventListener("activate", event =>
  event.waitUntil(caches.keys().then(names => Promise.all(
    names.filter(name => name.startsWith(PREFIX) && name !== EDITION && name !== PARTS).map(name => caches.delete(name))))));
const keep = asked => fetch(asked).then(answer => {
  const copy = answer.clone();
  if (answer.ok) caches.open(EDITION).then(cache => cache.put(asked, copy));
  return answer;
});
self.addEventListener("fetch", event => {
  const asked = event.request;
  if (asked.method !== "GET" || !asked.url.startsWith(self.registration.scope)) return;
  const kept = what => caches.match(what, { cacheName: EDITION });
  event.respondWith(asked.mode === "navigate"
    ? fetch(asked).catch(() => kept(FILES[0]))
    : kept(asked).then(found => found || (LATE.includes(new URL(asked.url).pathname) ? keep(asked) : fetch(asked))));
});
"#;

/// What is added to the page's script, to install the worker once the page runs.
pub fn registration(public_url: &str) -> String {
    format!(
        "\nif (\"serviceWorker\" in navigator) navigator.serviceWorker.register(\"{public_url}{WORKER}\").catch(() => {{}});\n"
    )
}

/// Writes the manifest, and the page's icon as its pictures. Returns what pages link to of them: what it is, and its
/// address.
///
/// # Errors
/// When the icon is no drawing, or a file cannot be written.
pub fn manifest(dist: &Path, public_url: &str) -> Result<Vec<(&'static str, String)>> {
    let at = |name: &str| public_url.to_owned() + name;
    let (mut icons, mut links) = (Vec::new(), Vec::new());
    for name in files(dist)?.into_iter().filter(|name| name.ends_with(".svg")) {
        icons.push(json!({ "src": at(&name), "sizes": "any", "type": "image/svg+xml" }));
        for icon in icons::draw(dist, &name)? {
            let (src, sizes) = (at(&icon.name), format!("{0}x{0}", icon.size));
            match icon.purpose {
                Some(purpose) => {
                    icons.push(json!({ "src": src, "sizes": sizes, "type": "image/png", "purpose": purpose }))
                }
                None => links.push(("apple-touch-icon", src)),
            }
        }
    }
    let manifest = json!({
        "name": verbatim::shell::whole_name(),
        "short_name": verbatim::NAME,
        "lang": verbatim::shell::LANGUAGE_OF_MESSAGES,
        "start_url": public_url,
        "scope": public_url,
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    });
    let name = super::store(dist, "manifest", "webmanifest", manifest.to_string().as_bytes())?;
    links.push(("manifest", at(&name)));
    Ok(links)
}

/// Writes the service worker. It keeps `html`, the page's shell, and the files that are in `dist` now, the archive
/// among them unless there are `parts` of it, in that folder.
///
/// # Errors
/// When it cannot be written.
pub fn worker(dist: &Path, public_url: &str, html: &str, parts: Option<&str>) -> Result<()> {
    let (late, names): (Vec<_>, Vec<_>) =
        files(dist)?.into_iter().partition(|name| parts.is_some() && name.ends_with(".vbt"));
    let mut hash = Sha256::new();
    hash.update(html);
    hash.update(names.concat());
    let edition = super::hex(&hash.finalize()[..super::NAME_BYTES]);
    // The shell comes first: it stands for every page.
    let files: Vec<String> =
        [String::new()].into_iter().chain(names).map(|name| [public_url, &name].concat()).collect();
    // Two editions on one host, each under its own base, keep out of each other's way.
    let prefix = ["verbatim ", public_url, " "].concat();
    let late: Vec<String> = late.into_iter().map(|name| [public_url, &name].concat()).collect();
    let head = format!(
        "const PREFIX = {};\nconst EDITION = PREFIX + {};\nconst PARTS = PREFIX + {};\nconst FILES = {};\n\
         const LATE = {};",
        json!(prefix),
        json!(edition),
        json!(parts.unwrap_or_default()),
        json!(files),
        json!(late)
    );
    fs::write(dist.join(WORKER), head + BEHAVIOUR).with_context(|| format!("{WORKER} cannot be written"))
}

/// The names of the files to keep, sorted, so that the same page gives the same worker.
fn files(dist: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(dist).with_context(|| format!("{} cannot be read", dist.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let kept = path.extension().is_some_and(|is| KEPT.iter().any(|extension| is == *extension));
        let name = path.file_name().and_then(|name| name.to_str());
        names.extend(name.filter(|name| kept && *name != WORKER).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}
