// The preview's part in the page: shows what has changed, and what is wrong. Only `leitfaden serve` puts it there.
// @ts-check
(() => {
  "use strict";

  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** The tag of the page that is shown. */
  let shows = own.dataset.shows ?? "";

  /** What is done to the page, one after the other: an answer must not overtake a newer one. */
  let turn = Promise.resolve();
  const inTurn = (/** @type {() => Promise<void>} */ step) => {
    // A preview that has gone away says so by closing the live channel.
    turn = turn.then(step).catch(() => {});
  };

  /** The page as it is now, put in the place of the one that is shown. */
  async function renew() {
    const response = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-cache" });
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const script = fresh.querySelector("script[data-leitfaden]");
    shows = script?.getAttribute("data-shows") ?? "";
    script?.remove();
    if (scripts(fresh).some((src) => !scripts(document).includes(src))) {
      location.reload();
      return;
    }
    const { scrollX, scrollY } = window;
    exchangeHead(fresh);
    exchange(document.body, fresh.body);
    exchangeAttributes(document.documentElement, fresh.documentElement);
    window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    document.dispatchEvent(new Event("leitfaden:exchange"));
  }

  /**
   * The scripts of a page. Another one cannot take the place of one that has run.
   * @param {Document} page
   */
  function scripts(page) {
    return [...page.scripts].map((script) => script.src).filter((src) => src !== own.src);
  }

  /** @param {Document} fresh */
  function exchangeHead(fresh) {
    document.title = fresh.title;
    for (const link of fresh.querySelectorAll('link[rel="stylesheet"]')) {
      const href = link.getAttribute("href") ?? "";
      if (![...document.querySelectorAll('link[rel="stylesheet"]')].some((old) => old.getAttribute("href") === href)) {
        restyle(href);
      }
    }
    const kept = (/** @type {Element} */ node) => !node.matches('link[rel="stylesheet"], title, script');
    const texts = (/** @type {Document} */ page) => [...page.head.children].filter(kept);
    texts(document).forEach((node) => node.remove());
    document.head.append(...texts(fresh));
  }

  /**
   * Swaps the style sheet without a moment in which there is none.
   * @param {string} href
   */
  function restyle(href) {
    const name = (/** @type {string} */ address) => address.replace(/^.*\//, "").replace(/\.[0-9a-f]+\.css$/, ".css");
    const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[rel="stylesheet"]'));
    const old = [...links].find((link) => name(link.href) === name(href)) ?? links[0];
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.addEventListener("load", () => old?.remove());
    old ? old.after(link) : document.head.append(link);
  }

  /**
   * What an author opened, filled in or ticked stays; so does whatever has not changed.
   * @param {Node} old
   * @param {Node} fresh
   */
  function exchange(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (old instanceof Element && fresh instanceof Element) {
      exchangeAttributes(old, fresh);
      exchangeChildren(old, fresh);
    } else {
      old.nodeValue = fresh.nodeValue;
    }
  }

  /**
   * @param {Element} old
   * @param {Element} fresh
   */
  function exchangeAttributes(old, fresh) {
    const state = new Set(["open", "data-theme"]);
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && !state.has(name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value && !state.has(name)) old.setAttribute(name, value);
    }
  }

  /**
   * @param {Element} old
   * @param {Element} fresh
   */
  function exchangeChildren(old, fresh) {
    const wanted = [...fresh.childNodes];
    let at = old.firstChild;
    wanted.forEach((next, index) => {
      const same = following(at, (node) => node.isEqualNode(next));
      if (same) {
        while (at !== same) at = removed(at);
        at = same.nextSibling;
      } else if (at && alike(at, next) && !wanted.slice(index + 1).some((later) => at?.isEqualNode(later))) {
        exchange(at, next);
        at = at.nextSibling;
      } else {
        old.insertBefore(document.importNode(next, true), at);
      }
    });
    while (at) at = removed(at);
  }

  /** @param {ChildNode | null} node */
  function removed(node) {
    const next = node?.nextSibling ?? null;
    // The script and the panel of the preview are nobody's content.
    if (!(node instanceof Element && node.hasAttribute("data-leitfaden")) && node !== own) node?.remove();
    return next;
  }

  /**
   * The first of a few nodes from here on for which `test` holds.
   * @param {ChildNode | null} node
   * @param {(node: ChildNode) => boolean} test
   */
  function following(node, test) {
    for (let steps = 0; node && steps < 12; steps += 1, node = node.nextSibling) {
      if (test(node)) return node;
    }
    return null;
  }

  /**
   * @param {Node} a
   * @param {Node} b
   */
  function alike(a, b) {
    if (a === own || a.nodeName !== b.nodeName) return false;
    return !(a instanceof Element && b instanceof Element) || a.id === b.id;
  }

  /** What is wrong, over the page; it closes to a button and goes away when it is mended. */
  class Panel {
    host = document.createElement("div");
    root = this.host.attachShadow({ mode: "open" });
    isClosed = false;
    last = "";

    constructor() {
      this.host.setAttribute("data-leitfaden", "panel");
      this.root.addEventListener("click", (event) => {
        if (event.target instanceof Element && event.target.closest("[data-toggle]")) this.toggle();
      });
    }

    /** @param {string} html */
    show(html) {
      if (html === this.last) return;
      this.last = html;
      this.host.remove();
      if (!html) return;
      this.root.innerHTML = html;
      this.isClosed = !this.root.querySelector(".error");
      this.draw();
      document.documentElement.append(this.host);
    }

    toggle() {
      this.isClosed = !this.isClosed;
      this.draw();
    }

    draw() {
      this.root.querySelector(".panel")?.toggleAttribute("hidden", this.isClosed);
      this.root.querySelector(".badge")?.toggleAttribute("hidden", !this.isClosed);
    }
  }

  const panel = new Panel();

  async function showProblems() {
    panel.show(await (await fetch("/_leitfaden/panel")).text());
  }

  /** @type {EventSource | undefined} */
  let live;

  /** Listens from now on. Should another page have taken the place of this one meanwhile, that is heard at once. */
  function listen() {
    live?.close();
    live = new EventSource(`/_leitfaden/live?page=${encodeURIComponent(location.pathname)}&shows=${shows}`);
    live.addEventListener("page", () => inTurn(renew));
    live.addEventListener("style", (event) => inTurn(async () => restyle(JSON.parse(event.data).href)));
    live.addEventListener("problems", () => inTurn(showProblems));
    live.addEventListener("error", () => {
      live?.close();
      setTimeout(() => document.hidden || listen(), 1000);
    });
  }

  // Browsers hold only a few connections: pages that nobody sees must not take them from the one that is looked at.
  const follow = () => (document.hidden ? live?.close() : listen());
  document.addEventListener("visibilitychange", follow);
  follow();
})();
