import { keepingTyped } from './calm.js';
import { get, nameOf, post } from './api.js';
import { choose } from './choose.js';
import { action, el, toast } from './dom.js';
import { may } from './may.js';
import { sure } from './sure.js';
import { moment, t } from './words.js';

const PATH = '/api/governance/history';
const REASONS = ['NO_BACKUP', 'PEOPLE_ASKED', 'KNOWN_FROM_ELSEWHERE', 'OTHER'];
const ACCEPT = 'POST /api/governance/history/acceptance';
const CONFIRM = 'POST /api/governance/history/confirmed-persons/{person}';

/** Whether the history is whole; what is doubted, whom that keeps waiting, and an officer's word about each. */
export async function showHistory(section) {
  const standing = await get(PATH);
  const again = run => action(async event => {
    if (await run(event) === false) return;
    await showHistory(section);
    section.querySelector('h2').focus();
  });
  const parts = [
    el('h2', { id: 'history-title', tabIndex: -1 }, t('doubt.title')),
    verdict(standing),
    el('ul', {}, ...await losses(standing.accepted), ...facts(standing).map(line => el('li', {}, line))),
    ...(standing.damagedKeys || standing.damagedRows ? [await damaged(standing)] : []),
    ...(may('POST /api/governance/history/check') ? [checkNow()] : []),
    ...(standing.nosNoted.length ? [await noted(standing.nosNoted)] : []),
    ...standing.doubts.map(doubt => open(doubt, again)),
    ...(standing.nosMissingSince && may(CONFIRM) ? [await waiting(standing, again)] : []),
  ];
  keepingTyped(section, () => section.replaceChildren(...parts));
}

/** A loss that was accepted forbids nothing, and is no whole history either. */
function verdict({ whole, doubts, accepted, damagedStreams, faultFound, takenOver, damagedKeys }) {
  const lost = doubts.length + accepted.length > 0;
  const vaultOnly = !doubts.some(doubt => doubt.forbids) && !damagedStreams && !faultFound && !takenOver;
  const [colour, words] = !whole ? ['RED', !vaultOnly ? 'doubt.not-whole' : damagedKeys ? 'damaged.keys-only' : 'damaged.rows-only'] : lost ? ['', 'doubt.lost-before'] : ['GREEN', 'doubt.whole'];
  return el('p', { role: 'status', className: `verdict ${colour}`, 'data-testid': 'history-standing' }, t(words));
}

/** Who accepted what, when and why: by login for whoever may know it, else by the account's id. */
async function losses(accepted) {
  return Promise.all(accepted.map(async loss => el('li', { 'data-testid': 'loss' }, t('doubt.accepted', {
    moment: moment(loss.at), who: await staff(loss.by), what: t(`doubt.${loss.code}`, loss), reason: t(`doubt.reason.${loss.reason}`),
  }))));
}

async function staff(id) {
  if (!may('GET /api/staff/{id}')) return id;
  return (await get(`/api/staff/${id}`)).name || id;
}

function facts(standing) {
  const lines = [];
  if (standing.takenOver) lines.push(t('vault.place-of-another'));
  if (standing.faultFound) lines.push(t('history.fault-found'));
  if (standing.damagedStreams) lines.push(t('doubt.streams', { count: standing.damagedStreams }));
  if (standing.listsRemade) lines.push(t('doubt.lists', { moment: moment(standing.listsRemade) }));
  lines.push(standing.checkingSince ? t('doubt.checking') : standing.checkedAt ? t('doubt.checked', { moment: moment(standing.checkedAt) }) : t('doubt.unchecked'));
  return lines;
}

/** What of the vault nobody can open, and whose it is: that is not the history, and holds back only what shows these. */
async function damaged({ damagedKeys, damagedRows, damagedOwners }) {
  const owners = await Promise.all(damagedOwners.map(async id => el('li', { 'data-testid': 'damaged-owner' }, ...await owner(id))));
  return el('article', { 'data-testid': 'damaged-vault' }, el('h3', {}, t('damaged.title')),
    el('ul', {}, ...(damagedKeys ? [el('li', {}, t('doubt.keys', { count: damagedKeys }))] : []), ...(damagedRows ? [el('li', {}, t('doubt.rows', { count: damagedRows }))] : [])),
    el('p', { className: 'note' }, t(damagedKeys ? 'damaged.lead' : 'damaged.lead-rows')),
    ...(owners.length ? [el('p', {}, t('damaged.owners')), el('ul', { className: 'owners' }, ...owners)] : []));
}

async function owner(id) {
  const kind = ['per', 'pho', 'acc'].find(one => id.startsWith(`${one}_`));
  const name = kind === 'per' ? await nameOf(id) : '';
  return [t(`damaged.of-${kind || 'other'}`), name, el('code', {}, id)].flatMap(part => part ? [part, ' '] : []);
}

