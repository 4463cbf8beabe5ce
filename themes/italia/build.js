// Builds themes/italia/dist from the npm package bootstrap-italia: `npm ci && npm run build`.
//
//   dist/assets/     copied as it is beside the pages: stile.css, scripts, fonts, favicon
//   dist/templates/  icone.svg, the symbols of the icons that the templates use
//   dist/pdf-fonts/  the faces that the PDFs embed
//
// Nothing here reads the clock or the network: same packages, same bytes.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { PurgeCSS } from 'purgecss';
import * as sass from 'sass';

const theme = dirname(fileURLToPath(import.meta.url));
const root = join(theme, '../..');
const kit = join(root, 'node_modules/bootstrap-italia');
const dist = join(theme, 'dist');

/** Every file below a folder whose name ends so. */
const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));

/** Where markup is written: the templates, the Rust module that renders Markdown, the scripts. */
const markup = [
  ...filesBelow(join(theme, 'templates'), '.html'),
  ...filesBelow(join(root, 'src/site'), '.rs'),
  ...filesBelow(join(theme, 'js'), '.js'),
];

/** The scripts that pages ask for; each becomes one file with all that it needs. */
const SCRIPTS = ['ricerca', 'tabella'];

const WEB_FONTS = {
  'titillium-web-400': 'Titillium_Web/titillium-web-v10-latin-ext_latin-regular',
  'titillium-web-400-italic': 'Titillium_Web/titillium-web-v10-latin-ext_latin-italic',
  'titillium-web-600': 'Titillium_Web/titillium-web-v10-latin-ext_latin-600',
  'titillium-web-700': 'Titillium_Web/titillium-web-v10-latin-ext_latin-700',
  'roboto-mono-400': 'Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular',
};

const PDF_FONTS = {
  'TitilliumWeb-Regular': 'Titillium_Web/titillium-web-v10-latin-ext_latin-regular',
  'TitilliumWeb-Italic': 'Titillium_Web/titillium-web-v10-latin-ext_latin-italic',
  'TitilliumWeb-SemiBold': 'Titillium_Web/titillium-web-v10-latin-ext_latin-600',
  'TitilliumWeb-Bold': 'Titillium_Web/titillium-web-v10-latin-ext_latin-700',
  'TitilliumWeb-BoldItalic': 'Titillium_Web/titillium-web-v10-latin-ext_latin-700italic',
  'RobotoMono-Regular': 'Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular',
};

const LICENCES = {
  'Titillium_Web-OFL.txt': 'Titillium_Web/OFL.txt',
  'Roboto_Mono-LICENSE.txt': 'Roboto_Mono/LICENSE.txt',
};

/** For characters that the kit's faces lack: Greek, Cyrillic, signs and arrows. */
const FALLBACK = join(root, 'node_modules/dejavu-fonts-ttf');

function copyFonts(folder, faces, ending) {
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(faces)) {
    cpSync(join(kit, 'dist/fonts', source + ending), join(folder, name + ending));
  }
  for (const [name, source] of Object.entries(LICENCES)) {
    cpSync(join(kit, 'dist/fonts', source), join(folder, name));
  }
}

async function buildStyle() {
  const compiled = sass.compile(join(theme, 'scss/stile.scss'), {
    loadPaths: [join(kit, 'src/scss')],
    style: 'compressed',
    quietDeps: true,
    // The kit is written with @import; so must be what imports it.
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function', 'abs-percent'],
    logger: sass.Logger.silent,
  });
  const [purged] = await new PurgeCSS().purge({
    content: markup,
    css: [{ raw: compiled.css }],
    // No rule uses the version: the public validators read it.
    safelist: { standard: [/^percento-/, /^stato-/], greedy: [/data-colonna/], variables: ['--bootstrap-italia-version'] },
    variables: true,
    keyframes: true,
  });
  return purged.css;
}

/** The kit's sprite, reduced to the icons that some markup names. */
function buildIcons() {
  const sprite = readFileSync(join(kit, 'dist/svg/sprites.svg'), 'utf8');
  const used = new Set(
    markup.flatMap((file) => readFileSync(file, 'utf8').match(/(?<=["#])it-[a-z-]+(?=\\?")/g) ?? []),
  );
  const symbols = [...sprite.matchAll(/<symbol id="([^"]+)".*?<\/symbol>/gs)].filter(([, id]) => used.has(id));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.map(([symbol]) => symbol).join('')}</svg>\n`;
}

/** Classic scripts, not modules: a page opened from a disk may not load modules. */
async function buildScripts() {
  const { outputFiles } = await build({
    entryPoints: SCRIPTS.map((name) => join(theme, 'js', `${name}.js`)),
    outdir: join(dist, 'assets'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2019'],
    charset: 'utf8',
    legalComments: 'inline',
    write: false,
  });
  return outputFiles;
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'assets'), { recursive: true });
mkdirSync(join(dist, 'templates'), { recursive: true });
copyFonts(join(dist, 'assets/fonts'), WEB_FONTS, '.woff2');
copyFonts(join(dist, 'pdf-fonts'), PDF_FONTS, '.ttf');
cpSync(join(FALLBACK, 'ttf/DejaVuSans.ttf'), join(dist, 'pdf-fonts/DejaVuSans.ttf'));
cpSync(join(FALLBACK, 'LICENSE'), join(dist, 'pdf-fonts/DejaVu-LICENSE.txt'));
cpSync(join(theme, 'static'), join(dist, 'assets'), { recursive: true });

const css = await buildStyle();
writeFileSync(join(dist, 'assets/stile.css'), css);
writeFileSync(join(dist, 'templates/icone.svg'), buildIcons());

const scripts = await buildScripts();
for (const { path, contents } of scripts) writeFileSync(path, contents);

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
for (const [name, content] of [['stile.css', css], ...scripts.map(({ path, contents }) => [basename(path), contents])]) {
  console.log(`${name}: ${kilobytes(content.length)}, ${kilobytes(gzipSync(content, { level: 9 }).length)} gzip`);
}
