// The pictures of the README: pages of the built site, and a page of a PDF.
//
//   npm run immagini            from output/ into docs/immagini/

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { BROWSER } from './browser.js';
import { output } from './pages.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../docs/immagini');

const PAGES = [
  { name: 'pagina-anno', path: 'caluso/2023/index.html', width: 1280, height: 900 },
  { name: 'pagina-obiettivo', path: 'caluso/2023/obiettivi/AMM-02/index.html', width: 1280, height: 900 },
  { name: 'pagina-telefono', path: 'caluso/index.html', width: 360, height: 720 },
];
const PDF = 'caluso/2023/documenti/griglia-report-valutazione-2023.pdf';

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(BROWSER);
for (const { name, path, width, height } of PAGES) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(`${pathToFileURL(output)}/${path}`);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
execFileSync('pdftoppm', ['-png', '-r', '80', '-f', '1', '-singlefile', join(output, PDF), join(folder, 'pdf-griglia')]);
