// The pages of a large invented handbook: what holds for the example holds for what nobody has looked at.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { checked, faultsOf, launch, none, tooWide, violations, withPage } from './browser.mjs';
import { handbook } from './handbook.mjs';
import { invent } from './invented.mjs';

const site = await handbook({ write: invent, options: ['--drafts'] });
const browser = await launch();
after(async () => {
  await browser.close();
  site.close();
});

/** What is odd about the handbook, besides the length of everything. */
const ODD = {
  'a single module': 'he/topics/topic-4/index.html',
  'a path of three': 'he/topics/topic-0/index.html',
  'a draft': 'topics/topic-7/index.html',
  'no pairs': 'cohorts/cohort-0/index.html',
  'a cancelled cohort': 'he/cohorts/cohort-3/index.html',
  'a cancelled session': 'he/cohorts/cohort-1/sessions/s2/index.html',
  'a moved session': 'cohorts/cohort-1/sessions/s4/index.html',
};
const sample = [...new Set([...longest(), ...Object.values(ODD)])];

describe('a page of an invented handbook', { concurrency: 2 }, () => {
  for (const file of sample) {
    test(`/${file} is right for everybody, on every screen`, () =>
      withPage(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
        none(await faultsOf(page, site.http(file), site.base));
        assert.equal(await page.locator('html').getAttribute('dir'), file.startsWith('he/') ? 'rtl' : 'ltr');
        none(await page.evaluate(tooWide));
        none(await violations(page));
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.setViewportSize({ width: 1440, height: 900 });
        none(await page.evaluate(tooWide));
        none(await violations(page));
      }));
  }
});

test('the Nu checker has nothing to say about these pages', async () => {
  none(await checked(sample.map((file) => site.http(file)), site.base));
});

/** The longest page of every kind from right to left. */
function longest() {
  const byKind = new Map();
  for (const file of site.pages.filter((page) => page.startsWith('he/'))) {
    const kind = site.kind(file);
    const size = readFileSync(join(site.out, file)).length;
    if (kind && size > (byKind.get(kind)?.size ?? 0)) byKind.set(kind, { file, size });
  }
  return [...byKind.values()].map(({ file }) => file);
}
