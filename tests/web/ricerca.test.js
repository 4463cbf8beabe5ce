// Search, filters and order: from a disk, below some path, by keyboard, without JavaScript.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { BROWSER } from './browser.js';
import { output } from './pages.js';
import { serve } from './server.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const SEARCH = 'caluso/ricerca/index.html';
const YEAR = 'caluso/2023/index.html';
const program = resolve(process.env.GRIGLIA_PROGRAMMA ?? 'target/release/griglia');

let browser;
let server;
let homes;

before(async () => {
  [browser, server] = await Promise.all([chromium.launch(BROWSER), serve(output)]);
  homes = { 'over HTTP': server.base, 'from a disk': `${pathToFileURL(output)}/` };
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page; fails on anything that the browser complains about, and on any request to elsewhere. */
async function open(address, look, { before: prepared = async () => {}, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  await context.addInitScript({ content: axe.source });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Who goes on to the next page stops what was still on its way.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (!Object.values(homes).some((home) => request.url().startsWith(home))) complaints.push(`outside: ${request.url()}`);
  });
  await prepared(page);
  await page.goto(address);
  await look(page);
  await context.close();
  assert.deepEqual(complaints, []);
}

const PREPARING = 'L’indice si prepara…';
/** What was found, once the index is ready. */
async function titles(page) {
  await page.locator('#conto').filter({ hasNotText: PREPARING }).waitFor();
  return page.locator('#trovati a').allTextContents();
}
const shownRows = (page) => page.locator('#tabella-obiettivi tbody tr:visible');
const figures = (page, column) =>
  shownRows(page)
    .locator(`td[data-colonna=${column}]`)
    .evaluateAll((cells) => cells.map((cell) => cell.dataset.valore).filter(Boolean).map(Number));
const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);

async function axeViolations(page) {
  const { violations } = await page.evaluate(
    (rules) => globalThis.axe.run({ runOnly: rules, resultTypes: ['violations'] }),
    RULES,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}

/** Accessible and no wider than the screen, on a phone and on a desk. */
async function looksRight(page) {
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    assert.equal(await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth)), 0, `${width}`);
    assert.deepEqual(await axeViolations(page), [], `at ${width}`);
  }
}

