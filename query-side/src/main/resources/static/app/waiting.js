import { get, nameOf, post } from './api.js';
import { keepingTyped } from './calm.js';
import { choose } from './choose.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { moment, t } from './words.js';

const PATH = '/api/waiting-answers';
const CONFIRM = `${PATH}/confirmation`;
const SEEN = ['IN_PERSON', 'WITH_DOCUMENT'];

/** Answers that count once a second employee has seen the person, and a button with which one says so. */
export async function showWaiting(section) {
  const { waiting } = await get(PATH);
  const rows = await Promise.all(waiting.map(one => row(one, () => showWaiting(section), section)));
  keepingTyped(section, () => section.replaceChildren(
    el('h2', { id: 'waiting-title', tabIndex: -1 }, t('waiting.title')),
    el('p', { className: 'note' }, t('waiting.lead')),
    ...(rows.length ? rows : [el('p', { className: 'empty', 'data-testid': 'waiting-none' }, t('waiting.none'))])));
}

/** The same of one person; nothing where nothing waits. */
export async function showWaitingOf(person, section) {
  const { waiting } = await get(`${PATH}?person=${person}`);
  const rows = await Promise.all(waiting.map(one => row(one, () => showWaitingOf(person, section), section)));
  section.hidden = !rows.length;
  keepingTyped(section, () => section.replaceChildren(...(rows.length
    ? [el('h2', { tabIndex: -1 }, t('waiting.title')), el('p', { className: 'note' }, t('waiting.lead')), ...rows]
    : [])));
}

async function row({ personId, grants, refused }, again, section) {
  const name = (may('POST /api/names') ? await nameOf(personId) : '') || personId.slice(0, 12);
  const seen = action(async event => {
    const { seen: how } = Object.fromEntries(new FormData(event.target));
    try {
      await post(CONFIRM, { personId, grants: grants.map(grant => grant.grantId), seen: how });
    } finally {
      // what was taken back meanwhile is not listed any more
      await again();
      section.querySelector('h2')?.focus();
    }
  });
  return el('article', { 'data-testid': 'waiting-person', 'data-keep': personId },
    el('h3', {}, name),
    el('ul', {}, ...grants.map(grant => el('li', {}, said(grant)))),
    ...confirming(refused, seen));
}

const said = ({ purpose, channels, method, givenAt }) => t('waiting.said', {
  what: purpose === 'RECOGNITION' ? t('waiting.recognition') : channels.map(channel => t(`channel.${channel}`)).join(', '),
  way: t(`waiting.by.${method}`),
  moment: moment(givenAt),
});

/** Offered to whoever may say it by now; whoever may not reads why. */
function confirming(refused, seen) {
  if (!may(`POST ${CONFIRM}`)) return [];
  if (refused) return [el('p', { className: 'note', 'data-testid': 'waiting-refused' }, t(refused))];
  return [el('form', { className: 'row', onsubmit: seen },
    el('label', {}, t('waiting.how'), ' ', choose('waiting.seen', SEEN, { name: 'seen', 'data-testid': 'waiting-how' })),
    el('button', { 'data-testid': 'waiting-confirm' }, t('waiting.confirm')))];
}
