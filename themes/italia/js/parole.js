// Words as they are compared: without accents, without case, without those that say nothing.

const WORD = /[\p{L}\p{N}]+/gu;

/** Words that stand in every text. */
const STOP = new Set(
  `a ad agli ai al alla alle allo anche c che chi ci col con cui d da dagli dai dal dalla dalle dallo degli dei del
  della delle dello di e ed gli ha hanno i il in io l la le lo ma mi n ne nei nel nell nella nelle nello negli non o per
  piu quale quali quanto quella quelle quelli quello questa queste questi questo s se si sono su sua sue sugli sui sul
  sulla sulle sullo suo suoi tra fra un una uno`.split(/\s+/),
);

/** «Città» and «CITTA» are the same word. */
export const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

/** The words of a text, as they stand in it. */
export const words = (text) => text.normalize('NFC').match(WORD) ?? [];

/** A word as it is compared; nothing for one that says nothing. */
export function term(word) {
  const folded = fold(word);
  return STOP.has(folded) ? null : folded;
}

/** What somebody looks for: nothing but such words is looked for all the same. */
export function terms(query) {
  const all = words(query).map(fold);
  const telling = all.filter((word) => !STOP.has(word));
  return telling.length > 0 ? telling : all;
}

/** Text in runs: `[words, whether they are among those looked for]`. */
export function runs(text, found) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!found.has(fold(match[0]))) continue;
    if (match.index > end) parts.push([text.slice(end, match.index), false]);
    end = match.index + match[0].length;
    parts.push([match[0], true]);
  }
  if (end < text.length) parts.push([text.slice(end), false]);
  return parts;
}

/** The piece of a long text in which most of the words stand, cut between words. */
export function excerpt(text, found, length = 240) {
  if (text.length <= length) return text;
  const places = [...text.matchAll(WORD)].filter((match) => found.has(fold(match[0]))).map((match) => match.index);
  let start = 0;
  let most = 0;
  for (const place of places) {
    const inside = places.filter((other) => other >= place && other < place + length - 60).length;
    if (inside > most) [most, start] = [inside, place];
  }
  start = start < 60 ? 0 : text.indexOf(' ', start - 50) + 1;
  const stop = start + length >= text.length ? text.length : text.lastIndexOf(' ', start + length);
  return `${start > 0 ? '… ' : ''}${text.slice(start, stop)}${stop < text.length ? ' …' : ''}`;
}
