import { el } from './dom.js';
import { t } from './words.js';

/**
 * A list for a form, of which nothing is chosen beforehand where there is a choice: what is recorded as somebody's reason
 * was chosen by somebody, and the form is not sent without it.
 */
export function choose(words, codes, attributes) {
  const options = codes.map(code => el('option', { value: code }, t(`${words}.${code}`)));
  return el('select', { required: true, ...attributes }, codes.length > 1 ? el('option', { value: '' }, t('choose')) : null, ...options);
}
