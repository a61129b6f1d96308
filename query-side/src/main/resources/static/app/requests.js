import { get, nameOf, post, send } from './api.js';
import { keepingTyped, steadyRows } from './calm.js';
import { choose } from './choose.js';
import { corrections } from './correct.js';
import { action, el, keepFile } from './dom.js';
import { may } from './may.js';
import { calendarDay, t } from './words.js';

const PATH = '/api/rights-requests';
const ANSWER = `POST ${PATH}/{id}/answer`;

/** How a request for each right can end, as the server lets it. */
const OUTCOMES = {
  ACCESS: ['DATA_PROVIDED'], PORTABILITY: ['DATA_PROVIDED'], RECTIFICATION: ['CORRECTED'],
  RESTRICTION: ['RESTRICTED'], LIFTING: ['RESTRICTION_LIFTED'], OBJECTION: ['TAKEDOWN_ORDERED', 'WITHDRAW_INSTEAD'], ERASURE: ['ERASED'],
};
const REFUSALS = {
  ACCESS: [], PORTABILITY: [], RECTIFICATION: ['FOUND_CORRECT'], RESTRICTION: ['NO_GROUND'], LIFTING: ['LEGAL_CLAIM'],
  OBJECTION: ['COMPELLING_GROUNDS', 'LEGAL_CLAIM'], ERASURE: ['LEGAL_CLAIM'],
};
/** What is answered by doing it. */
const BY_ITSELF = ['RESTRICTION', 'LIFTING', 'ERASURE'];
const ANY_RIGHT = ['MANIFESTLY_UNFOUNDED', 'EXCESSIVE', 'NOT_IDENTIFIED'];
const LONGER = ['COMPLEXITY', 'NUMBER_OF_REQUESTS'];

/** What people asked for and nobody answered, the first due first. */
export async function showRequests(section) {
  const waiting = await all();
  waiting.sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  keepingTyped(section, () => section.replaceChildren(
    el('h2', { id: 'requests-title', tabIndex: -1 }, t('requests.title')),
    el('p', { className: 'note' }, t('requests.lead')),
    ...(waiting.length ? waiting.map(one => rows(one.requestId, one, () => row(one, section))) : [el('p', { className: 'empty', 'data-testid': 'requests-none' }, t('requests.none'))])));
}

const rows = steadyRows();

async function all() {
  const found = [];
  let cursor = '';
  do {
    const page = await get(PATH, { open: 'true', cursor, limit: 200 });
    found.push(...page.items);
    cursor = page.next ?? '';
  } while (cursor);
  return found;
}

function row(request, section) {
  const again = run => action(async event => {
    await run(event);
    await showRequests(section);
    section.querySelector('h2').focus();
  });
  const who = el('strong', {}, '…');
  if (may('POST /api/names')) nameOf(request.personId).then(name => { who.textContent = name || request.personId; });
  else who.textContent = request.personId;
  return el('article', { 'data-testid': 'request', 'data-request': request.requestId },
    el('h3', {}, t(`requests.${request.right}`), ' · ', who),
    el('p', { className: request.alarm ? 'verdict RED' : 'note', 'data-testid': 'request-due' },
      t(request.alarm ? `requests.${request.alarm}` : 'requests.due', { day: calendarDay(request.dueOn) }),
      request.extendedFor ? ` ${t('requests.extended')}` : ''),
    request.concern?.face ? el('p', { 'data-testid': 'request-face' }, t('requests.not-me')) : null,
    ...(may(ANSWER) ? [request.concern?.face ? null : words(request), ...doings(request, again)] : []));
}

/** What was written lies sealed; opening it is recorded, so it is opened when somebody asks for it. */
function words(request) {
  const shown = el('p', { 'data-testid': 'request-words' });
  const open = action(async () => {
    shown.textContent = (await get(`${PATH}/${request.requestId}/texts`)).statement || t('requests.no-words');
  });
  return el('div', {}, shown, el('button', { type: 'button', className: 'quiet', 'data-testid': 'request-read', onclick: open }, t('requests.read')));
}

function doings(request, again) {
  const path = `${PATH}/${request.requestId}`;
  const form = (what, codes, testId, text) => el('form', { className: 'fields', onsubmit: again(event => {
    const { code, text: explanation } = Object.fromEntries(new FormData(event.target));
    return post(`${path}/${what}`, { [what === 'answer' ? 'outcome' : 'reason']: code, ...(text ? { text: explanation } : {}) });
  }) },
  el('label', {}, t(`requests.${what}`), choose('requests', codes, { name: 'code', 'data-testid': testId })),
  text ? el('label', {}, t('requests.text'), el('input', { name: 'text', type: 'text', 'data-testid': `${testId}-text` })) : null,
  el('p', {}, el('button', { type: 'submit', className: what === 'refusal' ? 'stop' : '', 'data-testid': `${testId}-do` }, t(`requests.do-${what}`))));
  return [
    carryOut(request, again),
    BY_ITSELF.includes(request.right) ? null : form('answer', OUTCOMES[request.right], 'request-answer', true),
    el('details', {}, el('summary', { 'data-testid': 'request-other' }, t('requests.other')),
      request.extendedFor ? null : form('extension', LONGER, 'request-extend', false),
      form('refusal', [...REFUSALS[request.right], ...ANY_RIGHT], 'request-refuse', true)),
  ].filter(Boolean);
}

/** What has to be done before it can be answered, where it is one step. */
function carryOut({ right, personId, requestId, concern }, again) {
  const person = `/api/persons/${personId}`;
  const button = (key, run) => el('p', {}, el('button', { type: 'button', 'data-testid': `request-${key}`, onclick: again(async () => { await run(); await answered(requestId); }) }, t(`requests.do-${key}`)));
  if (right === 'RESTRICTION') return button('stop', () => post(`${person}/restriction`));
  if (right === 'LIFTING') return button('go-on', () => send('DELETE', `${person}/restriction`));
  if (right === 'ACCESS' || right === 'PORTABILITY') {
    return el('p', {}, el('a', { className: 'button', href: `${person}/export`, download: '', 'data-testid': 'request-data', onclick: action(() => keepFile(`${person}/export`, t('requests.no-data'))) }, t('requests.data')));
  }
  if (right === 'RECTIFICATION' && !concern?.photo) return el('div', {}, el('p', { className: 'note' }, t('requests.first-RECTIFICATION')), corrections({ personId, requestId }));
  return el('p', { className: 'note' }, t(`requests.first-${right}`), concern?.photo ? el('a', { href: `/#${concern.photo}${concern.face ? `/${concern.face}` : ''}`, 'data-testid': 'request-photo' }, t(concern.face ? 'requests.mark' : 'requests.photo')) : null);
}

const TRIES = 10;
const EVERY_MILLIS = 500;

/** The server answers such a request when it sees that it is done: shortly after. */
async function answered(id) {
  for (let tries = 0; tries < TRIES; tries++) {
    if ((await get(`${PATH}/${id}`)).state !== 'OPEN') return;
    await new Promise(done => setTimeout(done, EVERY_MILLIS));
  }
}
