import { get, nameOf, post } from './api.js';
import { el, toast } from './dom.js';
import { maySayForShoot, sayForShoot } from './lines.js';
import { may } from './may.js';
import { t } from './words.js';

const WORDS = 'GET /api/photos/{id}/file-words';
const DRAW = 'POST /api/photos/{id}/faces';
const SIGHTING = 'POST /api/photos/{id}/faces/{face}/sighting';

/** Whether it was open, so that drawing anew does not close it. */
let opened = { photo: '', is: false };

/** What the file said beside its picture: opened when asked for, since each reading of names is written down. */
export function fileWordsPanel(photo, act) {
  if (photo.closed || !may(WORDS)) return null;
  if (opened.photo !== photo.photoId) opened = { photo: photo.photoId, is: false };
  const content = el('div', { 'aria-live': 'polite' });
  const show = async () => {
    try {
      const said = await get(`/api/photos/${photo.photoId}/file-words`);
      content.replaceChildren(...offered(photo, said, act));
    } catch (refused) {
      toast(refused.message);
    }
  };
  const panel = el('details', { open: opened.is, 'data-testid': 'file-words' }, el('summary', { 'data-testid': 'file-words-open' }, t('file.title')), content);
  panel.addEventListener('toggle', () => {
    opened.is = panel.open;
    if (panel.open && !content.hasChildNodes()) show();
  });
  return el('section', {}, panel);
}

function offered(photo, said, act) {
  const nothing = !said.places.length && !said.alsoNamed.length && !said.namesOfOthers && !said.madeBy && !said.location;
  if (nothing) return [el('p', { className: 'note', 'data-testid': 'file-nothing' }, t('file.nothing'))];
  return [
    said.places.length ? el('p', {}, t('file.places', { count: said.places.length })) : null,
    said.places.length ? el('ol', { className: 'why', 'data-testid': 'file-places' }, ...said.places.map((place, number) => placed(photo, place, number, act))) : null,
    said.alsoNamed.length ? named(said.alsoNamed) : null,
    said.namesOfOthers ? el('p', { className: 'note', 'data-testid': 'file-others' }, t('file.others', { count: said.namesOfOthers })) : null,
    said.madeBy ? made(photo, said.madeBy, act) : null,
    said.location ? el('p', { 'data-testid': 'file-location' }, t('file.location', said.location)) : null,
  ].filter(Boolean);
}

/** Whoever took the photos reads first what would leave with every file. */
function made(photo, by, act) {
  const lines = Object.fromEntries(['creator', 'credit', 'copyright'].filter(name => by[name]).map(name => [name, by[name]]));
  return el('div', { 'data-testid': 'file-made' },
    el('p', {}, t('file.made')),
    el('ul', { className: 'why' }, ...Object.entries(lines).map(([name, text]) => el('li', {}, `${t(`lines.${name}`)}: ${text}`))),
    maySayForShoot() ? el('button', { type: 'button', className: 'quiet', 'data-testid': 'file-use', onclick: act(async () => { await sayForShoot(photo.collectionId, lines); toast(t('lines.saved')); }) }, t('file.use')) : null);
}

/** In words, for whoever does not see the picture. */
const where = box => t('file.where', { across: Math.round((box.x + box.width / 2) * 100), down: Math.round((box.y + box.height / 2) * 100) });

function placed(photo, place, number, act) {
  const line = el('li', {}, `${where(place.box)} `);
  const mark = async () => place.faceId ?? (await post(`/api/photos/${photo.photoId}/faces`, { box: place.box, kind: 'FACE' })).faceId;
  if (place.faceId) line.append(el('span', { className: 'note' }, t('file.marked')));
  else if (may(DRAW)) line.append(el('button', { type: 'button', className: 'quiet', 'data-testid': `file-mark-${number}`, onclick: act(mark) }, t('file.mark', { number: number + 1 })));
  const face = photo.faces.find(one => one.faceId === place.faceId);
  if (may(SIGHTING) && face?.standing !== 'SIGHTED' && face?.standing !== 'ERASED') line.append(...place.maybe.map(person => link(photo, person, mark, act)));
  return line;
}

function link(photo, person, mark, act) {
  const button = el('button', { type: 'button', className: 'quiet', 'data-testid': 'file-name', 'data-person': person,
    onclick: act(async () => post(`/api/photos/${photo.photoId}/faces/${await mark()}/sighting`, { personId: person })) });
  nameOf(person).then(name => { button.textContent = t('file.is', { name: name || t('face.someone') }); });
  return button;
}

function named(people) {
  const line = el('p', { 'data-testid': 'file-also' });
  Promise.all(people.map(nameOf)).then(names => { line.textContent = t('file.also', { names: names.filter(Boolean).join(', ') }); });
  return line;
}
