// What the browser does for its reader: colours, role, ticks, what has changed, keyboard. And the pages without it.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { faultsOf, launch, violations, withPage } from './browser.mjs';
import { handbook } from './handbook.mjs';

const site = await handbook();
const browser = await launch();
after(async () => {
  await browser.close();
  site.close();
});

const TOPIC = 'topics/social-media/';
const SESSION = 'cohorts/2026-herbst/sessions/s3/';
const MOMENT = new Date('2026-10-20T10:00:00+02:00');
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Opens a page and lends it. */
function open(path, use, { options = {}, address = site.http(path) } = {}) {
  return withPage(browser, options, async (page) => {
    await page.clock.setFixedTime(MOMENT);
    await page.goto(address);
    return use(page);
  });
}

const background = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const paper = { light: 'rgb(251, 249, 244)', dark: 'rgb(24, 22, 19)' };

describe('colours', { concurrency: 2 }, () => {
  test('follow the device, or the choice, which other pages remember', () =>
    open('', async (page) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.equal(await background(page), paper.dark);
      await page.locator('[data-colors] select').selectOption('light');
      assert.equal(await background(page), paper.light);
      await page.goto(site.http(SESSION));
      assert.equal(await background(page), paper.light);
      assert.equal(await page.locator('[data-colors] select').inputValue(), 'light');
      await page.locator('[data-colors] select').selectOption('');
      assert.equal(await background(page), paper.dark);
    }));

  test('are right before anything is drawn', () =>
    open('', async (page) => {
      await page.locator('[data-colors] select').selectOption('dark');
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (!document.body) return;
          window.themeAtFirst = document.documentElement.dataset.theme;
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto(site.http(TOPIC));
      assert.equal(await page.evaluate(() => window.themeAtFirst), 'dark');
    }));

  test('can be chosen on a page from a disk', () =>
    open('', async (page) => {
      await page.locator('[data-colors] select').selectOption('dark');
      assert.equal(await background(page), paper.dark);
    }, { address: site.file('') }));
});

describe('role', { concurrency: 2 }, () => {
  test('a door of the home page is remembered; it leads and hides nothing', () =>
    open('', async (page) => {
      const parts = await page.locator('main .part').count();
      await page.locator('.door-mentor a').click();
      await page.locator('button[data-choose="mentor"][aria-pressed="true"]').waitFor();
      await page.goto(site.http(''));
      assert.equal(await page.locator('.own-way').locator('visible=true').count(), 1);
      assert.equal(await page.locator('main .part').locator('visible=true').count(), parts);
      assert.equal(await page.locator('.door').locator('visible=true').count(), 4);
      await page.goto(site.http(SESSION));
      assert.equal(await page.locator('.column .mine').locator('visible=true').count(), 1);
      assert.equal(await page.locator('.column').locator('visible=true').count(), 2);
      assert.match(await page.locator('.column-mentor').innerText(), /für Sie/);
    }));

  test('can be taken on and off on its page', () =>
    open('for/mentee/', async (page) => {
      const button = page.locator('button[data-choose]');
      await button.click();
      assert.equal(await page.locator('html').getAttribute('data-role'), 'mentee');
      await button.click();
      assert.equal(await page.locator('html').getAttribute('data-role'), null);
    }));

  test('on a phone, two clicks lead from the home page to what a mentor prepares for Thursday', () =>
    open('', async (page) => {
      await page.locator('.door-mentor a').click();
      const next = page.locator('li.is-next').first();
      assert.match(await next.innerText(), /Donnerstag, 22\. Oktober 2026/);
      assert.match(await next.locator('.todo').innerText(), /Drei echte Kommentare anonymisieren/);
      assert.ok(await next.locator('.todo').isVisible());
    }, { options: PHONE }));

  test('without scripts it takes the same two clicks', () =>
    open('', async (page) => {
      await page.locator('.door-mentor a').click();
      const session = page.locator('li[data-start^="2026-10-22"]');
      await session.locator('summary').click();
      assert.match(await session.locator('.todo').innerText(), /Drei echte Kommentare anonymisieren/);
    }, { options: { ...PHONE, javaScriptEnabled: false } }));
});

