// The page of the search: looks through the index that the page has loaded before (indice.js).

import MiniSearch from 'minisearch';
import { clear, readAddress, say, writeAddress } from './indirizzo.js';
import { excerpt, runs, term, terms, words } from './parole.js';

/** How many results are shown at once. */
const STEP = 20;

const { grigliaIndice: index } = window;
const form = document.getElementById('ricerca');
const list = document.getElementById('trovati');
const count = document.getElementById('conto');
const more = document.getElementById('altri');

/** What can be found, with names instead of places in an array. */
const things = (index?.voci ?? []).map(([tipo, titolo, href, anno, settori, stato, dettaglio, codice, testo], id) => ({
  id,
  tipo: index.tipi[tipo],
  titolo,
  href,
  anno: index.anni[anno],
  settori: settori.map((place) => index.settori[place]),
  stato: index.stati[stato],
  dettaglio,
  codice,
  testo,
  dove: settori.map((place) => index.settori[place].parole).join(' '),
}));

const engine = new MiniSearch({
  fields: ['titolo', 'codice', 'testo', 'dove', 'dettaglio'],
  tokenize: words,
  processTerm: term,
  searchOptions: {
    tokenize: terms,
    processTerm: (word) => word,
    prefix: (word) => word.length > 1,
    fuzzy: (word) => (word.length > 3 && !/\d/.test(word) ? (word.length > 7 ? 2 : 1) : false),
    boost: { titolo: 4, codice: 3, dove: 1.5 },
    weights: { prefix: 0.6, fuzzy: 0.3 },
  },
});

/** How long the page may be kept busy at once, milliseconds: who types notices from 50 on. */
const SLICE = 20;
let prepared = 0;
const ready = () => prepared === things.length;
/** Whether somebody looks for words that the engine cannot find yet. */
let asked = false;

/** Ten thousand things take seconds: they are put into the engine slice by slice, while nobody does anything else. */
function prepare() {
  const end = performance.now() + SLICE;
  while (!ready() && performance.now() < end) {
    engine.add(things[prepared]);
    prepared += 1;
  }
  if (!ready()) later();
  else if (asked) update();
}

function later() {
  if (asked || !window.requestIdleCallback) setTimeout(prepare);
  else requestIdleCallback(prepare, { timeout: 200 });
}

const passes = (thing, wanted) =>
  (!wanted.anno || thing.anno?.valore === wanted.anno) &&
  (!wanted.settore || thing.settori.some(({ valore }) => valore === wanted.settore)) &&
  (!wanted.tipo || thing.tipo.valore === wanted.tipo) &&
  (!wanted.stato || thing.stato?.valore === wanted.stato);

/** What is wanted: `[things with the words found in them, whether all the words are in each]`. */
function find(query, wanted) {
  if (terms(query).length === 0) {
    return [things.filter((thing) => passes(thing, wanted)).map((thing) => ({ thing, found: new Set() })), true];
  }
  const search = (combineWith) =>
    engine
      .search(query, { combineWith, filter: ({ id }) => passes(things[id], wanted) })
      .map(({ id, match }) => ({ thing: things[id], found: new Set(Object.keys(match)) }));
  const all = search('AND');
  return all.length > 0 ? [all, true] : [search('OR'), false];
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** Text with what was looked for marked. */
const marked = (text, found) =>
  runs(text, found).map(([run, hit]) => (hit ? element('mark', '', run) : document.createTextNode(run)));

function result({ thing, found }) {
  const link = element('a', 'fw-semibold', ...marked(thing.titolo, found));
  link.href = thing.href;
  const facts = [thing.tipo.parole, thing.anno?.parole, thing.dove ? thing.settori.map((s) => s.parole).join(', ') : '', thing.dettaglio];
  const item = element(
    'li',
    '',
    element('h3', 'h5 mb-1', link),
    element('p', 'nota mb-1', facts.filter(Boolean).join(' · ')),
  );
  if (thing.testo) item.append(element('p', 'testo mb-0', ...marked(excerpt(thing.testo, found), found)));
  return item;
}

/** Shows the next results. */
function show(results, from) {
  list.append(...results.slice(from, from + STEP).map(result));
  const left = results.length - from - STEP;
  more.hidden = left <= 0;
  more.textContent = say(form.dataset.altri, { n: Math.min(left, STEP) });
  more.onclick = () => {
    show(results, from + STEP);
    // Who reads by keyboard goes on from the first new one.
    list.children[from + STEP].querySelector('a').focus();
  };
}

function inWords(results, whole) {
  const { nessuno, uno, molti, alcuni, alcuniUno } = form.dataset;
  if (results.length === 0) return nessuno;
  if (results.length === 1) return whole ? uno : alcuniUno;
  return say(whole ? molti : alcuni, { n: results.length });
}

function update() {
  const { q, ...wanted } = Object.fromEntries(new FormData(form));
  list.replaceChildren();
  if (terms(q).length === 0 && Object.values(wanted).every((value) => !value)) {
    count.textContent = form.dataset.inizio;
    more.hidden = true;
    return;
  }
  asked = terms(q).length > 0;
  if (asked && !ready()) {
    count.textContent = form.dataset.prepara;
    more.hidden = true;
    return;
  }
  const [results, whole] = find(q, wanted);
  count.textContent = inWords(results, whole);
  show(results, 0);
}

function changed() {
  writeAddress(form);
  update();
}

let waiting;
form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(changed, 250);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  changed();
});
form.addEventListener('reset', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  clear(form);
  changed();
  form.elements.q.focus();
});
window.addEventListener('popstate', () => {
  readAddress(form);
  update();
});

document.getElementById('senza-script').hidden = true;
readAddress(form);
update();
prepare();
