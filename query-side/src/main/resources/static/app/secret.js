import { action, el } from './dom.js';
import { t } from './words.js';

/** A place for what is shown once: the same element however often what is around it is drawn, until somebody says that it was handed over. */
export const secrets = () => el('div', { 'data-testid': 'shown-once' });

/** Something that is shown once, to be copied and handed over now. */
export function shownOnce(label, secret, testId) {
  const field = el('input', { readOnly: true, value: secret, 'aria-label': label, 'data-testid': testId, onfocus: event => event.target.select() });
  const copy = el('button', { type: 'button', onclick: action(async () => { await navigator.clipboard.writeText(secret); copy.textContent = t('copied'); }) }, t('copy'));
  const box = el('div', { className: 'fresh', role: 'status' }, el('p', {}, label), el('p', { className: 'row' }, field, navigator.clipboard ? copy : null,
    el('button', { type: 'button', className: 'quiet', 'data-testid': `${testId}-done`, onclick: () => box.remove() }, t('secret.done'))));
  return box;
}

/** Boxes of which one or more may be chosen. */
export function boxes(name, legend, values, words, chosen = []) {
  return el('fieldset', {}, el('legend', {}, legend), ...values.map(value => el('label', { className: 'box' },
    el('input', { type: 'checkbox', name, value, checked: chosen.includes(value), 'data-testid': `${name}-${value}` }), ` ${words(value)}`)));
}
