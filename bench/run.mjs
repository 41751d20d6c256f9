// node run.mjs --chromium PATH --sizes 1000,10000 --seeds 1,2: serves this folder, opens the page in a headless
// Chromium, and prints what it measured as Markdown.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    chromium: { type: 'string', default: 'chromium' },
    sizes: { type: 'string', default: '1000,10000' },
    seeds: { type: 'string', default: '1,2,3' },
  },
});
const numbers = (list) => list.split(',').map(Number);
const folder = import.meta.dirname;
const names = ['minisearch', 'flexsearch', 'ufuzzy', 'ours'];
const runs = numbers(values.sizes).flatMap((size) => numbers(values.seeds).map((seed) => ({ seed, size, names })));
const types = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm' };

// Isolated, so that the page's clock is exact to 5 microseconds.
const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

function answer(request, response, done) {
  const send = (type, body) => response.writeHead(200, { ...isolated, 'content-type': type }).end(body);
  const name = new URL(request.url, 'http://localhost').pathname;
  if (name === '/') return send('text/html', '<!doctype html><script type="module" src="/page.mjs"></script>');
  if (name === '/plan') return send('application/json', JSON.stringify({ runs }));
  if (name === '/done') {
    let body = '';
    request.on('data', (part) => { body += part; });
    return request.on('end', () => { send('text/plain', ''); done(JSON.parse(body)); });
  }
  const file = path.join(folder, name);
  if (!file.startsWith(folder + path.sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return response.writeHead(404).end();
  }
  return send(types[path.extname(file)] ?? 'application/octet-stream', readFileSync(file));
}

const number = (value, digits) => (value === undefined ? '' : value.toFixed(digits));

function table({ seed, size, asked, libraries }) {
  const rows = libraries.map((l) => l.why ? [`${l.name}: ${l.why}`, ...Array(11).fill('')] : [
    l.name, number(l.p50, 2), number(l.p95, 2), number(l.p99, 2), number(l.recall, 3), number(l.mrr, 3),
    number(l.typos, 3), number(l.build, 0), number(l.open, 1), number(l.gzip && l.gzip / 2 ** 20, 2),
    number(l.held && l.held / l.file, 2), `${l.asked} of ${asked}`,
  ]);
  const head = ['', 'p50 ms', 'p95', 'p99', 'recall@10', 'MRR@10', 'two typos, MRR', 'build ms', 'open ms', 'gzip MB',
    'memory / index', 'queries'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `### ${size} statements, seed ${seed}\n\n${lines.join('\n')}\n`;
}

// From how many statements on growth is told: below, what every keystroke takes hides it.
const GROWN = 10_000;

// What a keystroke's time grows by as the corpus does: 1 is in step with it, 0 not at all.
function growth(seed) {
  const all = results.filter((result) => result.seed === seed).sort((one, other) => one.size - other.size);
  const grown = all.filter(({ size }) => size >= GROWN);
  const of = grown.length > 1 ? grown : all;
  const [small, large] = [of[0], of.at(-1)];
  const exponent = (name, at) => {
    const [one, other] = [small, large].map(({ libraries }) => libraries.find((l) => l.name === name)[at]);
    return one && other ? number(Math.log(other / one) / Math.log(large.size / small.size), 2) : '';
  };
  const rows = names.map((name) => `| ${name} | ${exponent(name, 'p50')} | ${exponent(name, 'p99')} |`);
  return `### Growth from ${small.size} to ${large.size} statements, seed ${seed}, as an exponent\n\n` +
    `|  | p50 | p99 |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

const profile = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-'));
let browser;
const { results, error } = await new Promise((resolve) => {
  const server = http.createServer((request, response) => answer(request, response, resolve));
  server.listen(0, '127.0.0.1', () => {
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`];
    browser = spawn(values.chromium, [...flags, `http://127.0.0.1:${server.address().port}/`], { stdio: 'ignore' });
    browser.on('exit', () => resolve({ error: 'the browser ended before the page was done' }));
    browser.on('error', (reason) => resolve({ error: String(reason) }));
  });
});
if (browser?.exitCode === null && browser.kill()) await once(browser, 'exit');
rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
const seeds = [...new Set(runs.map(({ seed }) => seed))];
const grown = () => (new Set(runs.map(({ size }) => size)).size > 1 ? seeds.map(growth) : []);
console[error ? 'error' : 'log'](error ?? [...results.map(table), ...grown()].join('\n'));
process.exit(error ? 1 : 0);
