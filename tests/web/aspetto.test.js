// How pages look: on a dark screen, on three widths and at 200 %, while they load, on paper.
//
// One page of every kind: the others differ in words only, and sito.test.js reads all of them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { BROWSER } from './browser.js';
import { findPages, output } from './pages.js';
import { serve } from './server.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const WIDTHS = [360, 768, 1280];

/** What kind of page a path is: its folders without the names that content gives them. */
function kind(path) {
  const [, ...folders] = path.split('/').slice(0, -1);
  const known = ['settori', 'obiettivi', 'modifiche', 'piano', 'programmazione', 'confronto'];
  return folders.map((name) => (known.includes(name) ? name : '*')).join('/') || path.split('/').length;
}

/** One page of every kind: the last by name. */
const pages = [...new Map(findPages().map((path) => [kind(path), path])).values()];

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([chromium.launch(BROWSER), serve(output)]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens every page of `pages` in a context of that kind. */
async function eachPage(options, look) {
  const context = await browser.newContext(options);
  await context.addInitScript({ content: axe.source });
  for (const path of pages) {
    const page = await context.newPage();
    await page.goto(server.base + path);
    await page.evaluate(() => document.fonts.ready);
    await look(page, path);
    await page.close();
  }
  await context.close();
}

const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe(`${pages.length} kinds of page`, () => {
  test('dark where the system asks for it, with every contrast', async () => {
    const problems = [];
    await eachPage({ colorScheme: 'dark', viewport: { width: 1280, height: 800 } }, async (page, path) => {
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const channels = ground.match(/\d+/g).map(Number);
      if (Math.max(...channels.slice(0, 3)) > 64) problems.push(`${path}: the ground is ${ground}`);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const { violations } = await page.evaluate((rules) => globalThis.axe.run({ runOnly: rules }), RULES);
        for (const { id, nodes } of violations) {
          for (const node of nodes) problems.push(`${path} at ${width}: ${id} ${node.target} ${node.failureSummary}`);
        }
      }
    });
    assert.deepEqual(problems, []);
  });

  test('no wider than the screen, also at 200 %', async () => {
    const problems = [];
    await eachPage({}, async (page, path) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const wider = await tooWide(page);
        if (wider > 0) problems.push(`${path} at ${width}: ${wider} px too wide`);
      }
      // Zoom halves the width that a page has.
      await page.setViewportSize({ width: 640, height: 400 });
      const wider = await tooWide(page);
      if (wider > 0) problems.push(`${path} at 200 %: ${wider} px too wide`);
    });
    assert.deepEqual(problems, []);
  });

  test('nothing moves while a page loads', async () => {
    const problems = [];
    for (const width of [360, 1280]) {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      await context.addInitScript(() => {
        globalThis.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      for (const path of pages) {
        const page = await context.newPage();
        await page.goto(server.base + path, { waitUntil: 'networkidle' });
        const shift = await page.evaluate(() => globalThis.shift);
        // Good is up to 0.1 by the public measure. A line may still break elsewhere when the faces come.
        if (shift > 0.05) problems.push(`${path} at ${width}: ${shift}`);
        await page.close();
      }
      await context.close();
    }
    assert.deepEqual(problems, []);
  });

  test('on paper: light, without menus, with its content and no link in colour', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'griglia-stampa-'));
    try {
      await eachPage({ colorScheme: 'dark' }, async (page, path) => {
        const title = await page.evaluate(() => document.querySelector('h1').textContent.trim());
        await page.emulateMedia({ media: 'print' });
        const shown = await page.evaluate(() => ({
          ground: getComputedStyle(document.body).backgroundColor,
          menus: [...document.querySelectorAll('header nav, footer, .skiplinks')].filter(
            (element) => element.getClientRects().length > 0,
          ).length,
        }));
        assert.equal(shown.ground, 'rgb(255, 255, 255)', path);
        assert.equal(shown.menus, 0, path);
        await page.emulateMedia({ media: null });
        const file = join(folder, 'pagina.pdf');
        await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
        assert.ok(existsSync(file), path);
        const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
        const words = (said) => said.replaceAll(/\s+/g, ' ');
        assert.ok(words(text).includes(words(title)), `${path}: «${title}» is not on paper`);
        assert.ok(!text.includes('Vai al contenuto'), path);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
