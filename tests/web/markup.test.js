// The Nu Html Checker on every page: no errors, no warnings.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import vnu from 'vnu-jar';
import { findPages, output } from './pages.js';

test('the Nu Html Checker has nothing to say', async () => {
  const files = findPages().map((page) => join(output, page));
  const report = await new Promise((done, fail) => {
    execFile(
      'java',
      ['-jar', vnu.vnuJar ?? vnu, '--format', 'json', '--exit-zero-always', ...files],
      { maxBuffer: 1 << 28 },
      (error, _stdout, stderr) => (error ? fail(error) : done(stderr)),
    );
  });
  const messages = JSON.parse(report).messages.map(
    ({ type, subType, url, lastLine, message }) => `${subType ?? type}: ${url}:${lastLine}: ${message}`,
  );
  assert.deepEqual(messages, []);
});
