// The built pages, found on disk.

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The folder that `griglia build` wrote: $GRIGLIA_OUTPUT, or output/ of the repository. */
export const output = resolve(process.env.GRIGLIA_OUTPUT ?? join(here, '../../output'));

/** Every page of the site, below `output`, with `/`. */
export function findPages() {
  if (!existsSync(output)) {
    throw new Error(`There is no site to test in ${output}: build it first, or set GRIGLIA_OUTPUT.`);
  }
  const pages = readdirSync(output, { recursive: true })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.split(sep).join('/'))
    .sort();
  if (pages.length === 0) {
    throw new Error(`There are no pages in ${output}.`);
  }
  return pages;
}
