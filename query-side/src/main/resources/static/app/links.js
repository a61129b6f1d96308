import { all, get, made as fileOf, nameOf, post } from './api.js';
import { keepingTyped } from './calm.js';
import { choose } from './choose.js';
import { $, action, el, toast } from './dom.js';
import { keepLatest } from './latest.js';
import { may, whoAmI } from './may.js';
import { sure } from './sure.js';
import { tools } from './tools.js';
import { moment, t, translatePage } from './words.js';
import { showWaitingOf } from './waiting.js';

const WHY_AGAIN = ['NOT_RECEIVED', 'LOST', 'SIGNING_OVER', 'REVOKED'];
const WHY_ENDED = ['WRONG_ADDRESS', 'LOST', 'MISUSED', 'PERSON_ASKED', 'ISSUED_BY_MISTAKE'];
const LIST = 'GET /api/quitclaims/{id}/links';
const ISSUE = 'POST /api/quitclaims/{id}/links';
const LETTERS = 'GET /api/letters';
const PRINT = 'POST /api/quitclaims/{id}/links/{link}/letter';
const WAITING = 'GET /api/waiting-answers';
const REVOKE = 'POST /api/quitclaims/{id}/links/{link}/revocation';

const path = quitclaim => `/api/quitclaims/${quitclaim}/links`;

const reasons = (prefix, codes, label, testId) => el('label', {}, t(label), ' ', choose(prefix, codes, { name: 'reason', 'data-testid': testId }));

/** The links of everything a person was asked, and how each left; a link itself is shown to nobody here. */
async function show(person) {
  shown = person;
  latest.clear();
  const { quitclaims = [], standing } = await get(`/api/persons/${person}`);
  const erased = standing === 'ERASED';
  const parts = await Promise.all(quitclaims.map(async (quitclaim, number) => {
    const section = el('section', { className: 'panel', 'data-testid': 'links-of' });
    section.dataset.quitclaim = quitclaim.quitclaimId;
    await fill(section, { ...quitclaim, erased }, number);
    return section;
  }));
  if (may(WAITING)) await showWaitingOf(person, $('#waiting'));
  if (shown === person) $('#asked').replaceChildren(...(erased ? [el('p', { className: 'note', 'data-testid': 'links-erased' }, t('links.erased'))] : []), ...parts);
}

/** Whose links are shown; who chooses quickly is not shown those of the one before. */
let shown = '';

/** What was just made stays said through whatever else draws the part anew, also what was begun before it was made. */
async function fill(section, quitclaim, number, first = false) {
  const links = await get(path(quitclaim.quitclaimId));
  const again = (run, then = () => fill(section, quitclaim, number, true)) => action(async event => { const made = await run(event); await then(made); });
  // what it says is handed over opens nothing any more
  if (section.made && links.some(link => link.linkId === section.made.linkId && link.power === 'REVOKED')) section.made = null;
  const fresh = section.made;
  keepingTyped(section, () => section.replaceChildren(
    el('h2', { tabIndex: -1, 'data-testid': 'links-title' }, `${t('links.quitclaim', { n: number + 1 })} (${t(quitclaim.answered ? 'links.answered' : 'links.unanswered')})`),
    ...(fresh ? [el('p', { className: 'fresh', role: 'status', tabIndex: -1, 'data-testid': 'fresh-link' }, t('links.fresh'))] : []),
    links.length ? el('ul', { className: 'links' }, ...links.map(link => item(link, quitclaim, again, link.linkId === fresh?.linkId))) : el('p', { className: 'note' }, t('links.none')),
    ...(may(ISSUE) && !quitclaim.erased ? [issue(quitclaim, again, made => { section.made = made; return fill(section, quitclaim, number, true); })] : [])));
  if (first) section.querySelector(fresh ? '[data-testid=fresh-link]' : 'h2')?.focus();
  latest.set(section, () => fill(section, quitclaim, number));
}

/** How each part that is shown is drawn anew. */
const latest = new Map();

/** What it opens by now; nothing is answered twice, and nothing by whoever was erased. */
const powerOf = (link, { answered, erased }) => link.power === 'REVOKED' ? 'REVOKED' : erased ? 'ERASED' : answered ? 'ANSWERED' : link.power;

function item(link, quitclaim, again, isFresh) {
  const stands = t(`links.power.${powerOf(link, quitclaim)}`, {
    moment: moment(link.power === 'REVOKED' ? link.revokedAt : link.signsUntil),
    why: link.revokedBecause ? t(`links.end.${link.revokedBecause}`) : '',
  });
  const used = link.firstUsed ? t('links.used', { moment: moment(link.firstUsed) }) : t('links.unused');
  return el('li', { 'data-testid': 'link', 'data-power': link.power, 'data-keep': link.linkId }, el('p', {}, isFresh ? el('strong', { 'data-testid': 'is-fresh' }, `${t('links.is-fresh')} `) : null, stands),
    issued(link, used),
    el('p', { className: 'note', 'data-testid': 'delivery', 'data-delivery': link.delivery }, left(link)),
    link.printable && may(PRINT) ? printing(link, quitclaim, again) : null,
    link.power !== 'REVOKED' && may(REVOKE) ? ending(link, quitclaim, again) : null);
}

