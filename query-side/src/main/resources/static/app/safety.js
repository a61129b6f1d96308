import { get, post } from './api.js';
import { action, el } from './dom.js';
import { may, me } from './may.js';
import { sure } from './sure.js';
import { moment, t } from './words.js';

const ORDER = 'POST /api/persons/{id}/safeguarding';

/** Whether somebody must not be found: ordered by one officer, ended by two; nobody else reads that it is so. */
export async function safety(person) {
  if (!may(ORDER)) return () => [];
  const path = `/api/persons/${person}/safeguarding`;
  const { stands, ending } = await get(path);
  return again => [el('h3', {}, t('safe.title')), ...(stands ? held(path, ending, again) : [ordering(path, again)])];
}

function ordering(path, again) {
  const run = again(async event => {
    const { reason } = Object.fromEntries(new FormData(event.target));
    const lines = ['safe.red', 'safe.down', 'safe.faceprint', 'safe.same', 'safe.links', 'safe.two'].map(key => t(key));
    return await sure(t('safe.sure'), lines, t('safe.order')) && post(path, { reason });
  });
  return el('form', { className: 'fields', onsubmit: run },
    el('p', { className: 'note' }, t('safe.lead')),
    el('label', {}, t('safe.reason'), el('input', { name: 'reason', type: 'text', required: true, maxLength: 500, autocomplete: 'off', 'data-testid': 'safe-reason' })),
    el('p', {}, el('button', { className: 'stop', 'data-testid': 'safe-order' }, t('safe.order'))));
}

function held(path, ending, again) {
  const why = el('p', { 'data-testid': 'safe-why' });
  const read = action(async () => { why.textContent = (await get(`${path}/reason`)).text ?? t('safe.unreadable'); });
  return [
    el('p', { className: 'verdict RED', 'data-testid': 'safe-stands' }, t('safe.stands')),
    why, el('p', {}, el('button', { type: 'button', className: 'quiet', 'data-testid': 'safe-read', onclick: read }, t('safe.read'))),
    el('p', { className: 'note' }, t('safe.handover')),
    ...(ending ? [el('p', { 'data-testid': 'safe-ending' }, t(ending.by === me() ? 'safe.waits' : 'safe.asked', { moment: moment(ending.until) }))] : []),
    ending && ending.by !== me() ? button('agree', () => sure(t('safe.end-sure'), [t('safe.end-now'), t('safe.end-down')], t('safe.agree')), `${path}/ending/agreement`, again)
      : ending ? null : button('end', () => sure(t('safe.ask-sure'), [t('safe.ask-second')], t('safe.end')), `${path}/ending`, again),
  ].filter(Boolean);
}

const button = (key, asks, path, again) => el('p', {}, el('button', { type: 'button', 'data-testid': `safe-${key}`, onclick: again(async () => await asks() && post(path)) }, t(`safe.${key}`)));
