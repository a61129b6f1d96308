import words from './person-words.js';
import { calm } from '/app/calm.js';
import { el, keepFile, once } from '/app/dom.js';
import { askPages } from './ask.js';
import { rights } from './rights.js';
import { standing } from './standing.js';

const token = location.pathname.split('/').filter(Boolean).at(-1);
export const base = `/api/q/${encodeURIComponent(token)}`;
const page = document.querySelector('#page');

const state = { language: 'en', content: null, child: false, thanks: null, notice: '', changesLanguage: false };

/** The words for a key, which speak of the child where somebody answers for one; what has none is shown as it is. */
export const t = (key, values = {}) =>
  (((state.child || state.content?.ageGroup === 'MINOR') && words[state.language].child[key]) || words[state.language][key] || key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** As the server's sentences beside it write a day. */
const LOCALES = { en: 'en-GB', nl: 'nl-NL' };
export const day = date => new Intl.DateTimeFormat(LOCALES[state.language], { dateStyle: 'long' }).format(new Date(`${date}T12:00:00`));
export const language = () => state.language;
export const changesLanguage = () => state.changesLanguage;

export const upper = text => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** What a question or permission covers, in the words that the receipt has too; the page has none of its own. */
export const covers = one => one.says[state.language].join('\n');

export async function call(method, path, body) {
  const answer = await fetch(base + path, {
    method,
    headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  const content = text ? JSON.parse(text) : {};
  await calm();
  if (!answer.ok) throw Object.assign(new Error(content.detail ?? t('failed')), { code: content.code, said: true });
  return content;
}

export function show(...children) {
  page.replaceChildren(...[elsewhere(), ...children].filter(Boolean));
  page.querySelector('h1')?.setAttribute('tabindex', '-1');
  page.querySelector('h1')?.focus({ preventScroll: true });
  document.title = `${page.querySelector('h1')?.textContent ?? ''} · Quitclaim`;
  scrollTo(0, 0);
}

/** What the server says of a refusal, in the language of the page; whatever a browser says of a lost connection is nobody's language. */
export const saidOf = refused => refused.said ? refused.message : t('failed');

/** Where another copy of the system works instead of this one, nobody there knows what she says here. */
const elsewhere = () => state.content?.elsewhere ? el('p', { className: 'card', role: 'alert', 'data-testid': 'elsewhere' }, t('elsewhere')) : null;

/** Runs what a button does, once, with whatever went wrong said beside it. */
export const doing = run => once(async (event, button) => {
  page.querySelectorAll('.error').forEach(old => old.remove());
  try {
    await run(event);
  } catch (refused) {
    button.after(el('p', { className: 'error', role: 'alert' }, saidOf(refused)));
  }
});

/** What a link to a file does: the file, or why there is none. */
export const kept = address => doing(() => keepFile(address, t('failed')));

export async function sendAnswers(answers, taken) {
  state.thanks = await call('POST', '/answers', { language: state.language, confirmed: true, ...answers });
  taken();
  await load();
}

export async function withdraw(what, ofUse) {
  await call('POST', '/withdrawals', { recognition: false, channels: [], ...what });
  state.notice = ofUse ? 'withdrawnUse' : 'withdrawn';
  await load();
}

/** In which the page can be read; of a link that opens nothing in all of them. */
function languages(again = draw) {
  const offered = (state.content?.languages ?? Object.keys(words)).filter(tag => words[tag]);
  document.querySelector('#languages').replaceChildren(...offered.map(tag => el('button', {
    type: 'button', lang: tag, 'aria-pressed': String(tag === state.language), 'data-testid': `language-${tag}`,
    onclick: () => { document.cookie = `lang=${tag}; path=/; max-age=31536000; samesite=lax`; changeTo(tag, again); },
  }, words[tag].name)));
  speak(state.language);
}

/** Nothing that was chosen, opened or half written is lost with it. */
async function changeTo(tag, again) {
  speak(tag);
  state.changesLanguage = true;
  try {
    await again();
  } finally {
    state.changesLanguage = false;
  }
  document.querySelector(`#languages [lang=${tag}]`)?.focus();
}

function speak(tag) {
  state.language = tag;
  document.documentElement.lang = tag;
}

function preferred(offered) {
  const chosen = document.cookie.split('; ').find(c => c.startsWith('lang='))?.slice(5);
  return [chosen, ...navigator.languages.map(tag => tag.slice(0, 2)), ...offered].find(tag => offered.includes(tag) && words[tag]) ?? 'en';
}

function draw() {
  languages();
  const { content } = state;
  if (state.notice && content.elsewhere) state.notice = 'withdrawnHere';
  if (content.state === 'ASKED' && content.signing.open && Object.keys(content.notice).length) askPages(content, state.notice);
  else standing(content, state.thanks, state.notice);
}

async function load() {
  const first = !state.content;
  state.content = await call('GET', '');
  if (first) speak(preferred(state.content.languages));
  draw();
}

/** Every channel there is: what was allowed cannot be read, and what was not allowed is no harm to take back. */
const EVERYTHING = { recognition: true, channels: ['WEBSITE', 'SOCIAL_MEDIA', 'PRINT', 'PRESS', 'INTERNAL', 'ADVERTISING'] };

/** Her answers cannot be shown; taking back, asking and objecting do not need them. */
async function damaged(refused, done) {
  // of a link that cannot be read either, nothing can be told but that it still takes back
  const nos = await call('GET', '/rights').then(mine => mine.noted, () => []);
  languages(() => damaged(refused, done));
  show(
    done ? el('p', { className: 'card confirm', role: 'status', 'data-testid': 'noted' }, `✓ ${t('noted')}`) : null,
    el('h1', { 'data-testid': 'damaged' }, t('damaged')),
    el('p', { className: 'card', role: 'alert' }, t('damagedLead')),
    nos.length ? el('section', { className: 'card', 'data-testid': 'nos' }, el('h2', {}, t('notedTitle')), el('ul', { className: 'list' },
      ...nos.map(one => el('li', {}, el('span', {}, t(`noted${one.kind}`)), el('span', { className: 'small' }, t('notedOn', { day: day(one.on) }))))),
      el('p', { className: 'small' }, t('notedLead'))) : null,
    nos.some(one => one.kind === 'WITHDRAWAL') ? null : el('button', { type: 'button', className: 'stop', 'data-testid': 'withdraw-all', onclick: doing(async () => {
      await call('POST', '/withdrawals', EVERYTHING);
      await damaged(refused, true);
    }) }, t('withdrawAll')),
    rights());
}

/** A link that opens nothing: what is wrong with it, in the reader's language as far as that is known. */
function closed(refused) {
  if (refused.code === 'history.stream-damaged') return damaged(refused, false);
  const inDoubt = refused.code === 'link.in-doubt';
  state.child = refused.code === 'consent.child-erased';
  const erased = state.child || refused.code === 'consent.person-erased';
  // what the server says of it, it says in the language in which it is asked
  languages(() => load().catch(closed));
  const unreachable = !refused.said;
  show(
    el('h1', { 'data-testid': 'closed' }, t(unreachable ? 'unreachable' : erased ? 'erased' : 'closed')),
    el('p', { className: 'card', role: 'alert' }, unreachable ? t('failed') : inDoubt ? t('inDoubt') : erased ? t('erasedLead') : refused.message),
    ...(inDoubt ? [takeBackUnseen(), stopUnseen()] : []),
    erased ? remains() : null);
}

function remains() {
  const address = `${base}/export?language=${state.language}`;
  return el('a', { className: 'button', href: address, download: '', 'data-testid': 'remains', onclick: kept(address) }, t('remains'));
}

/** A link that may have gone to somebody else shows nothing; whoever has it may still take everything back, or ask to stop. */
const takeBackUnseen = () => el('button', { type: 'button', className: 'stop', 'data-testid': 'withdraw-all', onclick: doing(async () => {
  await call('POST', '/withdrawals', EVERYTHING);
  show(el('h1', { 'data-testid': 'withdrawn' }, t('withdrawnUnseen')), stopUnseen());
}) }, t('withdrawAll'));

const stopUnseen = () => el('button', { type: 'button', className: 'quiet', 'data-testid': 'ask-RESTRICTION', onclick: doing(async () => {
  await call('POST', '/rights', { right: 'RESTRICTION' });
  show(el('h1', { 'data-testid': 'asked' }, t('asked')), takeBackUnseen());
}) }, t('askRESTRICTION'));

speak(preferred(Object.keys(words)));
page.textContent = t('loading');
load().catch(closed);
