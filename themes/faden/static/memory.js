// What this browser keeps for its reader, and what has to be known before a page is drawn: colours and role.
//
// It is loaded in front of the style sheet and is not deferred, so that no page flashes in other colours. Everything
// lies in one entry of localStorage for each handbook and never leaves the browser. Where nothing can be kept (some
// private windows), a page forgets when it is left.

'use strict';

/**
 * What is kept. Nothing in it says who somebody is.
 * @typedef {object} Kept
 * @property {string} [colors] "light" or "dark"; absent: as the device
 * @property {string} [role] the role in which the handbook is read
 * @property {boolean} [keys] false if keyboard shortcuts are switched off
 * @property {string[]} [done] the addresses of the modules that are ticked off, without their language
 * @property {Record<string, Record<string, string>>} [seen] page → part → digest of what was read there
 */

const readerMemory = (() => {
  const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.dataset : {};
  const name = `leitfaden ${new URL(own.root || './', location.href).pathname}`;
  let forgetful = '{}';

  /**
   * What has the right shape in something that came from outside.
   * @param {unknown} given
   * @returns {Kept}
   */
  function sound(given) {
    const from = /** @type {Record<string, unknown>} */ (given && typeof given === 'object' ? given : {});
    /** @type {Kept} */
    const kept = {};
    if (from.colors === 'light' || from.colors === 'dark') kept.colors = from.colors;
    if (typeof from.role === 'string' && /^[a-z]+$/.test(from.role)) kept.role = from.role;
    if (from.keys === false) kept.keys = false;
    if (Array.isArray(from.done)) kept.done = [...new Set(from.done.filter((each) => typeof each === 'string'))];
    if (from.seen && typeof from.seen === 'object') kept.seen = soundVisits(Object.entries(from.seen));
    return kept;
  }

  /**
   * @param {[string, unknown][]} pages
   * @returns {Record<string, Record<string, string>>}
   */
  function soundVisits(pages) {
    const objects = pages.filter(([, parts]) => parts && typeof parts === 'object');
    return Object.fromEntries(
      objects.map(([page, parts]) => {
        const digests = Object.entries(/** @type {object} */ (parts));
        return [page, Object.fromEntries(digests.filter(([, digest]) => typeof digest === 'string'))];
      }),
    );
  }

  /** @returns {Kept} */
  function read() {
    try {
      return sound(JSON.parse(text()));
    } catch {
      return {};
    }
  }

  function text() {
    try {
      return localStorage.getItem(name) ?? forgetful;
    } catch {
      return forgetful;
    }
  }

  /** @param {Kept} kept */
  function write(kept) {
    forgetful = JSON.stringify(kept);
    try {
      localStorage.setItem(name, forgetful);
    } catch {
      // The browser keeps nothing; the page still does.
    }
    show();
  }

  /** Lets the style sheet know of colours and role, and that there are scripts. */
  function show() {
    const { colors, role } = read();
    const { dataset } = document.documentElement;
    dataset.scripts = '';
    if (colors) dataset.theme = colors;
    else delete dataset.theme;
    if (role) dataset.role = role;
    else delete dataset.role;
    document.dispatchEvent(new Event('leitfaden:memory'));
  }

  show();
  document.addEventListener('leitfaden:exchange', show);
  // Another tab has changed something, or the page comes back from where browsers keep those that were left.
  addEventListener('storage', (event) => event.key === name && show());
  addEventListener('pageshow', (event) => event.persisted && show());

  return {
    /** Where this page lies in the handbook. */
    page: own.page ?? '',
    /** The name under which things are kept. */
    name,
    read,
    /**
     * Changes what is kept and lets all scripts of the page know ("leitfaden:memory").
     * @param {(kept: Kept) => void} edit
     */
    change(edit) {
      const kept = read();
      edit(kept);
      write(kept);
    },
    /**
     * Takes over what another browser kept.
     * @param {unknown} given
     */
    take: (given) => write(sound(given)),
    wipe() {
      forgetful = '{}';
      try {
        localStorage.removeItem(name);
        sessionStorage.removeItem(name);
      } catch {
        // Nothing was kept.
      }
      show();
    },
  };
})();
