// Holds everything in the folders of built pages that are given to its standard: pages to HTML, their data to what
// schema.org's terms need, the sitemap, the feed and the search to their schemas, what robots may read to how they read
// it. Prints what is wrong and ends with 1.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { HtmlValidate, StaticConfigLoader, formatterFactory } from "html-validate";
import robotsParser from "robots-parser";
import { memoryPages, validateXML } from "xmllint-wasm";

const HERE = dirname(fileURLToPath(import.meta.url));

// The folders that hold pages drawn ahead, beside the first page.
const SORTS = ["about", "articles", "people", "roles", "s"];

// Pages that hold data, each with the type of what they are about. Others tell of several things, or of nothing.
const TYPES = { articles: ["NewsArticle"], people: ["Person", "Organization"], s: ["Quotation", "Claim"] };

// What each type must have, and one of each list in it.
const REQUIRED = {
  Claim: ["identifier", "text"],
  CreativeWork: ["name"],
  NewsArticle: [["headline", "name"]],
  Organization: ["name"],
  Person: ["name"],
  Quotation: ["identifier", "text"],
  WebPage: ["name", "description"],
};

// What a page must have beside, for what it is about.
const OF_PAGE = { articles: ["hasPart"], people: [], s: ["isPartOf", "citation"] };

const wrong = [];
const counts = { pages: 0, data: 0, documents: 0 };

function pages(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pages(path) : entry.name === "index.html" ? [path] : [];
  });
}

// Its rules are named: those that it would look for beside a page are not there.
const validator = new HtmlValidate(
  new StaticConfigLoader(JSON.parse(readFileSync(join(HERE, ".htmlvalidate.json"), "utf8"))),
);

// A validator that asks nothing lets everything pass: it must say this of that.
const MISUSE = "aria-label-misuse";
const SPOILT =
  '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><figcaption aria-label="B">C</figcaption></body></html>';

async function html(files) {
  const report = await validator.validateMultipleFiles(files);
  counts.pages += files.length;
  // HTML asks this, and the validator does not: what is relative is so to the base, which stands before it.
  const late = files.filter((file) => {
    const page = readFileSync(file, "utf8");
    return page.search(/<(link|script)\b/) < page.indexOf("<base");
  });
  wrong.push(...late.map((file) => `${file}: its <base> stands behind a link or a script`));
  if (!report.valid) wrong.push(formatterFactory("text")(report.results));
}

// Names everything that a thing of schema.org's, or one within it, lacks.
function lacks(thing, path = "") {
  if (typeof thing !== "object" || thing === null) return thing === "" ? [`${path} is empty`] : [];
  if (Array.isArray(thing)) return thing.flatMap((one, place) => lacks(one, `${path}[${place}]`));
  const type = thing["@type"];
  const required = REQUIRED[type];
  if (!required) return [`${path} is of the type ${type}`];
  const missing = required.filter((names) => [names].flat().every((name) => !thing[name]));
  const within = Object.entries(thing).filter(([name]) => !name.startsWith("@"));
  return [
    ...missing.map((name) => `${path} lacks ${name}`),
    ...within.flatMap(([name, value]) => lacks(value, `${path}.${name}`)),
  ];
}

