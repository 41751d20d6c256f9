// Statements that nobody made, and queries whose answer is known. The same seed gives the same.
//
// Words are two to four syllables, the nth about 1/n as common as the first, as words of a language are; there are
// 37 times as many as the square root of the running text is long, which is what news has. A tenth of the speakers
// say half of everything.

const SYLLABLES = ('ta ke mo ri sun pel dor vin ash ber con dis ex fa gra hol in ju lan ment ness or pro re ster ' +
  'tion un ver wil ya za ing').split(' ');
const ROLES = 'president minister governor senator spokesman judge professor officer'.split(' ');
const WORDS_A_STATEMENT = 25;

// Numbers that look drawn by chance (mulberry32).
export function chance(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

function vocabulary(draw, size) {
  const words = new Set('the to of and a in that is it for we not on with he this be are have was'.split(' '));
  while (words.size < size) {
    words.add(Array.from({ length: 2 + draw(3) }, () => SYLLABLES[draw(SYLLABLES.length)]).join(''));
  }
  return [...words];
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

export function statements(seed, count) {
  const draw = chance(seed);
  const words = vocabulary(draw, Math.round(37 * Math.sqrt(count * WORDS_A_STATEMENT)));
  const common = () => words[Math.floor(words.length ** (draw(1 << 30) / (1 << 30))) - 1] ?? words[0];
  const any = () => words[20 + draw(words.length - 20)];
  const speakers = Array.from({ length: Math.ceil(count / 4) }, () => `${capital(any())} ${capital(any())}`);
  return Array.from({ length: count }, (_, id) => ({
    id,
    quote: `${capital(Array.from({ length: 5 + draw(2 * WORDS_A_STATEMENT - 10) }, common).join(' '))}.`,
    speaker: speakers[draw(draw(2) ? speakers.length : Math.ceil(speakers.length / 10))],
    role: draw(4) ? '' : `the ${ROLES[draw(ROLES.length)]} of ${capital(any())}`,
  }));
}

// One letter replaced, put in, left out, or swapped with its neighbour.
function misspell(draw, word) {
  const at = 1 + draw(word.length - 1);
  const letter = String.fromCharCode(97 + draw(26));
  return [
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1),
  ][draw(4)];
}

const KINDS = {
  exact: (draw, words) => words.join(' '),
  prefix: (draw, words) => [...words.slice(0, -1), words.at(-1).slice(0, Math.ceil(words.at(-1).length * 0.6))].join(' '),
  'one typo': (draw, [first, ...rest]) => [misspell(draw, first), ...rest].join(' '),
  'two typos': (draw, [first, second, ...rest]) => [misspell(draw, first), misspell(draw, second), ...rest].join(' '),
  speaker: (draw, words, { speaker }) => {
    const [first, last] = speaker.toLowerCase().split(' ');
    return `${first} ${misspell(draw, last)}`;
  },
  phrase: (draw, words, { quote }) => {
    const all = quote.slice(0, -1).toLowerCase().split(' ');
    const at = draw(Math.max(1, all.length - 4));
    return all.slice(at, at + 4).join(' ');
  },
};

// How many statements may have all words of a query, for its answer to be known: where more do, any of them is as right.
const MOST = 3;

// Queries of every kind, and which statements answer each.
export function queries(seed, records, each) {
  const draw = chance(seed ^ 0x9e3779b9);
  const drawn = [];
  for (const [kind, write] of Object.entries(KINDS)) {
    for (let left = each * SPARE, tries = 0; left > 0 && tries < each * 50; tries += 1) {
      const record = records[draw(records.length)];
      const long = [...new Set(record.quote.toLowerCase().match(/[a-z]{5,}/g) ?? [])];
      if (long.length < 4) continue;
      const start = draw(long.length - 2);
      const words = long.slice(start, start + 2 + draw(2));
      const text = write(draw, words, record);
      // A speaker may have said any number of things, and a phrase is its own words.
      const sought = { speaker: [], phrase: text.split(' ') }[kind] ?? words;
      const cut = kind === 'prefix' ? text.split(' ').at(-1) : undefined;
      drawn.push({ kind, text, sought, cut, target: record.id, speaker: kind === 'speaker' ? record.speaker : undefined });
      left -= 1;
    }
  }
  const counts = having(records, drawn);
  const known = drawn.filter(({ sought }, place) => sought.length === 0 || counts[place] <= MOST);
  return Object.keys(KINDS).flatMap((kind) => known.filter((query) => query.kind === kind).slice(0, each));
}

// How many are drawn for each that is asked: more than half of those of common words are no use.
const SPARE = 4;

// How many statements have all words of each query; of one that ends in the beginning of a word, any that goes on.
function having(records, drawn) {
  const wanted = new Map();
  const want = (word, place, bit) => wanted.set(word, [...(wanted.get(word) ?? []), [place, bit]]);
  const begun = [];
  drawn.forEach(({ sought, cut }, place) => [...new Set(sought)].forEach((word, bit) => {
    if (cut && word === sought.at(-1)) begun.push([cut, place, bit]);
    else want(word, place, bit);
  }));
  const all = drawn.map(({ sought }) => 2 ** new Set(sought).size - 1);
  const meant = new Map();
  const of = (word) => {
    const some = begun.filter(([cut]) => word.startsWith(cut)).map(([, place, bit]) => [place, bit]);
    meant.set(word, [...(wanted.get(word) ?? []), ...some]);
    return meant.get(word);
  };
  const counts = drawn.map(() => 0);
  for (const { quote } of records) {
    const has = new Map();
    for (const word of quote.toLowerCase().match(/[a-z]+/g)) {
      for (const [place, bit] of meant.get(word) ?? of(word)) has.set(place, has.get(place) | (1 << bit));
    }
    for (const [place, bits] of has) counts[place] += Number(bits === all[place]);
  }
  return counts;
}
