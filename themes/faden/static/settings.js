// The switches: colours, role, and what becomes of all that this browser keeps (a file, another browser, nothing).
//
// - `[data-colors]`: a label with the choice of colours. `[data-keep]`: the part of the foot for everything else.
// - `[data-choose]`: a link or button that makes a role the reader's own. `[data-mine]`: what only scripts can do.

(() => {
  'use strict';

  /**
   * @template {Element} E
   * @param {string} selector
   * @param {new () => E} type
   * @returns {E[]}
   */
  const all = (selector, type) => {
    /** @type {E[]} */
    const found = [];
    for (const each of document.querySelectorAll(selector)) if (each instanceof type) found.push(each);
    return found;
  };

  function show() {
    const { colors = '', role = '' } = readerMemory.read();
    for (const place of all('[data-colors], [data-keep], [data-mine]', HTMLElement)) place.hidden = false;
    for (const select of all('[data-colors] select', HTMLSelectElement)) select.value = colors;
    for (const select of all('[data-keep-role]', HTMLSelectElement)) select.value = role;
    for (const button of all('button[data-choose]', HTMLButtonElement)) {
      button.setAttribute('aria-pressed', String(button.dataset.choose === role));
    }
  }

  /** @param {string} role */
  function choose(role) {
    readerMemory.change((kept) => {
      if (role) kept.role = role;
      else delete kept.role;
    });
  }

  /** @param {'imported' | 'foreign' | 'wiped'} what */
  function say(what) {
    for (const status of all('[data-keep-status]', HTMLElement)) status.textContent = status.dataset[what] ?? '';
  }

  /** Everything that is kept, as a file. */
  function save() {
    const text = JSON.stringify({ leitfaden: 1, ...readerMemory.read() }, null, 2);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'leitfaden.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** @param {HTMLInputElement} input */
  async function load(input) {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const given = JSON.parse(await file.text());
      if (given?.leitfaden !== 1) throw new TypeError('not a file of ours');
      readerMemory.take(given);
      say('imported');
    } catch {
      say('foreign');
    }
    input.value = '';
  }

  function wipe() {
    const [status] = all('[data-keep-status]', HTMLElement);
    if (!confirm(status?.dataset.sure)) return;
    readerMemory.wipe();
    say('wiped');
  }

  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const chosen = target.closest('[data-choose]');
    if (chosen instanceof HTMLButtonElement) {
      choose(chosen.getAttribute('aria-pressed') === 'true' ? '' : (chosen.dataset.choose ?? ''));
    } else if (chosen instanceof HTMLElement) {
      choose(chosen.dataset.choose ?? '');
    } else if (target.closest('[data-keep-export]')) {
      save();
    } else if (target.closest('[data-keep-wipe]')) {
      wipe();
    }
  });

  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('[data-keep-import]')) load(target);
    if (!(target instanceof HTMLSelectElement)) return;
    if (target.matches('[data-keep-role]')) choose(target.value);
    if (target.closest('[data-colors]')) {
      readerMemory.change((kept) => {
        if (target.value) kept.colors = target.value;
        else delete kept.colors;
      });
    }
  });
  document.addEventListener('leitfaden:memory', show);
  show();
})();
