//! `verbatim page`: the last step of a build. Takes what Trunk has put together and makes of it a page that
//! any static host can serve: nothing inline, every file named by its content, the program in two parts, the archive
//! beside it, a Content-Security-Policy inside it, a service worker that keeps it for when there is no network, and
//! `404.html` for addresses that only the app understands.

mod glue;
mod icons;
mod names;
mod offline;
mod order;
mod paint;
mod part;
mod shell;
mod shrink;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::{parts, prerender};

/// The policy that every page carries. `'wasm-unsafe-eval'` lets it compile its own WebAssembly and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; \
     base-uri 'self'; form-action 'none'";

/// How the names of the files begin that come when they are used.
const LATER: &str = "later";

/// How many bytes of SHA-256 name a file: enough that two versions of a page never share a name.
const NAME_BYTES: usize = 6;

/// What `verbatim page` is asked to do.
#[derive(Debug, clap::Args)]
pub struct Page {
    /// The folder that Trunk has filled
    #[arg(long, env = "TRUNK_STAGING_DIR")]
    dist: PathBuf,
    /// Where the page will be served: "/" or a path that begins and ends with a slash
    #[arg(long, env = "TRUNK_PUBLIC_URL")]
    public_url: String,
    /// The archive that `verbatim bake` has written
    #[arg(long)]
    archive: PathBuf,
    /// Make the page as small as it can be, where wasm-opt and esbuild are installed
    #[arg(long, env = "TRUNK_PROFILE", value_parser = |profile: &str| anyhow::Ok(profile == "release"))]
    release: bool,
    /// Where to keep what wasm-opt has made, for the next time
    #[arg(long, default_value = "target/wasm-opt")]
    kept: PathBuf,
    #[command(flatten)]
    ahead: prerender::Options,
}

/// Finishes the page in `page.dist`.
///
/// # Errors
/// When a file cannot be read or written, or the page holds something that its own policy would block.
pub fn finish(page: &Page) -> Result<()> {
    ensure!(
        page.public_url.starts_with('/') && page.public_url.ends_with('/'),
        "the public URL is {:?}: give a path that begins and ends with a slash, such as / or /news/quotes/",
        page.public_url
    );
    let index = page.dist.join("index.html");
    let html = fs::read_to_string(&index).with_context(|| format!("{} cannot be read", index.display()))?;
    let later = page.release.then(|| part::part(&page.dist)).transpose()?.flatten();
    if page.release {
        names::shorten(&page.dist)?;
        shrink::shrink(&page.dist, &page.kept)?;
        glue::minify(&page.dist)?;
    }
    let (html, programs) = rename_programs(&page.dist, html)?;
    let found = shell::survey(&html)?;
    if let Some(offence) = found.offences.first() {
        bail!("the page's policy would block {offence}: put it in a file of its own");
    }
    let archive =
        fs::read(&page.archive).with_context(|| format!("{} cannot be read", page.archive.display()))?;
    let link = |name: String| format!("{}{name}", page.public_url);
    let bound = Bound::of(&programs, &found.scripts);
    let complete = match (&later, &bound) {
        (Some(later), Some(bound)) => completion(page, later.script, bound)?,
        _ => String::new(),
    };
    let name = adopt(&page.dist, &page.archive, "archive")?;
    let parts = parts::write(&page.dist, &name, &archive)?;
    let (mut now, mut then) = (found.stylesheets, found.later_stylesheets);
    if later.is_none() {
        // The program comes at once, and so does what it draws with.
        now.append(&mut then);
    }
    let changes = shell::Changes {
        policy: POLICY,
        archive: link(name),
        parts: parts.clone().map(link),
        once_painted: page.release
            && found.scripts.iter().any(|script| paint::once_painted(script).is_some()),
        scripts: found
            .scripts
            .iter()
            .map(|script| {
                let mut script = reachable(script, &page.public_url);
                if page.release {
                    script = complete.clone() + &paint::once_painted(&script).unwrap_or(script);
                    script += &offline::registration(&page.public_url);
                }
                Ok(link(store(&page.dist, "start", "js", script.as_bytes())?))
            })
            .collect::<Result<_>>()?,
        later: later
            .map(|later| {
                Ok::<_, anyhow::Error>(link(adopt(&page.dist, &page.dist.join(later.program), LATER)?))
            })
            .transpose()?,
        worker: bound.as_ref().map(|bound| worker(page, bound, &complete)).transpose()?.map(link),
        stylesheet: gather(&page.dist, "style", &now)?.map(link),
        later_stylesheet: gather(&page.dist, LATER, &then)?.map(link),
        installing: match page.release {
            true => offline::manifest(&page.dist, &page.public_url)?,
            false => Vec::new(),
        },
    };
    let html = shell::rewrite(&html, &changes)?;
    for name in ["index.html", "404.html"] {
        fs::write(page.dist.join(name), &html).with_context(|| format!("{name} cannot be written"))?;
    }
    if page.release {
        offline::worker(&page.dist, &page.public_url, &html, parts.as_deref())?;
    }
    // While somebody works on the page, it is drawn when it is opened: each change would draw all of it anew.
    if page.release && shell::has_root(&html)? {
        prerender::prerender(&page.dist, &html, &archive, &page.public_url, &page.ahead)?;
    }
    Ok(())
}

