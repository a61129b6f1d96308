import { post } from './api.js';
import { $, action } from './dom.js';
import { chooseLanguage, otherLanguage, t } from './words.js';

/** What every page of staff has at its top: the other language, and the way out. */
export function tools() {
  new ResizeObserver(([bar]) => document.documentElement.style.setProperty('--bar', `${bar.target.offsetHeight}px`)).observe($('.bar'));
  $('#language').textContent = t('language');
  $('#language').lang = otherLanguage;
  $('#language').addEventListener('click', () => chooseLanguage(otherLanguage));
  $('#logout').addEventListener('click', action(async () => { await post('/logout'); location.assign('/login'); }));
}
