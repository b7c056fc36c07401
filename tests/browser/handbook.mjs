// A handbook, built once into a temporary folder and served on this machine: the repository's own, or another one.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The path under which the handbook is served: not the root, so that a wrongly absolute link shows. */
const PREFIX = '/handbook/';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.ics': 'text/calendar; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * A built handbook: its folder, the address it is served under, and how to end both. `write` puts another
 * handbook than the repository's into a folder; `options` are those of `leitfaden build`.
 */
export async function handbook({ write, options = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'leitfaden-browser-'));
  const out = join(folder, 'site');
  const server = createServer((request, response) => answer(out, request, response));
  try {
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    const base = `http://127.0.0.1:${server.address().port}${PREFIX}`;
    const root = write ? join(folder, 'handbook') : repository;
    if (write) mkdirSync(root);
    write?.(root);
    execFileSync(program(), ['build', '--root', root, '--out', out, '--base-url', base, ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return new Site(folder, out, base, server);
  } catch (error) {
    server.close();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

class Site {
  constructor(folder, out, base, server) {
    Object.assign(this, { folder, out, base, server });
    this.files = walk(out).map((file) => relative(out, file).split(sep).join('/'));
    this.pages = this.files.filter((file) => file.endsWith('.html'));
  }

  /** The address of a page over HTTP. */
  http(path) {
    return this.base + path;
  }

  /** The address of a page opened from disk. */
  file(path) {
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    return pathToFileURL(join(this.out, file)).href;
  }

  /** The file that a `file:` address names, relative to the site; nothing if there is no such file in it. */
  named(url) {
    const file = fileURLToPath(new URL(url).href.replace(/[?#].*$/, ''));
    const inside = file.startsWith(this.out + sep) && existsSync(file) && statSync(file).isFile();
    return inside ? relative(this.out, file).split(sep).join('/') : null;
  }

  /** What kind of page a file is: the class `kind-…` of its body. */
  kind(file) {
    return readFileSync(join(this.out, file), 'utf8').match(/<body[^>]*\bclass="[^"]*\bkind-([a-z_-]+)/)?.[1] ?? null;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Writes the repository's handbook as one that search engines may come to. */
export function publicly(root) {
  for (const folder of ['content', 'private']) cpSync(join(repository, folder), join(root, folder), { recursive: true });
  const site = readFileSync(join(repository, 'site.toml'), 'utf8');
  writeFileSync(join(root, 'site.toml'), site.replace('noindex = true', 'noindex = false'));
}

/** The program under test: the environment's, else the release build, else the development build. */
export function program() {
  if (process.env.LEITFADEN) return resolve(process.env.LEITFADEN);
  const target = resolve(repository, process.env.CARGO_TARGET_DIR ?? 'target');
  const built = ['release', 'debug'].map((profile) => join(target, profile, 'leitfaden')).find((path) => existsSync(path));
  if (!built) throw new Error('no program to test: run "cargo build --release" or set LEITFADEN');
  return built;
}

/** As a plain web host does it: a folder's index.html, 404.html for what is not there, and text compressed. */
function answer(out, request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  if (!path.startsWith(PREFIX)) return void response.writeHead(404).end();
  let file = resolve(out, path.slice(PREFIX.length));
  let status = 200;
  if (path.endsWith('/')) file = join(file, 'index.html');
  if (!(file.startsWith(out + sep) && existsSync(file) && statSync(file).isFile())) {
    file = join(out, '404.html');
    status = 404;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const body = existsSync(file) ? readFileSync(file) : '';
  if (/text|json|xml|svg/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    response.writeHead(status, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(body));
  } else {
    response.writeHead(status, { 'content-type': type }).end(body);
  }
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}
