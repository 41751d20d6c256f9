//! The statements of an article as style guides cite them. What knows these styles weighs more than the whole page: it
//! works here, and leaves a file beside each article's page, in which the statement's address and the day of access are
//! still to be put.

use anyhow::{Context, Result, ensure};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest,
    archive::{ArchivedStyle, locales},
    citationberg::{IndependentStyle, Locale, Style, json::Item},
};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use verbatim::sharing::{
    Shared, citation,
    styled::{ADDRESS, BARE_ADDRESS, LONG_DAY, SHORT_DAY},
};
use verbatim_archive::{Archive, Statement};
use verbatim_extract::Day;

/// The styles, and what they are called.
const STYLES: [(&str, ArchivedStyle); 3] = [
    ("APA", ArchivedStyle::AmericanPsychologicalAssociation),
    ("MLA", ArchivedStyle::ModernLanguageAssociation),
    ("Chicago", ArchivedStyle::ChicagoNotes),
];

/// What stands for the address while a citation is set. No site is of this domain: it is reserved.
const SET_ADDRESS: (&str, &str) = ("https://address.invalid/here", "address.invalid/here");

/// What stands for the day of access, and how styles may write it.
const SET_DAY: Day = Day { year: 2999, month: 11, day: 22 };
const SET_LONG: &str = "November 22, 2999";
const SET_SHORT: &str = "22 Nov. 2999";

/// The library writes text into HTML as it is. Signs that would be markup there go through it as characters of private
/// use: each sign, what stands for it, and how HTML writes it.
const MARKUP: [(&str, &str, &str); 3] =
    [("&", "\u{e000}", "&amp;"), ("<", "\u{e001}", "&lt;"), (">", "\u{e002}", "&gt;")];

/// The styles, opened.
pub struct Styles {
    styles: Vec<(&'static str, IndependentStyle)>,
    locales: Vec<Locale>,
}

impl Styles {
    /// Opens the styles.
    ///
    /// # Errors
    /// When the library no longer has one of them.
    pub fn new() -> Result<Styles> {
        let open = |(name, style): (&'static str, ArchivedStyle)| match style.get() {
            Style::Independent(style) => Ok((name, style)),
            Style::Dependent(_) => anyhow::bail!("{name} has become another style by another name"),
        };
        Ok(Styles { styles: STYLES.into_iter().map(open).collect::<Result<_>>()?, locales: locales() })
    }

    /// A line for each style: its name, the citation as text and as HTML, with a tab between them.
    ///
    /// # Errors
    /// When a style gives no citation, or one without a place for the address.
    pub fn lines(&self, archive: &Archive, statement: &Statement) -> Result<String> {
        let shared = Shared { archive, statement, address: SET_ADDRESS.0, selection: None };
        let written = citation::csl_json(&shared, SET_DAY);
        let items: Vec<Item> = serde_json::from_str(
            &MARKUP.iter().fold(written, |set, (sign, stands, _)| set.replace(*sign, stands)),
        )?;
        let item = items.first().context("a statement can be cited")?;
        self.styles.iter().map(|(name, style)| self.line(name, style, item)).collect()
    }

    fn line(&self, name: &str, style: &IndependentStyle, item: &Item) -> Result<String> {
        let mut driver = BibliographyDriver::new();
        driver.citation(CitationRequest::new(
            vec![CitationItem::with_entry(item)],
            style,
            None,
            &self.locales,
            None,
        ));
        let set = driver.finish(BibliographyRequest::new(style, None, &self.locales));
        let cited = set.bibliography.and_then(|all| all.items.into_iter().next());
        let cited = cited.with_context(|| format!("{name} cites nothing"))?.content;
        let mut forms = [String::new(), String::new()];
        cited.write_buf(&mut forms[0], BufWriteFormat::Plain)?;
        cited.write_buf(&mut forms[1], BufWriteFormat::Html)?;
        let [plain, html] = forms.map(|form| with_day(name, open_places(&form)));
        let plain = MARKUP.iter().fold(plain, |text, (sign, stands, _)| text.replace(stands, sign));
        let html = unstyled(&html)?;
        let html = MARKUP.iter().fold(html, |text, (_, stands, escaped)| text.replace(stands, escaped));
        let has = |one: &str, other: &str| {
            [&plain, &html].iter().all(|form| form.contains(one) || form.contains(other))
        };
        ensure!(has(ADDRESS, BARE_ADDRESS), "{name} leaves the address out: {plain}");
        ensure!(has(LONG_DAY, SHORT_DAY), "{name} leaves the day of access out: {plain}");
        Ok(format!("{name}\t{plain}\t{html}\n"))
    }
}

/// HTML without styles of its own, which the page's policy would not have: italics are marked as such.
fn unstyled(html: &str) -> Result<String> {
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("[style]", |part| {
        if part.get_attribute("style").is_some_and(|style| style.contains("italic")) {
            part.set_tag_name("i")?;
        }
        part.remove_attribute("style");
        Ok(())
    }));
    rewrite_str(html, settings).context("a citation is HTML")
}

/// A citation with the day of access, where the style's own rules leave it out because the article has a day. All three
/// guides ask for it where what is cited may change, which the page of a statement may: its words can be corrected, and
/// its speaker. It is put where the guide has it: APA 9.16, MLA 5.111, Chicago 14.12.
fn with_day(name: &str, form: String) -> String {
    if form.contains(LONG_DAY) || form.contains(SHORT_DAY) {
        return form;
    }
    match name {
        "APA" => before_address(form, &format!("Retrieved {LONG_DAY}, from ")),
        "Chicago" => before_address(form, &format!("Accessed {LONG_DAY}. ")),
        _ => format!("{form} Accessed {SHORT_DAY}."),
    }
}

/// A citation with these words before its address or, where that is a link, before the link.
fn before_address(mut form: String, words: &str) -> String {
    let link = format!(r#"<a href="{ADDRESS}""#);
    if let Some(place) = form.find(&link).or_else(|| form.find(ADDRESS)) {
        form.insert_str(place, words);
    }
    form
}

/// The places that the page fills.
fn open_places(set: &str) -> String {
    set.replace(['\t', '\n'], " ")
        .replace(SET_ADDRESS.0, ADDRESS)
        .replace(SET_ADDRESS.1, BARE_ADDRESS)
        .replace(SET_LONG, LONG_DAY)
        .replace(SET_SHORT, SHORT_DAY)
}