describe('nothing moves', { concurrency: 2 }, () => {
  // Fonts come when they come; what stands in for them is as wide, but a line may end one word earlier.
  for (const path of ['', TOPIC, 'topics/social-media/trial/', 'cohorts/2026-herbst/', SESSION, 'for/mentor/', 'for/organiser/']) {
    test(`on /${path} when scripts come late`, () =>
      withPage(browser, PHONE, async (page) => {
        await page.clock.setFixedTime(MOMENT);
        await page.route(/\.woff2$/, (route) => route.abort());
        await page.route(/(modules|visits|keys|settings)\.\w+\.js$/, async (route) => {
          await new Promise((done) => setTimeout(done, 400));
          await route.continue();
        });
        await page.addInitScript(() => {
          window.shifts = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((shift) => (window.shifts += shift.value))).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(site.http(path), { waitUntil: 'load' });
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const shifts = await page.evaluate(() => window.shifts);
        assert.ok(shifts < 0.002, `${shifts}`);
      }));
  }
});

describe('ticks', { concurrency: 2 }, () => {
  test('stay, count towards the topic, and hold in every language', () =>
    open(TOPIC, async (page) => {
      const boxes = page.locator('[data-tick] input');
      assert.equal(await boxes.count(), 8);
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      assert.equal(await page.locator('[data-progress]').first().innerText(), '2 von 8 erledigt');
      assert.equal(await page.locator('.knot.is-done').count(), 2);
      // The picture of the path shows them too, in both its forms.
      for (const form of ['wide', 'tall']) {
        const ticked = await page.locator(`.drawing-${form} a:has(.hook) title`).allTextContents();
        assert.deepEqual(ticked.map((title) => title.slice(0, 2)), ['1.', '2.']);
      }
      await page.goto(site.http(`en/${TOPIC}`));
      assert.equal(await page.locator('[data-progress]').first().innerText(), '2 of 8 done');
      await boxes.nth(0).uncheck();
      await page.goto(site.http('topics/'));
      assert.deepEqual(await page.locator('[data-progress]').locator('visible=true').allInnerTexts(), ['1 von 8 erledigt']);
    }));

  test('reach a module’s own page and another tab', () =>
    open('topics/social-media/trial/', async (page) => {
      await page.locator('[data-tick] input').check();
      const other = await page.context().newPage();
      await other.goto(site.http(TOPIC));
      assert.equal(await other.locator('.knot.is-done').count(), 1);
      await page.locator('[data-tick] input').uncheck();
      await other.locator('.knot.is-done').waitFor({ state: 'detached' });
    }));
});

describe('what is kept', { concurrency: 2 }, () => {
  test('goes into a file, is forgotten, and comes back from the file', () =>
    open(TOPIC, async (page) => {
      await page.locator('[data-tick] input').first().check();
      await page.locator('[data-colors] select').selectOption('dark');
      await page.locator('.keep > summary').click();
      await page.locator('[data-keep-role]').selectOption('mentee');
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-keep-export]').click()]);
      const file = await download.path();
      const saved = JSON.parse(readFileSync(file, 'utf8'));
      assert.deepEqual([saved.leitfaden, saved.colors, saved.role, saved.done], [1, 'dark', 'mentee', ['topics/social-media/map/']]);

      page.once('dialog', (dialog) => dialog.accept());
      await page.locator('[data-keep-wipe]').click();
      assert.equal(await page.locator('[data-keep-status]').innerText(), 'Alles ist vergessen.');
      assert.equal(await page.locator('[data-tick] input:checked').count(), 0);
      assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);

      await page.locator('[data-keep-import]').setInputFiles(file);
      await page.locator('.knot.is-done').waitFor();
      assert.equal(await page.locator('[data-keep-status]').innerText(), 'Übernommen.');
      assert.equal(await page.locator('[data-keep-role]').inputValue(), 'mentee');
      assert.equal(await background(page), paper.dark);
    }));

  test('is not lost to a second thought or a foreign file', () =>
    open(TOPIC, async (page) => {
      await page.locator('[data-tick] input').first().check();
      await page.locator('.keep > summary').click();
      page.once('dialog', (dialog) => dialog.dismiss());
      await page.locator('[data-keep-wipe]').click();
      for (const text of ['no JSON', '{"done": []}', '[]', 'null']) {
        await page.locator('[data-keep-import]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
        await page.locator('[data-keep-status]').getByText('kein Handbuch').waitFor();
      }
      assert.equal(await page.locator('.knot.is-done').count(), 1);
    }));

  test('may be broken or forbidden without harm', () =>
    withPage(browser, {}, async (page) => {
      for (const broken of ['{', '[]', '7', '{"done":{"a":1},"seen":[1],"role":"<b>","colors":5}', '{"seen":{"index.html":null}}']) {
        // Its icon comes late; leaving before it is there would look like a fault of the next page.
        await page.goto(site.http(TOPIC), { waitUntil: 'networkidle' });
        await page.evaluate((text) => localStorage.setItem('leitfaden /handbook/', text), broken);
        assert.deepEqual(await faultsOf(page, site.http(TOPIC), site.base), [], broken);
        assert.equal(await page.locator('[data-tick] input').first().isVisible(), true);
      }
      await page.addInitScript(() => {
        const forbidden = { get: () => { throw new DOMException('no', 'SecurityError'); } };
        Object.defineProperty(window, 'localStorage', forbidden);
        Object.defineProperty(window, 'sessionStorage', forbidden);
      });
      assert.deepEqual(await faultsOf(page, site.http(TOPIC), site.base), []);
      await page.locator('[data-tick] input').first().check();
      assert.equal(await page.locator('.knot.is-done').count(), 1);
    }));
});

