// What the site tells machines: policy, linked data, feed, map for search engines, addresses.
//
// The site in output/, then a small one with a public address, built here with $GRIGLIA or
// target/release/griglia.

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve, sep } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import vnu from 'vnu-jar';
import { BROWSER } from './browser.js';
import { output } from './pages.js';
import { PREFIX, serve } from './server.js';
import { outline } from './structure.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const griglia = resolve(process.env.GRIGLIA ?? join(root, 'target/release/griglia'));
const ADDRESS = `https://www.comune.esempio.it${PREFIX}`;

let browser;

before(async () => {
  browser = await chromium.launch(BROWSER);
});

after(async () => {
  await browser?.close();
});

/** Every file below a folder with one of some endings, with `/`. */
const filesBelow = (folder, ...endings) =>
  readdirSync(folder, { recursive: true })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort();

/** What a browser says of XML: its first element, or what is wrong with it. */
const readXml = (page, text) =>
  page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'application/xml');
    const error = parsed.querySelector('parsererror')?.textContent ?? null;
    const texts = (name) => [...parsed.getElementsByTagName(name)].map((element) => element.textContent);
    return {
      error,
      root: parsed.documentElement.localName,
      ids: texts('id'),
      updated: texts('updated'),
      entries: parsed.getElementsByTagName('entry').length,
      places: texts('loc'),
      days: texts('lastmod'),
      links: [...parsed.getElementsByTagName('link')].map((link) => link.getAttribute('href')),
    };
  }, text);

/** Every page of a folder, opened under the server's policy. */
async function outlines(folder, pages) {
  const server = await serve(folder);
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  const found = new Map();
  for (const path of pages) {
    await page.goto(server.base + path);
    if (readFileSync(join(folder, path), 'utf8').includes('http-equiv="refresh"')) {
      await page.waitForURL((url) => url.href !== server.base + path, { waitUntil: 'load' });
    }
    found.set(path, { ...(await page.evaluate(outline)), at: page.url().slice(server.base.length) });
  }
  await context.close();
  await server.close();
  assert.deepEqual(complaints, []);
  return found;
}

function checkLinkedData(found) {
  for (const [path, { linkedData }] of found) {
    for (const text of linkedData) {
      const data = JSON.parse(text);
      assert.equal(data['@context'], 'https://schema.org', path);
      const nodes = data['@graph'] ?? [data];
      for (const node of nodes) assert.ok(node['@type'] && (node.name || node.url), `${path}: ${JSON.stringify(node)}`);
    }
  }
}

