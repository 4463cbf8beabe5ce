// Every page of the built site, in a real browser, on a phone and on a desk.
//
//   npm run test:web                           the site in output/
//   GRIGLIA_OUTPUT=/some/folder npm run test:web

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { BROWSER } from './browser.js';
import { findPages, output } from './pages.js';
import { serve } from './server.js';
import { outline } from './structure.js';
import { allowedFonts, kitClasses, measure } from './validator.js';

const WIDTHS = [1280, 360];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

const pages = findPages();
/** What a page is, by its path; filled by the first pass. */
const outlines = new Map();

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([chromium.launch(BROWSER), serve(output)]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page and hands it to `look`; returns what the browser complained about meanwhile. */
async function visit(context, url, home, look) {
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (!response.ok()) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) complaints.push(`outside: ${request.url()}`);
  });
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  await look(page);
  await page.close();
  return complaints;
}

/** The pages, a few at a time: the machine has more than one core. */
async function eachPage(work) {
  const queue = [...pages];
  const worker = async () => {
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) await work(page);
  };
  await Promise.all(Array.from({ length: 3 }, worker));
}

async function axeViolations(page) {
  const { violations } = await page.evaluate(
    (rules) => globalThis.axe.run({ runOnly: rules, resultTypes: ['violations'] }),
    RULES,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}

describe(`${pages.length} pages over HTTP, below some path, under a strict policy`, () => {
  test('accessible, no wider than the screen, silent, nothing asked of another host', async () => {
    const context = await browser.newContext();
    // Put in by the browser itself, which the pages' policy does not bind.
    await context.addInitScript({ content: axe.source });
    const problems = [];
    await eachPage(async (path) => {
      const complaints = await visit(context, server.base + path, server.base, async (page) => {
        outlines.set(path, { ...(await page.evaluate(outline)), ...(await page.evaluate(measure)) });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wider > 0) problems.push(`${path} at ${width}: ${wider} px too wide`);
          problems.push(...(await axeViolations(page)).map((violation) => `${path} at ${width}: ${violation}`));
        }
      });
      problems.push(...complaints.map((complaint) => `${path}: ${complaint}`));
    });
    await context.close();
    assert.deepEqual(problems, []);
  });

  test('language, title, one first heading, no level skipped, landmarks in order', () => {
    for (const [path, page] of outlines) {
      assert.equal(page.language, 'it', path);
      assert.ok(page.title.length > 10 && page.description.length > 10, `${path}: ${page.title}`);
      assert.deepEqual(page.landmarks, ['header', 'main', 'footer'], path);
      assert.equal(page.headings.filter(({ level }) => level === 1).length, 1, `${path}: one h1`);
      assert.equal(page.headings[0].level, 1, `${path}: h1 first`);
      page.headings.forEach(({ level, text }, index) => {
        assert.ok(text !== '', `${path}: empty heading`);
        assert.ok(level - (page.headings[index - 1]?.level ?? 0) <= 1, `${path}: jump at «${text}»`);
      });
    }
  });

  test('every page has a title of its own', () => {
    const titles = [...outlines].map(([path, { title }]) => `${path.split('/')[0]} ${title}`);
    assert.equal(new Set(titles).size, titles.length);
  });

  test('every relative link leads to a file, every fragment to a place', () => {
    for (const [path, page] of outlines) {
      const targets = [...page.links.map(({ href }) => href), ...page.resources];
      for (const href of targets.filter((target) => !/^(https?|mailto|tel):/.test(target))) {
        assert.ok(!href.startsWith('/'), `${path}: ${href} is not relative`);
        const [file, fragment] = href.split('#');
        const target = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
        assert.ok(!target.startsWith('..') && existsSync(join(output, target)), `${path}: ${href} leads nowhere`);
        assert.ok(!fragment || outlines.get(target)?.ids.includes(fragment), `${path}: no #${fragment} in ${target}`);
      }
      for (const { href, text } of page.links) assert.ok(text, `${path}: ${href} has no words`);
    }
  });

  test('nothing inline, no cookie, no identifier twice, a date of last update', () => {
    for (const [path, page] of outlines) {
      assert.equal(page.inline, 0, path);
      assert.equal(page.cookies, '', path);
      assert.deepEqual(page.repeatedIds, [], path);
      // The page that leads to several enti says nothing of its own.
      if (path !== 'index.html') assert.match(page.updated ?? '', /^\d{4}-\d{2}-\d{2}$/, path);
    }
  });

  test('two clicks lead from the first page of an ente to any other', () => {
    const reached = (path) =>
      outlines
        .get(path)
        .links.map(({ href }) => posix.join(posix.dirname(path), href.split('#')[0]))
        .filter((target) => outlines.has(target));
    const homes = pages.filter((path) => path.split('/').length === 2 && path.endsWith('/index.html'));
    for (const home of homes) {
      const near = new Set([home, ...reached(home)]);
      const two = new Set([...near].flatMap((path) => [path, ...reached(path)]));
      // Nothing leads to what is shown where nothing is.
      const sought = pages.filter((path) => posix.basename(path) !== '404.html');
      const far = sought.filter((path) => path.startsWith(`${posix.dirname(home)}/`) && !two.has(path));
      assert.deepEqual(far, []);
    }
  });

  test('what the public validators measure: fonts, version, classes of the kit', () => {
    for (const [path, { version, classes, fonts }] of outlines) {
      assert.ok(Number.parseInt(version, 10) >= 2, `${path}: version «${version}»`);
      const share = classes.filter((name) => kitClasses.has(name)).length / classes.length;
      assert.ok(share >= 0.3, `${path}: ${Math.round(share * 100)} % of the classes`);
      assert.deepEqual(fonts.filter((font) => !allowedFonts.includes(font)), [], path);
    }
  });
});

