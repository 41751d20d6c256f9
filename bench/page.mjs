// Measures the libraries side by side: each in its worker, taking turns query by query.
import { queries, statements } from './corpus.mjs';

const EACH = 40;

function start(name) {
  const worker = new Worker('/worker.mjs', { type: 'module' });
  const call = (message) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.error ? reject(new Error(`${name}: ${data.error}`)) : resolve(data.answer));
    worker.onerror = (event) => reject(new Error(`${name}: ${event.message}`));
    worker.postMessage(message);
  });
  return { name, call, end: () => worker.terminate(), times: [], ranks: [] };
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / (numbers.length || 1);

function summary({ name, built, times, ranks }) {
  const sorted = times.toSorted((one, other) => one - other);
  const mrr = (of) => mean(of.map(({ rank }) => (rank ? 1 / rank : 0)));
  return {
    name, ...built,
    p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99),
    recall: mean(ranks.map(({ rank }) => Number(rank > 0))), mrr: mrr(ranks),
    typos: mrr(ranks.filter(({ kind }) => kind === 'two typos')),
  };
}

async function measure({ seed, size, names }) {
  const records = statements(seed, size);
  const libraries = names.map(start);
  for (const library of libraries) library.built = await library.call({ command: 'build', name: library.name, seed, size });
  // Warm, so that no library is measured while the browser still compiles it.
  for (const library of libraries) await library.call({ command: 'type', text: records[0].quote.slice(0, 40).toLowerCase() });
  const asked = queries(seed, records, EACH);
  for (const [turn, { kind, text, target, speaker }] of asked.entries()) {
    const shift = turn % libraries.length;
    for (const library of [...libraries.slice(shift), ...libraries.slice(0, shift)]) {
      const { times, found } = await library.call({ command: 'type', text });
      library.times.push(...times);
      const isRight = (id) => (speaker ? records[id].speaker === speaker : id === target);
      library.ranks.push({ kind, rank: found.slice(0, 10).findIndex(isRight) + 1 });
    }
  }
  libraries.forEach((library) => library.end());
  return { seed, size, libraries: libraries.map(summary) };
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
