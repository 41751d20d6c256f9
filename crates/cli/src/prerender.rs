//! `verbatim prerender`: every page drawn ahead of time, to be read before, and without, the program that draws it.

mod citations;
mod cores;
mod described;
mod embeds;
mod entrance;
mod feeds;
mod json_ld;
mod licence;
mod picking;
mod pictures;
mod site;
mod sitemap;
mod template;
mod xml;

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    rc::Rc,
    time::Instant,
};

use anyhow::{Context, Result, anyhow};
use clap::builder::BoolishValueParser;
use quick_xml::escape::escape;
use verbatim::{
    app::{Shell, ShellProps},
    edition::Edition,
    heads::{Head, head},
    place::Place,
    query::Facet,
    route::Route,
    sharing::{embed::SCRIPT, styled},
    web::elements::drawn_as,
};
use yew::LocalServerRenderer;

use crate::cards::Cards;

use self::{
    citations::Styles,
    cores::on_all_cores,
    site::Site,
    template::{Filling, Place as Words, Template},
};

/// How pages are drawn ahead.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// The address at which the page will be published: with it, pages name their own address, and pictures, a
    /// sitemap, a feed and a search from the address bar are made
    #[arg(long, env = "VERBATIM_SITE", value_name = "URL")]
    site: Option<String>,
    /// How many pages to draw ahead; the rest are drawn by the program when they are opened
    #[arg(long, env = "VERBATIM_PRERENDER_LIMIT", default_value_t = 20_000, value_name = "COUNT")]
    prerender_limit: usize,
    /// Draw no pictures of statements, which those who show links to a known site would show beside them
    #[arg(long, env = "VERBATIM_NO_IMAGES", value_parser = BoolishValueParser::new())]
    no_images: bool,
    /// Where to keep pictures, for the next time
    #[arg(long, default_value = "target/cards", value_name = "DIR")]
    kept_images: PathBuf,
    /// Folders of fonts, one a folder, for letters of pictures that the project's own font has not; where there are
    /// several, with the sign between them that parts those of PATH
    #[arg(long, env = "VERBATIM_CARD_FONTS", value_name = "DIRS")]
    fonts: Option<OsString>,
}

/// What `verbatim prerender` is asked to do.
#[derive(Debug, clap::Args)]
pub struct Prerender {
    /// The folder of a page that `verbatim page` has finished
    #[arg(long, default_value = "dist")]
    dist: PathBuf,
    /// The archive of that page
    #[arg(long)]
    archive: PathBuf,
    /// Where the page will be served: "/" or a path that begins and ends with a slash
    #[arg(long, default_value = "/")]
    public_url: String,
    #[command(flatten)]
    options: Options,
}

/// Draws the pages of a finished page again.
///
/// # Errors
/// As [`prerender`], and when the page is not there.
pub fn again(arguments: &Prerender) -> Result<()> {
    let read = |path: &Path| fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
    let shell =
        String::from_utf8(read(&arguments.dist.join("404.html"))?).context("404.html is not UTF-8")?;
    prerender(&arguments.dist, &shell, &read(&arguments.archive)?, &arguments.public_url, &arguments.options)
}

