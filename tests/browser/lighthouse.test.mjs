// A handbook that search engines may come to. Lighthouse on a phone: everything it knows of, on the pages that readers
// open most; and the Nu checker, for such pages hold data for machines.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { FLAGS, checked, executable, none } from './browser.mjs';
import { handbook, publicly } from './handbook.mjs';

// Whether a page may be indexed is a part of what is judged.
const site = await handbook({ write: publicly });
const chrome = await launch({ chromePath: executable(), chromeFlags: ['--headless=new', ...FLAGS], logLevel: 'silent' });
after(() => {
  chrome.kill();
  site.close();
});

const PAGES = {
  home: '',
  topic: 'topics/social-media/',
  module: 'topics/social-media/trial/',
  cohort: 'cohorts/2026-herbst/',
  session: 'cohorts/2026-herbst/sessions/s3/',
};

/** What no clock decides: these are whole or they are not. */
const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
/** Of speed, what does not depend on how busy this machine is; how much pages weigh stands in scripts.test.mjs. */
const STEADY = ['cumulative-layout-shift', 'font-display', 'uses-text-compression'];

describe('Lighthouse finds nothing to improve', () => {
  for (const [kind, path] of Object.entries(PAGES)) {
    test(`on a ${kind} page`, async (context) => {
      const lhr = await judged(path);
      assert.deepEqual(shortcomings(lhr), []);
      // A time is no test: others may keep this machine busy. So the score is told and not asked for.
      context.diagnostic(`performance: ${Math.round(lhr.categories.performance.score * 100)} of 100`);
    });
  }
});

test('the Nu checker has nothing to say about pages with data for machines', async () => {
  none(await checked(site.pages.map((file) => site.http(file)), site.base));
});

async function judged(path) {
  const options = { port: chrome.port, logLevel: 'silent', onlyCategories: ['performance', ...CATEGORIES] };
  const { lhr } = await lighthouse(site.http(path), options);
  assert.equal(lhr.runtimeError, undefined, lhr.runtimeError?.message);
  return lhr;
}

/** What keeps a page from 100 in a category, one line each. */
function shortcomings(lhr) {
  const ofCategories = CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs.filter((ref) => ref.weight > 0));
  const audits = [...ofCategories.map((ref) => ref.id), ...STEADY].map((id) => lhr.audits[id]);
  const failed = audits.filter((audit) => audit.score !== null && audit.score < 1);
  return failed.map((audit) => `${audit.id}: ${audit.displayValue ?? audit.title} (${audit.score})`);
}
