// The built site as readers meet it: every kind of page in both languages, over HTTP and from disk.

import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checked, faultsOf, launch, none, tooWide, violations, withPage } from './browser.mjs';
import { handbook } from './handbook.mjs';

const site = await handbook();
const browser = await launch();
after(async () => {
  await browser.close();
  site.close();
});

/** The languages with what stands before their addresses. */
const LANGUAGES = [
  ['de-CH', ''],
  ['en', 'en/'],
];

/** An example of every kind of page; what the theme has besides is added from the site itself. */
const EXAMPLES = [
  '',
  'programmes/rollentausch/',
  'topics/',
  'topics/social-media/',
  'topics/social-media/trial/',
  'factors/',
  'factors/difference/',
  'cohorts/',
  'cohorts/2026-herbst/',
  'cohorts/2027-fruehling/',
  'cohorts/2026-herbst/sessions/s3/',
  'cohorts/2027-fruehling/sessions/s2/',
  'cohorts/2026-herbst/checks/',
  'for/mentor/',
  'for/mentee/',
  'for/organiser/',
  'for/sponsor/',
  'documents/agreement/',
  'documents/self-rating/',
  'glossary/',
  '404.html',
];
/** Where pictures of all kinds of page are kept: nothing is compared with them, people look at them. */
const PICTURES = join(dirname(fileURLToPath(import.meta.url)), 'screenshots');
rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES);

const fileOf = (path) => (path === '' || path.endsWith('/') ? `${path}index.html` : path);
const examples = [...EXAMPLES, ...otherKinds()];

for (const [language, prefix] of LANGUAGES) {
  describe(`pages in ${language}`, { concurrency: 2 }, () => {
    for (const path of examples.map((example) => prefix + example)) {
      const name = `/${path}`;

      test(`${name} loads cleanly over HTTP`, () =>
        withPage(browser, {}, async (page) => {
          none(await faultsOf(page, site.http(path), site.base));
          assert.equal(await page.locator('html').getAttribute('lang'), language);
          assert.equal(await page.locator('h1').count(), 1);
        }));

      // A host serves 404.html at addresses of any depth, so its links cannot be relative.
      if (!path.endsWith('404.html')) {
        test(`${name} loads cleanly from disk`, () =>
          withPage(browser, {}, async (page) => {
            none(await faultsOf(page, site.file(path), 'file:'));
          }));
      }

      test(`${name} has no barrier that axe sees`, () =>
        withPage(browser, {}, async (page) => {
          await page.goto(site.http(path));
          const seen = new Map();
          for (const colorScheme of ['light', 'dark']) {
            for (const width of [390, 1440]) {
              await page.emulateMedia({ colorScheme });
              await page.setViewportSize({ width, height: 900 });
              for (const fault of await violations(page)) seen.set(fault, [...(seen.get(fault) ?? []), `${colorScheme} ${width} px`]);
              const picture = `${language}-${nameOf(path.slice(prefix.length))}-${width}-${colorScheme}.png`;
              await page.screenshot({ path: join(PICTURES, picture), fullPage: true });
            }
          }
          none([...seen].map(([fault, where]) => `${fault} (${where.join(', ')})`));
        }));

      test(`${name} fits into 320 px`, () =>
        withPage(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
          await page.goto(site.http(path));
          none(await page.evaluate(tooWide));
        }));
    }
  });
}