describe('weight', () => {
  test('a page of an objective with everything it asks for: at most 120 KB; the style: at most 20 KB', async (t) => {
    const objective = pages.find((path) => path.includes('/obiettivi/')) ?? pages[0];
    const context = await browser.newContext();
    const sizes = new Map();
    const page = await context.newPage();
    page.on('response', async (response) => {
      sizes.set(new URL(response.url()).pathname, await response.body());
    });
    await page.goto(server.base + objective, { waitUntil: 'networkidle' });
    const bodies = [...sizes].map(([path, body]) => [path, gzipSync(body).length]);
    await context.close();
    const total = bodies.reduce((sum, [, size]) => sum + size, 0);
    assert.ok(total <= 120_000, `${objective}: ${total} bytes`);
    for (const [path, size] of bodies.filter(([name]) => name.endsWith('.css'))) {
      assert.ok(size <= 20_000, `${path}: ${size} bytes`);
    }
    t.diagnostic(`${objective}: ${total} bytes gzip, ${bodies.map(([path, size]) => `${posix.basename(path)} ${size}`).join(', ')}`);
  });
});

describe('opened from a disk', () => {
  test('styled, with its fonts, silent', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
    const home = `${pathToFileURL(output)}/`;
    const problems = [];
    await eachPage(async (path) => {
      const complaints = await visit(context, home + path, home, async (page) => {
        const { sheets, faces } = await page.evaluate(() => ({
          sheets: document.styleSheets.length,
          faces: [...document.fonts].filter((face) => face.status === 'loaded').length,
        }));
        if (sheets === 0 || faces === 0) problems.push(`${path}: ${sheets} style sheets, ${faces} faces`);
      });
      problems.push(...complaints.filter((text) => !text.startsWith('0:')).map((text) => `${path}: ${text}`));
    });
    await context.close();
    assert.deepEqual(problems, []);
  });
});

describe('with the keyboard alone', () => {
  test('the first stop leads to the content, and every stop can be seen', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await visit(context, server.base + pages[0], server.base, async (page) => {
      await page.keyboard.press('Tab');
      const first = await page.evaluate(() => ({
        href: document.activeElement.getAttribute('href'),
        height: document.activeElement.getBoundingClientRect().height,
      }));
      assert.equal(first.href, '#pagina_contenuto');
      assert.ok(first.height > 10, 'the skip link shows itself');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'pagina_contenuto');
    });
    await context.close();
  });
});
