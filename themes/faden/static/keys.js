// Shortcuts for those who read with the keyboard: single letters that lead to links of the page, and "?" for help.
//
// They do nothing while somebody writes or holds Ctrl, Alt or Meta, and can be switched off (WCAG 2.1.4).

(() => {
  'use strict';

  const on = () => readerMemory.read().keys !== false;
  const help = () => /** @type {HTMLDialogElement | null} */ (document.querySelector('dialog[data-keys]'));

  /**
   * The link that a key leads to.
   * @type {Record<string, () => Element | null>}
   */
  const links = {
    h: () => document.querySelector('.brand'),
    r: () => document.querySelector(`.way-${readerMemory.read().role ?? 'none'}`),
    p: () => document.querySelector('main a[rel="prev"]'),
    n: () => document.querySelector('main a[rel="next"]'),
  };

  /** @param {EventTarget | null} target */
  const isWriting = (target) =>
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (!on() || isWriting(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === '?') help()?.showModal();
    const link = Object.hasOwn(links, event.key) ? links[event.key]?.() : null;
    if (link instanceof HTMLAnchorElement) link.click();
  });

  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-keys-open]')) help()?.showModal();
  });
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches('[data-keys-switch]')) return;
    readerMemory.change((kept) => {
      if (target.checked) delete kept.keys;
      else kept.keys = false;
    });
  });

  function show() {
    const box = document.querySelector('[data-keys-switch]');
    if (box instanceof HTMLInputElement) box.checked = on();
  }

  document.addEventListener('leitfaden:memory', show);
  show();
})();
