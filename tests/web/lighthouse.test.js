// Lighthouse on the three pages that citizens read most: what it measures is at least 98 of 100.
//
// Speed depends on what else the machine does: of up to three runs the best one counts, and the network and
// processor of a phone are simulated, not awaited.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BROWSER } from './browser.js';
import { findPages, output } from './pages.js';
import { serve } from './server.js';

const LEAST = 98;
const RUNS = 3;
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const lighthouse = join(root, 'node_modules/lighthouse/cli/index.js');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const pages = findPages();
/** The first page of a kind; the objective in the middle is neither the shortest nor the longest. */
const ofKind = (pattern) => pages.filter((page) => pattern.test(page));
const middle = (list) => list[Math.floor(list.length / 2)];
const KINDS = {
  ente: middle(ofKind(/^[^/]+\/index\.html$/)),
  anno: middle(ofKind(/^[^/]+\/\d{4}\/index\.html$/)),
  obiettivo: middle(ofKind(/^[^/]+\/\d{4}\/obiettivi\/[^/]+\/index\.html$/)),
};

let server;
let folder;

before(async () => {
  server = await serve(output);
  folder = mkdtempSync(join(tmpdir(), 'griglia-lighthouse-'));
});

after(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One run: the report. */
async function run(address) {
  const file = join(folder, 'report.json');
  rmSync(file, { force: true });
  const flags = ['--headless=new', ...BROWSER.args].join(' ');
  const args = [
    lighthouse,
    address,
    '--quiet',
    '--no-enable-error-reporting',
    '--output=json',
    `--output-path=${file}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    '--throttling-method=simulate',
    `--chrome-flags=${flags}`,
  ];
  const told = await new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, CHROME_PATH: BROWSER.executablePath },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.on('data', (data) => (words += data));
    child.on('error', failed);
    child.on('exit', () => done(words));
  });
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`Lighthouse wrote no report of ${address}:\n${told.slice(0, 2000)}`);
  }
}

const score = (report, category) => Math.round((report.categories[category].score ?? 0) * 100);

/** What keeps a category below 100. */
const faults = (report, category) =>
  report.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && report.audits[id].score !== null && report.audits[id].score < 1)
    .map(({ id }) => `${id}: ${report.audits[id].displayValue ?? report.audits[id].title}`)
    .join('; ');

describe('Lighthouse', () => {
  for (const [kind, page] of Object.entries(KINDS)) {
    test(`${kind}: ${page}`, { timeout: 300_000 }, async (t) => {
      assert.ok(page, `there is no page of the kind «${kind}»`);
      const best = {};
      for (let turn = 0; turn < RUNS; turn += 1) {
        const report = await run(server.base + page);
        for (const category of CATEGORIES) {
          const points = score(report, category);
          if (!best[category] || points > best[category].points) {
            best[category] = { points, faults: faults(report, category) };
          }
        }
        if (CATEGORIES.every((category) => best[category].points >= LEAST)) {
          break;
        }
      }
      t.diagnostic(CATEGORIES.map((category) => `${category} ${best[category].points}`).join(', '));
      for (const category of CATEGORIES) {
        assert.ok(best[category].points >= LEAST, `${category} ${best[category].points}: ${best[category].faults}`);
      }
    });
  }
});
