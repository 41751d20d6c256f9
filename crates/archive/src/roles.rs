//! Whether two printed roles can be one person's.

use verbatim_extract::spelled_out;
use verbatim_words::words;

/// Words behind which a role says of whom or of what: "minister | of defence", "owner | who fished".
const BEHIND: &[&str] = &["of", "for", "at", "in", "to", "from", "on", "with", "who", "whose"];

/// What a printed role says somebody is: "Ukraine", "former" and "minister" of "Ukraine's former Minister of
/// Defense". The last of the words says it; those before may say more of it, or something else beside.
#[derive(Debug, Clone)]
pub(crate) struct Role(Vec<String>);

impl Role {
    /// None for a role without words.
    pub(crate) fn new(printed: &str) -> Option<Role> {
        let mut words: Vec<String> = words(printed).map(|word| plain(&word.folded)).collect();
        let behind = words.iter().skip(1).position(|word| BEHIND.contains(&word.as_str()));
        words.truncate(behind.map_or(words.len(), |end| end + 1));
        (!words.is_empty()).then_some(Role(words))
    }

    /// Whether the two say the same of somebody, one perhaps more exactly: what one is, the other names too. A
    /// country or a firm in both is not enough, for namesakes can be of one country.
    pub(crate) fn shares(&self, other: &Role) -> bool {
        let is = |one: &Role, other: &Role| one.0.last().is_some_and(|last| other.0.contains(last));
        is(self, other) || is(other, self)
    }
}

/// A word in the singular and spelled out.
fn plain(folded: &str) -> String {
    let single = match folded.strip_suffix('s') {
        Some(single) if single.len() > 3 && !single.ends_with(['s', 'u', 'i']) => single,
        _ => folded,
    };
    spelled_out(single).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_one_persons_when_both_name_what_one_of_them_is() {
        let shares = |one: &str, other: &str| match (Role::new(one), Role::new(other)) {
            (Some(one), Some(other)) => one.shares(&other) && other.shares(&one),
            _ => false,
        };
        assert!(shares("Ukraine’s former Minister of Defense", "defence minister"));
        assert!(shares("Sen.", "Ohio senator"));
        assert!(shares("President", "French President"));
        assert!(shares("mayors", "mayor of Sarnes"));
        assert!(!shares("Ukrainian President", "Ukrainian goalkeeper"));
        assert!(!shares("spokesman for the president", "president"));
        assert!(!shares("—", "mayor"));
    }
}