async function checkFeed(page, folder, path) {
  const feed = await readXml(page, readFileSync(join(folder, path), 'utf8'));
  assert.equal(feed.error, null, path);
  assert.equal(feed.root, 'feed', path);
  assert.ok(feed.entries > 0, path);
  assert.equal(new Set(feed.ids).size, feed.entries + 1, `${path}: an identifier twice`);
  assert.equal(feed.updated.length, feed.entries + 1, path);
  for (const instant of feed.updated) assert.match(instant, /^\d{4}-\d\d-\d\dT00:00:00Z$/, path);
  for (const id of feed.ids) assert.match(id, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  return feed;
}

describe('the site in output/', () => {
  test('every kind of page obeys the policy of the server, and its linked data can be read', async () => {
    const pages = filesBelow(output, '.html').filter((path) => path.split('/').length < 5);
    const found = await outlines(output, pages);
    for (const [path, page] of found) {
      assert.equal(page.language, 'it', path);
      assert.ok(page.title && page.description, path);
    }
    checkLinkedData(found);
    const with_ = (end) => [...found].filter(([path, { linkedData }]) => path.endsWith(end) && linkedData.length > 0);
    assert.ok(with_('dati/index.html').length > 0);
  });

  test('feeds are well-formed and lead to files', async () => {
    const page = await browser.newPage();
    const feeds = filesBelow(output, 'feed.atom');
    assert.ok(feeds.length > 0);
    for (const path of feeds) {
      const { links } = await checkFeed(page, output, path);
      for (const href of links.filter((link) => !link.startsWith('https://'))) {
        assert.ok(existsSync(join(output, posix.dirname(path), href)), `${path}: ${href}`);
      }
    }
    for (const path of filesBelow(output, '.json', '.jsonld')) JSON.parse(readFileSync(join(output, path), 'utf8'));
    await page.close();
  });
});

describe('a site that says where it is', { skip: !existsSync(griglia) && `there is no ${griglia}` }, () => {
  let folder;
  let pages;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'griglia-'));
    cpSync(join(root, 'tests/progetto'), join(folder, 'content'), { recursive: true });
    appendFileSync(join(folder, 'content/prova/ente.yaml'), `\nindirizzo: ${ADDRESS}\ncodice_ipa: c_prova\n`);
    appendFileSync(join(folder, 'content/prova/2023/ciclo.yaml'), '\nalias: duemilaventitre\n');
    appendFileSync(join(folder, 'content/prova/2023/obiettivi/tecnico.yaml'), '\nalias: VECCHIO-1\n');
    execFileSync(griglia, ['build', '-o', 'sito', '-q'], { cwd: folder });
    // The folder that is published is that of the ente.
    folder = join(folder, 'sito/prova');
    pages = filesBelow(folder, '.html');
  });

  after(() => rmSync(resolve(folder, '../..'), { recursive: true, force: true }));

  test('canonical addresses, previews, and old addresses that lead on', async () => {
    const found = await outlines(folder, pages);
    for (const [path, page] of found) {
      if (path === '404.html') {
        assert.equal(page.canonical, null);
        assert.ok(page.links.every(({ href }) => /^(#|https?:)/.test(href) || href.startsWith(PREFIX)), path);
        continue;
      }
      // An old address has become another by the time it is looked at.
      assert.equal(page.canonical, ADDRESS + page.at, path);
      assert.equal(page.preview['og:url'], page.canonical, path);
      assert.equal(page.preview['og:description'], page.description, path);
      assert.equal(page.preview['og:locale'], 'it_IT', path);
      assert.ok(page.preview['og:title'] && page.preview['og:type'] && page.preview['og:site_name'], path);
    }
    assert.equal(found.get('2023/obiettivi/VECCHIO-1/index.html').at, '2023/obiettivi/TEC-01/index.html');
    assert.equal(found.get('duemilaventitre/index.html').at, '2023/index.html');
    assert.equal(found.get('duemilaventitre/obiettivi/VECCHIO-1/index.html').at, '2023/obiettivi/TEC-01/index.html');
    checkLinkedData(found);
  });

  test('what is shown where nothing is has its style at any depth', async () => {
    const server = await serve(folder);
    const context = await browser.newContext();
    const page = await context.newPage();
    const text = readFileSync(join(folder, '404.html'), 'utf8');
    await page.route('**/che/non/c/e.html', (route) =>
      route.fulfill({ status: 404, contentType: 'text/html; charset=utf-8', body: text }),
    );
    await page.goto(`${server.base}un/indirizzo/che/non/c/e.html`);
    const font = await page.evaluate(() => getComputedStyle(document.querySelector('h1')).fontFamily);
    assert.match(font, /Titillium/);
    await context.close();
    await server.close();
  });

  test('feed and map with absolute addresses of files that are there', async () => {
    const page = await browser.newPage();
    const { links } = await checkFeed(page, folder, 'feed.atom');
    const map = await readXml(page, readFileSync(join(folder, 'sitemap.xml'), 'utf8'));
    await page.close();
    assert.equal(map.error, null);
    assert.equal(map.root, 'urlset');
    for (const address of [...links, ...map.places]) {
      assert.ok(address.startsWith(ADDRESS) && existsSync(join(folder, address.slice(ADDRESS.length))), address);
    }
    assert.equal(map.days.length, map.places.length);
    const listed = new Set(map.places.map((address) => address.slice(ADDRESS.length)));
    assert.ok(!listed.has('404.html') && ![...listed].some((path) => /VECCHIO|duemila/.test(path)));
    assert.ok(['index.html', 'mappa/index.html', 'dati/index.html'].every((path) => listed.has(path)));
  });

  test('the Nu Html Checker has nothing to say', async () => {
    const files = pages.map((path) => join(folder, path));
    const report = await new Promise((done, fail) => {
      const args = ['-jar', vnu.vnuJar ?? vnu, '--format', 'json', '--exit-zero-always', ...files];
      execFile('java', args, { maxBuffer: 1 << 26 }, (error, _stdout, stderr) => (error ? fail(error) : done(stderr)));
    });
    const messages = JSON.parse(report).messages.map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`);
    assert.deepEqual(messages, []);
  });
});
