// Search. The index comes in scripts, for pages on a disk may not fetch; text is read as in
// Sources/CanevasRender/Search.
"use strict";
const form = document.querySelector("main .search");
const region = document.getElementById("resultats");
const [status, list, more] = region.children;
const say = region.dataset;
const ligatures = { œ: "oe", æ: "ae", ß: "ss", ø: "o" };
const shards = {};
const arrivals = {};

const fold = (word) => word.toLowerCase().replace(/[\u0300-\u036f]/g, "")
  .replace(/[ß-ÿšžœ]/g, (letter) => ligatures[letter] || letter.normalize("NFD")[0]);

function stem(word) {
  if (word.length < 4) return word;
  word = word.replace(/([^ey]a)ux$/, "$1l").replace(/[sx]$/, "");
  while (word.length > 4 && word.endsWith("e")) word = word.slice(0, -1);
  return word.length > 5 ? word.replace(/([lnst])\1$/, "$1") : word;
}

const wordsOf = (text) => [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
  .map(({ 0: run, index }) => ({ run, index, word: fold(run), term: stem(fold(run)) }));

function element(name, fields, ...children) {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...children);
  return made;
}

const load = (name) => shards[name] ||= new Promise((resolve, onerror) => {
  arrivals[name] = resolve;
  document.head.append(element("script", { src: `recherche/${name}.js`, onerror }));
});

// How a term answers a word: in full, by its beginning, or not.
const fit = (term, { term: whole, opening }) =>
  term === whole ? 2 : opening && term.startsWith(opening) ? 1 : 0;

// The documents with most of the words; rare words and titles count most.
async function rank(words, table) {
  const totals = {};
  for (const asked of words) {
    const { term, opening } = asked;
    const near = table.prefixes.filter((prefix) => term.startsWith(prefix)
      || opening && (prefix.startsWith(opening) || opening.startsWith(prefix)));
    const scores = {};
    for (const shard of await Promise.all(near.map((prefix) => load("mots-" + prefix)))) {
      for (const found of Object.keys(shard).filter((found) => fit(found, asked))) {
        let place = -1;
        for (const [, step, grade] of shard[found].matchAll(/([0-9a-z]*)([A-Y])/g)) {
          place += parseInt(step || 1, 36);
          const score = fit(found, asked) * (parseInt(grade, 36) - 9);
          scores[place] = Math.max(score, scores[place] || 0);
        }
      }
    }
    const places = Object.keys(scores);
    for (const place of places) {
      const total = totals[place] ||= { place, words: 0, score: 0 };
      total.words++;
      total.score += scores[place] * Math.log(1 + table.count / places.length);
    }
  }
  const ranked = Object.values(totals).sort((a, b) => b.words - a.words || b.score - a.score);
  return ranked.filter(({ words }) => words === ranked[0].words);
}

// A text with the words marked that were asked for, and their number.
function marked(text, words) {
  const parts = [];
  const found = new Set();
  let last = 0;
  for (const { term, run, index } of wordsOf(text)) {
    if (!words.some((asked) => fit(term, asked))) continue;
    parts.push(text.slice(last, index), element("mark", {}, run));
    found.add(term);
    last = index + run.length;
  }
  return { parts: [...parts, text.slice(last)], count: found.size };
}

async function result(place, words, { texts }) {
  const first = texts.findLast((first) => first <= place);
  const [kind, title, href, text] = (await load("textes-" + first))[place - first];
  const [best] = text.split("\n").map((passage) => marked(passage, words))
    .sort((a, b) => b.count - a.count);
  return element("li", {}, element("a", { href }, ...marked(title, words).parts), " ",
    element("span", { className: "note" }, kind), element("p", {}, ...best.parts));
}

let turn = 0;
async function search(limit) {
  const mine = ++turn;
  const query = form.q.value.trim();
  const table = await load("table");
  const asked = wordsOf(query);
  const telling = asked.filter(({ word }) => !table.stopWords.includes(word));
  const words = telling.length ? telling : asked;
  const last = words.at(-1);
  if (last?.word.length > 2) last.opening = last.word;
  const found = await rank(words, table);
  const results = await Promise.all(
    found.slice(0, limit).map(({ place }) => result(place, words, table)));
  if (mine !== turn) return;
  history.replaceState(null, "", "?q=" + encodeURIComponent(query));
  const message = !found[0] ? "none"
    : found[0].words < words.length ? "partly" : found[1] ? "many" : "one";
  status.textContent = query && say[message].replace("#", found.length);
  list.replaceChildren(...results);
  more.hidden = found.length <= limit;
  more.onclick = () => run(limit + 20).then(() => list.children[limit].firstChild.focus());
}
const run = (limit = 20) => search(limit).catch(() => status.textContent = say.failed);

const canevasTerms = (text) => wordsOf(text).map(({ term }) => term);
const canevasShard = (name, content) => arrivals[name](content);
let pause;
form.oninput = form.onsubmit = (event) => {
  if (event.type === "submit") event.preventDefault();
  clearTimeout(pause);
  pause = setTimeout(run, 250);
};
form.q.value = new URLSearchParams(location.search).get("q");
if (form.q.value) run();
else form.q.focus();
