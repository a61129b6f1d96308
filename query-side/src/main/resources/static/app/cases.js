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
  t(`cases.scope.${one.scope}`), one.closedAt ? t('cases.closed', { moment: moment(one.closedAt) }) : t('cases.due', { day: calendarDay(one.dueOn) }),
  one.heldUntil && t('cases.held', { moment: moment(one.heldUntil) }), one.parked.length && t('cases.parked', { count: one.parked.length }),
  one.alarm && t(`cases.${one.alarm}`)]);

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

async function step({ event, at, by, role, reason, codes }) {
  return el('li', {}, t('cases.step', { moment: moment(at), who: await who(by), role }), el('br'), el('code', {}, [event, ...codes, reason].filter(Boolean).join(' · ')));
}

async function who(by) {
  if (by === 'person') return t('cases.person');
  if (!by.includes('_') || !may('GET /api/staff/{id}')) return by;
  return (await get(`/api/staff/${by}`)).name || by;
}
