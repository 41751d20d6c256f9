// Our engine for the comparison: built in one wasm module, and opened and searched in another, as a page does that
// was given the index with its files. `build`, `search`, `serialize` and `load` are what every library here offers.
const WASM = '/engine/verbatim.wasm';
const QUERY = 4096;
const encoder = new TextEncoder();
let compiled;

async function instantiate() {
  compiled ??= await WebAssembly.compileStreaming(fetch(WASM));
  return (await WebAssembly.instantiate(compiled, {})).exports;
}

function put(engine, parts) {
  let at = engine.room(parts.reduce((sum, part) => sum + part.length, 0));
  for (const part of parts) {
    new Uint8Array(engine.memory.buffer, at, part.length).set(part);
    at += part.length;
  }
}

async function open(bytes) {
  const engine = await instantiate();
  put(engine, [bytes]);
  if (!engine.open()) throw new Error('the index does not open');
  return { engine, query: engine.room(QUERY), bytes: bytes.length };
}

export default {
  name: 'ours',
  pkg: '',
  config: 'up to 1 edit from 4 letters and 2 from 8, prefixes, BM25F and closeness; quote 1, speaker 2, role 1.5',
  extraCode: [WASM],
  async build(records) {
    const builder = await instantiate();
    const parts = [];
    for (let i = 0; i < records.length; i += 10_000) {
      const lines = records.slice(i, i + 10_000).map((r) => `${r.quote}\x1f${r.speaker}\x1f${r.role}\x1e`);
      parts.push(encoder.encode(lines.join('')));
    }
    put(builder, parts);
    const length = builder.build();
    return open(new Uint8Array(builder.memory.buffer, builder.answer(), length));
  },
  search({ engine, query }, text, limit) {
    const room = new Uint8Array(engine.memory.buffer, query, QUERY);
    const count = engine.search(encoder.encodeInto(text, room).written, limit);
    return Array.from(new Uint32Array(engine.memory.buffer, engine.hits(), count));
  },
  info: ({ engine }) => ({ wasmBytes: engine.memory.buffer.byteLength }),
  // The file is used where it lies: this is the memory that is searched.
  serialize: ({ engine, bytes }) => new Uint8Array(engine.memory.buffer, engine.file(), bytes).slice(),
  load: open,
};
