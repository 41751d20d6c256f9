//! Serving and building the page, both by Trunk.

use std::{
    env,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{
    fonts,
    run::{command, hand_over, root, run, table},
    tools::Tools,
};

/// A page to build.
pub struct Site<'a> {
    /// The path at which its host will serve it.
    pub base: &'a str,
    /// The folder of articles, where it is not the project's own.
    pub articles: Option<&'a Path>,
    /// The whole address at which it will be published, where that is known.
    pub address: Option<&'a str>,
    /// Where to put it.
    pub out: &'a Path,
}

/// What of the page is drawn ahead, where it is not everything.
#[derive(Default)]
pub struct Ahead {
    /// At most so many pages.
    pub limit: Option<usize>,
    /// No pictures of statements.
    pub no_images: bool,
}

/// Serves the page at 127.0.0.1 until it is interrupted, and rebuilds it whenever something changes.
///
/// # Errors
/// When the port is taken, the folder is not there, or Trunk fails.
pub fn serve(tools: &Tools, articles: Option<&Path>, port: u16) -> Result<()> {
    TcpListener::bind(("127.0.0.1", port))
        .map(drop)
        .with_context(|| format!("port {port} cannot be used: pass another one with --port"))?;
    let mut trunk = trunk(tools, "serve");
    if let Some(folder) = give(&mut trunk, articles)? {
        for watched in watched()?.into_iter().chain([folder]) {
            trunk.arg("--watch").arg(watched);
        }
    }
    hand_over(trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]))
}

/// Builds the page as it is published.
///
/// # Errors
/// When `site` makes no sense or Trunk fails.
pub fn build(tools: &Tools, site: &Site<'_>) -> Result<()> {
    build_with(tools, site, &Ahead::default())
}

/// As [`build`], with not everything drawn ahead.
///
/// # Errors
/// As [`build`].
pub fn build_with(tools: &Tools, site: &Site<'_>, ahead: &Ahead) -> Result<()> {
    let mut trunk = release(tools, site)?;
    trunk.envs(ahead.limit.map(|limit| ("VERBATIM_PRERENDER_LIMIT", limit.to_string())));
    trunk.envs(ahead.no_images.then_some(("VERBATIM_NO_IMAGES", "true")));
    run(&mut trunk)
}

/// Builds an example in its own shell, the `.html` beside it.
///
/// # Errors
/// As [`build`].
pub fn build_example(tools: &Tools, site: &Site<'_>, example: &str) -> Result<()> {
    let shell = format!("examples/{example}.html");
    run(release(tools, site)?.args(["--example", example, &shell]))
}

fn release(tools: &Tools, site: &Site<'_>) -> Result<Command> {
    ensure!(
        site.base.starts_with('/') && site.base.ends_with('/'),
        "--base {:?}: give a path that begins and ends with a slash, such as /news/quotes/",
        site.base
    );
    let mut trunk = trunk(tools, "build");
    give(&mut trunk, site.articles)?;
    if let Some(address) = site.address {
        trunk.env("VERBATIM_SITE", address);
    }
    // Only pages of a known site have pictures.
    if site.address.is_some() || env::var_os("VERBATIM_SITE").is_some() {
        let articles = site.articles.map_or_else(|| Ok(root().join("articles")), absolute)?;
        trunk.envs(fonts::of(&articles).map(|folders| ("VERBATIM_CARD_FONTS", folders)));
    }
    if let Some(flags) = anonymous() {
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    }
    trunk.args(["--release", "--public-url", site.base, "--dist"]).arg(absolute(site.out)?);
    Ok(trunk)
}

/// What keeps the folders of whoever builds the page out of the text of its panics. Only cargo knows the whole
/// path of a crate; a path with a space in it could not be handed on.
fn anonymous() -> Option<String> {
    let home =
        env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let crates = home.join("registry/src");
    let crates = crates.to_str().filter(|path| !path.contains(' '))?;
    Some(format!("--remap-path-prefix={crates}=crates"))
}

fn trunk(tools: &Tools, verb: &str) -> Command {
    let mut trunk = command("trunk");
    tools
        .equip(&mut trunk)
        // Some environments set this to 1, which Trunk takes for a mistake.
        .env_remove("NO_COLOR")
        // A compiler's error should not drown in Trunk's own backtrace.
        .env("RUST_LIB_BACKTRACE", "0")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .arg(verb);
    trunk
}

/// Hands a folder of articles to Trunk's hooks.
fn give(trunk: &mut Command, articles: Option<&Path>) -> Result<Option<PathBuf>> {
    let Some(articles) = articles else {
        return Ok(None);
    };
    let folder = absolute(articles)?;
    ensure!(folder.is_dir(), "--articles: there is no folder {}", articles.display());
    trunk.env("VERBATIM_ARTICLES", &folder);
    Ok(Some(folder))
}

/// A path as the caller meant it: `cargo xtask` may be called from any folder of the project.
fn absolute(path: &Path) -> Result<PathBuf> {
    Ok(env::current_dir()?.join(path))
}

/// What `Trunk.toml` has Trunk watch.
fn watched() -> Result<Vec<PathBuf>> {
    let settings = table("Trunk.toml")?;
    let paths = settings.get("watch").and_then(|watch| watch.get("watch")?.as_array());
    Ok(paths.into_iter().flatten().filter_map(|path| Some(root().join(path.as_str()?))).collect())
}
