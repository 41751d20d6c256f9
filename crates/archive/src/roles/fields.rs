//! Fields of life: which roles one person is likely to have had.

/// A set of fields of life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Fields(u16);

const POLITICS: u16 = 1;
const LAW: u16 = 1 << 1;
const MILITARY: u16 = 1 << 2;
const BUSINESS: u16 = 1 << 3;
const MEDIA: u16 = 1 << 4;
const SCIENCE: u16 = 1 << 5;
const ARTS: u16 = 1 << 6;
const SPORT: u16 = 1 << 7;
const CHURCH: u16 = 1 << 8;
/// Trades whose people come into the news as themselves, not for an office.
const TRADES: u16 = 1 << 9;

/// Among these people change over in the course of a life: a general becomes a senator, a senator a professor.
const PUBLIC: u16 = POLITICS | LAW | MILITARY | BUSINESS | MEDIA | SCIENCE;

/// What else is near: each field with those that many of its people have a hand in.
const NEAR: [(u16, u16); 4] =
    [(ARTS, MEDIA | BUSINESS), (SPORT, MEDIA | BUSINESS), (CHURCH, POLITICS | MEDIA | SCIENCE), (TRADES, 0)];

/// The words of each field. A word in two of them tells neither from the other.
const WORDS: [(u16, &str); 14] = [
    (
        POLITICS,
        "senator representative congressman congresswoman governor mayor minister chancellor premier ambassador whip \
         lawmaker legislator politician diplomat envoy councilman councilwoman councillor alderman undersecretary \
         secretary assemblyman assemblymember selectman lobbyist strategist pollster king queen monarch treasurer",
    ),
    (
        LAW,
        "judge attorney lawyer prosecutor sheriff detective investigator trooper sergeant counsel solicitor warden",
    ),
    (MILITARY, "general colonel lieutenant major admiral soldier marine commander veteran sailor sergeant"),
    (
        BUSINESS,
        "businessman businesswoman entrepreneur investor banker mogul billionaire millionaire tycoon ceo trader \
         broker executive magnate developer",
    ),
    (
        MEDIA,
        "author writer journalist reporter editor columnist correspondent anchor commentator blogger broadcaster \
         presenter publisher biographer",
    ),
    (
        SCIENCE,
        "professor scientist economist researcher scholar historian doctor physician surgeon neurosurgeon biologist \
         physicist chemist psychologist psychiatrist sociologist theologian philosopher lecturer climatologist",
    ),
    (
        ARTS,
        "actor actress singer musician artist comedian filmmaker producer photographer painter sculptor dancer \
         conductor composer pianist violinist guitarist drummer rapper novelist poet playwright cellist",
    ),
    (
        SPORT,
        "player athlete goalkeeper striker midfielder quarterback pitcher cyclist swimmer boxer wrestler \
         jockey referee umpire coach defender footballer gymnast golfer",
    ),
    (CHURCH, "reverend pastor bishop archbishop cardinal rabbi imam pope priest monk nun vicar deacon"),
    (
        TRADES,
        "nurse teacher farmer trucker electrician plumber carpenter fisherman waiter waitress bartender barber tailor \
         cleaner janitor cashier salesman saleswoman shopkeeper grocer florist gardener shepherd rancher miner logger \
         welder cook chef baker butcher mechanic librarian firefighter paramedic midwife dentist pharmacist retiree \
         pensioner driver student homeowner clerk",
    ),
    // A president, a director or a chairman there is in most fields.
    (
        PUBLIC | SPORT | ARTS,
        "president chairman chairwoman director founder host owner manager captain chief",
    ),
    (
        PUBLIC,
        "commissioner officer official adviser advisor spokesman spokeswoman spokesperson secretary-general",
    ),
    (ARTS | SPORT | MEDIA, "star champion celebrity"),
    (SCIENCE | TRADES, "engineer instructor principal"),
];

/// Roles that say whom somebody stands to, or what happens to them just then: they pass, and contradict nothing.
const PASSING: &str = "rival nominee candidate contender hopeful frontrunner runner opponent challenger running mate \
    supporter critic ally friend colleague associate successor predecessor incumbent husband wife father mother son \
    daughter brother sister uncle aunt cousin widow partner girlfriend boyfriend fiance fiancee grandmother grandfather \
    mom dad man woman boy girl guy lady person victim suspect survivor witness defendant resident neighbor neighbour \
    fellow voter republican democrat conservative liberal favorite favourite elect leader member head boss counterpart \
    insider surrogate source donor first next presidential immigrant native graduate fan passenger tourist guest elder";

impl Fields {
    /// The fields of the words of a role.
    pub(crate) fn of(words: &[String]) -> Fields {
        words.iter().fold(Fields::default(), |fields, word| Fields(fields.0 | of_word(word)))
    }

    /// Whether no word told a field.
    pub(crate) fn is_unknown(self) -> bool {
        self.0 == 0
    }

    /// Whether a word of a role tells a field.
    pub(crate) fn tells(word: &str) -> bool {
        of_word(word) != 0
    }

    /// Whether the word is in these lists, and so no name.
    pub(crate) fn knows(word: &str) -> bool {
        of_word(word) != 0 || PASSING.split_whitespace().any(|passing| passing == word)
    }

    pub(crate) fn and(self, other: Fields) -> Fields {
        Fields(self.0 | other.0)
    }

    /// Whether both tell fields of which no two are near.
    pub(crate) fn is_far_from(self, other: Fields) -> bool {
        !self.is_unknown() && !other.is_unknown() && self.near() & other.0 == 0 && other.near() & self.0 == 0
    }

    /// The fields and all that are near to one of them.
    fn near(self) -> u16 {
        let public = if self.0 & PUBLIC != 0 { PUBLIC } else { 0 };
        NEAR.iter()
            .filter(|(field, _)| self.0 & field != 0)
            .fold(self.0 | public, |near, (_, others)| near | others)
    }
}

fn of_word(word: &str) -> u16 {
    let of =
        |(field, words): &(u16, &str)| words.split_whitespace().any(|known| known == word).then_some(*field);
    WORDS.iter().filter_map(of).fold(0, |fields, field| fields | field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_far_where_few_lives_lead_from_one_to_the_other() {
        let far = |one: &str, other: &str| {
            let of = |word: &str| Fields::of(&[word.to_owned()]);
            assert_eq!(of(one).is_far_from(of(other)), of(other).is_far_from(of(one)));
            of(one).is_far_from(of(other))
        };
        assert!(far("goalkeeper", "minister"));
        assert!(far("nurse", "senator"));
        assert!(far("pianist", "colonel"));
        assert!(!far("general", "senator"));
        assert!(!far("actor", "host"));
        assert!(!far("president", "goalkeeper"), "a club has a president");
        assert!(!far("rival", "goalkeeper"), "a rival may be anything");
    }
}
