import { get, post } from './api.js';
import { keepingTyped, steadyRows } from './calm.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { calendarDay, moment, t } from './words.js';

const PATH = '/api/governance/bulk-uses';
const steady = steadyRows();
const EXAMINE = `${PATH}/examination`;

/** Which accounts looked at many people on one day, and a field for what an officer found out about it. */
export async function showBulkUses(section) {
  const { waiting } = await get(PATH);
  const rows = await Promise.all(waiting.map(one => steady(`${one.actor} ${one.kind} ${one.day}`, one, () => row(one, section))));
  keepingTyped(section, () => section.replaceChildren(
    el('h2', { id: 'bulk-title', tabIndex: -1 }, t('bulk.title')),
    el('p', { className: 'note' }, t('bulk.lead')),
    ...(rows.length ? rows : [el('p', { className: 'empty', 'data-testid': 'bulk-none' }, t('bulk.none'))])));
}

async function row(use, section) {
  const { name } = await get(`/api/staff/${use.actor}`);
  return el('article', { 'data-testid': 'bulk-use', 'data-keep': `${use.actor} ${use.kind} ${use.day}` },
    el('h3', {}, t(`bulk.${use.kind}`, { count: use.count })),
    el('p', {}, t('bulk.who', { who: name ?? use.actor, day: calendarDay(use.day), moment: moment(use.at) })),
    ...(may(`POST ${EXAMINE}`) ? [form(use, section)] : []));
}

function form({ actor, kind, day }, section) {
  const run = action(async event => {
    await post(EXAMINE, { actor, kind, day, text: new FormData(event.target).get('text') });
    await showBulkUses(section);
    section.querySelector('h2').focus();
  });
  return el('form', { className: 'fields', onsubmit: run },
    el('label', {}, t('bulk.found'), el('input', { name: 'text', type: 'text', required: true, 'data-testid': 'bulk-found' })),
    el('p', {}, el('button', { type: 'submit', 'data-testid': 'bulk-examine' }, t('bulk.examine'))));
}