/// Draws every page of an archive into `dist`, and writes what tells others of them.
///
/// # Errors
/// When the archive does not open, the shell has no place for what is drawn, the site's address makes no sense, or a
/// file cannot be written.
pub fn prerender(
    dist: &Path,
    shell: &str,
    archive: &[u8],
    public_url: &str,
    options: &Options,
) -> Result<()> {
    let site = options.site.as_deref().map(|written| Site::new(written, public_url)).transpose()?;
    let edition = Rc::new(Edition::open(archive).map_err(|error| anyhow!("{error}"))?);
    let (mut routes, mut former) = (routes(&edition), former(&edition));
    let all = routes.len() + former.len();
    routes.truncate(options.prerender_limit);
    former.truncate(options.prerender_limit - routes.len());
    let ahead = routes.len() + former.len();
    if ahead < all {
        eprintln!(
            "verbatim: of {all} pages, {} are drawn when they are opened (see --prerender-limit)",
            all - ahead
        );
    }
    let begun = Instant::now();
    // A picture is named by its whole address only.
    let wanted = site.is_some() && !options.no_images;
    let fonts: Vec<PathBuf> =
        options.fonts.iter().flat_map(|folders| env::split_paths(folders).collect::<Vec<_>>()).collect();
    let cards = wanted.then(|| Cards::new(&options.kept_images, &fonts)).transpose()?;
    let template = Template::new(shell, Words::Drawn)?;
    let without_program = Template::new(shell, Words::Alone)?;
    let styles = Styles::new()?;
    let work = Work { dist, template, without_program, styles, archive, routes, site: site.as_ref(), cards };
    on_all_cores(&work.routes, &|routes| work.draw(routes))?;
    on_all_cores(&former, &|routes| work.draw(routes))?;
    entrance::draw(&work, shell, &edition)?;
    let rate = ahead as f64 / begun.elapsed().as_secs_f64();
    eprintln!("verbatim: pages drawn ahead: {ahead} ({rate:.0} a second)");
    work.tell(&edition)?;
    pictures::draw(&work, &edition.archive)?;
    if site.is_none() {
        eprintln!(
            "verbatim: no --site: pages do not name their own address, and there are no pictures, sitemap, feed or search \
             from the address bar"
        );
    }
    Ok(())
}

/// The pages that there are, the fewest of a sort first: a limit leaves statements out before anything else.
fn routes(edition: &Edition) -> Vec<Route> {
    let archive = &edition.archive;
    let articles = archive.articles.iter().map(|article| Route::Article { slug: article.slug.clone() });
    let speakers = archive.speakers.iter().map(|speaker| Route::Speaker { slug: speaker.slug.clone() });
    let roles = edition.choices(Facet::Role).iter().map(|role| Route::Role { slug: role.value.to_string() });
    let statements = archive.statements.iter().map(Route::statement);
    std::iter::once(Route::About).chain(articles).chain(roles).chain(speakers).chain(statements).collect()
}

/// The addresses that were published and that no statement bears any more: each tells what became of it, to those who
/// show links as well.
fn former(edition: &Edition) -> Vec<Route> {
    edition.archive.trails.iter().map(Route::trail).collect()
}

/// What all threads share.
struct Work<'a> {
    dist: &'a Path,
    template: Template,
    without_program: Template,
    styles: Styles,
    archive: &'a [u8],
    routes: Vec<Route>,
    site: Option<&'a Site>,
    cards: Option<Cards>,
}

