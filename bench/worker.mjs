// One library in a worker of its own. Times are taken here, around its calls only.
import * as peers from './peers.mjs';
import { statements } from './corpus.mjs';

const LIMIT = 20;
let library;
let handle;

const timed = async (work) => {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
};

async function gzipped(data) {
  const stream = new Blob([data]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

const commands = {
  async build({ name, seed, size }) {
    const records = statements(seed, size);
    library = await peers[name]();
    const [build, index] = await timed(() => library.build(records));
    handle = index;
    if (!library.serialize) return { build };
    const data = await library.serialize(handle);
    const [open, opened] = await timed(() => library.load(data));
    handle = opened;
    return { build, open, gzip: await gzipped(data), file: data.length };
  },
  held: () => library.info?.(handle).wasmBytes,
  type({ text }) {
    const times = [];
    let found = [];
    for (let end = 1; end <= text.length; end += 1) {
      const start = performance.now();
      found = library.search(handle, text.slice(0, end), LIMIT);
      times.push(performance.now() - start);
    }
    return { times, found: Array.from(found) };
  },
};

onmessage = async ({ data }) => {
  try {
    postMessage({ answer: await commands[data.command](data) });
  } catch (error) {
    postMessage({ error: String(error?.stack ?? error) });
  }
};
