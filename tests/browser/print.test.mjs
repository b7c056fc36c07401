// What comes out of the printer: pages are counted and read as PDF.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, describe, test } from 'node:test';
import { launch, withPage } from './browser.mjs';
import { handbook } from './handbook.mjs';

const site = await handbook();
const browser = await launch();
after(async () => {
  await browser.close();
  site.close();
});

/** The width of the text on A4, in CSS pixels. */
const TEXT_WIDTH = 680;

/** Prints a page from disk: the text of each sheet of paper, spaces made even, and what else `ask` wants to know. */
function print(path, ask = () => null) {
  return withPage(browser, { colorScheme: 'dark', viewport: { width: TEXT_WIDTH, height: 900 } }, async (page) => {
    await page.goto(site.file(path));
    await page.emulateMedia({ media: 'print' });
    const asked = await page.evaluate(ask);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 28 });
    const sheets = text.split('\f').slice(0, -1).map((sheet) => sheet.replace(/[^\S\n]+/g, ' ').trim());
    return { sheets, asked };
  });
}

/** Fails unless every sheet says which of how many it is. */
function numbered(sheets) {
  const last = sheets.map((sheet) => sheet.split('\n').at(-1).replace(/\s/g, ''));
  assert.deepEqual(last, sheets.map((_, index) => `${index + 1}/${sheets.length}`));
}

/** What sticks out of the paper sideways; runs in the page. */
function tooWide() {
  const width = document.documentElement.clientWidth + 0.5;
  const out = [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > width);
  return out.slice(0, 5).map((each) => `${each.tagName}.${each.className.baseVal ?? each.className}`);
}

/** The addresses of the QR codes; runs in the page. */
function codes() {
  return [...document.querySelectorAll('.sheet .qr figcaption')].map((each) => each.textContent);
}

/** The headings of the parts of an edition; runs in the page. */
function chapters() {
  return [...document.querySelectorAll('.contents a')].map((link) => link.textContent.replace(/\s+/g, ' ').trim());
}

/** Addresses on the web to which links in sight lead; runs in the page. */
function addresses() {
  const links = [...document.querySelectorAll('main a[href^="http"]')];
  return links.filter((link) => link.getClientRects().length).map((link) => link.getAttribute('href'));
}

describe('print', { concurrency: 2 }, () => {
  const sessions = site.pages.filter((file) => site.kind(file) === 'session').map((file) => file.replace(/index\.html$/, ''));

  test('there are sessions to print', () => assert.ok(sessions.length >= 20, `${sessions.length}`));

  for (const path of sessions) {
    test(`/${path} is one sheet with agenda, lines and the way back`, async () => {
      const { sheets, asked } = await print(path, `({ out: (${tooWide})(), addresses: (${codes})() })`);
      assert.deepEqual(asked.out, []);
      assert.deepEqual(asked.addresses, sheets.map(() => site.http(path)), 'a sheet for each topic, with its code');
      numbered(sheets);
      for (const sheet of sheets) {
        const times = sheet.match(/^ ?\d{2}[.:]\d{2}\b/gm) ?? [];
        assert.ok(times.length >= 4, `clock times: ${times}`);
        assert.match(sheet, /Notizen|Notes/);
      }
    });
  }

  test('a cohort is its plan, a sheet for each session and its forms', async () => {
    const { sheets, asked } = await print('cohorts/2026-herbst/print/', chapters);
    numbered(sheets);
    assert.equal(sheets.filter((sheet) => /Notizen/.test(sheet)).length, 6);
    assert.deepEqual(asked.slice(1, 3), ['1.1 Auftakt', '1.2 Arbeitstreffen']);
    for (const chapter of asked) assert.ok(sheets.slice(1).some((sheet) => sheet.includes(chapter)), chapter);
  });

  for (const path of ['topics/social-media/print/', 'en/topics/online-marketing/print/', 'print/', 'en/print/']) {
    test(`/${path} has every part, nothing is cut off, and no heading stands alone`, async () => {
      const { sheets, asked } = await print(path, `(${chapters})()`);
      numbered(sheets);
      assert.ok(asked.length >= 9);
      const titles = new Set(asked);
      const contents = sheets.findIndex((sheet, index) => index > 0 && sheet.startsWith(asked[0]));
      const rest = sheets.slice(contents);
      for (const chapter of titles) {
        assert.ok(rest.some((sheet) => sheet.split('\n').some((line) => line.trim().startsWith(chapter.slice(0, 40)))), chapter);
      }
      const alone = rest.map((sheet) => sheet.split('\n').at(-2)?.trim()).filter((line) => titles.has(line));
      assert.deepEqual(alone, []);
    });
  }

  test('an address stands on paper once, also one for mail', async () => {
    const { sheets } = await print('for/mentor/', () => {
      const text = '<p><a href="mailto:a@firm.example?subject=x">Write</a> <a href="mailto:b@firm.example">b@firm.example</a></p>';
      document.querySelector('main').insertAdjacentHTML('beforeend', text);
      dispatchEvent(new Event('beforeprint'));
    });
    const all = sheets.join(' ');
    const times = (word) => all.split(word).length - 1;
    assert.deepEqual([times('a@firm.example'), times('b@firm.example'), times('subject')], [1, 1, 0]);
  });

  test('the whole handbook fits on the paper and writes out where links lead', async () => {
    assert.deepEqual((await print('print/', tooWide)).asked, []);
    const { sheets, asked } = await print('print/', addresses);
    const text = sheets.join('').replace(/\s/g, '');
    assert.deepEqual(asked.filter((address) => !text.includes(`<${address}>`)), []);
  });

  for (const form of ['agreement', 'session-log', 'midpoint-form', 'self-rating', 'evaluation-form']) {
    test(`the form ${form} is one sheet, with a line behind every question`, async () => {
      const { sheets, asked } = await print(`documents/${form}/`, () => document.querySelectorAll('.field-line').length);
      assert.equal(sheets.length, 1, 'a form is one sheet');
      assert.ok(asked >= 1);
      numbered(sheets);
      // Lines have no text, so a question at the foot of a sheet would be the last but one line.
      assert.doesNotMatch(sheets[0].split('\n').at(-2) ?? '', /[:?]\s*$/);
    });
  }
});
