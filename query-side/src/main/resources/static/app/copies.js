import { get, nameOf, post } from './api.js';
import { keepingFocus } from './calm.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { t } from './words.js';

const SETTLE = 'POST /api/photos/{id}/copies/{other}';

const preview = id => el('img', { src: `/api/photos/${id}/preview`, alt: t('copies.picture'), width: 160, loading: 'lazy' });

/** Of which other photos this one is, or may be, a copy: with their pictures, and where nobody said it yet with the question. */
export function copiesPanel(photoId, act) {
  const section = el('section', { 'data-testid': 'copies', hidden: true });
  if (!may('GET /api/photos/{id}/copies')) return section;
  get(`/api/photos/${photoId}/copies`).then(copies => {
    section.hidden = copies.length === 0;
    section.replaceChildren(el('h3', {}, t('copies.title')),
      el('ul', { className: 'links' }, ...copies.map(copy => one(photoId, copy, act))));
  }).catch(() => {});
  return section;
}

function one(photoId, copy, act) {
  const name = el('strong', {}, '');
  nameOf(copy.photoId).then(known => { name.textContent = known; });
  return el('li', { 'data-testid': 'copy', 'data-standing': copy.standing },
    preview(copy.photoId), name,
    el('p', { className: 'note' }, t(`copies.${copy.standing}`)),
    copy.pressing ? el('p', { className: 'alarm', 'data-testid': 'copy-pressing' }, t(isSame(copy) ? 'copies.pressing-same' : 'copies.pressing')) : null,
    (copy.standing === 'PROPOSED' || copy.pressing) && may(SETTLE) ? question(photoId, copy.photoId, isSame(copy), act) : null);
}

const isSame = copy => copy.standing === 'SAME_PIXELS';

/** Of equal pixels nobody can say that they are another picture: then there is one thing to press. */
function question(photoId, other, same, act) {
  const answer = yes => act(() => post(`/api/photos/${photoId}/copies/${other}`, { same: yes }));
  return el('div', {}, el('p', { className: 'note' }, t(same ? 'copies.lead-same' : 'copies.lead')),
    el('div', { className: 'row' },
      el('button', { type: 'button', 'data-testid': 'copy-same', onclick: answer(true) }, t(same ? 'copies.carry' : 'copies.same')),
      same ? null : el('button', { type: 'button', className: 'quiet', 'data-testid': 'copy-other', onclick: answer(false) }, t('copies.other'))));
}

/** Everything that waits for somebody to say whether two photos are copies of each other. */
export async function showCopies(section) {
  const { pictures, askedToday, waiting } = await get('/api/copies');
  const again = run => action(async event => { await run(event); await showCopies(section); });
  keepingFocus(section, () => section.replaceChildren(
    el('h2', { id: 'copies-title', tabIndex: -1 }, t('copies.waiting')),
    ...(pictures.finished ? [] : [el('p', { className: 'alarm' }, t('copies.reading', { read: pictures.read, photos: Math.max(pictures.photos, 0) }))]),
    el('p', { className: 'note' }, t('copies.asked', { count: askedToday })),
    waiting.length
      ? el('ul', { className: 'links' }, ...waiting.map(pair => el('li', { 'data-testid': 'copy-waiting', 'data-keep': `${pair.photoId} ${pair.otherId}` },
        el('div', { className: 'row' }, preview(pair.photoId), preview(pair.otherId)),
        pair.pressing ? el('p', { className: 'alarm' }, t('copies.is-amber')) : null,
        may(SETTLE) ? question(pair.photoId, pair.otherId, pair.samePixels, again) : null)))
      : el('p', { className: 'note' }, t('copies.none'))));
}
