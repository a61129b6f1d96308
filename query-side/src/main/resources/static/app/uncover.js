import { get, post } from './api.js';
import { calm } from './calm.js';
import { choose } from './choose.js';
import { el } from './dom.js';
import { may } from './may.js';
import { moment, t } from './words.js';

const LOOK = 'POST /api/photos/{id}/looks';
const SEES_LAWFULLY = 'GET /api/photos/{id}/looks';

/** Whoever may not be shown is covered; who has to see them says why, and that is written down. */
export function uncoverPanel(photo, act, say, afterwards) {
  if (!may(LOOK)) return null;
  const reasons = may(SEES_LAWFULLY) ? ['MARK', 'REQUEST', 'LEGAL_CLAIM', 'RIGHTS_OF_OTHERS'] : ['MARK'];
  const reason = choose('look', reasons, { 'aria-label': t('look.reason'), 'data-testid': 'look-reason', 'data-keep': 'look-reason' });
  const look = act(async () => {
    const { until } = await post(`/api/photos/${photo.photoId}/looks`, { reason: reason.value });
    say(t(reason.value === 'MARK' ? 'look.mark-until' : 'look.until', { moment: moment(until) }));
    setTimeout(() => calm().then(afterwards), Math.max(0, new Date(until) - Date.now()));
  });
  const panel = el('section', { 'data-testid': 'look', hidden: true },
    el('p', { className: 'note' }, t('look.lead')),
    el('form', { className: 'row', onsubmit: look }, reason, el('button', { className: 'quiet', 'data-testid': 'look-ask' }, t('look.ask'))));
  // where nobody is covered nobody has to say why
  get(`/api/photos/${photo.photoId}/covers`).then(({ places }) => { panel.hidden = places === 0; }).catch(() => {});
  return panel;
}
