import { get } from './api.js';
import { keepingTyped } from './calm.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { calendarDay, moment, t } from './words.js';

const ERASURES = '/api/erasure-cases';
const REQUESTS = '/api/rights-requests';
const AT_ONCE = 50;

/** Every case, open and closed, to read how it was handled: by codes, accounts and days, without a name of anybody. */
export async function showCases(section) {
  const parts = await Promise.all([part(ERASURES, 'erasures', erasure), part(REQUESTS, 'requests', request)]);
  keepingTyped(section, () => section.replaceChildren(
    el('h2', { id: 'cases-title', tabIndex: -1 }, t('cases.title')),
    el('p', { className: 'note' }, t('cases.lead')),
    ...parts));
}

/** Pages of them, since they may be thousands. */
async function part(path, name, row) {
  const list = el('ul', { className: 'links', 'data-testid': `cases-${name}` });
  const more = el('button', { type: 'button', className: 'quiet', 'data-testid': `cases-${name}-more`, hidden: true }, t('cases.more'));
  let cursor = '';
  const next = async () => {
    const page = await get(path, { cursor, limit: AT_ONCE });
    list.append(...page.items.map(row));
    cursor = page.next ?? '';
    more.hidden = !cursor;
  };
  more.addEventListener('click', action(next));
  await next();
  return el('div', {}, el('h3', {}, t(`cases.${name}`)), list.children.length ? list : el('p', { className: 'empty' }, t('cases.none')), more);
}

const erasure = one => item(one.erasureCaseId, `${ERASURES}/${one.erasureCaseId}`, [
  t(`cases.scope.${one.scope}`), ended(one), one.todo.length && t('cases.todo', { what: one.todo.map(said).join(', ') }),
  one.heldUntil && t('cases.held', { moment: moment(one.heldUntil) }), one.parked.length && t('cases.parked', { count: one.parked.length }),
  one.alarm && t(`cases.${one.alarm}`)]);

/** Closed is what live systems are done with; copies outside them may still wait for something. */
function ended({ closedAt, dueOn, awaited }) {
  if (!closedAt) return t('cases.due', { day: calendarDay(dueOn) });
  return t(awaited.length ? 'cases.closed-here' : 'cases.closed', { moment: moment(closedAt), what: awaited.map(said).join(', ') });
}

const request = one => item(one.requestId, `${REQUESTS}/${one.requestId}`, [
  t(`requests.${one.right}`), one.overAt ? t('cases.closed', { moment: moment(one.overAt) }) : t('cases.due', { day: calendarDay(one.dueOn) }),
  one.alarm && t(`cases.${one.alarm}`)]);

/** Folded away; what happened is read when somebody opens it. */
function item(id, path, says) {
  const steps = el('ol', { 'data-testid': 'case-steps' });
  const details = el('details', { 'data-testid': 'case', 'data-case': id }, el('summary', {}, says.filter(Boolean).join(' · ')), el('p', { className: 'note' }, id), steps);
  details.addEventListener('toggle', action(async () => {
    if (!details.open || steps.hasChildNodes()) return;
    const replay = await get(`${path}/history`);
    steps.replaceChildren(...await Promise.all(replay.steps.map(step)));
  }));
  return el('li', {}, details);
}

/** A code in words: each kind of code has its own. */
const said = code => ['cases.code', 'cases.scope', 'cases', 'requests'].map(kind => [`${kind}.${code}`, t(`${kind}.${code}`)]).find(([key, words]) => words !== key)?.[1] ?? code;

/** In words, and small below it as the history has it, to be held against the history itself. */
async function step({ event, at, by, role, reason, codes }) {
  return el('li', {}, el('strong', {}, t(`cases.event.${event}`)), codes.length ? `: ${codes.map(said).join(', ')}` : null,
    el('p', { className: 'note' }, t('cases.step', { moment: moment(at), who: await who(by, role) }), el('br'), el('code', {}, [event, ...codes, reason].filter(Boolean).join(' · '))));
}

const SYSTEM = 'system:';

async function who(by, role) {
  if (by === 'person') return t('cases.person');
  if (by.startsWith(SYSTEM)) return t('cases.system', { duty: by.slice(SYSTEM.length) });
  const name = by.startsWith('acc_') && may('GET /api/staff/{id}') ? (await get(`/api/staff/${by}`)).name : '';
  const as = t(`accounts.role-short.${role}`);
  return as.startsWith('accounts.') ? name || by : `${name || by} (${as})`;
}