describe('search', { skip: !existsSync(join(output, SEARCH)) }, () => {
  for (const how of ['over HTTP', 'from a disk']) {
    test(`${how}: a typing mistake, a missing accent, the start of a word, a code`, async () => {
      await open(`${homes[how]}${SEARCH}?q=rifuti`, async (page) => {
        assert.ok((await titles(page)).some((title) => /rifiuti/i.test(title)), 'rifuti finds rifiuti');
        assert.ok((await page.locator('#trovati mark').allTextContents()).some((word) => /rifiuti/i.test(word)));
        assert.match(await page.locator('#conto').textContent(), /^\d+ risultat[oi]$/);
        assert.equal(await page.locator('#conto').getAttribute('role'), 'status');

        const field = page.getByRole('searchbox', { name: 'Che cosa cerchi?' });
        assert.equal(await field.inputValue(), 'rifuti');
        await field.fill('citta');
        await page.locator('#trovati mark', { hasText: /^città$/i }).first().waitFor();
        assert.equal(query(page).q, 'citta');

        await field.fill('compost');
        await page.locator('#trovati mark', { hasText: /^compostiere$/i }).first().waitFor();

        await field.fill('FIN-03');
        await page.locator('#trovati a[href="../2023/obiettivi/FIN-03/index.html"]').first().waitFor();
      });
    });

    test(`${how}: every result leads to a page`, async () => {
      await open(`${homes[how]}${SEARCH}?q=raccolta+rifiuti`, async (page) => {
        const link = page.locator('#trovati a').first();
        const title = await link.textContent();
        await link.click();
        await page.waitForURL(/obiettivi/);
        assert.equal((await page.locator('h1').textContent()).trim(), title.trim());
      });
    });
  }

  test('every entry of the index leads to a file', () => {
    const window = {};
    new Function('window', readFileSync(join(output, 'caluso/ricerca/indice.js'), 'utf8'))(window);
    const { voci, anni, settori, stati, tipi } = window.grigliaIndice;
    assert.ok(voci.length > 100);
    for (const [tipo, titolo, href, anno, dove, stato] of voci) {
      assert.ok(existsSync(join(output, 'caluso/ricerca', decodeURI(href.split('#')[0]))), href);
      assert.ok(titolo && tipi[tipo], href);
      assert.ok(anno === null || anni[anno], href);
      assert.ok(dove.every((place) => settori[place]) && (stato === null || stati[stato]), href);
    }
  });

  test('small words are no hindrance; what nobody wrote is not found; words that never meet are found apart', async () => {
    await open(`${server.base}${SEARCH}?q=la+raccolta+dei+rifiuti`, async (page) => {
      assert.ok((await titles(page)).some((title) => /raccolta rifiuti/i.test(title)));
      const field = page.locator('#q');
      await field.fill('xyzzyq');
      await page.getByText('Nessun risultato.').waitFor();
      assert.equal(await page.locator('#trovati li').count(), 0);
      await field.fill('rifiuti palestra');
      await page.getByText(/Nessuna pagina ha tutte le parole/).waitFor();
    });
  });

  test('filters stand in the address: who opens it sees the same', async () => {
    let address;
    let seen;
    await open(`${server.base}${SEARCH}?q=comune`, async (page) => {
      await titles(page);
      const all = await page.locator('#conto').textContent();
      await page.getByLabel('Anno').selectOption('2023');
      await page.getByLabel('Che cosa', { exact: true }).selectOption({ label: 'Obiettivo' });
      await page.waitForFunction((before) => document.getElementById('conto').textContent !== before, all);
      address = page.url();
      assert.deepEqual(query(page), { q: 'comune', anno: '2023', tipo: 'obiettivo' });
      seen = await titles(page);
      const links = await page.locator('#trovati a').evaluateAll((found) => found.map((link) => link.getAttribute('href')));
      assert.ok(links.length > 0 && links.every((href) => href.startsWith('../2023/obiettivi/')));
    });
    await open(address, async (page) => {
      assert.deepEqual(await titles(page), seen);
      assert.equal(await page.getByLabel('Anno').inputValue(), '2023');
      await page.getByRole('button', { name: 'Togli tutto' }).click();
      assert.deepEqual(query(page), {});
      assert.equal(await page.locator('#trovati li').count(), 0);
    });
  });

  test('filters alone list everything that they let through, a step at a time', async () => {
    await open(`${server.base}${SEARCH}?tipo=obiettivo&anno=2023`, async (page) => {
      assert.equal(await page.locator('#trovati li').count(), 20);
      const total = Number.parseInt(await page.locator('#conto').textContent(), 10);
      await page.getByRole('button', { name: /Mostra altri/ }).press('Enter');
      assert.equal(await page.locator('#trovati li').count(), Math.min(40, total));
      assert.ok(await page.locator('#trovati li:nth-child(21) a').evaluate((link) => link === document.activeElement));
    });
  });

  test('accessible and no wider than the screen, with results and without', async () => {
    for (const said of ['', '?q=rifiuti', '?q=xyzzyq', '?anno=2023']) {
      await open(server.base + SEARCH + said, async (page) => {
        await titles(page);
        await looksRight(page);
      });
    }
  });

  test('the header of every page and the first page lead to it', async () => {
    for (const [from, label] of [
      ['caluso/2023/obiettivi/FIN-03/index.html', 'Cerca negli obiettivi e nei risultati'],
      ['caluso/index.html', 'Che cosa cerchi?'],
    ]) {
      for (const home of Object.values(homes)) {
        await open(home + from, async (page) => {
          await page.getByLabel(label).fill('rifuti');
          await page.keyboard.press('Enter');
          await page.waitForURL(/ricerca\/index\.html\?q=rifuti$/);
          assert.ok((await titles(page)).some((title) => /rifiuti/i.test(title)));
        });
      }
    }
    await open(server.base + 'caluso/2023/index.html', async (page) => {
      await page.getByRole('link', { name: 'Cerca nel sito' }).click();
      await page.waitForURL(/ricerca\/index\.html$/);
    }, { viewport: { width: 360, height: 800 } });
  });

  test('without JavaScript: it says so, and everything can be looked through', async () => {
    await open(server.base + SEARCH, async (page) => {
      assert.ok(await page.getByText('Per cercare serve JavaScript').isVisible());
      assert.equal(await page.locator('#q').isVisible(), false);
      const year = page.locator('details', { has: page.getByText('Anno 2023') });
      await year.locator('summary').click();
      assert.ok(await year.locator('a[href="../2023/obiettivi/FIN-03/index.html"]').isVisible());
    }, { javaScriptEnabled: false });
  });
});

