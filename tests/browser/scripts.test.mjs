// The scripts of the theme by themselves: their types, their weight, and what a page weighs with all it needs.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { handbook, repository } from './handbook.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const site = await handbook();
after(() => site.close());

const weight = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

test('the types that their comments state hold', () => {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const run = spawnSync(process.execPath, [compiler, '--project', join(here, 'tsconfig.json')], { encoding: 'utf8' });
  assert.equal(run.stdout, '');
  assert.equal(run.status, 0);
});

test('together they weigh at most 12 KB compressed', () => {
  const folder = join(repository, 'themes', 'faden', 'static');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  assert.ok(scripts.length > 1);
  const total = scripts.reduce((sum, name) => sum + weight(join(folder, name)), 0);
  assert.ok(total <= 12 * 1024, `${total} bytes`);
});

test('the fonts weigh at most 90 KB, and their licence lies beside them', () => {
  const fonts = site.files.filter((file) => file.endsWith('.woff2'));
  const total = fonts.reduce((sum, file) => sum + readFileSync(join(site.out, file)).length, 0);
  assert.ok(fonts.length >= 2 && total <= 90 * 1024, `${total} bytes`);
  assert.ok(site.files.some((file) => /^assets\/fonts\/OFL\.[0-9a-f]+\.txt$/.test(file)));
});

test('a session page with style sheet and scripts weighs at most 40 KB compressed', () => {
  const file = join(site.out, 'cohorts/2026-herbst/sessions/s3/index.html');
  const page = readFileSync(file, 'utf8');
  const parts = [...page.matchAll(/(?:<script src|<link rel="stylesheet" href)="([^"]+)"/g)].map((match) => match[1]);
  assert.ok(parts.length > 1);
  const total = parts.reduce((sum, part) => sum + weight(join(dirname(file), part)), weight(file));
  assert.ok(total <= 40 * 1024, `${total} bytes`);
});
