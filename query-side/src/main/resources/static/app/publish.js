import { post } from './api.js';
import { action, el } from './dom.js';
import { CHANNELS, reasons } from './status.js';
import { t } from './words.js';

const WORLDWIDE = ['WEBSITE', 'SOCIAL_MEDIA'];

function choice(name, values, words, value) {
  return el('select', { name }, ...values.map(one => el('option', { value: one, selected: one === value }, t(`${words}.${one}`))));
}

/** Asks whether this version may be used, and shows the verdict with its reasons. */
export function publishPanel(photo, version, channel, context) {
  const verdict = el('div', { 'aria-live': 'polite' });
  const ask = async event => {
    const asked = Object.fromEntries(new FormData(event.target));
    const body = { photoId: photo.photoId, renditionId: version.renditionId, ...asked, context: asked.context || 'general' };
    const answer = await post('/api/publications', body);
    const yes = answer.verdict === 'CLEARED';
    verdict.replaceChildren(el('div', { className: `verdict ${yes ? 'GREEN' : 'RED'}`, 'data-testid': 'verdict', 'data-verdict': answer.verdict },
      `${yes ? '✓' : '✕'} ${t(`detail.${answer.verdict}`)}`, answer.reasons.length ? el('ul', {}, ...reasons(answer.reasons)) : null));
  };
  const territory = choice('territory', ['WORLD', 'EEA', 'NL'], 'territory', WORLDWIDE.includes(channel) ? 'WORLD' : 'EEA');
  const form = el('form', { className: 'fields', 'data-testid': 'publish', onsubmit: action(ask) },
    el('label', {}, t('filter.channel'), choice('channel', CHANNELS, 'channel', channel)),
    el('label', {}, t('detail.territory'), territory),
    el('label', {}, t('detail.subject'), el('input', { name: 'context', value: context, placeholder: 'general' })),
    el('label', {}, t('detail.destination'), el('input', { name: 'destination', required: true, maxLength: 500, placeholder: t('detail.destination-hint') })),
    el('div', { className: 'row' }, el('button', { 'data-testid': 'ask' }, t('detail.ask'))), verdict);
  return el('section', {}, el('h3', {}, t('detail.publish')), form);
}
