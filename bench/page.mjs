// Measures the libraries side by side: each in its worker, taking turns query by query.
import { queries, statements } from './corpus.mjs';

const EACH = 40;

// How long a library may seek in all, in milliseconds, and build: what does not get through says how far it came.
const PATIENCE = 120_000;
const BUILD = 60_000;

// From so many statements on, a library that got through fewer queries, or would build for longer, is not tried again.
const LARGE = 100_000;

function start(name) {
  const worker = new Worker('/worker.mjs', { type: 'module' });
  const call = (message) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.error ? reject(new Error(`${name}: ${data.error}`)) : resolve(data.answer));
    worker.onerror = (event) => reject(new Error(`${name}: ${event.message}`));
    worker.postMessage(message);
  });
  return { name, call, end: () => worker.terminate(), spent: 0, times: [], ranks: [] };
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / (numbers.length || 1);

// What each library took for the statements that it was measured with last.
const before = new Map();

// Why a library is not measured with so many statements; nothing where it is.
function leftOut(name, size) {
  const last = before.get(name);
  if (size <= LARGE || !last) return undefined;
  if (last.why) return last.why;
  if (last.asked < last.of) return `did not get through ${last.size}`;
  return (last.build * size) / last.size > BUILD ? `would build for over ${BUILD / 1000} s` : undefined;
}

function summary({ name, built, times, ranks }) {
  const sorted = times.toSorted((one, other) => one - other);
  const mrr = (of) => mean(of.map(({ rank }) => (rank ? 1 / rank : 0)));
  return {
    name, ...built, asked: ranks.length,
    p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99),
    recall: mean(ranks.map(({ rank }) => Number(rank > 0))), mrr: mrr(ranks),
    typos: mrr(ranks.filter(({ kind }) => kind === 'two typos')),
  };
}

async function measure({ seed, size, names }) {
  const records = statements(seed, size);
  const asked = queries(seed, records, EACH);
  const skipped = names.map((name) => ({ name, why: leftOut(name, size) })).filter(({ why }) => why);
  const libraries = names.filter((name) => !leftOut(name, size)).map(start);
  for (const library of libraries) library.built = await library.call({ command: 'build', name: library.name, seed, size });
  // Warm, so that no library is measured while the browser still compiles it.
  for (const library of libraries) await library.call({ command: 'type', text: records[0].quote.slice(0, 40).toLowerCase() });
  // Kinds take turns, so that a library that does not get through has been asked all of them.
  const inTurn = asked.map((query, place) => [place % EACH, query]).toSorted(([one], [other]) => one - other);
  for (const [turn, [, { kind, text, target, speaker }]] of inTurn.entries()) {
    const shift = turn % libraries.length;
    for (const library of [...libraries.slice(shift), ...libraries.slice(0, shift)]) {
      if (library.spent > PATIENCE) continue;
      const { times, found } = await library.call({ command: 'type', text });
      library.times.push(...times);
      library.spent += times.reduce((sum, time) => sum + time, 0);
      const isRight = (id) => (speaker ? records[id].speaker === speaker : id === target);
      library.ranks.push({ kind, rank: found.slice(0, 10).findIndex(isRight) + 1 });
    }
  }
  // What it takes after all queries: memory that was once taken is never given back.
  for (const library of libraries) library.built.held = await library.call({ command: 'held' });
  libraries.forEach((library) => library.end());
  const measured = libraries.map(summary);
  for (const { name, build, asked: through } of measured) before.set(name, { size, build, asked: through, of: asked.length });
  for (const { name, why } of skipped) before.set(name, { why });
  return { seed, size, asked: asked.length, libraries: [...measured, ...skipped] };
}

const send = (path, body) => fetch(path, { method: 'POST', body: JSON.stringify(body) });
try {
  const { runs } = await (await fetch('/plan')).json();
  const results = [];
  for (const run of runs) results.push(await measure(run));
  await send('/done', { results });
} catch (error) {
  await send('/done', { error: String(error?.stack ?? error) });
}
