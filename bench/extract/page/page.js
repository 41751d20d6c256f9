// Runs extraction over all articles again and again, and writes the median speed, in MB of UTF-8 a second, into the
// page. MODULE and ARTICLES are set by the files before this one: a page read from a file may not fetch.
const LASTS = 6000;
const engine = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(MODULE))).exports;
const bytes = new Uint8Array(ARTICLES);
const room = engine.room(bytes.length);
new Uint8Array(engine.memory.buffer, room, bytes.length).set(bytes);
const rounds = [];
const begun = performance.now();
while (performance.now() - begun < LASTS || rounds.length < 3) {
  const round = performance.now();
  engine.extract();
  rounds.push(performance.now() - round);
}
rounds.sort((a, b) => a - b);
const median = rounds[rounds.length >> 1];
document.querySelector('output').textContent = (bytes.length / 1e3 / median).toFixed(1);
