//! Speakers of several articles: who is one, and who stays two.

use verbatim_archive::{Archive, Article, Known, People, assemble};
use verbatim_extract::{Extraction, Span, Speaker, SpeakerKind};

/// Everybody that one article speaks of: the kind, the name, and the role or "".
type Named<'a> = &'a [(SpeakerKind, &'a str, &'a str)];

const PERSON: SpeakerKind = SpeakerKind::Person;

/// An article that prints the names and roles, several of one name behind a stroke, and nothing else.
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
        roles: role.split('|').filter(|role| !role.is_empty()).map(&mut print).collect(),
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
fn one_person_of_ten_roles_is_one() {
    let roles = [
        "billionaire",
        "Republican front-runner",
        "nominee",
        "Brandt’s rival",
        "real estate mogul",
        "President-elect",
        "President",
        "then-candidate",
        "husband of the singer",
        "former President|reality television star",
    ];
    let articles: Vec<[(SpeakerKind, &str, &str); 1]> =
        roles.iter().map(|&role| [(PERSON, "Jon Reed", role)]).collect();
    let articles: Vec<Named<'_>> = articles.iter().map(|article| article.as_slice()).collect();
    assert_eq!(mentions(&articles), [10]);
}

#[test]
fn offices_of_different_places_are_two_peoples() {
    let of = |role| [(PERSON, "Jon Reed", role)];
    assert_eq!(mentions(&[&of("Mayor of Ellery"), &of("Sarnes mayor")]), [1, 1]);
    assert_eq!(mentions(&[&of("Mayor of Ellery"), &of("Ellery mayor"), &of("mayor")]), [3]);
    assert_eq!(mentions(&[&of("Ukrainian President"), &of("foreign minister of Finland")]), [1, 1]);
    assert_eq!(mentions(&[&of("Ohio senator"), &of("governor of Indiana")]), [2], "one may follow the other");
}

#[test]
fn middle_names_tell_namesakes_apart() {
    let of = |name| [(PERSON, name, "President")];
    assert_eq!(mentions(&[&of("Jon W. Reed"), &of("Jon Reed"), &of("Jon Wallace Reed")]), [3]);
    assert_eq!(mentions(&[&of("Jon W. Reed"), &of("Jon H. Reed")]), [1, 1]);
    assert_eq!(mentions(&[&of("Jon W. Reed"), &of("Jon H. Reed"), &of("Jon Reed")]), [1, 1, 1]);
    assert_eq!(mentions(&[&of("Jon W. Reed Jr."), &of("Jon W. Reed")]), [1, 1], "a son is not his father");
}

#[test]
fn the_company_of_the_seldom_named_makes_namesakes_one() {
    let with = |role, others: [&'static str; 2]| {
        let [one, other] = others;
        [(PERSON, "Jon Reed", role), (PERSON, one, ""), (PERSON, other, "")]
    };
    let of = |articles: &[Named<'_>]| {
        let people = edition(articles, &People::default()).speakers;
        people.iter().filter(|one| one.name == "Jon Reed").map(|one| one.mentions.len()).collect::<Vec<_>>()
    };
    let mayor = with("mayor", ["Ana Brandt", "Odile Quarrie"]);
    assert_eq!(of(&[&mayor, &with("goalkeeper", ["Ana Brandt", "Odile Quarrie"])]), [2]);
    assert_eq!(of(&[&mayor, &with("goalkeeper", ["Ana Brandt", "Tam Osei"])]), [1, 1], "one may be chance");
}

#[test]
fn who_is_named_by_far_most_goes_without_introduction() {
    let mayor: Named<'_> = &[(PERSON, "Jon Reed", "mayor")];
    let keeper: Named<'_> = &[(PERSON, "Jon Reed", "goalkeeper")];
    let nobody: Named<'_> = &[(PERSON, "Jon Reed", "")];
    assert_eq!(mentions(&[mayor, mayor, mayor, mayor, keeper, nobody]), [5, 1]);
    assert_eq!(mentions(&[mayor, mayor, mayor, keeper, nobody]), [3, 1, 1]);
}

#[test]
fn surnames_and_people_without_names_are_somebody_else_in_each_article() {
    assert_eq!(mentions(&[&[(PERSON, "Reed", "mayor")], &[(PERSON, "Reed", "mayor")]]), [1, 1]);
    let official: Named<'_> = &[(SpeakerKind::Unnamed, "senior official", "")];
    assert_eq!(mentions(&[official, official]), [1, 1]);
}

#[test]
fn a_surname_is_the_one_who_bears_it_and_that_office() {
    let full: Named<'_> = &[(PERSON, "Ana Brandt", "mayor of Ellery")];
    let surname = |role| [(PERSON, "Brandt", role)];
    let (mayor, keeper, nobody) = (surname("Mayor"), surname("goalkeeper"), surname(""));
    assert_eq!(mentions(&[full, &mayor]), [2]);
    assert_eq!(edition(&[&mayor, full], &People::default()).speakers[0].name, "Ana Brandt");
    assert_eq!(mentions(&[full, &keeper]), [1, 1], "another office");
    assert_eq!(mentions(&[full, &nobody]), [1, 1], "no office");
    assert_eq!(mentions(&[full, &surname("Mayor of Sandvik")]), [1, 1], "of another place");
    let surgeon: Named<'_> = &[(PERSON, "Tom Brandt", "surgeon")];
    assert_eq!(mentions(&[full, surgeon, &mayor]), [2, 1], "two bear the name, one of them the office");
    let brother: Named<'_> = &[(PERSON, "Tom Brandt", "mayor of Ellery")];
    assert_eq!(mentions(&[full, brother, &mayor]), [1, 1, 1], "two bear name and office");
    assert_eq!(mentions(&[full, full, full, brother, &mayor]), [3, 1, 1], "one of them is named more");
    assert_eq!(
        mentions(&[full, full, full, full, brother, &mayor]),
        [5, 1],
        "one of them is named by far most"
    );
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
