// Within a frame: marks the words that its address picks out, and tells the page around it how high the statement is. Around
// frames: makes them so high.
'use strict';
const statement = document.querySelector('main[data-page="embed"]');

// Marks a run of what is said, which is all of the statement's words but their marks and the gaps between them.
const mark = (start, end) => {
  const walker = document.createTreeWalker(statement.querySelector('blockquote'), NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  let at = 0;
  for (const node of nodes.filter((node) => !node.parentElement.closest('.opening, .closing, .cut'))) {
    const [from, to] = [start - at, end - at].map((place) => Math.min(Math.max(place, 0), node.length));
    at += node.length;
    if (from === to) continue;
    const run = document.createRange();
    run.setStart(node, from);
    run.setEnd(node, to);
    run.surroundContents(document.createElement('mark'));
  }
};

const note = (text) => {
  const note = document.createElement('p');
  note.className = 'note missed';
  note.textContent = text;
  statement.querySelector('blockquote').after(note);
};

// Reads the address as the program does.
const pick = (asked, { words, told, missed, unfit }) => {
  const read = asked.replace(/[.,;:!?)\]>"'’”»… ]+$/, '').match(/^\s*(\d+)\s*(?:[-‐‑–—−]\s*(\d+)\s*)?$/);
  const [first, last] = read ? [+read[1], +(read[2] ?? read[1])] : [];
  const wrong = [!read, last < first, first < 1 || last > words.flat().length].indexOf(true);
  if (wrong >= 0) return note(unfit[wrong].replaceAll('\u0001', () => asked));
  let before = 0;
  for (const quotation of words) {
    const picked = quotation.slice(Math.max(first - 1 - before, 0), Math.max(last - before, 0));
    if (picked.length > 0) mark(picked[0][0], picked.at(-1)[1]);
    before += quotation.length;
  }
  const cut = missed.map((side, place) => side[place % 2 ? last : first]).find((what) => what !== undefined);
  if (cut !== undefined) note(told[cut]);
  lead(read[0].trim());
};

// Has the way to the statement's page ask for the same words.
const lead = (asked) => {
  for (const link of statement.querySelectorAll('.from a')) {
    const whole = new URL(link.href);
    whole.pathname = whole.pathname.replace(/\/?$/, '/');
    whole.searchParams.set('w', asked);
    link.href = whole;
  }
};

if (statement) {
  const asked = new URLSearchParams(location.search).getAll('w').at(-1);
  const picking = document.getElementById('picking');
  if (asked && picking) pick(asked, JSON.parse(picking.textContent));
  // What became of them, that page tells. Where the program has drawn this one, it has done all of it.
  else if (asked && !statement.querySelector('blockquote')) lead(asked);
  const tell = () => parent.postMessage({ verbatim: Math.ceil(statement.getBoundingClientRect().bottom + scrollY) + 1 }, '*');
  new ResizeObserver(tell).observe(statement);
} else {
  addEventListener('message', ({ data, source }) => {
    const height = data?.verbatim;
    // A frame is made as high as a statement can be, not as high as it likes.
    if (!Number.isFinite(height) || height < 1 || height > 5000) return;
    for (const frame of document.querySelectorAll('iframe[data-verbatim]')) {
      if (frame.contentWindow === source) frame.height = height;
    }
  });
}
