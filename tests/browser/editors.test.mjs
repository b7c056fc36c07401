// What an editor says while somebody types: Taplo with the rules and schemas of a new handbook.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { program, repository } from './handbook.mjs';

const taplo = createRequire(import.meta.url).resolve('@taplo/cli/dist/cli.js');

/** Mistakes that a schema can see, each in a file of its own: folder, name, what it takes the place of, what it is. */
const MISTAKES = [
  ['cohorts', 'misspelt-key', /^rhythm = /m, 'rythm = '],
  ['cohorts', 'missing-key', /^programme = .*$/m, ''],
  ['cohorts', 'text-for-a-date', /^start = .*$/m, 'start = "soon"'],
  ['cohorts', 'text-for-a-number', /^rhythm = /m, 'session_minutes = "60"\nrhythm = '],
  ['cohorts', 'too-short', /^rhythm = /m, 'session_minutes = 5\nrhythm = '],
  ['cohorts', 'no-rhythm', /^rhythm = .*$/m, 'rhythm = "daily"'],
  ['cohorts', 'no-option', /^visibility = .*$/m, 'visibility = "open"'],
  ['cohorts', 'pair-without-mentee', /^mentee = .*$/m, ''],
  ['programmes', 'too-few-sessions', /^sessions = .*$/m, 'sessions = ["kickoff"]'],
  ['programmes', 'text-for-a-list', /^topics = .*$/m, 'topics = "ai-assistants"'],
  ['sessions', 'no-kind', /^kind = "kickoff".*$/m, 'kind = "start"'],
  ['sessions', 'no-minutes', /^minutes = 5\b/m, 'minutes = 0'],
];

describe('editors', () => {
  let folder;
  let book;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'leitfaden-editors-'));
    book = join(folder, 'book');
    execFileSync(program(), ['new', 'site', book, '--language', 'en', '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('find nothing wrong with a new handbook', () => assert.deepEqual(invalid(book), []));

  test('find nothing wrong with the handbook of this repository', () => {
    const own = join(folder, 'own');
    for (const name of ['.taplo.toml', '.leitfaden']) cpSync(join(book, name), join(own, name), { recursive: true });
    for (const name of ['site.toml', 'content', 'private']) {
      cpSync(join(repository, name), join(own, name), { recursive: true });
    }
    assert.deepEqual(invalid(own), []);
  });

  test('mark every mistake that a schema can see', () => {
    for (const [kind, name, place, mistake] of MISTAKES) {
      const at = join(book, 'content', kind);
      const sound = readFileSync(join(at, readdirSync(at).find((file) => place.test(text(join(at, file))))), 'utf8');
      writeFileSync(join(at, `wrong-${name}.toml`), sound.replace(place, mistake));
    }
    assert.deepEqual(invalid(book), MISTAKES.map(([, name]) => `wrong-${name}.toml`).sort());
  });
});

const text = (path) => (path.endsWith('.toml') ? readFileSync(path, 'utf8') : '');

/** The files of a handbook that Taplo does not accept. */
function invalid(book) {
  const run = spawnSync(process.execPath, [taplo, 'lint', '--colors', 'never'], { cwd: book, encoding: 'utf8' });
  assert.match(run.stderr, /found files total=[1-9]/);
  const files = [...run.stderr.matchAll(/invalid file error=.* path="([^"]+)"/g)].map((match) => basename(match[1])).sort();
  assert.equal(run.status === 0, files.length === 0, run.stderr);
  return files;
}
