import { get, post } from './api.js';
import { calm } from './calm.js';
import { choose } from './choose.js';
import { el } from './dom.js';
import { may } from './may.js';
import { moment, t } from './words.js';

const LOOK = 'POST /api/photos/{id}/looks';
const SEES_LAWFULLY = 'GET /api/photos/{id}/looks';

let ending;

/**
 * Runs when a time is over that the server counted. Its clock and the browser's may be far apart, and a browser that is told
 * to wait for more than 24 days does not wait at all: only how much is left is believed.
 */
function when(secondsLeft, run) {
  clearTimeout(ending);
  ending = setTimeout(run, (secondsLeft + 1) * 1000);
}

/** Whoever may not be shown is covered; who has to see them says why, and that is written down. */
export function uncoverPanel(photo, act, say, afterwards) {
  if (!may(LOOK)) return null;
  const reasons = may(SEES_LAWFULLY) ? ['MARK', 'REQUEST', 'LEGAL_CLAIM', 'RIGHTS_OF_OTHERS'] : ['MARK'];
  const reason = choose('look', reasons, { 'aria-label': t('look.reason'), 'data-testid': 'look-reason', 'data-keep': 'look-reason' });
  const over = () => calm().then(afterwards);
  const look = act(async () => {
    const { until, secondsLeft } = await post(`/api/photos/${photo.photoId}/looks`, { reason: reason.value });
    say(t(reason.value === 'MARK' ? 'look.mark-until' : 'look.until', { moment: moment(until) }));
    when(secondsLeft, over);
  });
  const lead = el('p', { className: 'note', 'data-testid': 'look-lead' }, t('look.lead'));
  const panel = el('section', { 'data-testid': 'look', hidden: true },
    lead, el('form', { className: 'row', onsubmit: look }, reason, el('button', { className: 'quiet', 'data-testid': 'look-ask' }, t('look.ask'))));
  // where nobody is covered nobody has to say why
  get(`/api/photos/${photo.photoId}/covers`).then(({ places = 0, now = 0, until, secondsLeft = 0 }) => {
    panel.hidden = places === 0;
    if (!until) return;
    lead.textContent = t(now ? 'look.mark-until' : 'look.until', { moment: moment(until) });
    when(secondsLeft, over);
  }).catch(() => {});
  return panel;
}
