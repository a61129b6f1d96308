import { get, post } from './api.js';
import { calm } from './calm.js';
import { el } from './dom.js';
import { may } from './may.js';
import { moment, t } from './words.js';

const LOOK = 'POST /api/photos/{id}/looks';
const SEES_LAWFULLY = 'GET /api/photos/{id}/looks';

/** Whoever may not be shown is covered; who has to see them says why, and that is written down. */
export function uncoverPanel(photo, act, say, afterwards) {
  if (!may(LOOK)) return null;
  const reasons = may(SEES_LAWFULLY) ? ['MARK', 'REQUEST', 'LEGAL_CLAIM', 'RIGHTS_OF_OTHERS'] : ['MARK'];
  const reason = el('select', { 'aria-label': t('look.reason'), 'data-testid': 'look-reason', 'data-keep': 'look-reason' },
    ...reasons.map(code => el('option', { value: code }, t(`look.${code}`))));
  const look = act(async () => {
    const { until } = await post(`/api/photos/${photo.photoId}/looks`, { reason: reason.value });
    say(t(reason.value === 'MARK' ? 'look.mark-until' : 'look.until', { moment: moment(until) }));
    setTimeout(() => calm().then(afterwards), Math.max(0, new Date(until) - Date.now()));
  });
  const panel = el('section', { 'data-testid': 'look', hidden: true },
    el('p', { className: 'note' }, t('look.lead')),
    el('div', { className: 'row' }, reason, el('button', { type: 'button', className: 'quiet', 'data-testid': 'look-ask', onclick: look }, t('look.ask'))));
  // where nobody is covered nobody has to say why
  get(`/api/photos/${photo.photoId}/covers`).then(({ places }) => { panel.hidden = places === 0; }).catch(() => {});
  return panel;
}
