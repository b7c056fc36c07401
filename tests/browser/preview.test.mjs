// The preview in a real browser: an edit shows without a reload, a mistake shows as a panel.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, test } from 'node:test';
import { launch, violations, withPage } from './browser.mjs';
import { program, repository } from './handbook.mjs';

const root = mkdtempSync(join(tmpdir(), 'leitfaden-preview-'));
for (const part of ['site.toml', '.gitignore', 'content', 'private', 'themes']) {
  cpSync(join(repository, part), join(root, part), { recursive: true });
}

/** Starts the preview; gives its process and its address. */
async function serve(port) {
  const server = spawn(program(), ['serve', '--root', root, '--port', port, '--today', '2026-09-01'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return [server, await new Promise((found) => createInterface(server.stdout).once('line', found))];
}

let [server, address] = await serve('0');
const browser = await launch();
after(async () => {
  await browser.close();
  server.kill();
  rmSync(root, { recursive: true, force: true });
});

const topic = join('content', 'topics', 'social-media', 'index.md');

/** Puts other words into a file, and back again when the test is over. */
function edit(context, file, from, to) {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  assert.ok(before.includes(from), `${file} has "${from}"`);
  writeFileSync(path, before.replace(from, to));
  context.after(() => writeFileSync(path, before));
  return () => writeFileSync(path, before);
}

/** Opens a page and waits until it listens; a mark in the window tells a reload from an exchange. */
async function open(page, path) {
  const listens = page.waitForResponse((response) => response.url().includes('/_leitfaden/live'));
  await page.goto(address + path);
  await listens;
  await page.evaluate(() => { window.mark = 'the same page'; });
}

const isSame = (page) => page.evaluate(() => window.mark === 'the same page');

describe('preview', { concurrency: 1 }, () => {
  test('an edit shows without a reload; scroll, focus and opened parts stay', (context) =>
    withPage(browser, { viewport: { width: 390, height: 500 } }, async (page) => {
      await open(page, 'topics/social-media/');
      await page.evaluate(() => {
        const details = document.createElement('details');
        details.id = 'opened';
        document.querySelector('main').append(details);
        window.scrollTo(0, 400);
        document.querySelector('footer a').focus({ preventScroll: true });
      });
      edit(context, topic, 'title = ', 'title = "Changed in the preview"\n#');
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Changed in the preview');
      assert.ok(await isSame(page), 'the page was not reloaded');
      assert.equal(await page.evaluate(() => window.scrollY), 400);
      assert.ok(await page.evaluate(() => document.activeElement?.matches('footer a')), 'the focus stays');
      assert.match(await page.title(), /Changed in the preview/);
    }));

  test('what a reader has opened stays open', (context) =>
    withPage(browser, {}, async (page) => {
      await open(page, 'cohorts/');
      await page.locator('details').first().evaluate((details) => details.setAttribute('open', ''));
      edit(context, join('content', 'cohorts', '2026-herbst.toml'), 'place = ', 'place = "Another room"\n#');
      await page.getByText('Another room').first().waitFor();
      assert.ok(await page.locator('details').first().evaluate((details) => details.open));
      assert.ok(await isSame(page));
    }));

  test('what a reader has filled in stays, also where the text around it changes', (context) =>
    withPage(browser, {}, async (page) => {
      const form = '<input id="a"><input id="b" type="checkbox"><textarea id="c"></textarea>';
      edit(context, join('themes', 'faden', 'templates', 'topic.html'), '{% block content %}', `{% block content %}${form}`);
      await open(page, 'topics/social-media/');
      await page.locator('#a').fill('typed');
      await page.locator('#b').check();
      await page.locator('#c').fill('written');
      edit(context, topic, 'title = ', 'title = "Filled in"\n#');
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Filled in');
      assert.equal(await page.locator('#a').inputValue(), 'typed');
      assert.ok(await page.locator('#b').isChecked());
      assert.equal(await page.locator('#c').inputValue(), 'written');
      assert.ok(await isSame(page));
    }));

  test('a page that is the same is left alone, whatever its scripts have made of it', (context) =>
    withPage(browser, {}, async (page) => {
      await open(page, 'glossary/');
      edit(context, topic, 'title = ', 'title = "Elsewhere"\n#');
      const other = await page.context().newPage();
      await open(other, 'topics/social-media/');
      await other.getByRole('heading', { level: 1, name: 'Elsewhere' }).waitFor();
      // The browser knows this page from before the change, and it is still the same.
      await page.reload({ waitUntil: 'commit' });
      await page.locator('main').evaluate((main) => main.setAttribute('data-touched', ''));
      // The panel is asked for when the page listens.
      await page.waitForFunction(() => performance.getEntriesByName(`${location.origin}/_leitfaden/panel`).length > 0);
      assert.equal(await page.locator('main[data-touched]').count(), 1);
    }));

  test('another script takes its place by a reload', (context) =>
    withPage(browser, {}, async (page) => {
      await open(page, 'topics/social-media/');
      const script = join('themes', 'faden', 'static', 'reader.js');
      const mend = edit(context, script, '(() => {', '(() => {\n  document.documentElement.dataset.probe = "new";');
      await page.waitForFunction(() => document.documentElement.dataset.probe === 'new');
      assert.ok(!(await isSame(page)));
      mend();
      await page.waitForFunction(() => document.documentElement.dataset.probe === undefined);
    }));

  test('what has changed while the preview was away shows when it is back', (context) =>
    withPage(browser, {}, async (page) => {
      await open(page, 'topics/social-media/');
      server.kill();
      // Its port is free as soon as it has ended.
      await new Promise((ended) => server.once('exit', ended));
      edit(context, topic, 'title = ', 'title = "Written meanwhile"\n#');
      [server] = await serve(new URL(address).port);
      await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Written meanwhile');
      assert.ok(await isSame(page));
    }));

  test('a mistake shows as a panel with its line, closes, and goes when it is mended', (context) =>
    withPage(browser, {}, async (page) => {
      await open(page, 'topics/social-media/');
      const mend = edit(context, topic, 'title = ', 'titel = ');
      const panel = page.getByRole('alert');
      await panel.waitFor();
      const text = await panel.innerText();
      for (const part of ['index.md:2:1', 'unknown-key', 'did you mean "title"?']) assert.ok(text.includes(part), text);
      const link = await panel.getByRole('link').first().getAttribute('href');
      assert.match(link, /^vscode:\/\/file\/.*social-media\/index\.md:2:1$/);
      assert.deepEqual(await violations(page), []);
      await panel.getByRole('button').click();
      await panel.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: /1 error/ }).click();
      await panel.waitFor();
      mend();
      await panel.waitFor({ state: 'detached' });
      assert.ok(await isSame(page));
    }));

  test('another style sheet is swapped into the page', (context) =>
    withPage(browser, {}, async (page) => {
      await open(page, '');
      edit(context, join('themes', 'faden', 'static', 'faden.css'), '@layer', 'h1 { letter-spacing: 3px !important }\n@layer');
      await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).letterSpacing === '3px');
      assert.ok(await isSame(page));
      assert.equal(await page.locator('link[rel="stylesheet"]').count(), 1);
    }));

  test('a page that is not there shows as soon as it is', (context) =>
    withPage(browser, {}, async (page) => {
      await open(page, 'pages/new/');
      const path = join(root, 'content', 'pages', 'new.md');
      mkdirSync(dirname(path));
      context.after(() => rmSync(dirname(path), { recursive: true }));
      writeFileSync(path, '# Something new\n');
      await page.getByRole('heading', { name: 'Something new' }).waitFor();
      assert.ok(await isSame(page));
    }));
});
