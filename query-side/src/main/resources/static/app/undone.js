import { get, nameOf, post } from './api.js';
import { keepingFocus } from './calm.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { moment, t } from './words.js';

const PATH = '/api/governance/undone-nos';
const ACCEPT = `${PATH}/acceptance`;

/** Marks that led to somebody who said no and do so no longer, and a button with which a second person agrees. */
export async function showUndoneNos(section) {
  const { waiting } = await get(PATH);
  const rows = await Promise.all(waiting.map(one => row(one, section)));
  keepingFocus(section, () => section.replaceChildren(
    el('h2', { id: 'undone-title', tabIndex: -1 }, t('undone.title')),
    el('p', { className: 'note' }, t('undone.lead')),
    ...(rows.length ? rows : [el('p', { className: 'empty', 'data-testid': 'undone-none' }, t('undone.none'))])));
}

/** The file and its shoot, as colleagues call them; a photo that is gone has neither. */
async function called(photoId) {
  const photo = may('GET /api/photos') ? await get(`/api/photos/${photoId}`).catch(() => null) : null;
  const names = may('POST /api/names') ? await Promise.all([nameOf(photoId), photo ? nameOf(photo.collectionId) : '']) : [];
  return names.filter(Boolean).join(' · ') || photoId.slice(0, 12);
}

async function row({ photoId, faceId, because, by, at, version, leadsAgain, refused }, section) {
  const agree = action(async () => {
    try {
      await post(ACCEPT, { photoId, faceId, version });
    } finally {
      // a photo that changed meanwhile is listed with what it is now
      await showUndoneNos(section);
      section.querySelector('h2').focus();
    }
  });
  return el('article', { 'data-testid': 'undone-no', 'data-keep': `${photoId} ${faceId}` },
    el('h3', {}, t(`undo.${because}`)),
    el('p', {}, t('undone.who', { who: await who(by), moment: moment(at) })),
    el('p', { 'data-testid': 'undone-photo' }, await called(photoId), ' · ', el('a', { href: `/#${photoId}` }, t('undone.photo'))),
    leadsAgain ? el('p', { className: 'note', 'data-testid': 'undone-again' }, t('undone.again')) : null,
    ...agreeing(refused, agree));
}

/** Offered to whoever may agree by now; whoever may not reads what is missing. */
function agreeing(refused, agree) {
  if (!may(`POST ${ACCEPT}`)) return [];
  return [el('p', {}, refused
    ? el('span', { className: 'note', 'data-testid': 'undone-first' }, t(refused))
    : el('button', { type: 'button', 'data-testid': 'undone-accept', onclick: agree }, t('undone.accept')))];
}

async function who(by) {
  if (!by.includes('_')) return t(`undone.${by}`);
  const { name } = await get(`/api/staff/${by}`);
  return name ?? by;
}
