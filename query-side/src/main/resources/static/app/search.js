import { get, post } from './api.js';
import { keepingFocus } from './calm.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { moment, t } from './words.js';

const PATH = '/api/governance/detection';
const EVERY_MILLIS = 10_000;

/** How far looking for faces has come, whether the library is looked through again, and what of it waits for a human. */
export async function showSearch(section) {
  await draw(section);
  setInterval(() => draw(section).catch(() => {}), EVERY_MILLIS);
}

async function draw(section) {
  const search = await get(PATH);
  if (section.contains(document.activeElement) && document.activeElement.tagName === 'BUTTON') return;
  keepingFocus(section, () => section.replaceChildren(
    el('h2', { id: 'search-title', tabIndex: -1 }, t('search.title')),
    el('p', { className: 'note' }, t('search.lead', { pixels: search.smallestFacePixels, detector: search.detector })),
    ...(search.beingSearched ? [el('p', { 'data-testid': 'search-new' }, t('search.being-searched', { count: search.beingSearched }))] : []),
    el('p', { 'data-testid': 'search-again' }, t(search.outdated ? 'search.outdated' : 'search.current', { count: search.outdated, looked: search.looked })),
    ...(search.paused ? [el('p', { className: 'alarm', 'data-testid': 'search-paused' }, t('search.paused'))] : []),
    ...switchOf(search, section),
    ...toSettle(search)));
}

function switchOf({ paused }, section) {
  const path = `${PATH}/${paused ? 'resume' : 'pause'}`;
  if (!may(`POST ${path}`)) return [];
  const run = action(async event => {
    await post(path, {});
    event.target.blur();
    await draw(section);
    section.querySelector('h2').focus();
  });
  return [el('p', {}, el('button', { type: 'button', className: 'quiet', 'data-testid': 'search-switch', onclick: run }, t(paused ? 'search.resume' : 'search.pause')))];
}

function toSettle({ toSettle: marks, settleDays }) {
  if (!marks.length) return [];
  return [
    el('h3', {}, t('search.settle')),
    el('p', { className: 'note' }, t('search.settle-lead', { days: settleDays })),
    el('ul', { 'data-testid': 'search-settle' }, ...marks.map(mark =>
      el('li', mark.overdue ? { className: 'alarm', 'data-testid': 'search-overdue' } : {},
        el('a', { href: `/#${mark.photoId}` }, t(mark.overdue ? 'search.settle-overdue' : 'search.settle-one', { moment: moment(mark.by) })))))];
}
