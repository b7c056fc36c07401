// A large invented handbook, the same for the same seed: long titles, paths of 3 to 40 modules with branches, cohorts
// with several topics or without pairs, moved and cancelled sessions, drafts, and Hebrew beside English.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from './handbook.mjs';

/** How many modules the topics have. The last topic is a draft. */
const SIZES = [3, 40, 8, 17, 1, 26, 5, 12];

const COHORTS = 9;

const WORDS = {
  en: ['reach', 'figures', 'a trial', 'who answers', 'meetings', 'the budget', 'approvals', 'one file', 'search', 'letters', 'automation', 'customers'],
  he: ['טווח', 'מספרים', 'ניסיון', 'מי עונה', 'ישיבות', 'התקציב', 'אישורים', 'קובץ אחד', 'חיפוש', 'מכתבים', 'אוטומציה', 'לקוחות'],
};
/** Words that no line is made for. */
const LONG = {
  en: ['Responsibilities', 'Counterrevolutionaries', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', 'https://intranet.example/a/b'],
  he: ['האינטראנט', 'להתארגנויותיהם', 'ולכשתתמרמרנה', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'],
};
const LANGUAGES = ['en', 'he'];

/** Writes the handbook into an empty folder. */
export function invent(root, seed = 20260903) {
  new Author(root, seed).write();
}

class Author {
  constructor(root, seed) {
    this.root = root;
    this.state = seed;
    this.topics = SIZES.map((size, number) => ({
      id: `topic-${number}`,
      modules: Array.from({ length: size }, (_, module) => `module-${module}`),
      isDraft: number === SIZES.length - 1,
    }));
  }

  write() {
    this.put('site.toml', [
      '[site]',
      `title = ${this.both(30)}`,
      'organisation = "Nordhang Möbelwerk AG"',
      'default_language = "en"',
      'languages = ["en", "he"]',
      'time_zone = "Europe/Zurich"',
      'visibility = "public"',
      'contact = "https://nordhang.example/a/very/long/address/of/whoever/runs/the/programme"',
      '[theme]',
      'name = "ours"',
      '[diagnostics]',
      ...['untranslated', 'no-interface-language', 'people-not-ignored', 'public-names'].map((code) => `${code} = "allow"`),
      ...['no-pairs', 'empty-module-block', 'weekend-session', 'optional-to-self-study'].map((code) => `${code} = "allow"`),
    ]);
    this.theme();
    this.markdown('content/index', () => `title = "${this.title('en', 60)}"`);
    this.markdown('content/questions', () => `title = "${this.title('en', 80)}"`, 'menu = true');
    this.glossary();
    for (const topic of this.topics) this.topic(topic);
    for (const kind of ['kickoff', 'working', 'midpoint', 'closing']) this.template(kind);
    this.programme();
    for (let number = 0; number < COHORTS; number += 1) this.cohort(number);
    for (const role of ['mentor', 'mentee']) this.markdown(`content/roles/${role}`, (language) => `title = "${this.title(language, 60)}"`);
  }

  /** The words of all pages in Hebrew, which the program does not speak: any words, where nothing is counted in them. */
  theme() {
    const english = readFileSync(join(repository, 'themes/faden/i18n/en.ftl'), 'utf8');
    const plain = english.split('\n').filter((line) => /^-?[a-z][a-z-]* = [^{]+$/.test(line));
    const texts = plain.map((line) => line.split(' = ')).map(([key, text]) => `${key} = ${this.title('he', text.length + 2)}`);
    this.put('themes/ours/i18n/he.ftl', texts);
    this.put('themes/ours/theme.toml', ['name = "ours"', 'extends = "faden"', 'min_api = 1', 'max_api = 1']);
  }

  topic(topic) {
    const folder = `content/topics/${topic.id}`;
    const modules = `modules = [${topic.modules.map((id) => `"${id}"`).join(', ')}]\ndraft = ${topic.isDraft}`;
    const goals = '[[goals]]\nid = "decide"\ntext = "Decide on one page"\nmeasure = "The page is there"';
    this.markdown(`${folder}/index`, (language) => this.front(language, 60, true), `level = "beginner"\n${modules}\n${goals}`);
    const isOptional = topic.modules.map((_, number) => number > 0 && this.chance(0.2));
    topic.modules.forEach((id, number) => {
      // What is required cannot need what is not.
      const able = topic.modules.slice(0, number).filter((_, other) => isOptional[number] || !isOptional[other]);
      const needs = able.filter(() => this.chance(2 / number));
      const more = [
        `minutes = ${this.between(2, 5) * 5}`,
        `optional = ${isOptional[number]}`,
        'goals = ["decide"]',
        `prerequisites = [${needs.map((need) => `"${need}"`).join(', ')}]`,
        '[prepare]',
        `mentor = ["${this.title('en', 120)}"]`,
        `mentee = ["${this.title('en', 120)}"]`,
      ];
      this.markdown(`${folder}/${id}`, (language) => `${this.front(language, 80)}\nobjectives = ["Explain ${this.title(language, 80)}"]`, more.join('\n'));
    });
  }

  template(kind) {
    const work = kind === 'closing' ? 'kind = "review"' : 'kind = "modules"\nmodules = true';
    this.put(`content/sessions/${kind}.toml`, [
      `title = ${this.both(70)}`,
      `kind = "${kind}"`,
      ...[['"rest"', 'mentor', work], [15, 'both', 'kind = "break"'], [15, 'mentee', 'kind = "reflection"'], [5, 'sponsor', 'kind = "next-steps"']].flatMap(
        ([minutes, lead, more]) => ['[[block]]', `title = ${this.both(90)}`, `minutes = ${minutes}`, `lead = "${lead}"`, more],
      ),
    ]);
  }

  programme() {
    this.put('content/programmes/swap.toml', [
      `title = ${this.both(80)}`,
      `summary = ${this.both(200)}`,
      `topics = [${this.topics.map((topic) => `"${topic.id}"`).join(', ')}]`,
      `purpose = ${this.both(300)}`,
      '[plan]',
      `sessions = ["kickoff", ${'"working", '.repeat(6)}"midpoint", ${'"working", '.repeat(3)}"closing"]`,
      'session_minutes = 240',
    ]);
  }

  cohort(number) {
    const topics = this.topics.filter((topic) => !topic.isDraft);
    const people = [];
    const id = `cohort-${number}`;
    const month = String((number % 9) + 1).padStart(2, '0');
    const year = 2026 + Math.floor(number / 5);
    const lines = [
      `title = ${this.both(80)}`,
      'programme = "swap"',
      `topic = "${topics[number % topics.length].id}"`,
      `published = 2025-12-01`,
      `start = ${year}-${month}-06`,
      `rhythm = "${this.one(['weekly', 'every 2 weeks', 'every 3 weeks'])}"`,
      `time = "${this.one(['08:00', '13:30', '17:45'])}"`,
      `place = ${this.both(90)}`,
      `skip = [{ from = ${year}-${month}-20, to = ${year}-${month}-27, reason = ${this.both(60)} }]`,
      'visibility = "public"',
      `optional_modules = "${this.one(['self-study', 'if-room'])}"`,
      `draft = ${number === COHORTS - 1}`,
      ...(number === 3 ? ['status = "cancelled"'] : []),
      '[[session]]\nnumber = 2\ncancelled = true',
      `[[session]]\nnumber = 4\ntime = "09:15"\ntitle = ${this.both(90)}\nnotes = ${this.both(200)}`,
      `[[change]]\nsession = 2\nannounced = 2026-01-02\nkind = "cancelled"\ntext = ${this.both(150)}`,
      `[[change]]\nsession = 4\nannounced = 2026-01-03\nkind = "moved"\ntext = ${this.both(150)}`,
    ];
    // Every third cohort has no pairs yet.
    for (let pair = 0; number % 3 !== 0 && pair < number + 2; pair += 1) {
      const [mentor, mentee] = ['a', 'b'].map((side) => `${side}${number}x${pair}`);
      lines.push(`[[pair]]\nid = "p${pair}"\nmentor = "${mentor}"\nmentee = "${mentee}"`);
      if (pair % 2) lines.push(`topic = "${topics[(number + pair) % topics.length].id}"`);
      for (const person of [mentor, mentee]) people.push(`[${person}]\nname = "Q${person} van der ${person}"\nconsent = "public"`);
    }
    this.put(`content/cohorts/${id}.toml`, lines);
    if (people.length) this.put(`private/people/${id}.toml`, people);
  }

  glossary() {
    const terms = WORDS.en.map((word, number) => `[term-${number}]\nterm = { en = "${word}", he = "${WORDS.he[number]}" }\ndefinition = ${this.both(200)}`);
    this.put('content/glossary.toml', terms);
  }

  front(language, length, isTopic = false) {
    const front = `title = "${this.title(language, length)}"\nsummary = "${this.title(language, 200)}"`;
    return isTopic ? `${front}\noutcome = "${this.title(language, 150)}"` : front;
  }

  /** A text in both languages: `name.md`, `name.he.md`. */
  markdown(name, front, structure = '') {
    for (const language of LANGUAGES) {
      const file = language === 'en' ? `${name}.md` : `${name}.${language}.md`;
      const own = language === 'en' ? `${front(language)}\n${structure}` : front(language);
      this.put(file, ['+++', own, '+++', '', this.body(language)]);
    }
  }

  body(language) {
    const say = (length) => this.title(language, length);
    const table = `| ${say(20)} | ${say(20)} | ${say(20)} |\n|---|---|---|\n${`| ${say(40)} | ${say(40)} | 12 |\n`.repeat(3)}`;
    return [`## ${say(70)}`, say(400), `- ${say(80)}\n- ${say(80)}\n  1. ${say(60)}`, table, `> [!NOTE]\n> ${say(150)}`, `\`\`\`\n${'x'.repeat(120)}\n\`\`\``].join('\n\n');
  }

  /** Words in a language, at most so many letters. */
  title(language, most) {
    const count = this.between(1, Math.ceil(most / 6));
    const words = Array.from({ length: count }, () => this.one(this.chance(0.06) ? LONG[language] : WORDS[language]));
    while (words.length > 1 && words.join(' ').length > most) words.pop();
    return words.join(' ').slice(0, most).trim();
  }

  both(most) {
    return `{ en = "${this.title('en', most)}", he = "${this.title('he', most)}" }`;
  }

  put(path, lines) {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${lines.join('\n')}\n`);
  }

  /** A number from 0 to 1 (mulberry32). */
  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(part) {
    return this.next() < part;
  }

  between(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  one(all) {
    return all[this.between(0, all.length - 1)];
  }
}
