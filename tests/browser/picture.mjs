// Takes the picture of the README anew: `npm run picture`. The home page on a desktop, a session and a role on phones.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, withPage } from './browser.mjs';
import { handbook, repository } from './handbook.mjs';

const MOMENT = new Date('2026-10-19T10:00:00+02:00');
const site = await handbook();
const browser = await launch();

/** A page as it looks in a window, as a data address. */
function shot(path, width, height, options = {}, prepare = async () => {}) {
  return withPage(browser, { viewport: { width, height }, deviceScaleFactor: 1.25, ...options }, async (page) => {
    await page.clock.setFixedTime(MOMENT);
    await page.goto(site.http(path));
    await page.evaluate(() => document.fonts.ready);
    await prepare(page);
    return `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;
  });
}

/** Brings a part of the page under the upper edge. */
const from = (selector) => (page) => page.locator(selector).first().evaluate((part) => scrollBy(0, part.getBoundingClientRect().top - 24));

try {
  const desktop = await shot('en/', 1180, 850);
  const session = await shot('en/cohorts/2026-herbst/sessions/s3/', 390, 800);
  const role = await shot('en/for/mentor/', 390, 800, { colorScheme: 'dark' }, from('#part-sessions'));
  const picture = await withPage(browser, { viewport: { width: 1600, height: 900 } }, async (page) => {
    await page.setContent(`<style>
      body { margin: 0; background: #e9e3d6; }
      img { position: absolute; border: 1px solid #c9c1b0; }
      .desktop { inset: 60px auto auto 50px; width: 1040px; border-radius: 8px; }
      .session { inset: 96px auto auto 906px; width: 322px; border-radius: 28px; border: 8px solid #201d19; }
      .role { inset: 60px auto auto 1236px; width: 322px; border-radius: 28px; border: 8px solid #201d19; }
    </style><img class="desktop" src="${desktop}"><img class="session" src="${session}"><img class="role" src="${role}">`);
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    return page.screenshot();
  });
  writeFileSync(join(repository, 'docs', 'screenshot.png'), picture);
} finally {
  await browser.close();
  site.close();
}
