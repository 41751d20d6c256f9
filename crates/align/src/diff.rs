//! Two texts, word by word: what was kept, what was taken out and what was put in.

use verbatim_words::words;

/// How many words may be taken out and put in before the rest is shown as replaced. Whoever reads a thousand
/// changes reads two texts; and the memory needed grows with the square of it (32 MB at this many).
pub const MAX_CHANGES: usize = 2_000;

/// What happened to some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// They stand in both texts.
    Kept,
    /// They stood in the earlier text only.
    Removed,
    /// They stand in the later text only.
    Added,
}

/// Words that follow each other and that the same happened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run<'a> {
    /// What happened to them.
    pub change: Change,
    /// The words with the spaces and marks behind them: of the earlier text if they were removed, else of the later.
    pub text: &'a str,
}

/// How the words of `then` became those of `now`, with as few words taken out and put in as can be. Runs that are
/// kept or added make up `now`, character for character; between two kept runs, removals come first.
pub fn diff<'a>(then: &'a str, now: &'a str) -> Vec<Run<'a>> {
    let (old, new) = (Pieces::new(then), Pieces::new(now));
    let mut runs = Runs { old: &old, new: &new, runs: Vec::new() };
    let head = old.folded.iter().zip(&new.folded).take_while(|(a, b)| a == b).count();
    runs.kept(0..head);
    let (mut at_old, mut at_new) = (head, head);
    for (in_old, in_new) in matches(&old.folded[head..], &new.folded[head..]) {
        runs.replaced(at_old..head + in_old, at_new..head + in_new);
        runs.kept(head + in_new..head + in_new + 1);
        (at_old, at_new) = (head + in_old + 1, head + in_new + 1);
    }
    runs.replaced(at_old..old.folded.len(), at_new..new.folded.len());
    // A text without words is one run of marks.
    if new.folded.is_empty() && !now.is_empty() {
        runs.runs.push(Run { change: Change::Added, text: now });
    }
    runs.runs
}

/// The words of a text, and the text cut where each of them begins.
struct Pieces<'a> {
    text: &'a str,
    folded: Vec<String>,
    starts: Vec<usize>,
}

impl<'a> Pieces<'a> {
    fn new(text: &'a str) -> Self {
        let (mut folded, mut starts) = (Vec::new(), Vec::new());
        for word in words(text) {
            // What stands before the first word goes with it.
            starts.push(if folded.is_empty() { 0 } else { word.span.start });
            folded.push(word.folded);
        }
        starts.push(text.len());
        Pieces { text, folded, starts }
    }

    fn of(&self, words: std::ops::Range<usize>) -> &'a str {
        &self.text[self.starts[words.start]..self.starts[words.end]]
    }
}

/// The runs so far.
struct Runs<'a, 'b> {
    old: &'b Pieces<'a>,
    new: &'b Pieces<'a>,
    runs: Vec<Run<'a>>,
}

impl Runs<'_, '_> {
    fn kept(&mut self, words: std::ops::Range<usize>) {
        let start = self.new.starts[words.start];
        let text = self.new.of(words);
        match self.runs.last_mut() {
            _ if text.is_empty() => (),
            Some(last) if last.change == Change::Kept => {
                let from = start - last.text.len();
                last.text = &self.new.text[from..start + text.len()];
            }
            _ => self.runs.push(Run { change: Change::Kept, text }),
        }
    }

    fn replaced(&mut self, old: std::ops::Range<usize>, new: std::ops::Range<usize>) {
        for (change, text) in [(Change::Removed, self.old.of(old)), (Change::Added, self.new.of(new))] {
            if !text.is_empty() {
                self.runs.push(Run { change, text });
            }
        }
    }
}

/// The pairs of equal words in a longest common subsequence: Myers' greedy way, by the number of changes.
fn matches(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let (n, m) = (old.len() as isize, new.len() as isize);
    let most = (n + m).min(MAX_CHANGES as isize);
    let middle = most + 1;
    let mut furthest = vec![0_isize; 2 * middle as usize + 1];
    // For every number of changes, how far each diagonal had got before.
    let mut trace: Vec<Vec<isize>> = Vec::new();
    for changes in 0..=most {
        trace.push(furthest[(middle - changes) as usize..=(middle + changes) as usize].to_vec());
        for diagonal in (-changes..=changes).step_by(2) {
            let at = (middle + diagonal) as usize;
            let down = diagonal == -changes || (diagonal != changes && furthest[at - 1] < furthest[at + 1]);
            let mut x = if down { furthest[at + 1] } else { furthest[at - 1] + 1 };
            let mut y = x - diagonal;
            while x < n && y < m && old[x as usize] == new[y as usize] {
                (x, y) = (x + 1, y + 1);
            }
            furthest[at] = x;
            if x >= n && y >= m {
                return walk_back(&trace, (n, m));
            }
        }
    }
    furthest_reached(&trace, &furthest, middle, (n, m))
}

/// Where the most words were passed when the number of changes ran out, and the way there.
fn furthest_reached(
    trace: &[Vec<isize>],
    furthest: &[isize],
    middle: isize,
    (n, m): (isize, isize),
) -> Vec<(usize, usize)> {
    let changes = trace.len() as isize - 1;
    let ends = (-changes..=changes).step_by(2).map(|diagonal| {
        let x = furthest[(middle + diagonal) as usize];
        (x, x - diagonal)
    });
    let within = ends.filter(|(x, y)| (0..=n).contains(x) && (0..=m).contains(y));
    within.max_by_key(|(x, y)| x + y).map_or_else(Vec::new, |end| walk_back(trace, end))
}

fn walk_back(trace: &[Vec<isize>], (mut x, mut y): (isize, isize)) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (changes, furthest) in trace.iter().enumerate().rev() {
        let changes = changes as isize;
        let before = |diagonal: isize| furthest[(diagonal + changes) as usize];
        let diagonal = x - y;
        let down =
            diagonal == -changes || (diagonal != changes && before(diagonal - 1) < before(diagonal + 1));
        let came_from = if down { diagonal + 1 } else { diagonal - 1 };
        let (from_x, from_y) = match changes {
            0 => (0, 0),
            _ => (before(came_from), before(came_from) - came_from),
        };
        let (step_x, step_y) = match (changes, down) {
            (0, _) => (0, 0),
            (_, true) => (from_x, from_y + 1),
            (_, false) => (from_x + 1, from_y),
        };
        while x > step_x && y > step_y {
            (x, y) = (x - 1, y - 1);
            pairs.push((x as usize, y as usize));
        }
        (x, y) = (from_x, from_y);
    }
    pairs.reverse();
    pairs
}
