// The other libraries, each as its documentation would have it set up for statements with typos.
const packages = '/node_modules';

export const minisearch = async () => {
  const { default: MiniSearch } = await import(`${packages}/minisearch/dist/es/index.js`);
  const options = { fields: ['quote', 'speaker', 'role'], searchOptions: { fuzzy: 0.2, prefix: true } };
  return {
    build(records) { const index = new MiniSearch(options); index.addAll(records); return index; },
    search: (index, text, limit) => index.search(text).slice(0, limit).map((hit) => hit.id),
    serialize: (index) => JSON.stringify(index),
    load: (data) => MiniSearch.loadJSON(data, options),
  };
};

export const flexsearch = async () => {
  const { Index, Charset } = await import(`${packages}/flexsearch/dist/flexsearch.bundle.module.min.mjs`);
  const make = () => new Index({ tokenize: 'forward', encoder: Charset.LatinBalance });
  return {
    build(records) {
      const index = make();
      for (const { id, quote, speaker, role } of records) index.add(id, `${quote} ${speaker} ${role}`);
      return index;
    },
    search: (index, text, limit) => index.search(text, { limit, suggest: true }),
    async serialize(index) {
      const parts = {};
      await index.export((key, data) => { parts[key] = data; });
      return JSON.stringify(parts);
    },
    async load(data) {
      const [index, parts] = [make(), JSON.parse(data)];
      for (const key in parts) await index.import(key, parts[key]);
      return index;
    },
  };
};

export const ufuzzy = async () => {
  const { default: uFuzzy } = await import(`${packages}/@leeoniya/ufuzzy/dist/uFuzzy.mjs`);
  const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  return {
    build: (records) => uFuzzy.latinize(records.map(({ quote, speaker, role }) => `${quote} ${speaker} ${role}`)),
    search(texts, text, limit) {
      const [found, info, order] = fuzzy.search(texts, uFuzzy.latinize(text), 5, 1000);
      if (!found) return [];
      return order ? order.slice(0, limit).map((place) => info.idx[place]) : found.slice(0, limit);
    },
  };
};

export const ours = async () => (await import('/ours.mjs')).default;