/** By name for whoever may know it; an id says nothing to anybody. */
function issued({ issuedAt, issuedBy }, used) {
  const line = el('p', { className: 'note' });
  const say = who => { line.textContent = `${t('links.issued', { moment: moment(issuedAt), who })}; ${used}`; };
  say(t(issuedBy.startsWith('tok_') ? 'links.by-token' : 'links.by-staff'));
  if (issuedBy.startsWith('acc_') && may('GET /api/staff/{id}')) get(`/api/staff/${issuedBy}`).then(({ name }) => { if (name) say(name); }).catch(() => {});
  return line;
}

/** By which way it left, or why not yet. */
const left = link => {
  const at = link.mailedAt ?? link.prints.at(-1)?.at;
  return t(`links.delivery.${link.delivery}`, { moment: at ? moment(at) : '', why: link.notMailed ? t(`links.not-mailed.${link.notMailed}`) : '' });
};

/** Whoever prints a letter can read the link on it, and is told that this is written down. */
function printing(link, quitclaim, again) {
  const run = again(async () => {
    if (!await sure(t('links.print-title'), [...(link.delivery === 'QUEUED' ? [t('links.print-not-mailed')] : []), t('links.print-now'), t('links.print-counts'), t('links.print-delete')], t('links.print'))) return;
    const file = URL.createObjectURL(await fileOf(`${path(quitclaim.quitclaimId)}/${link.linkId}/letter`, 'application/pdf'));
    // into a tab, where it is printed: a file among the downloads would stay there with the link in it
    el('a', { href: file, target: '_blank' }).click();
    setTimeout(() => URL.revokeObjectURL(file), 60_000);
    await letters();
  });
  return el('button', { type: 'button', 'data-testid': 'print-link', onclick: run }, t('links.print'));
}

function ending(link, quitclaim, again) {
  const run = again(async event => {
    const { reason } = Object.fromEntries(new FormData(event.target));
    if (await sure(t('links.end-title'), [t('links.end-now'), t('links.end-person')], t('links.end'))) {
      await post(`${path(quitclaim.quitclaimId)}/${link.linkId}/revocation`, { reason });
    }
  });
  return el('form', { className: 'row', onsubmit: run }, reasons('links.end', WHY_ENDED, 'links.end-why', 'end-why'),
    el('button', { className: 'stop', 'data-testid': 'end-link' }, t('links.end')));
}

function issue(quitclaim, again, then) {
  const run = again(event => post(path(quitclaim.quitclaimId), Object.fromEntries(new FormData(event.target))), then);
  return el('form', { className: 'row', onsubmit: run },
    el('p', { className: 'note' }, t('links.again-lead')),
    reasons('links.again', WHY_AGAIN, 'links.again-why', 'again-why'),
    el('button', { 'data-testid': 'make-link' }, t('links.again')));
}

/** Whoever waits for a letter, of all people: nobody has to be chosen to learn it. */
async function letters() {
  if (!may(LETTERS)) return;
  const { items, more } = await get('/api/letters');
  const names = await Promise.all(items.map(async one => await nameOf(one.personId) || (may('POST /api/names') ? t('face.someone') : one.personId)));
  const select = $('#whose').elements.person;
  const pick = person => () => { select.value = person; select.dispatchEvent(new Event('change')); $('#asked').scrollIntoView(); };
  $('#letters').replaceChildren(
    el('h2', { id: 'letters-title' }, t('links.waiting')), el('p', { className: 'note' }, t('links.waiting-lead')),
    el('ul', { className: 'links' }, ...items.map((one, at) => el('li', { 'data-testid': 'letter-waits', 'data-delivery': one.delivery },
      el('button', { type: 'button', className: 'quiet', onclick: pick(one.personId) }, names[at]), ' ', t(`links.waiting.${one.delivery}`, { moment: moment(one.since) })))),
    ...(more ? [el('p', { className: 'note' }, t('links.waiting-more'))] : []));
  $('#letters').hidden = !items.length;
}

function nobody() {
  shown = '';
  $('#waiting').hidden = true;
  $('#asked').replaceChildren();
}

async function start() {
  translatePage();
  document.title = `${t('links')} · Quitclaim`;
  tools();
  await whoAmI();
  if (!may(LIST)) { $('#nothing').hidden = false; return; }
  const select = $('#whose').elements.person;
  const people = await all('/api/persons');
  const named = await Promise.all(people.map(async one => [one.personId, await nameOf(one.personId) || (may('POST /api/names') ? t('face.someone') : one.personId)]));
  select.replaceChildren(el('option', { value: '' }, t('links.choose')), ...named.sort((one, other) => one[1].localeCompare(other[1])).map(([value, name]) => el('option', { value }, name)));
  select.addEventListener('change', () => (select.value ? show(select.value) : Promise.resolve(nobody())).catch(refused => toast(refused.message)));
  $('#whose').addEventListener('submit', event => event.preventDefault());
  $('#whose').hidden = false;
  await letters();
  if (may(LETTERS)) keepLatest(() => get('/api/letters'), letters);
  const parts = () => [...$('#asked').querySelectorAll('[data-quitclaim]')];
  keepLatest(() => Promise.all(parts().map(part => get(path(part.dataset.quitclaim)))), () => Promise.all(parts().map(part => latest.get(part)?.())));
}

start().catch(refused => toast(refused.message));
