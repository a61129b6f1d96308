import { get, send } from './api.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { t } from './words.js';

/**
 * What is written about who asks, read when somebody asks for it, and put right part by part. The server keeps the right
 * version and destroys the wrong one; the request is answered by itself, since more than one part may be wrong.
 */
export function corrections({ personId, requestId }) {
  const path = `/api/persons/${personId}`;
  if (!may('PUT /api/persons/{id}/details')) return null;
  const shown = el('div', {});
  const open = async said => {
    const now = await get(`${path}/details`);
    shown.replaceChildren(
      ...(said ? [el('p', { role: 'status', 'data-testid': 'correct-done' }, t('correct.done'))] : []),
      part('correct-person', t('correct.person'), { name: now.name, email: now.email }, now.record, `${path}/details`),
      ...now.representatives.map(one => part('correct-signer', t(`correct.${one.role}`), { name: one.name, authority: one.authority }, one.record,
        `${path}/representatives/${one.representativeId}/details`)));
  };
  const part = (testId, title, values, replaces, to) => el('form', { className: 'fields', 'data-testid': testId, onsubmit: action(async event => {
    await send('PUT', to, { ...Object.fromEntries(new FormData(event.target)), replaces, requestId });
    await open(true);
  }) },
  el('h4', {}, title),
  ...Object.entries(values).map(([name, value]) => el('label', {}, t(`correct.${name}`), el('input', { name, type: 'text', value, required: name !== 'email', 'data-testid': `${testId}-${name}` }))),
  el('p', {}, el('button', { type: 'submit', 'data-testid': `${testId}-do` }, t('correct.do'))));
  return el('div', {}, el('p', {}, el('button', { type: 'button', className: 'quiet', 'data-testid': 'correct-read', onclick: action(() => open(false)) }, t('correct.read'))), shown);
}
