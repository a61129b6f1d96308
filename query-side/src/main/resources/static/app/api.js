import { calm } from './calm.js';
import { may } from './may.js';
import { t } from './words.js';

/** One way of talking to the server: positions, forgery protection, problems. */
let seen = 0;

const cookie = name => document.cookie.split('; ').find(c => c.startsWith(name + '='))?.slice(name.length + 1) ?? '';

export class Refused extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title ?? 'refused');
    this.code = problem.code ?? '';
    this.status = problem.status ?? 0;
  }
}

/** The browser's own words for a lost connection are in its language and say nothing that helps. */
async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Refused({ detail: t('offline') });
  }
}

/** Remembers how far the store was, so that the next look shows at least that. */
export function sawPosition(position) {
  seen = Math.max(seen, Number(position) || 0);
}

async function problemOf(answer) {
  if (answer.status === 401) location.assign('/login');
  const json = (answer.headers.get('Content-Type') ?? '').includes('json');
  return new Refused(json ? await answer.json() : { title: answer.statusText, status: answer.status });
}

/** Handed on between presses: whoever asks draws what comes of it. */
async function read(answer) {
  sawPosition(answer.headers.get('Quitclaim-Position'));
  const problem = answer.ok ? null : await problemOf(answer);
  const text = problem ? '' : await answer.text();
  await calm();
  if (problem) throw problem;
  return text ? JSON.parse(text) : {};
}

export async function get(path, params = {}) {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value));
  const headers = { Accept: 'application/json' };
  if (seen) headers['Quitclaim-At-Least'] = String(seen);
  return read(await reach(query.size ? `${path}?${query}` : path, { headers }));
}

export async function send(method, path, body) {
  const headers = { Accept: 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return read(await reach(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }));
}

export const post = (path, body) => send('POST', path, body);

/** A file that is made by asking for it. */
export async function made(path, type) {
  const answer = await reach(path, { method: 'POST', headers: { Accept: `${type}, application/problem+json`, 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') } });
  sawPosition(answer.headers.get('Quitclaim-Position'));
  if (!answer.ok) throw await problemOf(answer);
  return answer.blob();
}

/** Sends a file and reports how much of it is there; fetch cannot. */
export function upload(path, form, onProgress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-XSRF-TOKEN', cookie('XSRF-TOKEN'));
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => failed(new Refused({ detail: t('offline') }));
    request.onload = () => {
      sawPosition(request.getResponseHeader('Quitclaim-Position'));
      let content = {};
      try { content = JSON.parse(request.responseText); } catch { /* not JSON: the status tells */ }
      calm().then(() => request.status < 300 ? done(content) : failed(new Refused({ status: request.status, ...content })));
    };
    request.send(form);
  });
}

const names = new Map();
let asking = null;
const wanted = new Set();

/** The name behind an id, opened for this viewer; asked for many at a time, since each opening is written down. */
export async function nameOf(id) {
  if (!may('POST /api/names')) return '';
  if (names.has(id)) return names.get(id);
  wanted.add(id);
  asking ??= new Promise(soon => setTimeout(soon, 15)).then(askNames);
  await asking;
  return names.get(id) ?? '';
}

/** Whoever was erased is not named any longer. */
export function forgetNames(ids) {
  ids.forEach(id => names.delete(id));
}

async function askNames() {
  const ids = [...wanted];
  wanted.clear();
  asking = null;
  for (let from = 0; from < ids.length; from += 200) {
    const part = ids.slice(from, from + 200);
    try {
      const answer = await post('/api/names', { ids: part });
      part.filter(id => answer.names[id]).forEach(id => names.set(id, answer.names[id]));
      answer.unreadable.forEach(id => names.set(id, t('name.unreadable')));
    } catch { /* shown without names, and asked again with the next look */ }
  }
}

/** Every item of a listing, up to a limit. */
export async function all(path, most = 400) {
  const items = [];
  let cursor = '';
  do {
    const page = await get(path, { cursor, limit: 200 });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor && items.length < most);
  return items;
}