describe('what has changed', () => {
  const file = join(site.out, SESSION, 'index.html');

  test('since the last visit is marked, part by part, until the tab is closed', () =>
    open(SESSION, async (page) => {
      assert.equal(await page.locator('.tag-changed').count(), 0);
      const before = readFileSync(file, 'utf8');
      const changed = before.replace(/(<section class="part[^>]*data-part="Ziele" data-digest=")[^"]*/, '$1changed').replace(
        /(<p class="poster-time"[^>]*data-digest=")[^"]*/,
        '$1changed',
      );
      assert.notEqual(before, changed);
      writeFileSync(file, changed);
      try {
        const later = await page.context().newPage();
        for (const round of [1, 2]) {
          await later.goto(site.http(SESSION));
          assert.equal(await later.locator('.tag-changed').count(), 2, `round ${round}`);
          assert.match(await later.locator('section.part:has(.tag-changed)').innerText(), /^Ziele\s+Seit Ihrem letzten Besuch geändert/);
        }
        assert.deepEqual(await violations(later), []);
        const afterwards = await page.context().newPage();
        await afterwards.goto(site.http(SESSION));
        assert.equal(await afterwards.locator('.tag-changed').count(), 0);
      } finally {
        writeFileSync(file, before);
      }
    }));
});

describe('keyboard', { concurrency: 2 }, () => {
  test('"?" lists the shortcuts, and they lead where they say', () =>
    open(SESSION, async (page) => {
      await page.keyboard.press('?');
      assert.equal(await page.locator('dialog[data-keys]').isVisible(), true);
      await page.keyboard.press('h');
      assert.equal(page.url(), site.http(SESSION), 'nothing happens behind the list');
      await page.keyboard.press('Escape');
      await page.keyboard.press('n');
      await page.waitForURL(/\/s4\//);
      await page.keyboard.press('p');
      await page.waitForURL(/\/s3\//);
      await page.keyboard.press('h');
      await page.waitForURL((url) => url.href.replace('index.html', '') === site.base);
    }));

  test('shortcuts leave fields alone and can be switched off', () =>
    open(SESSION, async (page) => {
      await page.locator('.keep > summary').click();
      await page.locator('[data-keep-role]').focus();
      await page.keyboard.press('?');
      await page.locator('.keep > summary').focus();
      await page.keyboard.press('Control+h');
      assert.equal(await page.locator('dialog[open]').count(), 0);
      await page.locator('[data-keys-switch]').uncheck();
      await page.reload();
      await page.keyboard.press('?');
      assert.equal(await page.locator('dialog[open]').count(), 0);
      await page.locator('.keep > summary').click();
      assert.equal(await page.locator('[data-keys-switch]').isChecked(), false);
      await page.locator('[data-keys-open]').click();
      assert.equal(await page.locator('dialog[open]').count(), 1);
    }));

  test('the skip link comes first and leads past the menu', () =>
    open(SESSION, async (page) => {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
    }));
});

describe('headers', { concurrency: 2 }, () => {
  /** What `_headers` says for all pages. */
  const headers = () => {
    const lines = readFileSync(join(site.out, '_headers'), 'utf8').split('\n');
    assert.equal(lines[0], '/handbook/*');
    const own = lines.slice(1, lines.findIndex((line) => line === ''));
    return Object.fromEntries(own.map((line) => line.trim().split(/: (.*)/).slice(0, 2)));
  };

  test('a host that sends them lets pages, scripts and fonts work, and JSON-LD stand', () =>
    withPage(browser, {}, async (page) => {
      await page.clock.setFixedTime(MOMENT);
      await page.route('**/*', async (route) => {
        const response = await route.fetch();
        const isPage = response.headers()['content-type'].startsWith('text/html');
        const data = '<script type="application/ld+json">{"@context":"https://schema.org"}</script></head>';
        const body = isPage ? (await response.text()).replace('</head>', data) : await response.body();
        await route.fulfill({ response, body, headers: { ...response.headers(), ...headers() } });
      });
      assert.deepEqual(await faultsOf(page, site.http(TOPIC), site.base), []);
      assert.equal(await page.locator('[data-tick]').first().isVisible(), true);
      assert.equal(await page.locator('[data-state]').first().innerText(), 'Läuft');
    }));

  test('neither they nor the page let a script run that stands in the page', () =>
    withPage(browser, {}, async (page) => {
      await page.route('**/*', async (route) => {
        const response = await route.fetch();
        if (!response.headers()['content-type'].startsWith('text/html')) return route.fulfill({ response });
        const body = (await response.text()).replace('</head>', '<script>window.wasRun = true</script></head>');
        return route.fulfill({ response, body });
      });
      await page.goto(site.http(TOPIC));
      assert.equal(await page.evaluate(() => window.wasRun), undefined);
    }));
});

describe('for everyone', { concurrency: 2 }, () => {
  for (const path of ['', TOPIC, SESSION]) {
    test(`/${path}: with role, ticks and open settings there is no barrier, nor at 320 px`, () =>
      open(path, async (page) => {
        await page.evaluate(() => readerMemory.change((kept) => Object.assign(kept, { role: 'mentor', done: ['topics/social-media/map/'] })));
        await page.locator('.keep > summary').click();
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await violations(page), []);
        }
        await page.setViewportSize({ width: 320, height: 640 });
        assert.deepEqual(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      }));

    test(`/${path}: without scripts nothing is shown that only scripts can do`, () =>
      open(path, async (page) => {
        const places = '[data-colors], [data-keep], [data-mine], [data-tick], [data-progress], .mine, dialog';
        assert.ok((await page.locator(places).count()) > 0);
        assert.equal(await page.locator(places).locator('visible=true').count(), 0);
      }, { options: { javaScriptEnabled: false } }));

    test(`/${path}: what can be pressed is at least 24 px high`, () =>
      open(path, async (page) => {
        await page.locator('.keep > summary').click();
        const small = await page.evaluate(() => {
          const targets = [...document.querySelectorAll('button, select, summary, input, nav a, footer a, .tick')];
          const shown = targets.filter((each) => each.checkVisibility() && !each.matches('.skip'));
          return shown.filter((each) => each.getBoundingClientRect().height < 23.5).map((each) => each.outerHTML.slice(0, 90));
        });
        assert.deepEqual(small, []);
      }, { options: PHONE }));
  }

  test('in forced colours the thread, knots and roles can be told apart from the page', () =>
    open(SESSION, async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      const [knot, page_] = await page.evaluate(() => [
        getComputedStyle(document.querySelector('.knot'), '::before').borderTopColor,
        getComputedStyle(document.body).backgroundColor,
      ]);
      assert.notEqual(knot, page_);
    }));

  test('the fonts come from the site and are used', () =>
    open(SESSION, async (page) => {
      await page.evaluate(() => document.fonts.ready);
      const loaded = await page.evaluate(() => [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family));
      assert.ok(loaded.some((name) => name.includes('Faden Sans')) && loaded.some((name) => name.includes('Faden Serif')), loaded.join());
    }));
});
