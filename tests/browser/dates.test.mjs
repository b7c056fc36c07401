// What a page says about the day on which it is read, at days of our choosing.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { faultsOf, launch, violations, withPage } from './browser.mjs';
import { handbook } from './handbook.mjs';

const site = await handbook();
const browser = await launch();
after(async () => {
  await browser.close();
  site.close();
});

/** Opens a page of the site at a moment and lends it. */
function at(moment, path, use, { options = {}, address = site.http(path) } = {}) {
  return withPage(browser, options, async (page) => {
    await page.clock.setFixedTime(new Date(moment));
    await page.goto(address);
    return use(page);
  });
}

/** The texts of what is in sight, spaces made even. */
async function texts(page, selector) {
  const all = await page.locator(selector).locator('visible=true').allInnerTexts();
  return all.map((text) => text.replace(/\s+/g, ' ').trim());
}

describe('dates', { concurrency: 2 }, () => {
  test('the home page leads to the next session of each cohort, and says how it stands', () =>
    at('2026-09-10T10:00:00+02:00', '', async (page) => {
      assert.deepEqual(await texts(page, '[data-next] > li'), [
        'Als Nächstes Arbeitstreffen, Donnerstag, 17. September 2026, 13.30–14.30 Uhr · in 7 Tagen',
        'Als Nächstes Auftakt, Dienstag, 16. Februar 2027, 16.00–17.15 Uhr · in 159 Tagen',
      ]);
      assert.deepEqual(await texts(page, '[data-state]'), ['Läuft', 'Geplant']);
      await page.locator('[data-next] a').first().click();
      assert.match(page.url(), /2026-herbst\/sessions\/s2\//);
    }));

  test('in English, from disk, and after the last session', async () => {
    await at('2027-01-05T10:00:00+01:00', 'en/', async (page) => {
      assert.deepEqual(await texts(page, '[data-state]'), ['Completed', 'Planned']);
      assert.deepEqual(await texts(page, '[data-next] strong'), ['in 42 days']);
    }, { address: site.file('en/') });
    await at('2030-01-05T10:00:00+01:00', 'en/', async (page) => {
      assert.deepEqual(await texts(page, '[data-state]'), ['Completed', 'Completed']);
      assert.deepEqual(await texts(page, '[data-next]'), []);
    });
  });

  test('a cohort marks one session in its list and one in its table', () =>
    at('2026-10-01T10:00:00+02:00', 'cohorts/2026-herbst/', async (page) => {
      assert.equal(await page.locator('li.is-next').count(), 1);
      assert.equal(await page.locator('tr.is-next').count(), 1);
      assert.match((await texts(page, 'li.is-next'))[0], /22\. Oktober 2026.*Als Nächstes/);
      assert.deepEqual(await texts(page, '[data-state]'), ['Läuft']);
    }));

  test('a session counts down by the clock of its own zone', async () => {
    const path = 'cohorts/2026-herbst/sessions/s2/';
    const said = (moment, options) => at(moment, path, (page) => texts(page, '[data-countdown]'), { options });
    assert.deepEqual(await said('2026-09-16T23:30:00+02:00'), ['morgen']);
    assert.deepEqual(await said('2026-09-17T00:30:00+02:00', { timezoneId: 'America/Los_Angeles' }), ['heute']);
    assert.deepEqual(await said('2026-09-17T13:30:00+02:00'), ['Jetzt']);
    assert.deepEqual(await said('2026-09-17T14:30:00+02:00'), ['Vorbei']);
  });

  for (const role of ['mentor', 'mentee']) {
    test(`the page for ${role}s opens what the next session of each cohort needs`, () =>
      at('2027-02-01T10:00:00+01:00', `for/${role}/`, async (page) => {
        const [next] = await texts(page, '[data-next] > li');
        assert.match(next, /^Als Nächstes Auftakt, Dienstag, 16\. Februar 2027/);
        assert.equal(await page.locator('details.prepare[open]').count(), 1);
        assert.equal(await page.locator('.is-next > details.prepare[open]').count(), 1);
      }));
  }

  test('what is over is folded away, can be opened, and stands on paper', () =>
    at('2026-11-27T10:00:00+01:00', 'for/mentor/', async (page) => {
      const past = page.locator('[data-past]');
      const over = page.locator('ol.thread > .is-over');
      const count = await over.count();
      assert.ok(count >= 5);
      assert.equal((await texts(page, '[data-past] > summary'))[0], `Vergangene Termine (${count})`);
      assert.equal(await over.locator('visible=true').count(), 0);
      await past.locator('summary').press('Enter');
      assert.equal(await page.locator('ol.thread > .is-over:visible').count(), count);
      await past.locator('summary').press('Enter');
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('ol.thread > .is-over:visible').count(), count);
      assert.equal(await past.isVisible(), false);
    }));

  test('nothing is folded away before the first session', () =>
    at('2026-07-01T10:00:00+02:00', 'for/mentor/', async (page) => {
      assert.equal(await page.locator('[data-past]').isVisible(), false);
      assert.equal(await page.locator('ol.thread > li:visible').count(), await page.locator('ol.thread > li').count());
    }));

  test('organisers and sponsors see what comes next of every cohort', async () => {
    for (const role of ['organiser', 'sponsor']) {
      await at('2026-09-10T10:00:00+02:00', `for/${role}/`, async (page) => {
        assert.equal(await page.locator('[data-next] > li').locator('visible=true').count(), 2, role);
      });
    }
    await at('2026-09-10T10:00:00+02:00', 'en/for/organiser/', async (page) => {
      assert.match((await texts(page, '[data-next] > li'))[0], /Autumn 2026: social media · in 7 days$/);
    });
  });

  test('a page that stays open finds out that time has passed', () =>
    at('2026-09-10T10:00:00+02:00', 'cohorts/2026-herbst/', async (page) => {
      await page.clock.setFixedTime(new Date('2026-09-18T10:00:00+02:00'));
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      assert.equal(await page.locator('li.is-next').count(), 1);
      assert.match((await texts(page, 'li.is-next'))[0], /22\. Oktober 2026/);
      assert.equal(await page.locator('li.is-next .tag-next').count(), 1);
    }));

  test('without scripts a page claims nothing about today', () =>
    withPage(browser, { javaScriptEnabled: false }, async (page) => {
      for (const path of ['', 'cohorts/2026-herbst/', 'cohorts/2026-herbst/sessions/s2/', 'for/mentor/', 'for/organiser/']) {
        await page.goto(site.http(path));
        const shown = await page.locator('main').innerText();
        assert.doesNotMatch(shown, /Läuft|Geplant|Abgeschlossen|Vorbei|Jetzt/, path);
        assert.equal(await page.locator('[data-next], [data-state], [data-countdown]').locator('visible=true').count(), 0, path);
      }
    }));

  test('a strict Content-Security-Policy lets the script work', () =>
    withPage(browser, {}, async (page) => {
      await page.clock.setFixedTime(new Date('2026-09-10T10:00:00+02:00'));
      await page.route('**/*', async (route) => {
        const response = await route.fetch();
        const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'";
        await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
      });
      assert.deepEqual(await faultsOf(page, site.http(''), site.base), []);
      assert.deepEqual(await texts(page, '[data-state]'), ['Läuft', 'Geplant']);
    }));

  for (const path of ['', 'cohorts/2026-herbst/', 'cohorts/2026-herbst/sessions/s2/', 'for/mentor/', 'for/organiser/']) {
    test(`/${path}: what the script adds is no barrier and fits into 320 px`, () =>
      at('2026-09-10T10:00:00+02:00', path, async (page) => {
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await violations(page), []);
        }
        await page.setViewportSize({ width: 320, height: 640 });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      }));
  }
});