impl Work<'_> {
    /// Draws pages. Each thread opens the archive for itself, for what is drawn is shared within one only.
    fn draw(&self, routes: &mut dyn Iterator<Item = &Route>) -> Result<()> {
        let edition = Rc::new(Edition::open(self.archive).map_err(|error| anyhow!("{error}"))?);
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let drawing = async {
            for route in routes {
                let page = self.page(&edition, route).await?;
                self.write(route, &page)?;
                if let Route::Article { slug } = route
                    && let Some(first) =
                        edition.article(slug).and_then(|(index, _)| edition.statements_in(index).first())
                {
                    let lines = self.styles.lines(&edition.archive, first)?;
                    self.write_beside(route, styled::FILE, lines.as_bytes())?;
                }
                if let Route::Statement { address } = route {
                    let bare = Route::Embed { address: address.clone() };
                    self.write(&bare, &self.bare(&edition, route, &bare, address).await)?;
                }
            }
            Ok(())
        };
        tokio::task::LocalSet::new().block_on(&runtime, drawing)
    }

    async fn page(&self, edition: &Rc<Edition>, route: &Route) -> Result<String> {
        let body = shell(edition, route, true).render().await;
        let head = head(edition, route);
        let data = json_ld::data(edition, route, &head, self.site).map(|data| json_ld::script(&data));
        // What an address of before leads to has its picture beside its own page.
        let statement = edition.at(route).filter(|statement| Route::statement(statement) == *route);
        let picture = statement.and_then(|statement| pictures::of(self, &edition.archive, statement));
        let mut described =
            described::tags(route, &head, self.site, picture.as_ref()) + &data.unwrap_or_default();
        if let Some(site) = self.site
            && let Some(oembed) = embeds::oembed(edition, route, &head, site, picture.as_ref())
        {
            described += &embeds::discovery(route, &head, site);
            self.write_beside(route, embeds::OEMBED, &oembed)?;
        }
        let (title, description) = (&head.title, &head.description);
        let body = drawn(&body, &route.href());
        Ok(self.template.fill(&Filling { title, description, head: &described, body: &body }))
    }

    /// The statement of a page alone, without a program.
    async fn bare(&self, edition: &Rc<Edition>, route: &Route, bare: &Route, address: &str) -> String {
        let body = shell(edition, bare, true).hydratable(false).render().await;
        let Head { title, description, .. } = head(edition, bare);
        let head = embeds::head(edition, route, address, self.site);
        let filling = Filling { title: &title, description: &description, head: &head, body: &body };
        self.without_program.fill(&filling)
    }

    /// A page is the index of a folder of its own name: every static host serves that, at an address without a
    /// file's ending.
    fn write(&self, route: &Route, page: &str) -> Result<()> {
        self.write_beside(route, "index.html", page.as_bytes())
    }

    /// Writes a file into the folder of a page.
    fn write_beside(&self, route: &Route, name: &str, bytes: &[u8]) -> Result<()> {
        let folder = self.folder(route);
        let file = folder.join(name);
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&file, bytes))
            .with_context(|| format!("{} cannot be written", file.display()))
    }

    fn folder(&self, route: &Route) -> PathBuf {
        let href = route.href();
        let names = href.split('/').filter(|name| *name != ".");
        names.fold(self.dist.to_owned(), |folder, name| folder.join(decoded(name)))
    }

    /// Writes what tells others of the pages.
    fn tell(&self, edition: &Edition) -> Result<()> {
        let write = |name: &str, bytes: &[u8]| {
            fs::write(self.dist.join(name), bytes).with_context(|| format!("{name} cannot be written"))
        };
        write("robots.txt", feeds::robots(self.site).as_bytes())?;
        write(SCRIPT, embeds::SIZING)?;
        let Some(site) = self.site else {
            return Ok(());
        };
        for (name, map) in sitemap::files(&self.routes, site)? {
            write(&name, &map)?;
        }
        write(feeds::SEARCH, &feeds::opensearch(site)?)?;
        if let Some(feed) = feeds::feed(edition, site)? {
            write(feeds::FEED, &feed)?;
        }
        Ok(())
    }
}

/// What draws a page as its program will, all of it or its first part.
fn shell(edition: &Rc<Edition>, route: &Route, whole: bool) -> LocalServerRenderer<Shell> {
    let begin = Place::at(&["/", route.href().trim_start_matches("./")].concat(), "", "");
    LocalServerRenderer::<Shell>::with_props(ShellProps {
        opened: Some(Ok(edition.clone())),
        seeker: None,
        begin,
        whole,
        found: None,
    })
}

/// A page within what its program knows it by, to take it over as it is.
fn drawn(body: &str, href: &str) -> String {
    // Yew escapes `<` in text and attributes: each that a letter follows opens an element.
    let elements = body.as_bytes().windows(2).filter(|pair| pair[0] == b'<' && pair[1].is_ascii_alphabetic());
    let known_as = drawn_as(elements.count(), href);
    format!(r#"<div data-drawn="{}">{body}</div>"#, escape(&known_as))
}

/// A part of an address as the file behind it is called.
fn decoded(part: &str) -> String {
    percent_encoding::percent_decode_str(part).decode_utf8_lossy().into_owned()
}
