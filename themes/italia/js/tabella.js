// The table of a year's objectives: filters, order, how many there are.

import { clear, readAddress, say, writeAddress } from './indirizzo.js';
import { fold, words } from './parole.js';

const details = document.getElementById('in-tabella');
const cards = document.getElementById('in-elenco');
const form = document.getElementById('filtri-obiettivi');
const table = document.getElementById('tabella-obiettivi');
const count = document.getElementById('conto-obiettivi');
const order = form.elements.ordine;

const heads = [...table.querySelectorAll('[data-ordine]')];
const body = table.tBodies[0];
/** The rows in the order of the plan. */
const rows = [...body.rows].map((row) => ({
  row,
  title: fold(row.cells[0].textContent),
  of: { settore: row.dataset.settore.split(' '), tipo: row.dataset.tipo.split(' '), stato: [row.dataset.stato] },
}));

/** What a row is sorted by in a column: a number, or words. Nothing written comes last, either way. */
function key(row, column) {
  const cell = row.cells[column];
  const { valore } = cell.dataset;
  if (valore !== undefined) return Number(valore);
  return heads[column].classList.contains('cifra') ? null : cell.textContent.trim() || null;
}

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const compare = (a, b) => (typeof a === 'number' ? a - b : collator.compare(a, b));

function sorted() {
  const name = order.value.replace('-', '');
  const column = heads.findIndex((head) => head.dataset.ordine === name);
  if (column < 0) return rows;
  const sign = order.value.startsWith('-') ? -1 : 1;
  return rows
    .map((entry) => ({ entry, by: key(entry.row, column) }))
    .sort((a, b) => {
      if (a.by === null || b.by === null) return (a.by === null) - (b.by === null);
      return sign * compare(a.by, b.by);
    })
    .map(({ entry }) => entry);
}

function filter() {
  const wanted = words(fold(form.elements.testo.value));
  const chosen = ['settore', 'tipo', 'stato'].map((name) => [name, form.elements[name]?.value]).filter(([, value]) => value);
  let shown = 0;
  for (const { row, title, of } of rows) {
    row.hidden = !(wanted.every((word) => title.includes(word)) && chosen.every(([name, value]) => of[name].includes(value)));
    if (!row.hidden) shown += 1;
  }
  const { conto, tutti, nessuno, uno } = form.dataset;
  const said = shown === rows.length ? tutti : shown === 0 ? nessuno : shown === 1 ? uno : conto;
  count.textContent = say(said, { n: shown, tutti: rows.length });
}

function update() {
  body.append(...sorted().map(({ row }) => row));
  for (const head of heads) {
    const name = head.dataset.ordine;
    if (order.value.replace('-', '') !== name) head.removeAttribute('aria-sort');
    else head.setAttribute('aria-sort', order.value.startsWith('-') ? 'descending' : 'ascending');
  }
  filter();
}

const remember = () => writeAddress(form, details.open ? { vista: 'tabella' } : {});

function changed() {
  remember();
  update();
}

/** Figures are looked at from the highest, words from the first letter; a second time the other way. */
function turn(head) {
  const name = head.dataset.ordine;
  const [first, second] = head.classList.contains('cifra') ? [`-${name}`, name] : [name, `-${name}`];
  order.value = order.value === first ? second : first;
  changed();
}

for (const head of heads) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ordina';
  button.append(...head.childNodes);
  button.addEventListener('click', () => turn(head));
  head.append(button);
}

form.addEventListener('input', changed);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', (event) => {
  event.preventDefault();
  clear(form);
  changed();
});
// The table stands in for the cards: the same objectives twice would only be in the way.
details.addEventListener('toggle', () => {
  cards.hidden = details.open;
  remember();
});

const said = readAddress(form);
if (said.get('vista') === 'tabella') details.open = true;
update();
