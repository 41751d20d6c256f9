//! What an editor corrects, and what is said of a correction that no longer fits.

use verbatim_archive::{
    Known, People,
    corrections::{CORRECTED, Correction, Misfit, correct},
};
use verbatim_extract::{Document, Extraction, Kind, SpeakerKind, extract};

const TEXT: &str = "Mayor Odalys Brandt spoke first. “We have waited eleven years for this bridge,” she said.\n\
    “Nobody has told us what it costs,” said Perrin Achterberg, a retired captain. “When I ask, I wait.”\n\
    Tamsin Roe, the city’s chief engineer, called the plan “a postcard, not a budget.”";

/// Corrects TEXT and gives what comes of it, with what did not fit.
fn corrected(corrections: &[Correction]) -> (Extraction, Vec<(usize, Misfit)>) {
    corrected_in(TEXT, corrections, &People::default())
}

fn corrected_in(
    text: &str,
    corrections: &[Correction],
    people: &People,
) -> (Extraction, Vec<(usize, Misfit)>) {
    let mut extraction = extract(&Document { text, day: None });
    let misfits = correct(text, &mut extraction, corrections, people);
    (extraction, misfits)
}

/// The words of every statement, quotations parted by a stroke.
fn said(text: &str, extraction: &Extraction) -> Vec<String> {
    let words = |statement: &verbatim_extract::Statement| {
        let quotations = statement.quotations.iter().map(|quotation| quotation.span.of(text));
        quotations.collect::<Vec<_>>().join(" | ")
    };
    extraction.statements.iter().map(words).collect()
}

fn speaker(extraction: &Extraction, statement: usize) -> Option<&str> {
    let speaker = extraction.statements[statement].speaker?;
    Some(&extraction.speakers[speaker as usize].name)
}

fn words(words: &str) -> Correction {
    Correction { words: words.into(), ..Correction::default() }
}

#[test]
fn a_speaker_is_put_right_and_brings_its_role() {
    let correction = Correction { speaker: Some("Tamsin Roe".into()), ..words("eleven years") };
    let (extraction, misfits) = corrected(&[correction]);
    assert_eq!(misfits, []);
    assert_eq!(speaker(&extraction, 0), Some("Tamsin Roe"));
    let statement = &extraction.statements[0];
    assert_eq!(statement.role.map(|role| role.of(TEXT)), Some("city’s chief engineer"));
    assert_eq!((statement.receipt.construct.as_str(), statement.receipt.confidence), (CORRECTED, 100));
    assert_ne!(extraction.statements[1].receipt.construct, CORRECTED, "only what was corrected says so");
}

#[test]
fn a_speaker_is_found_by_a_printing_and_a_name_the_article_prints_can_be_new() {
    let by = |name: &str| Correction { speaker: Some(name.into()), ..words("a postcard, not a budget") };
    assert_eq!(speaker(&corrected(&[by("ACHTERBERG")]).0, 2), Some("Perrin Achterberg"));
    let (extraction, misfits) = corrected(&[by("the city")]);
    assert_eq!((speaker(&extraction, 2), misfits.len()), (Some("the city"), 0));
    assert_eq!(speaker(&corrected(&[by("")]).0, 2), None);
    let (extraction, misfits) = corrected(&[by("Olaf Nobody")]);
    assert_eq!(misfits, [(0, Misfit::SpeakerUnknown("Olaf Nobody".into()))]);
    assert_eq!(speaker(&extraction, 2), Some("Tamsin Roe"), "what does not fit changes nothing");
}

#[test]
fn a_speaker_that_only_the_editor_knows_is_taken_from_people() {
    let known = Known {
        name: "Port Ellery".into(),
        kind: SpeakerKind::Body,
        aliases: vec!["the harbour town".into()],
        wikidata: None,
    };
    let (people, _) = People::new(vec![known]);
    let correction = Correction { speaker: Some("harbour town".into()), ..words("a postcard, not a budget") };
    let (extraction, misfits) = corrected_in(TEXT, &[correction], &people);
    assert_eq!(misfits, []);
    assert_eq!(extraction.speakers.last().map(|speaker| speaker.kind), Some(SpeakerKind::Body));
}

