// What follows from the day of the reader: which session is next, how far away it is, whether a cohort runs.
//
// Pages hold dates and no states, so that they do not age. This script reads the dates and fills places that are
// hidden until then; without it every page is right and merely says less. It is no module, for browsers do not load
// modules from a disk. Its words come with the element that loads it, its phrases from Intl.
//
// - `[data-next]`: a list for the next session of each cohort, found among the sessions below its parent.
// - `li`, `tr` with `data-start`, `data-end`, `data-zone`, `data-when`, maybe `data-cohort`, `data-cancelled`: a session.
// - `[data-past]`: details in front of a list of sessions, which fold those that are over.
// - `[data-countdown]`: how far away a session is. `[data-state]`: whether a cohort is planned, running or completed.

(() => {
  'use strict';

  const words = document.currentScript instanceof HTMLScriptElement ? { ...document.currentScript.dataset } : {};
  const phrases = new Intl.RelativeTimeFormat(document.documentElement.lang || undefined, { numeric: 'auto' });

  /**
   * The day of a moment by the clock of a zone, as an ISO date.
   * @param {Date} moment
   * @param {string | undefined} zone
   */
  function dayIn(moment, zone) {
    /** @type {Intl.DateTimeFormatOptions} */
    const fields = { year: 'numeric', month: '2-digit', day: '2-digit' };
    try {
      return new Intl.DateTimeFormat('en-CA', { ...fields, timeZone: zone }).format(moment);
    } catch {
      // A browser that does not know the zone shows the reader's own day.
      return new Intl.DateTimeFormat('en-CA', fields).format(moment);
    }
  }

  /**
   * How far away a session is: "tomorrow", "in 12 days", "now".
   * @param {HTMLElement} session
   * @param {Date} now
   */
  function distance(session, now) {
    const { start = '', end = '', zone } = session.dataset;
    if (new Date(end) <= now) return words.over ?? '';
    if (new Date(start) <= now) return words.now ?? '';
    const days = Date.parse(dayIn(new Date(start), zone)) - Date.parse(dayIn(now, zone));
    return phrases.format(Math.round(days / 86_400_000), 'day');
  }

  /**
   * The next session of every cohort among `sessions`, the earliest first.
   * @param {HTMLElement[]} sessions
   * @param {Date} now
   */
  function nextOnes(sessions, now) {
    /** @type {Map<string, HTMLElement>} */
    const next = new Map();
    const coming = sessions.filter((each) => !('cancelled' in each.dataset) && new Date(each.dataset.end ?? '') > now);
    coming.sort((a, b) => Date.parse(a.dataset.start ?? '') - Date.parse(b.dataset.start ?? ''));
    for (const session of coming) {
      const cohort = session.dataset.cohort ?? '';
      if (!next.has(cohort)) next.set(cohort, session);
    }
    return [...next.values()];
  }

  /**
   * An element with text in it.
   * @param {string} name
   * @param {string} text
   * @param {string} [className]
   */
  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  /**
   * Marks the next sessions in every list and table, and those that are over.
   * @param {Date} now
   */
  function markSessions(now) {
    for (const mark of document.querySelectorAll('[data-mark]')) mark.remove();
    for (const session of document.querySelectorAll('.is-next')) session.classList.remove('is-next');
    for (const session of sessionsIn(document)) {
      session.classList.toggle('is-over', new Date(session.dataset.end ?? '') <= now);
    }
    for (const list of new Set(sessionsIn(document).map((each) => each.parentElement))) {
      for (const session of nextOnes(sessionsIn(list).filter((each) => each.parentElement === list), now)) {
        session.classList.add('is-next');
        const mark = element('span', words.next ?? '', 'tag tag-next');
        mark.dataset.mark = '';
        session.querySelector('a')?.after(' ', mark);
      }
    }
  }

  /**
   * All sessions in a part of the page.
   * @param {ParentNode | null} part
   * @returns {HTMLElement[]}
   */
  function sessionsIn(part) {
    return [...(part?.querySelectorAll('li[data-start], tr[data-start]') ?? [])].filter((each) => each instanceof HTMLElement);
  }

  /**
   * Fills the lists of what comes next.
   * @param {Date} now
   */
  function fillNext(now) {
    for (const list of document.querySelectorAll('ul[data-next]')) {
      if (!(list instanceof HTMLElement)) continue;
      const next = nextOnes(sessionsIn(list.parentElement), now);
      list.replaceChildren(...next.map((session) => nextLine(session, now, next.length)));
      list.hidden = next.length === 0;
    }
  }

  /**
   * "Next · tomorrow: Working session, Thursday 3 September 2026, 13:30–14:30".
   * @param {HTMLElement} session
   * @param {Date} now
   * @param {number} count how many stand in the list
   */
  function nextLine(session, now, count) {
    const line = document.createElement('li');
    const link = document.createElement('a');
    const target = session.querySelector('a');
    link.href = target?.getAttribute('href') ?? '';
    link.textContent = target?.textContent ?? '';
    const cohort = count > 1 ? `, ${session.dataset.cohort}` : '';
    line.append(element('span', words.next ?? '', 'tag tag-next'), ' ', link, `, ${session.dataset.when}${cohort} · `);
    line.append(element('strong', distance(session, now)));
    return line;
  }

  /** Shows what folds sessions that are over, and how many those are. */
  function foldPast() {
    for (const place of document.querySelectorAll('[data-past]')) {
      if (!(place instanceof HTMLElement)) continue;
      const count = place.nextElementSibling?.querySelectorAll(':scope > .is-over').length ?? 0;
      place.querySelector('span')?.replaceChildren(`(${count})`);
      place.hidden = count === 0;
    }
  }

  /**
   * Says how far away a session is and how a cohort stands.
   * @param {Date} now
   */
  function fillStates(now) {
    for (const place of document.querySelectorAll('[data-countdown], [data-state]')) {
      if (!(place instanceof HTMLElement)) continue;
      const { first = '', last = '', zone } = place.dataset;
      const today = dayIn(now, zone);
      const state = (today < first ? words.planned : today > last ? words.completed : words.running) ?? '';
      place.textContent = 'countdown' in place.dataset ? distance(place, now) : state;
      place.hidden = false;
    }
  }

  /** Opens what the next session needs, once: later the reader decides. */
  function openNext() {
    const next = document.querySelectorAll('.is-next > details');
    if (next.length === 0) return;
    for (const details of document.querySelectorAll('[data-start] > details[open]')) details.removeAttribute('open');
    for (const details of next) details.setAttribute('open', '');
  }

  function update() {
    const now = new Date();
    markSessions(now);
    fillNext(now);
    foldPast();
    fillStates(now);
  }

  update();
  openNext();
  // A page may stay open for days.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') update();
  });
  // The preview has put other contents into the page.
  document.addEventListener('leitfaden:exchange', update);
})();
