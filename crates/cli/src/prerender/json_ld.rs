//! What a page holds, as data of schema.org that search engines and libraries read. What is not known is left out.

use serde_json::{Map, Value, json};
use verbatim::{
    dates,
    edition::Edition,
    heads::{Head, Listed},
    resolution::{Resolution, resolve},
    route::Route,
    sharing::cited_title,
};
use verbatim_archive::{Archive, Article, Basis, Speaker, Statement};
use verbatim_extract::{Kind, SpeakerKind};

use super::{licence, site::Site};

/// The data of the page at `route`; pages about the site itself and about roles have none.
pub fn data(edition: &Edition, route: &Route, head: &Head, site: Option<&Site>) -> Option<Value> {
    let archive = &edition.archive;
    let mut data = match route {
        Route::Statement { address } => match resolve(edition, address) {
            Resolution::Same(index) | Resolution::Moved(index) => {
                quotation(archive, edition.statement(index), site)
            }
            _ => return None,
        },
        Route::Speaker { slug } => creator(archive, edition.speaker(slug)?.1, None),
        Route::Article { slug } => {
            let (index, article) = edition.article(slug)?;
            let said = edition.statements_in(index).iter().map(|one| quotation_alone(archive, one, site));
            let mut data = printed(article, site);
            data.insert("hasPart".into(), said.map(Value::Object).collect());
            data
        }
        Route::Embed { .. } | Route::Role { .. } | Route::Explorer | Route::About | Route::Unknown => {
            return None;
        }
    };
    data.insert("@context".into(), "https://schema.org".into());
    let page = json!({ "@type": "WebPage", "name": head.title, "description": head.description });
    let listed = if let Listed::At(elsewhere) = &head.listed { elsewhere } else { route };
    data.insert("mainEntityOfPage".into(), site.map_or(page, |site| site.absolute(listed).into()));
    Some(Value::Object(data))
}

/// The data in an element of its own.
pub fn script(data: &Value) -> String {
    element(r#"type="application/ld+json""#, data)
}

/// A script element with these attributes that holds data: nothing in it ends the element.
pub fn element(attributes: &str, data: &Value) -> String {
    let text = data.to_string().replace('<', "\\u003c");
    ["<script ", attributes, ">", &text, "</script>"].concat()
}

fn quotation(archive: &Archive, statement: &Statement, site: Option<&Site>) -> Map<String, Value> {
    let article = archive.article(statement);
    let mut data = quotation_alone(archive, statement, site);
    data.insert("isPartOf".into(), printed(article, site).into());
    let citation = [Some(cited_title(article)), article.source.clone(), article.url.clone()];
    data.insert("citation".into(), citation.into_iter().flatten().collect::<Vec<_>>().join(", ").into());
    data
}

fn quotation_alone(archive: &Archive, statement: &Statement, site: Option<&Site>) -> Map<String, Value> {
    let article = archive.article(statement);
    let said = &statement.said;
    let mut data = Map::new();
    // Reported words are the article's: nobody said them so.
    let sort = if said.kind == Kind::Indirect { "Claim" } else { "Quotation" };
    data.insert("@type".into(), sort.into());
    data.insert("identifier".into(), statement.id.clone().into());
    data.insert("text".into(), archive.quotations(statement).collect::<Vec<_>>().join(" … ").into());
    if let Some(speaker) = archive.speaker(statement) {
        let role = said.role.map(|role| role.of(&article.text));
        data.insert("creator".into(), creator(archive, speaker, role).into());
    }
    if let Some(day) = said.said_on.and_then(|on| on.day) {
        data.insert("dateCreated".into(), dates::iso(day).into());
    }
    if let Some(language) = &article.language {
        data.insert("inLanguage".into(), language.clone().into());
    }
    if let Some(site) = site {
        data.insert("url".into(), site.absolute(&Route::statement(statement)).into());
    }
    data
}

/// Who said it, in the role that is printed for it: `role`, else the first of all.
fn creator(archive: &Archive, speaker: &Speaker, role: Option<&str>) -> Map<String, Value> {
    let mut data = Map::new();
    let sort = if speaker.kind == SpeakerKind::Body { "Organization" } else { "Person" };
    data.insert("@type".into(), sort.into());
    data.insert("name".into(), speaker.name.clone().into());
    let first = speaker.roles.first().map(|role| archive.words(*role));
    if let (SpeakerKind::Person, Some(role)) = (speaker.kind, role.or(first)) {
        data.insert("jobTitle".into(), role.into());
    }
    if let Some(item) = &speaker.wikidata {
        data.insert("sameAs".into(), format!("https://www.wikidata.org/entity/{item}").into());
    }
    data
}

/// The article as its publisher printed it. A day that was inferred and a title of ours are not the publisher's.
fn printed(article: &Article, site: Option<&Site>) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("@type".into(), "NewsArticle".into());
    data.insert(if article.title_is_ours { "name" } else { "headline" }.into(), article.title.clone().into());
    if let Some(published) = article.published.filter(|published| published.basis == Basis::Printed) {
        data.insert("datePublished".into(), dates::iso(published.day).into());
    }
    let own = site.map(|site| site.absolute(&Route::Article { slug: article.slug.clone() }));
    for (key, value) in [("url", article.url.clone().or(own)), ("inLanguage", article.language.clone())] {
        if let Some(value) = value {
            data.insert(key.into(), value.into());
        }
    }
    if let Some(written) = &article.licence {
        data.insert("license".into(), licence::data(written));
    }
    if let Some(author) = &article.author {
        // A publication that is its own author is no person, whatever nobody says of it.
        let is_body = article.author_is_body || article.source.as_ref() == Some(author);
        let sort = if is_body { "Organization" } else { "Person" };
        data.insert("author".into(), json!({ "@type": sort, "name": author }));
    }
    if let Some(source) = &article.source {
        data.insert("publisher".into(), json!({ "@type": "Organization", "name": source }));
    }
    data
}