describe('ways', { concurrency: 2 }, () => {
  for (const path of examples.filter((example) => example !== '404.html')) {
    test(`/${path}: the language switch leads to the same page and back`, () =>
      withPage(browser, {}, async (page) => {
        await page.goto(site.http(path));
        await page.locator('header a[hreflang="en"]').click();
        assert.equal(plain(page.url()), site.http(`en/${path}`));
        assert.equal(await page.locator('html').getAttribute('lang'), 'en');
        await page.locator('header a[hreflang="de-CH"]').click();
        assert.equal(plain(page.url()), site.http(path));
        assert.equal(await page.locator('html').getAttribute('lang'), 'de-CH');
      }));
  }

  for (const [language, prefix] of LANGUAGES) {
    test(`${language}: on a phone, from the home page to a session's agenda in two clicks`, () =>
      withPage(browser, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }, async (page) => {
        await page.goto(site.http(prefix));
        const clicks = await toSession(page);
        assert.ok(clicks <= 2, `${clicks} clicks`);
        await page.waitForURL(/\/sessions\//);
        const agenda = await page.locator('main').innerText();
        const times = agenda.match(/\b\d{1,2}[.:]\d{2}\b/g) ?? [];
        assert.ok(times.length >= 8, `only ${times.length} clock times`);
      }));
  }

  test('an unknown address leads to the page that says so, at any depth, and on from there', () =>
    withPage(browser, {}, async (page) => {
      const address = site.http('cohorts/no-such-cohort/sessions/s9/');
      none(await faultsOf(page, address, site.base));
      await page.locator('header a.brand').click();
      assert.equal(plain(page.url()), site.base);
    }));

  test('every internal link and anchor works from disk, and every page can be reached', async () => {
    const { faults, reached } = await withPage(browser, { javaScriptEnabled: false }, walkFromDisk);
    none(faults);
    const lost = site.pages.filter((file) => !reached.has(file) && !file.endsWith('404.html') && site.kind(file));
    none(lost.map((file) => `no link leads to ${file}`));
  });
});

test('the Nu checker has nothing to say about any page', async () => {
  none(await checked(site.pages.map((file) => site.http(file)), site.base));
});

/** One page of every kind that has no example yet (free pages, print editions). */
function otherKinds() {
  const known = new Set(EXAMPLES.map(fileOf).filter((file) => site.pages.includes(file)).map((file) => site.kind(file)));
  const more = [];
  for (const file of site.pages.filter((page) => !page.startsWith('en/'))) {
    const kind = site.kind(file);
    if (!kind || known.has(kind)) continue;
    known.add(kind);
    more.push(file.replace(/(^|\/)index\.html$/, '$1'));
  }
  return more;
}

/** An address as the name of a file. */
function nameOf(path) {
  return path.replace(/\.html$|\/$/, '').replaceAll('/', '-') || 'home';
}

/** An address without the name of a folder's page. */
function plain(address) {
  return address.replace(/index\.html$/, '');
}

/** Goes from the home page to a session, as a reader would: a link in sight, a list to open, or the cohort's page. */
async function toSession(page) {
  const session = page.locator('main a[href*="/sessions/"]').locator('visible=true').first();
  if (await session.count()) {
    await session.click();
    return 1;
  }
  const list = page.locator('main details:has(a[href*="/sessions/"]) > summary').first();
  await ((await list.count()) ? list : page.locator('main a[href*="cohorts/"]').first()).click();
  await session.click();
  return 2;
}

/** Follows every link from the home page, all pages, without a server. */
async function walkFromDisk(page) {
  const faults = [];
  const anchors = new Map();
  const wanted = [];
  const queue = ['index.html'];
  const reached = new Set(queue);
  for (let file = queue.shift(); file; file = queue.shift()) {
    await page.goto(site.file(file), { waitUntil: 'domcontentloaded' });
    const { ids, links } = await page.evaluate(idsAndLinks);
    anchors.set(file, new Set(ids));
    for (const link of links) {
      const address = link.startsWith(site.base) ? site.file(link.slice(site.base.length)) : link;
      if (!address.startsWith('file:')) continue;
      const target = site.named(address);
      if (!target) {
        faults.push(`${file}: ${link} leads to no file`);
        continue;
      }
      if (target.endsWith('.html')) {
        if (link !== address) faults.push(`${file}: ${link} leaves the disk`);
        const anchor = decodeURIComponent(new URL(address).hash.slice(1));
        if (anchor) wanted.push([file, target, anchor]);
        if (!reached.has(target)) queue.push(target);
        reached.add(target);
      }
    }
  }
  for (const [file, target, anchor] of wanted) {
    if (!anchors.get(target)?.has(anchor)) faults.push(`${file}: ${target} has no place "${anchor}"`);
  }
  return { faults: [...new Set(faults)], reached };
}

/** Runs in the page; drawings have links too. */
function idsAndLinks() {
  const all = (selector, name) =>
    [...document.querySelectorAll(selector)].map((each) => new URL(each.getAttribute(name), document.baseURI).href);
  return {
    ids: [...document.querySelectorAll('[id]')].map((each) => each.id),
    links: [...all('a[href], area[href], link[rel~="stylesheet"], link[rel~="icon"]', 'href'), ...all('[src]', 'src')],
  };
}
