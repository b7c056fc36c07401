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
