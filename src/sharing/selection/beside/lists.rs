//! The words that turn the sense of those beside them, in the languages that are known.

use super::{Reach, Sense};

/// The words by language, folded, but for those that would be others without their marks. The lists are closed and
/// short on purpose: a notice at every second selection would be read by nobody. They hold what alone turns a sentence:
/// particles, conjunctions, adverbs and modal verbs; not nouns or verbs of doubt, which a reader who selects sees.
pub(super) const LISTS: [(&str, Sense, Reach, &str); 16] = [
    (
        "en",
        Sense::Negation,
        Reach::Near,
        "not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely rarely unlikely",
    ),
    ("en", Sense::Condition, Reach::Sentence, "if unless"),
    ("en", Sense::Condition, Reach::Near, "until provided providing assuming whether except lest"),
    (
        "en",
        Sense::Hedge,
        Reach::Near,
        "allegedly reportedly supposedly purportedly apparently seemingly presumably perhaps maybe possibly probably \
         likely could might may would should almost nearly",
    ),
    ("fr", Sense::Negation, Reach::Near, "ne pas jamais rien personne aucun aucune ni sans guere"),
    ("fr", Sense::Condition, Reach::Sentence, "si sil sils"),
    ("fr", Sense::Condition, Reach::Near, "sauf sinon pourvu"),
    (
        "fr",
        Sense::Hedge,
        Reach::Near,
        "peut pourrait pourraient serait seraient aurait devrait semble probablement apparemment pretendument",
    ),
    (
        "de",
        Sense::Negation,
        Reach::Near,
        "nicht nie niemals nichts niemand kein keine keinen keiner keinem weder ohne kaum",
    ),
    ("de", Sense::Condition, Reach::Sentence, "wenn falls sofern"),
    ("de", Sense::Condition, Reach::Near, "ausser ob"),
    (
        "de",
        Sense::Hedge,
        Reach::Near,
        "angeblich vielleicht vermutlich wohl mutmasslich moglicherweise wahrscheinlich könnte könnten würde würden \
         dürfte dürften",
    ),
    (
        "es",
        Sense::Negation,
        Reach::Near,
        "no nunca jamas nada nadie ningun ninguna ninguno ni sin tampoco apenas",
    ),
    ("es", Sense::Condition, Reach::Sentence, "si"),
    ("es", Sense::Condition, Reach::Near, "salvo excepto"),
    (
        "es",
        Sense::Hedge,
        Reach::Near,
        "presuntamente supuestamente quiza quizas posiblemente probablemente podria podrian seria deberia",
    ),
];

/// Words before an "if" with which it makes no condition: what is said holds all the same ("even if"), is compared ("as
/// if"), or is a question ("we asked if").
pub(super) const NO_CONDITION: [(&str, &str); 4] = [
    (
        "en",
        "even as what matter ask asks asked asking wonder wonders wondered know knows knew see sure tell say says said \
         unclear doubt decide",
    ),
    ("fr", "meme comme savoir sais sait demande demander voir"),
    ("de", "auch selbst als wie"),
    ("es", "incluso como aun saber sabe preguntar pregunta"),
];

/// What begins a clause that has a condition of its own, where a comma stands before it: "we signed, and if they shoot we
/// leave" does not say when we signed.
pub(super) const NEW_CLAUSE: [(&str, &str); 4] = [
    ("en", "and but or so yet because"),
    ("fr", "et mais ou donc car"),
    ("de", "und aber oder sondern denn"),
    ("es", "y e pero o sino porque"),
];

/// The same of what stands before the selection: "if they stop, we will sign, and we will leave" hangs on it all.
pub(super) const TURN: [(&str, &str); 4] =
    [("en", "but yet"), ("fr", "mais"), ("de", "aber sondern denn"), ("es", "pero sino")];