/// Names the scripts and programs in `dist` by what they are now: Trunk names them by what they were before
/// they were bound and shrunk, so that two different files could bear one name. Returns these names too.
fn rename_programs(dist: &Path, mut html: String) -> Result<(String, Vec<String>)> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist).with_context(|| format!("{} cannot be read", dist.display()))? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        let (Some(old), Some(extension @ ("js" | "wasm"))) =
            (path.file_name().and_then(|name| name.to_str()), extension)
        else {
            continue;
        };
        if html.contains(old) {
            let new = adopt(dist, &path, "verbatim")?;
            debug_assert!(new.ends_with(extension));
            html = html.replace(old, &new);
            names.push(new);
        }
    }
    Ok((html, names))
}

/// The page's program, and the script that binds it to a browser.
struct Bound<'a> {
    script: &'a str,
    program: &'a str,
}

impl<'a> Bound<'a> {
    /// Those of `programs` that one of the `loaders` starts.
    fn of(programs: &'a [String], loaders: &[String]) -> Option<Self> {
        let loaded = |extension: &str| {
            programs.iter().find(|name| {
                name.ends_with(extension) && loaders.iter().any(|loader| loader.contains(name.as_str()))
            })
        };
        Some(Self { script: loaded(".js")?, program: loaded(".wasm")? })
    }
}

/// Writes the script that begins the second program, and returns the beginning of each script that starts the first: it
/// says how that is done.
fn completion(page: &Page, second: &str, bound: &Bound<'_>) -> Result<String> {
    let path = page.dist.join(second);
    let script = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    fs::remove_file(&path).with_context(|| format!("{} cannot be moved", path.display()))?;
    let script = script.replace(part::GLUE, &[&page.public_url, bound.script].concat());
    let name = store(&page.dist, LATER, "js", script.as_bytes())?;
    // A browser that could not fetch a script may say so for ever, and asks once more for one by another address.
    Ok(format!(
        "const later = \"{}{name}\";\nglobalThis.beginLater = async program =>\n\
         \x20 (await import(later).catch(() => import(later + \"?\" + Date.now()))).default(program);\n",
        page.public_url
    ))
}

/// Writes the script that starts the page's program in a worker, where it finds out that it is in one, and returns its
/// name.
fn worker(page: &Page, bound: &Bound<'_>, complete: &str) -> Result<String> {
    let (Bound { script, program }, at) = (bound, &page.public_url);
    let script = format!(
        "import start from \"{at}{script}\";\n{complete}start({{ module_or_path: \"{at}{program}\" }});\n"
    );
    store(&page.dist, "worker", "js", script.as_bytes())
}

/// The files in `dist` of this extension, by name.
fn files(dist: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(dist).with_context(|| format!("{} cannot be read", dist.display()))?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let mut paths: Vec<_> =
        paths.into_iter().filter(|path| path.extension().is_some_and(|is| is == extension)).collect();
    paths.sort();
    Ok(paths)
}

/// Moves `file` to the name that its content gives it and returns that name.
fn adopt(dist: &Path, file: &Path, stem: &str) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let extension = file
        .extension()
        .and_then(|extension| extension.to_str())
        .with_context(|| format!("{} has no extension", file.display()))?;
    let name = store(dist, stem, extension, &bytes)?;
    if file.parent() == Some(dist) && !file.ends_with(&name) {
        fs::remove_file(file).with_context(|| format!("{} cannot be moved", file.display()))?;
    }
    Ok(name)
}

/// Writes `bytes` under the name that they give and returns that name.
fn store(dist: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let digest = Sha256::digest(bytes);
    let hash = hex(&digest[..NAME_BYTES]);
    let name = format!("{stem}-{hash}.{extension}");
    fs::write(dist.join(&name), bytes).with_context(|| format!("{name} cannot be written"))?;
    Ok(name)
}

/// Puts stylesheets into one file, in their order: one request, and one compression for all of them.
fn gather(dist: &Path, stem: &str, hrefs: &[String]) -> Result<Option<String>> {
    let mut all = String::new();
    for href in hrefs {
        let name = href.rsplit('/').next().unwrap_or(href);
        let path = dist.join(name);
        all += fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?
            .trim_end();
        all.push('\n');
        fs::remove_file(&path).with_context(|| format!("{} cannot be moved", path.display()))?;
    }
    (!hrefs.is_empty()).then(|| store(dist, stem, "css", all.as_bytes())).transpose()
}

/// Trunk's server fills these two marks in when it sends a page; a script in a file it sends as it is.
fn reachable(script: &str, public_url: &str) -> String {
    script
        .replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host")
        .replace("`{{__TRUNK_ADDRESS__}}`", "window.location.host")
        .replace("{{__TRUNK_WS_BASE__}}", public_url)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
