// What the public validators of municipal sites measure on any page
// (pa-website-validator: C.SI.1.1 fonts, C.SI.1.2 library, C.SI.3 links of the footer).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const kit = readFileSync(require.resolve('bootstrap-italia/dist/css/bootstrap-italia.min.css'), 'utf8');

/** Every class of Bootstrap Italia. */
export const kitClasses = new Set([...kit.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(([, name]) => name));

export const allowedFonts = ['Titillium Web', 'Lora', 'Roboto Mono'];

/** Runs in the page: the facts that the rules need. */
export function measure() {
  const firstFamily = (element) =>
    getComputedStyle(element).fontFamily.split(',')[0].replaceAll(/["']/g, '').trim();
  const version = getComputedStyle(document.body).getPropertyValue('--bootstrap-italia-version');
  return {
    version: version.replaceAll(/["']/g, '').trim(),
    classes: [...new Set([...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]))],
    fonts: [
      ...new Set(
        [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, p')]
          .flatMap((element) => [element, ...element.querySelectorAll('*')])
          .map(firstFamily),
      ),
    ],
  };
}
