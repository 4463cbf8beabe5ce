// The preview in a real browser: what is saved is shown, what is wrong is told, nothing else can be read.
//
//   GRIGLIA_PROGRAMMA=target/debug/griglia node --test tests/web/anteprima.test.js

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { BROWSER } from './browser.js';

const program = resolve(process.env.GRIGLIA_PROGRAMMA ?? 'target/release/griglia');
/** From a saved file to a page that shows it: half a second, and what a busy machine may add. */
const SOON = 5000;

let folder;
let preview;
let address;
let browser;
let page;

/** Starts the preview in a folder; resolves to where it answers. */
function start(cwd, port) {
  const child = spawn(program, ['serve', '--porta', String(port)], { cwd });
  const where = new Promise((done, fail) => {
    let said = '';
    const listen = (words) => {
      said += words;
      const found = said.match(/http:\/\/[0-9.]+:[0-9]+/);
      if (found) done(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => fail(new Error(said)));
  });
  return { child, where };
}

/** The status of a path that no browser would send as it is. */
function status(path, headers = {}) {
  const { hostname, port } = new URL(address);
  return new Promise((done, fail) => {
    request({ hostname, port, path, headers }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    })
      .on('error', fail)
      .end();
  });
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'griglia-'));
  cpSync('tests/progetto', join(folder, 'content'), { recursive: true });
  preview = start(folder, 8137);
  [address, browser] = await Promise.all([preview.where, chromium.launch(BROWSER)]);
  page = await browser.newPage();
});

after(async () => {
  await browser?.close();
  preview?.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('a card that is edited, broken and mended is shown, told and shown again', async () => {
  const card = join(folder, 'content/prova/2023/obiettivi/struttura.yaml');
  const written = readFileSync(card, 'utf8');
  await page.goto(`${address}/prova/2023/obiettivi/STR-01/`);
  await page.getByRole('heading', { level: 1, name: 'Trasparenza' }).waitFor();

  writeFileSync(card, written.replace('Trasparenza', 'Trasparenza degli atti'));
  await page.getByRole('heading', { level: 1, name: 'Trasparenza degli atti' }).waitFor({ timeout: SOON });

  writeFileSync(card, written.replace('titolo:', 'titlo:'));
  await page.getByRole('heading', { level: 1, name: '1 errore nei contenuti' }).waitFor({ timeout: SOON });
  const told = await page.locator('main').innerText();
  assert.match(told, /struttura\.yaml, riga 3, colonna 1/);
  assert.match(told, /titlo: Trasparenza/);
  assert.equal(await page.locator('pre mark').innerText(), 'titlo');
  assert.match(told, /forse «titolo»\?/);
  const { violations } = await page.evaluate(`${axe.source}; axe.run()`);
  assert.deepEqual(violations.map(({ id }) => id), []);

  writeFileSync(card, written);
  await page.getByRole('heading', { level: 1, name: /^Trasparenza$/ }).waitFor({ timeout: SOON });
});

test('PDFs are there, and are made again when a card changes', async () => {
  const pdf = `${address}/prova/2023/documenti/griglia-report-valutazione-2023.pdf`;
  const load = async () => Buffer.from(await (await fetch(pdf)).arrayBuffer());
  const before = await load();
  assert.equal(before.subarray(0, 5).toString(), '%PDF-');
  const card = join(folder, 'content/prova/2023/obiettivi/struttura.yaml');
  const written = readFileSync(card, 'utf8');
  await page.goto(`${address}/prova/2023/obiettivi/STR-01/`);
  writeFileSync(card, written.replace('Trasparenza', 'Atti'));
  await page.getByRole('heading', { level: 1, name: 'Atti' }).waitFor({ timeout: SOON });
  assert.notDeepEqual(await load(), before);
  writeFileSync(card, written);
});

test('nothing outside the site can be read', async () => {
  for (const path of [
    '/../content/prova/ente.yaml',
    '/prova/../../content/prova/ente.yaml',
    '/%2e%2e/content/prova/ente.yaml',
    '/prova/..%2f..%2fcontent/prova/ente.yaml',
    '/..%5c..%5cetc/passwd',
    '//etc/passwd',
    '/content/prova/ente.yaml',
  ]) {
    assert.equal(await status(path), 404, path);
  }
  assert.equal(await status('/', { host: 'example.org' }), 403);
});

test('a port that is taken is left to its owner', async () => {
  const taken = createServer();
  await new Promise((done) => taken.listen(8237, '127.0.0.1', done));
  const second = start(folder, 8237);
  const where = await second.where;
  assert.notEqual(new URL(where).port, '8237');
  assert.equal((await fetch(where)).status, 200);
  second.child.kill('SIGINT');
  const code = await new Promise((done) => second.child.on('exit', done));
  assert.equal(code, 0);
  taken.close();
});
