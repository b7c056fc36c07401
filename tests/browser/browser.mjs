// A headless Chromium that talks to nobody but the page, and what the tests ask it.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'];

/** How Chromium is started so that it talks to nobody by itself. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch() {
  return chromium.launch({ executablePath: executable(), args: FLAGS });
}

/** The Chromium of this machine. */
export function executable() {
  const path = process.env.CHROMIUM ?? BROWSERS.find((known) => existsSync(known));
  if (!path) throw new Error('no Chromium: install it or set CHROMIUM');
  return path;
}

/**
 * Lends a fresh tab, whatever becomes of the test. What is still being fetched for it when the
 * test ends, nobody misses.
 */
export async function withPage(browser, options, use) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
    await context.close();
  }
}

/**
 * Opens an address and tells what a reader would not want: console errors, exceptions, failed
 * requests, and requests to anywhere but `home` (a prefix of addresses).
 */
export async function faultsOf(page, address, home) {
  const faults = [];
  page.on('console', (message) => {
    const itself = message.location().url === address && /status of 404/.test(message.text());
    if (message.type() === 'error' && !itself) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()} (${request.failure()?.errorText})`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !/^(data|blob):/.test(url)) faults.push(`foreign request: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== address) faults.push(`status ${response.status()}: ${response.url()}`);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  return faults;
}

/** The violations of WCAG 2.2 A and AA that axe sees, one line each. */
export async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const results = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return results.violations.flatMap((violation) =>
      violation.nodes.slice(0, 3).map((node) => {
        const why = (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? violation.help;
        return `${violation.id}: ${node.target.join(' ')}: ${why}`;
      }),
    );
  });
}

/** What the Nu checker says about pages, one line each: errors and warnings, all of them. */
export async function checked(addresses, base) {
  // Over HTTP, for only there it knows what 'self' in a Content-Security-Policy is. Nothing is filtered but what is
  // neither error nor warning ("info" without the subtype "warning").
  const jar = String(createRequire(import.meta.url)('vnu-jar'));
  const options = ['-Xss2m', '-Dnu.validator.servlet.allow-forbidden-hosts=true', '-jar', jar, '--format', 'json', '--stdout'];
  const output = await new Promise((done) => {
    // Its exit code says whether it found anything, which the report says better.
    execFile('java', [...options, '--exit-zero-always', ...addresses], { maxBuffer: 1 << 28 }, (error, stdout) => done(error ?? stdout));
  });
  if (output instanceof Error) throw output;
  return JSON.parse(output)
    .messages.filter((message) => message.type !== 'info' || message.subType === 'warning')
    .map((message) => `${message.url?.slice(base.length)}:${message.lastLine}: ${message.message}`);
}

/** Fails with what was found, one a line. */
export function none(faults) {
  const shown = faults.slice(0, 30).map((fault) => `- ${fault}`);
  assert.ok(faults.length === 0, `${faults.length} found:\n${shown.join('\n')}`);
}

/** Words that stick out of the window, or of a part of the page that cuts them off; runs in the page. */
export function tooWide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const out = scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() && out.length < 6) {
    const text = /** @type {Text} */ (texts.currentNode);
    const parent = /** @type {Element} */ (text.parentElement);
    const isRead = text.data.trim() && parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!isRead || parent.closest('.scroll, svg, pre, textarea, option, script, style')) continue;
    const frame = frameOf(parent);
    const range = document.createRange();
    range.selectNodeContents(text);
    const isOut = [...range.getClientRects()].some((line) => line.left < frame.left - 1 || line.right > frame.right + 1);
    if (isOut) out.push(`${parent.tagName.toLowerCase()}.${parent.className}: ${text.data.trim().slice(0, 40)}`);
  }
  return out;

  /** @param {Element} element */
  function frameOf(element) {
    const frame = { left: 0, right: clientWidth };
    for (let each = /** @type {Element | null} */ (element); each; each = each.parentElement) {
      const { overflowX } = getComputedStyle(each);
      const { left, right, width } = each.getBoundingClientRect();
      // What scrolls by itself, and what is only there to be heard, may be as wide as it likes.
      if (['auto', 'scroll'].includes(overflowX) || width <= 2) return { left: -Infinity, right: Infinity };
      if (overflowX === 'visible') continue;
      frame.left = Math.max(frame.left, left);
      frame.right = Math.min(frame.right, right);
    }
    return frame;
  }
}
