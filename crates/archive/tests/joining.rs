//! Speakers of several articles: who is one, and who stays two.

use verbatim_archive::{Archive, Article, Known, People, assemble};
use verbatim_extract::{Extraction, Span, Speaker, SpeakerKind};

/// Everybody that one article speaks of: the kind, the name, and the role or "".
type Named<'a> = &'a [(SpeakerKind, &'a str, &'a str)];

const PERSON: SpeakerKind = SpeakerKind::Person;

/// An article that prints the names and roles, and nothing else.
fn article(id: usize, named: Named<'_>) -> (Article, Extraction) {
    let mut text = String::new();
    let mut print = |words: &str| {
        let start = text.len();
        text.push_str(words);
        Span::from(start..text.len())
    };
    let speakers = named.iter().map(|(kind, name, role)| Speaker {
        name: (*name).into(),
        kind: *kind,
        mentions: vec![print(name)],
        roles: (!role.is_empty()).then(|| print(role)).into_iter().collect(),
        tied_to: None,
    });
    let speakers = speakers.collect();
    let article = Article { id: format!("{id:02}"), text, ..Article::default() };
    (article, Extraction { statements: Vec::new(), speakers })
}

/// Puts articles together, in both orders, which must make no difference.
fn edition(articles: &[Named<'_>], people: &People) -> Archive {
    let extracted = || articles.iter().enumerate().map(|(id, named)| article(id, named));
    let archive = assemble(extracted().collect(), people);
    assert_eq!(
        archive,
        assemble(extracted().rev().collect(), people),
        "the order of articles made a difference"
    );
    archive
}

/// The number of mentions of each speaker, in the edition's order.
fn mentions(articles: &[Named<'_>]) -> Vec<usize> {
    edition(articles, &People::default()).speakers.iter().map(|speaker| speaker.mentions.len()).collect()
}

#[test]
fn a_full_name_is_one_person_where_roles_agree_or_are_not_told() {
    assert_eq!(
        mentions(&[&[(PERSON, "Ana Brandt", "Mayor")], &[(PERSON, "Ana BRANDT", "mayor of Ellery")]]),
        [2]
    );
    assert_eq!(mentions(&[&[(PERSON, "Ana Brandt", "")], &[(PERSON, "Ana Brandt", "mayor")]]), [2]);
    assert_eq!(mentions(&[&[(PERSON, "Ana Brandt", "")], &[(PERSON, "Ana Brandt", "")]]), [2]);
}

#[test]
fn namesakes_with_roles_that_share_nothing_stay_two() {
    let mayor: Named<'_> = &[(PERSON, "Jon Reed", "Mayor of Ellery")];
    let keeper: Named<'_> = &[(PERSON, "Jon Reed", "Ellery goalkeeper")];
    let nobody: Named<'_> = &[(PERSON, "Jon Reed", "")];
    assert_eq!(mentions(&[mayor, keeper]), [1, 1]);
    assert_eq!(mentions(&[mayor, keeper, nobody]), [1, 1, 1], "who it is cannot be told");
    let both: Named<'_> = &[(PERSON, "Jon Reed", "goalkeeper and mayor")];
    let slugs: Vec<_> =
        edition(&[mayor, keeper], &People::default()).speakers.into_iter().map(|one| one.slug).collect();
    assert_eq!(slugs, ["jon-reed", "jon-reed-2"]);
    assert_eq!(mentions(&[mayor, keeper, both]), [3], "one article names both roles");
}

#[test]
fn surnames_and_people_without_names_are_somebody_else_in_each_article() {
    assert_eq!(mentions(&[&[(PERSON, "Reed", "mayor")], &[(PERSON, "Reed", "mayor")]]), [1, 1]);
    let official: Named<'_> = &[(SpeakerKind::Unnamed, "senior official", "")];
    assert_eq!(mentions(&[official, official]), [1, 1]);
}

#[test]
fn bodies_are_joined_by_name_and_are_no_people() {
    let fund: Named<'_> = &[(SpeakerKind::Body, "Book Fund", "")];
    assert_eq!(mentions(&[fund, fund, &[(PERSON, "Book Fund", "")]]), [2, 1]);
}

#[test]
fn offices_are_joined_when_those_whose_they_are_are_one() {
    let office = |id: usize, role: &'static str| {
        let (article, mut extraction) =
            article(id, &[(SpeakerKind::Body, "Reed’s office", ""), (PERSON, "Jon Reed", role)]);
        extraction.speakers[0].tied_to = Some(1);
        (article, extraction)
    };
    let archive =
        assemble(vec![office(0, "mayor"), office(1, "goalkeeper"), office(2, "mayor")], &People::default());
    let told: Vec<_> =
        archive.speakers.iter().map(|one| (one.name.as_str(), one.mentions.len(), one.tied_to)).collect();
    assert_eq!(
        told,
        [
            ("Reed’s office", 2, Some(1)),
            ("Jon Reed", 2, None),
            ("Reed’s office", 1, Some(3)),
            ("Jon Reed", 1, None)
        ]
    );
}

#[test]
fn what_the_editor_says_wins() {
    let known = Known {
        name: "Jon Reed".into(),
        kind: PERSON,
        aliases: vec!["Jonathan Reed".into(), "J. R. Reed".into()],
        wikidata: Some("Q1".into()),
    };
    let (people, _) = People::new(vec![known]);
    let archive = edition(
        &[
            &[(PERSON, "Jonathan Reed", "mayor")],
            &[(SpeakerKind::Body, "Jon Reed", "goalkeeper")],
            &[(PERSON, "Jon Rede", "mayor")],
        ],
        &people,
    );
    let told: Vec<_> = archive
        .speakers
        .iter()
        .map(|one| (one.name.as_str(), one.kind, one.mentions.len(), one.wikidata.as_deref()))
        .collect();
    assert_eq!(told, [("Jon Reed", PERSON, 2, Some("Q1")), ("Jon Rede", PERSON, 1, None)]);
}
