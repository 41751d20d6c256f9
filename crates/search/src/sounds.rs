//! How a name sounds, roughly: the same for "Zelensky" and "Selenskyj", for "Yermak" and "Ermak".
//!
//! Names come into English from other scripts in many spellings, which differ in vowels, in what stands for one
//! sound, and in letters that are doubled or silent. What is left without those is compared.

/// A sound in four bits; none is 0.
type Sound = u32;

const VOWEL: Sound = 1;
const LIP: Sound = 2;
const WIND: Sound = 3;
const BACK: Sound = 4;
const HISS: Sound = 5;
const TEETH: Sound = 6;
const L: Sound = 7;
const R: Sound = 8;
const M: Sound = 9;
const N: Sound = 10;

/// Words of fewer sounds would sound like too many others.
const LEAST: usize = 3;

/// More do not fit, and no more are needed.
const MOST: usize = 8;

/// How a folded word sounds, as a number; none if it is of other letters than a to z, or too short to tell.
pub(crate) fn sounds(word: &[char]) -> Option<u32> {
    // A word without them is letters left out, not a spelling.
    if !word.iter().any(|letter| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')) {
        return None;
    }
    let (mut sounds, mut count, mut last) = (0_u32, 0, 0);
    for (at, letter) in word.iter().enumerate() {
        let sound = sound(*letter, word.get(at + 1))?;
        // Vowels are heard where a name begins; "h" and "y" stand for too much to be heard elsewhere.
        let is_heard = sound != 0 && (sound != VOWEL || at == 0);
        if is_heard && sound != last && count < MOST {
            sounds = sounds << 4 | sound;
            count += 1;
        }
        last = if sound == 0 { last } else { sound };
    }
    (count >= LEAST).then_some(sounds)
}

/// The sound that a letter stands for, 0 for none, before another; nothing if it is no letter of the alphabet.
fn sound(letter: char, next: Option<&char>) -> Option<Sound> {
    Some(match letter {
        'a' | 'e' | 'i' | 'j' | 'o' | 'u' | 'y' => VOWEL,
        'h' => 0,
        'b' => LIP,
        'p' if next == Some(&'h') => WIND,
        'p' => LIP,
        'f' | 'v' | 'w' => WIND,
        'c' if matches!(next, Some('e' | 'h' | 'i' | 'y')) => HISS,
        'c' | 'k' | 'q' | 'g' | 'x' => BACK,
        's' | 'z' => HISS,
        'd' | 't' => TEETH,
        'l' => L,
        'r' => R,
        'm' => M,
        'n' => N,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> Option<u32> {
        sounds(&word.chars().collect::<Vec<_>>())
    }

    #[test]
    fn spellings_of_a_name_sound_alike() {
        for spellings in [
            ["zelensky", "zelenskyy", "selenskyj"],
            ["yermak", "ermak", "jermak"],
            ["gaddafi", "qadhafi", "kadafi"],
            ["muhammad", "mohamed", "mohammed"],
            ["netanyahu", "netanjahu", "nethanyahoo"],
            ["tymoshenko", "timoschenko", "timoszenko"],
            ["philippe", "filip", "filippe"],
        ] {
            let [one, other, third] = spellings.map(of);
            assert!(one.is_some() && one == other && one == third, "{spellings:?}");
        }
    }

    #[test]
    fn the_first_eight_sounds_tell_names_apart() {
        assert_eq!(of("badakamalanarasa"), of("badakamalanarasata"));
        assert_ne!(of("badakamalanarasa"), of("badakamalanarata"));
        assert_eq!(of("badakamalanarasata"), of("badakamalanarasafa"));
    }

    #[test]
    fn other_names_do_not() {
        for (one, other) in
            [("macron", "merkel"), ("umerov", "yermak"), ("kallas", "callahan"), ("erdogan", "jordan")]
        {
            assert_ne!(of(one), of(other), "{one}");
        }
        assert_eq!(["xi", "лавров", "ada", "mcrn"].map(of), [None; 4]);
    }
}