#[test]
fn role_kind_and_sort_of_speaker_are_put_right() {
    let correction = Correction {
        role: Some("retired Captain".into()),
        kind: Some(Kind::Partial),
        speaker_kind: Some(SpeakerKind::Unnamed),
        ..words("nobody has told us what it costs when I ask I wait")
    };
    let (extraction, misfits) = corrected(&[correction]);
    assert_eq!(misfits, []);
    let statement = &extraction.statements[1];
    assert_eq!(statement.role.map(|role| role.of(TEXT)), Some("retired captain"));
    assert_eq!(statement.kind, Kind::Partial);
    assert_eq!(extraction.speakers[statement.speaker.unwrap() as usize].kind, SpeakerKind::Unnamed);
    let wrong = Correction { role: Some("admiral".into()), ..words("eleven years") };
    assert_eq!(corrected(&[wrong]).1, [(0, Misfit::RoleNotPrinted("admiral".into()))]);
}

#[test]
fn words_that_nobody_said_are_no_statement() {
    let (extraction, misfits) =
        corrected(&[Correction { no_statement: true, ..words("A postcard; not a budget") }]);
    assert_eq!((extraction.statements.len(), misfits.len()), (2, 0));
}

#[test]
fn quotations_are_cut_joined_and_split() {
    let quotations = |of: &str, quotations: &[&str]| Correction {
        quotations: quotations.iter().map(|&words| words.into()).collect(),
        ..words(of)
    };
    let cut = quotations("eleven years", &["“waited eleven years”"]);
    let (extraction, misfits) = corrected(&[cut]);
    assert_eq!((said(TEXT, &extraction)[0].as_str(), misfits.len()), ("waited eleven years", 0));

    let joined = quotations(
        "eleven years",
        &["We have waited eleven years for this bridge,", "Nobody has told us what it costs,"],
    );
    let (extraction, _) = corrected(&[joined]);
    assert_eq!(
        said(TEXT, &extraction)[..2],
        [
            "We have waited eleven years for this bridge, | Nobody has told us what it costs,",
            "When I ask, I wait."
        ]
    );

    let parts = ["nobody has told us what it costs", "when I ask I wait"];
    let split = parts.map(|part| quotations("Nobody has told us what it costs", &[part]));
    let (extraction, misfits) = corrected(&split);
    assert_eq!(misfits, []);
    assert_eq!(said(TEXT, &extraction)[1..3], ["Nobody has told us what it costs,", "When I ask, I wait."]);

    let wrong = quotations("eleven years", &["twelve years"]);
    assert_eq!(corrected(&[wrong]).1, [(0, Misfit::NotPrinted("twelve years".into()))]);
}

#[test]
fn a_correction_survives_a_change_of_the_article_and_not_of_the_meaning() {
    let printed = "We have waited eleven years for this bridge";
    let correction = Correction { kind: Some(Kind::Partial), ..words(printed) };
    let edited = TEXT.replace("eleven years", "11 years").replace("spoke first", "came, and spoke first");
    let (extraction, misfits) = corrected_in(&edited, std::slice::from_ref(&correction), &People::default());
    assert_eq!((extraction.statements[0].kind, misfits.len()), (Kind::Partial, 0));
    let other = TEXT.replace("We have waited eleven years for this bridge", "We will have to wait for years");
    let (extraction, misfits) = corrected_in(&other, &[correction], &People::default());
    assert!(matches!(&misfits[..], [(0, Misfit::Gone(_))]), "{misfits:?}");
    assert_eq!(extraction.statements[0].kind, Kind::Direct);
}

#[test]
fn words_said_twice_need_to_be_told_apart() {
    let text = "“It was time, and I am glad of it,” said Ana Quill.\n\n“It was time, and I am glad of it,” said Jon Reeve.";
    let correction = Correction { kind: Some(Kind::Partial), ..words("it was time and I am glad of it") };
    let (_, misfits) = corrected_in(text, std::slice::from_ref(&correction), &People::default());
    assert_eq!(misfits, [(0, Misfit::Ambiguous(2))]);
    let second = Correction { occurrence: Some(2), ..correction };
    let (extraction, misfits) = corrected_in(text, &[second], &People::default());
    let kinds: Vec<_> = extraction.statements.iter().map(|statement| statement.kind).collect();
    assert_eq!((kinds, misfits.len()), (vec![Kind::Direct, Kind::Partial], 0));
}

#[test]
fn a_correction_without_words_means_nothing() {
    assert_eq!(corrected(&[words("“…”")]).1, [(0, Misfit::Gone(None))]);
}
