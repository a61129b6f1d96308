import { el } from '/app/dom.js';
import { language, t } from './person.js';

/** The text a person agrees to, with its first parts open; after answering it can be read again. */
export function notice(content, open) {
  const text = content.notice[language()] ?? Object.values(content.notice)[0];
  if (!text) return el('p', { className: 'card', role: 'alert', 'data-testid': 'notice-gone' }, t('noticeGone'));
  return el('section', { 'data-testid': 'notice', 'aria-label': t('read') },
    el('h2', {}, text.title),
    ...Object.entries(text.sections).map(([element, words], number) =>
      el('details', { open: number < open }, el('summary', {}, t(element)), el('p', {}, words))));
}