function checkNow() {
  const run = action(async () => { await post(`${PATH}/check`); toast(t('doubt.check-asked')); });
  return el('p', {}, el('button', { type: 'button', 'data-testid': 'history-check', onclick: run }, t('doubt.check')));
}

/** What people said no to whose own history cannot be read: whoever runs the system restores it. */
async function noted(nos) {
  const lines = await Promise.all(nos.map(async one => {
    const name = await nameOf(one.personId) || one.personId;
    return el('li', { 'data-testid': 'no-noted', 'data-person': one.personId }, t(`noted.${one.kind}`, { name, moment: moment(one.since) }));
  }));
  return el('article', { 'data-testid': 'nos-noted' }, el('h3', {}, t('noted.title')), el('p', { className: 'note' }, t('noted.lead')), el('ul', {}, ...lines));
}

/** A doubt forbids until it is settled; settling it says for good that what is missing does not count. */
function open(doubt, again) {
  const settle = again(async event => {
    const { reason, text } = Object.fromEntries(new FormData(event.target));
    const preview = await get(`${PATH}/acceptance`, { doubt: doubt.id });
    if (!await sure(t('doubt.accept-title'), effects(preview), t('doubt.accept'))) return false;
    return post(`${PATH}/acceptance`, { doubt: doubt.id, reason, text, confirm: preview.confirm });
  });
  return el('article', { 'data-testid': 'doubt', 'data-keep': doubt.id },
    el('h3', {}, t(`doubt.${doubt.code}`, doubt)),
    el('p', { className: 'note' }, t(doubt.forbids ? 'doubt.since' : 'doubt.since-kept', { moment: moment(doubt.since) })),
    may(ACCEPT) ? el('form', { className: 'fields', onsubmit: settle },
      el('label', {}, t('doubt.reason'), choose('doubt.reason', REASONS, { name: 'reason', 'data-testid': 'doubt-reason' })),
      words('doubt.why', 'doubt-why'),
      el('p', {}, el('button', { type: 'submit', className: 'stop', 'data-testid': 'doubt-accept' }, t('doubt.accept')))) : null);
}

function effects({ doubt, left, forbidsLess, destroysUnnamed }) {
  return [
    t(`doubt.${doubt.code}`, doubt), doubt.id,
    ...(forbidsLess ? [t('doubt.accept-now')] : []),
    ...(left.length ? [t('doubt.accept-left', { count: left.length })] : []),
    ...(destroysUnnamed ? [t('doubt.accept-destroys')] : []),
    t('doubt.accept-for-good')];
}

const words = (label, testId) => el('label', {}, t(label), el('input', { name: 'text', type: 'text', required: true, 'data-testid': testId }));

/** Whoever was registered before the gap and was not confirmed since; pages of people, since they may be thousands. */
async function waiting(standing, again) {
  const list = el('ul', { className: 'links' });
  const nobody = el('p', { className: 'note', 'data-testid': 'nobody-waits', hidden: true }, t('doubt.nobody-waits'));
  const more = el('button', { type: 'button', className: 'quiet', 'data-testid': 'waiting-more', hidden: true }, t('doubt.more'));
  const confirmed = new Set(standing.confirmedPersons);
  const waits = person => person.standing !== 'ERASED' && !confirmed.has(person.personId) && Date.parse(person.registeredAt) <= Date.parse(standing.nosMissingSince);
  let cursor = '';
  const next = async () => {
    const found = [];
    do {
      const page = await get('/api/persons', { cursor, limit: 100 });
      found.push(...page.items.filter(waits));
      cursor = page.next;
    } while (cursor && !found.length);
    list.append(...await Promise.all(found.map(person => item(person, again))));
    more.hidden = !cursor;
    nobody.hidden = list.children.length > 0;
  };
  more.addEventListener('click', action(next));
  await next();
  return el('article', { 'data-testid': 'waiting' }, el('h3', {}, t('doubt.waiting')), el('p', { className: 'note' }, t('doubt.waiting-lead')), nobody, list, more);
}

async function item(person, again) {
  const name = await nameOf(person.personId) || person.personId;
  const confirm = again(event => post(`${PATH}/confirmed-persons/${person.personId}`, Object.fromEntries(new FormData(event.target))));
  return el('li', { 'data-testid': 'waits', 'data-person': person.personId },
    el('form', { className: 'fields', onsubmit: confirm, 'aria-label': name },
      el('strong', {}, name),
      words('doubt.known-how', 'known-how'),
      el('p', {}, el('button', { type: 'submit', 'data-testid': 'confirm-person', 'aria-label': t('doubt.confirm-of', { name }) }, t('doubt.confirm')))));
}
