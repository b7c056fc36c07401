// Marks the parts of a page that say something else than when the reader was last here.
//
// While the site is made, each part gets a digest of its words (`data-part`, `data-digest`). The browser keeps those
// that it has shown. "Last" is before this tab was opened: the marks stay while somebody reads on in it.

(() => {
  'use strict';

  const words = document.currentScript instanceof HTMLScriptElement ? document.currentScript.dataset.changed : '';
  const { page, name } = readerMemory;
  const before = baseline();

  /**
   * What was seen before this tab was opened.
   * @returns {Record<string, string> | undefined}
   */
  function baseline() {
    const last = readerMemory.read().seen?.[page];
    try {
      /** @type {Record<string, Record<string, string> | null>} */
      const tab = JSON.parse(sessionStorage.getItem(name) ?? '{}');
      if (page in tab) return tab[page] ?? undefined;
      tab[page] = last ?? null;
      sessionStorage.setItem(name, JSON.stringify(tab));
    } catch {
      // The browser keeps nothing for the tab: what was seen last counts.
    }
    return last;
  }

  function mark() {
    for (const old of document.querySelectorAll('[data-changed-mark]')) old.remove();
    for (const part of parts()) {
      const seen = before && before[part.dataset.part ?? ''];
      if (before && seen !== part.dataset.digest) put(part);
    }
  }

  /** @param {HTMLElement} part */
  function put(part) {
    const tag = document.createElement('span');
    tag.className = 'tag tag-changed';
    tag.dataset.changedMark = '';
    tag.textContent = words ?? '';
    (part.querySelector('h2, h3, h4') ?? part).append(' ', tag);
  }

  const parts = () =>
    [...document.querySelectorAll('main [data-digest]')].filter((each) => each instanceof HTMLElement);

  /** Keeps what is shown now, for the next visit. */
  function remember() {
    const digests = Object.fromEntries(parts().map((part) => [part.dataset.part ?? '', part.dataset.digest ?? '']));
    readerMemory.change((kept) => {
      kept.seen = { ...kept.seen, [page]: digests };
    });
  }

  mark();
  remember();
  document.addEventListener('leitfaden:exchange', mark);
})();