function data(file, sort) {
  const page = readFileSync(file, "utf8");
  // Old addresses lead on, and frames show what another page is about.
  const about = page.match(/<meta name="?robots"? content="?noindex/) || page.includes('data-page="reworded"');
  const blocks = [...page.matchAll(/<script type="?application\/ld\+json"?>(.*?)<\/script>/gs)];
  if (about || file.includes("/embed/")) return;
  if (blocks.length !== 1) return wrong.push(`${file}: ${blocks.length} blocks of data`);
  counts.data += 1;
  try {
    const thing = JSON.parse(blocks[0][1]);
    if (thing["@context"] !== "https://schema.org") wrong.push(`${file}: data of another vocabulary`);
    if (!TYPES[sort].includes(thing["@type"])) wrong.push(`${file}: data about ${thing["@type"]}`);
    const missing = [...OF_PAGE[sort], "mainEntityOfPage"].filter((name) => !thing[name]);
    wrong.push(...missing.map((name) => `${file}: data without ${name}`));
    wrong.push(...lacks(thing).map((what) => `${file}: data${what}`));
  } catch (error) {
    wrong.push(`${file}: ${error}`);
  }
}

async function xml(file, schema, extension) {
  const checked = await validateXML({
    xml: [{ fileName: "checked.xml", contents: readFileSync(file, "utf8") }],
    schema: [readFileSync(schema, "utf8")],
    extension,
    maxMemoryPages: 2 * memoryPages.GiB,
  });
  counts.documents += 1;
  wrong.push(...checked.errors.map((error) => `${file}: ${error.rawMessage}`));
}

// What a page says of itself: its own address, and whether it is to be listed.
function head(file) {
  const page = readFileSync(file, "utf8");
  const canonical = page.match(/<link rel="canonical" href="([^"]*)">/)?.[1].replaceAll("&amp;", "&");
  return { canonical, unlisted: page.includes('name="robots" content="noindex"') };
}

// The sitemap names every page that is to be listed, each by the address that it gives itself, and no other; robots find
// the sitemap and may read what it names.
function listed(dist, map, home) {
  const read = (name) => readFileSync(join(dist, name), "utf8");
  const robots = robotsParser(new URL("/robots.txt", home).href, read("robots.txt"));
  const sitemap = new URL("sitemap.xml", home).href;
  if (robots.getSitemaps().join() !== sitemap) wrong.push(`${dist}: robots.txt does not name ${sitemap}`);
  const named = new Set([...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc.replaceAll("&amp;", "&")));
  for (const address of named) {
    if (!robots.isAllowed(address, "any")) wrong.push(`${dist}: robots may not read ${address}`);
    const file = join(dist, decodeURIComponent(address.slice(home.length)), "index.html");
    if (!existsSync(file)) wrong.push(`${dist}: the sitemap names ${address}, which is not there`);
    else if (head(file).canonical !== address) wrong.push(`${file} gives itself the address ${head(file).canonical}`);
  }
  for (const file of pages(dist).filter((file) => !file.includes("/embed/"))) {
    const { canonical, unlisted } = head(file);
    if (!unlisted && !named.has(canonical)) wrong.push(`${file}: ${canonical} is not in the sitemap`);
  }
}

const said = (await validator.validateString(SPOILT)).results.flatMap((result) => result.messages);
if (!said.some((one) => one.ruleId === MISUSE)) wrong.push(`HTML is not held to its standard: ${MISUSE} is not asked`);
for (const dist of process.argv.slice(2)) {
  const sorts = SORTS.map((sort) => [sort, join(dist, sort)]).filter(([, folder]) => existsSync(folder));
  if (sorts.length === 0) wrong.push(`${dist} holds no page that was drawn ahead: build a release`);
  await html([join(dist, "index.html")]);
  for (const [sort, folder] of sorts) {
    const files = pages(folder);
    await html(files);
    if (TYPES[sort]) files.forEach((file) => data(file, sort));
  }
  const map = join(dist, "sitemap.xml");
  if (existsSync(map)) {
    await xml(map, join(HERE, "node_modules/sitemap/schema/sitemap.xsd"), "schema");
    listed(dist, readFileSync(map, "utf8"), head(join(dist, "index.html")).canonical);
    await xml(join(dist, "opensearch.xml"), join(HERE, "opensearch.rng"), "relaxng");
  }
  const feed = join(dist, "feed.atom");
  if (existsSync(feed)) await xml(feed, join(HERE, "feed.rng"), "relaxng");
}
wrong.forEach((what) => console.error(what));
console.log(
  `${counts.pages} pages, data of ${counts.data}, ${counts.documents} feeds, sitemaps and searches: ${wrong.length || "nothing"} wrong`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;
