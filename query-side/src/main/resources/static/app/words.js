import en from './words-en.js';
import nl from './words-nl.js';

const CATALOGUES = { en, nl };
const chosen = document.cookie.split('; ').find(c => c.startsWith('lang='))?.slice(5);
const browser = navigator.languages.map(tag => tag.slice(0, 2)).find(tag => CATALOGUES[tag]);

export const language = CATALOGUES[chosen] ? chosen : browser ?? 'en';
export const otherLanguage = language === 'en' ? 'nl' : 'en';
/** Days are written as the server's sentences beside them write them. */
const locale = { en: 'en-GB', nl: 'nl-NL' }[language];

/** The words for a key, and of one thing those for one; what has none is shown as it is, so that nothing is hidden. */
export function t(key, values = {}) {
  const words = CATALOGUES[language];
  const text = (values.count === 1 && words[`${key}.one`]) || (words[key] ?? key);
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** How far a use reaches. */
export const reach = code => (code.length === 2 && code !== 'NL' ? new Intl.DisplayNames(language, { type: 'region' }).of(code) : t(`territory.${code}`));

/** The last day of a time that ends at this instant: it ends at midnight, when the next day has begun. */
export const lastDay = instant => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(Date.parse(instant) - 1));

/** A day of the calendar, wherever the reader is. */
export const calendarDay = date => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** A moment on the reader's own clock. */
export const moment = instant => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** As the reader writes numbers. */
export const number = value => new Intl.NumberFormat(language, { maximumSignificantDigits: 6 }).format(value);

export function chooseLanguage(tag) {
  document.cookie = `lang=${tag}; path=/; max-age=31536000; samesite=lax`;
  location.reload();
}

export function translatePage() {
  document.documentElement.lang = language;
  document.querySelectorAll('[data-t]').forEach(element => { element.textContent = t(element.dataset.t); });
}
