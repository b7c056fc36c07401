// Lighthouse on a phone: everything it knows of, on the pages that readers open most.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { FLAGS, executable } from './browser.mjs';
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

/**
 * How fast a machine is, by Lighthouse's own measure, on which work takes a phone four times as long. On others the
 * phone is the same, so the factor is another one (Lighthouse, "Calibrating the CPU slowdown").
 */
const FULL_SPEED = 1750;
const FACTOR = 4;

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

describe('Lighthouse finds nothing to improve', () => {
  for (const [kind, path] of Object.entries(PAGES)) {
    test(`on a ${kind} page`, async () => {
      const first = await judged(path, FACTOR);
      if (first.faults.length === 0) return;
      // Others may have kept this machine busy. It is asked once more, as the machine that it was just now.
      const factor = Math.min(FACTOR, Math.max(1, (FACTOR * first.speed) / FULL_SPEED));
      const { faults } = await judged(path, factor);
      assert.deepEqual(faults, [], `at first: ${first.faults.join(', ')}`);
    });
  }
});

/** What keeps a page from 100 in a category, one line each, and how fast this machine was. */
async function judged(path, cpuSlowdownMultiplier) {
  const options = { port: chrome.port, logLevel: 'silent', onlyCategories: CATEGORIES, throttling: { cpuSlowdownMultiplier } };
  const { lhr } = await lighthouse(site.http(path), options);
  return { faults: lhr.runtimeError ? [lhr.runtimeError.message] : shortcomings(lhr), speed: lhr.environment.benchmarkIndex };
}

function shortcomings(lhr) {
  return Object.values(lhr.categories).flatMap((category) => {
    if (category.score === 1) return [];
    const audits = category.auditRefs.map((ref) => ({ ...lhr.audits[ref.id], weight: ref.weight }));
    const failed = audits.filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 1);
    const lines = failed.map((audit) => `${audit.id}: ${audit.displayValue ?? audit.title} (${audit.score})`);
    return [`${category.id}: ${category.score * 100}`, ...lines];
  });
}