/** The index of Caluso as if each of its things were there many times: about ten thousand. */
function grown() {
  const window = {};
  new Function('window', readFileSync(join(output, 'caluso/ricerca/indice.js'), 'utf8'))(window);
  const index = window.grigliaIndice;
  const times = Math.ceil(10_000 / index.voci.length);
  const voci = Array.from({ length: times }, (_, time) =>
    index.voci.map(([tipo, titolo, ...rest]) => [tipo, `${titolo}, n. ${time}`, ...rest]),
  ).flat();
  return `window.grigliaIndice=${JSON.stringify({ ...index, voci })};`;
}

describe('search in ten thousand things', { skip: !existsSync(join(output, SEARCH)) }, () => {
  const before = async (page) => {
    const script = grown();
    await page.route('**/ricerca/indice.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  };

  test('what is typed at once is answered, and the page stays awake meanwhile', async (t) => {
    await open(server.base + SEARCH, async (page) => {
      // From here on, whatever keeps the page busy for more than 50 milliseconds.
      await page.evaluate(() => {
        globalThis.busy = [];
        new PerformanceObserver((seen) => busy.push(...seen.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
      });
      await page.getByRole('searchbox', { name: 'Che cosa cerchi?' }).pressSequentially('compost', { delay: 20 });
      const said = page.locator('#conto');
      await said.filter({ hasText: PREPARING }).waitFor();
      assert.equal(await said.getAttribute('role'), 'status', 'screen readers are told');
      const asleep = Math.max(0, ...(await page.evaluate(() => busy)));
      await page.locator('#trovati mark', { hasText: /^compostiere$/i }).first().waitFor();
      assert.match(await said.textContent(), /^\d+ risultati$/);
      t.diagnostic(`busy for at most ${asleep} ms at once while preparing, ${Math.max(0, ...(await page.evaluate(() => busy)))} ms to answer`);
      // The whole index at once takes seconds; a machine that does other things too may be late.
      assert.ok(asleep < 250, `the page did not answer for ${asleep} ms`);
    }, { before });
  });

  test('filters need no index; words in the address are answered when it is ready', async () => {
    await open(`${server.base}${SEARCH}?tipo=obiettivo`, async (page) => {
      assert.match(await page.locator('#conto').textContent(), /^\d+ risultati$/);
    }, { before });
    await open(`${server.base}${SEARCH}?q=rifuti`, async (page) => {
      assert.ok((await titles(page)).some((title) => /rifiuti/i.test(title)));
    }, { before });
  });
});

describe('steps and what stands above objectives', { skip: !existsSync(program) }, () => {
  let folder;
  let site;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'griglia-'));
    cpSync('tests/abitudini/programmi', join(folder, 'content/programmi'), { recursive: true });
    execFileSync(program, ['build'], { cwd: folder, stdio: 'pipe' });
    site = await serve(join(folder, 'output'));
    homes = { ...homes, 'of its own': site.base };
  });

  after(async () => {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a step is found, and leads to its objective', async () => {
    await open(`${site.base}programmi/ricerca/index.html?q=scelta`, async (page) => {
      await page.locator('#trovati mark', { hasText: 'Scelta' }).first().waitFor();
      await page.locator('#trovati a').first().click();
      await page.waitForURL(/2025\/obiettivi\//);
      assert.ok(await page.getByText('Scelta del programma').first().isVisible());
    });
  });

  test('a level of the planning is found by title, code and kind, and leads to its place', async () => {
    await open(`${site.base}programmi/ricerca/index.html?tipo=programmazione`, async (page) => {
      assert.equal((await titles(page)).length, 5);
      await page.getByRole('searchbox', { name: 'Che cosa cerchi?' }).fill('segretria');
      await page.locator('#trovati mark', { hasText: 'Segreteria' }).first().waitFor();
      assert.match(await page.locator('#trovati li').first().textContent(), /Programma 01\.02/);
      await page.locator('#trovati a').first().click();
      await page.waitForURL(/2025\/programmazione\/index\.html#/);
      assert.equal(await page.locator(':target').textContent(), 'Segreteria generale');
    });
  });
});

describe('the table of a year', { skip: !existsSync(join(output, YEAR)) }, () => {
  test('by keyboard: opened, filtered, sorted, shared, cleared', async () => {
    let address;
    let seen;
    await open(server.base + YEAR, async (page) => {
      await page.locator('#in-tabella summary').press('Enter');
      const total = await shownRows(page).count();
      assert.ok(total > 20);
      assert.equal(await page.locator('#in-elenco').isVisible(), false, 'the same objectives stand there once');
      assert.equal(await page.locator('#conto-obiettivi').textContent(), `${total} obiettivi`);

      await page.getByLabel('Settore', { exact: true }).focus();
      await page.keyboard.type('Finanz');
      await page.keyboard.press('Tab');
      const few = await shownRows(page).count();
      assert.ok(few > 0 && few < total);
      assert.equal(await page.locator('#conto-obiettivi').textContent(), `${few} obiettivi su ${total}`);

      const weight = page.getByRole('button', { name: 'Peso' });
      await weight.press('Enter');
      const falling = await figures(page, 'Peso');
      assert.deepEqual(falling, [...falling].sort((a, b) => b - a));
      assert.equal(await page.locator('th[data-ordine=peso]').getAttribute('aria-sort'), 'descending');
      await weight.press('Space');
      const rising = await figures(page, 'Peso');
      assert.deepEqual(rising, [...rising].sort((a, b) => a - b));
      assert.equal(await page.locator('th[aria-sort]').count(), 1);
      assert.deepEqual(query(page), { vista: 'tabella', settore: 'finanziario', ordine: 'peso' });
      address = page.url();
      seen = await shownRows(page).allTextContents();
    });
    await open(address, async (page) => {
      assert.deepEqual(await shownRows(page).allTextContents(), seen);
      await page.getByRole('button', { name: 'Togli tutto' }).press('Enter');
      assert.deepEqual(query(page), { vista: 'tabella' });
      assert.ok((await shownRows(page).count()) > seen.length);
    });
  });

  test('words of the title, without accents, and how it went', async () => {
    await open(`${homes['from a disk']}${YEAR}?vista=tabella&testo=RIFIUTI`, async (page) => {
      for (const row of await shownRows(page).locator('th').allTextContents()) assert.match(row, /rifiuti/i);
      await page.getByLabel('Parole nel titolo').fill('');
      await page.getByLabel('Come è andata').selectOption({ label: 'Non raggiunto' });
      for (const grade of await figures(page, 'Grado')) assert.equal(grade, 0);
      assert.equal(query(page).stato, 'non-raggiunto');
    });
  });

  test('accessible and no wider than the screen; on a phone its order is chosen from a list', async () => {
    await open(`${server.base}${YEAR}?vista=tabella`, async (page) => {
      await looksRight(page);
      await page.setViewportSize({ width: 360, height: 800 });
      assert.equal(await page.getByRole('button', { name: 'Peso' }).count(), 0, 'nothing unseen is reached');
      await page.getByLabel('In ordine di').selectOption('-grado');
      const grades = await figures(page, 'Grado');
      assert.deepEqual(grades, [...grades].sort((a, b) => b - a));
    });
  });

  test('without JavaScript: cards and table can be read, and no control stands there idle', async () => {
    await open(server.base + YEAR, async (page) => {
      assert.ok(await page.locator('#in-elenco').isVisible());
      await page.locator('#in-tabella summary').click();
      assert.ok((await shownRows(page).count()) > 20);
      assert.equal(await page.locator('#filtri-obiettivi').isVisible(), false);
      assert.equal(await page.locator('#tabella-obiettivi button').count(), 0);
    }, { javaScriptEnabled: false });
  });
});

test('scripts are small', (t) => {
  for (const name of ['ricerca.js', 'tabella.js']) {
    const file = join(output, 'caluso/assets', name);
    if (!existsSync(file)) continue;
    const size = gzipSync(readFileSync(file)).length;
    assert.ok(size <= 12_000, `${name}: ${size} bytes`);
    t.diagnostic(`${name}: ${size} bytes gzip`);
  }
});
