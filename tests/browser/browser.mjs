// A headless Chromium that talks to nobody but the page, and what the tests ask it.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'];

export function launch() {
  const executablePath = process.env.CHROMIUM ?? BROWSERS.find((path) => existsSync(path));
  if (!executablePath) throw new Error('no Chromium: install it or set CHROMIUM');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
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
