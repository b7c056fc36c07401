// What a reader can do besides reading, in one file, for every file costs a phone a way there and back: ticking off
// modules, seeing what has changed, addresses on paper, shortcuts, and the switches. Each part stands alone; none is
// needed to read.

// Modules that the reader has ticked off, and how many of a topic that makes. Without it there is no box to tick.
//
// - `[data-tick]`: a hidden label with a box, for the module with this address.
// - `#part-path .drawing a`: the knot of a module in the picture of its path.
// - `[data-progress]`: how many modules of the topic with this address, of `data-count`, as `data-words` says with "#".

(() => {
  'use strict';

  /**
   * The same module in every language.
   * @param {string | undefined} address
   */
  const plain = (address) => /topics\/.*?(?=index\.html$|$)/.exec(address ?? '')?.[0] ?? '';

  /** @param {string} selector */
  const all = (selector) =>
    [...document.querySelectorAll(selector)].filter((each) => each instanceof HTMLElement);

  function show() {
    const done = new Set(readerMemory.read().done);
    for (const label of all('[data-tick]')) {
      const box = label.querySelector('input');
      if (!box) continue;
      box.checked = done.has(plain(label.dataset.tick));
      label.hidden = false;
      label.closest('.knot')?.classList.toggle('is-done', box.checked);
    }
    for (const knot of document.querySelectorAll('#part-path .drawing a')) {
      drawHook(knot, done.has(plain(knot.getAttribute('href') ?? '')));
    }
    for (const place of all('[data-progress]')) {
      const topic = plain(place.dataset.progress);
      const ticked = [...done].filter((module) => module.startsWith(topic)).length;
      const count = Math.min(ticked, Number(place.dataset.count));
      place.textContent = (place.dataset.words ?? '').replace('#', String(count));
      place.hidden = count === 0;
      if (place.parentElement?.matches('.done')) place.parentElement.hidden = place.hidden;
    }
  }

  /**
   * A hook in a knot of a picture, as the knots of lists have it; or none.
   * @param {Element} knot
   * @param {boolean} isDone
   */
  function drawHook(knot, isDone) {
    knot.querySelector('.hook')?.remove();
    const mark = knot.querySelector('.mark');
    if (!mark || !isDone) return;
    const hook = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    hook.setAttribute('class', 'hook');
    hook.setAttribute('d', 'm-3.5.5 2.5 2.5 4.5-5.5');
    hook.setAttribute('transform', `translate(${mark.getAttribute('cx')} ${mark.getAttribute('cy')})`);
    mark.after(hook);
  }

  document.addEventListener('change', ({ target }) => {
    const label = target instanceof HTMLInputElement && target.closest('label');
    if (!label || !label.dataset.tick) return;
    const module = plain(label.dataset.tick);
    readerMemory.change((kept) => {
      const others = (kept.done ?? []).filter((each) => each !== module);
      kept.done = target.checked ? [...others, module] : others;
    });
  });
  document.addEventListener('leitfaden:memory', show);
  show();
})();

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

// What paper writes behind a link to another place: its address, and nothing if that is what the link says.
//
// - `[data-address]`: the link's address as a reader would write it; empty if its words are the address.

(() => {
  'use strict';

  /** @param {string} address */
  const plain = (address) => address.trim().replace(/^(https?:\/\/|mailto:)|\/$/g, '').toLowerCase();

  addEventListener('beforeprint', () => {
    for (const link of document.querySelectorAll('main a:is([href^="http"], [href^="mailto:"])')) {
      if (!(link instanceof HTMLElement)) continue;
      const address = (link.getAttribute('href') ?? '').replace(/^mailto:([^?]*).*/, '$1');
      link.dataset.address = plain(link.textContent ?? '') === plain(address) ? '' : address;
    }
  });
})();

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
