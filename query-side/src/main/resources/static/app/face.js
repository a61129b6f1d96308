import { all, get, nameOf, post, send } from './api.js';
import { coveredForGood, inOrder, labelOf } from './boxes.js';
import { el } from './dom.js';
import { may } from './may.js';
import { t } from './words.js';

const SIGHTING = 'POST /api/photos/{id}/faces/{face}/sighting';

const ENROLMENT = 'POST /api/persons/{id}/faceprint';

/** What can be said about one marked person. */
export function facePanel(photo, faceId, act, go, say) {
  const faces = inOrder(photo);
  const number = faces.findIndex(face => face.faceId === faceId);
  if (asked && !asked.isOf(photo, faces[number])) asked = null;
  if (number < 0) return faces.length && may(SIGHTING) ? el('section', {}, el('p', { className: 'note' }, t('face.pick'))) : null;
  const face = faces[number];
  const path = pathOf(photo, face);
  const panel = el('section', { 'data-testid': 'face-panel' }, el('h3', {}, t('face.title', { number: number + 1, count: faces.length })), cut(path, number));
  const beside = neighbours(faces, number, go);
  if (beside) panel.append(beside);
  if (face.standing === 'SIGHTED') panel.append(linked(photo, face, path, act, say));
  else if (face.standing === 'ERASED') panel.append(el('p', { className: 'note', 'data-testid': 'erased' }, t(coveredForGood(photo).includes(faceId) ? 'face.erased-covered' : 'photo.face-erased')));
  else if (may(SIGHTING)) panel.append(...undecided(photo, face, path, act));
  else panel.append(standing(face));
  return panel;
}

const pathOf = (photo, face) => `/api/photos/${photo.photoId}/faces/${face.faceId}`;

let looks = 0;

/** As sharp as the original is: in the small picture of many people nobody can be told from another. */
const cut = (path, number) => el('img', { className: 'cut', src: `${path}/cut?look=${looks += 1}`, alt: t('face.cut', { number: number + 1 }), 'data-testid': 'cut' });

function neighbours(faces, number, go) {
  const to = (id, step) => el('button', { type: 'button', className: 'quiet', 'data-testid': `face-${id}`, onclick: () => go(faces[(number + step + faces.length) % faces.length].faceId) }, t(`face.${id}`));
  return faces.length > 1 ? el('div', { className: 'row' }, to('previous', -1), to('next', 1)) : null;
}

const withName = async (person, show) => show(await nameOf(person) || t('face.someone'));

const ONE_PERSON = 'POST /api/photos/{id}/faces/one-person';

/** Why one person has several faces here; asked as long as nobody said. */
function twice(photo, face, act) {
  const open = photo.renditions.some(version => version.status.some(status => status.reasons.some(reason => reason.code === 'photo.person-twice' && reason.faceId === face.faceId)));
  if (!open || !may(ONE_PERSON)) return null;
  const faces = photo.faces.filter(one => one.personId === face.personId && one.standing === 'SIGHTED').map(one => one.faceId);
  const say = because => act(() => post(`/api/photos/${photo.photoId}/faces/one-person`, { faces, because }));
  return el('div', { 'data-testid': 'twice' },
    el('p', { className: 'note' }, t('face.twice', { count: faces.length })),
    el('div', { className: 'row' }, ...['MIRROR', 'POSTER', 'COLLAGE'].map(because =>
      el('button', { type: 'button', className: 'quiet', 'data-testid': `twice-${because}`, onclick: say(because) }, t(`face.${because}`)))));
}

const REASONS = ['ANOTHER_PERSON', 'NOT_A_PERSON', 'WRONG_PLACE', 'ASKED_FOR'];

/** The mark for which the server asked why a no is undone, as long as it is looked at and leads to the same person. */
let asked = null;

const question = (path, personId) => ({ isOf: (photo, face) => face !== undefined && face.personId === personId && path === pathOf(photo, face) });

function unlink(face, path, act) {
  const undo = el('button', { type: 'button', className: 'quiet', 'data-testid': 'unlink', onclick: act(() => send('DELETE', `${path}/sighting`).catch(refused => {
    if (refused.code !== 'photo.reason-needed') throw refused;
    asked = question(path, face.personId);
  })) });
  withName(face.personId, name => { undo.textContent = t('face.unlink', { name }); });
  return undo;
}

/** Of somebody who said no; the server refuses without one of these. */
const reasons = (path, act) => el('div', { 'data-testid': 'undo-why' },
  el('p', { className: 'note', role: 'alert' }, t('face.undo-why')),
  el('div', { className: 'row' }, ...REASONS.map(because =>
    el('button', { type: 'button', className: 'quiet', 'data-testid': `undo-${because}`, onclick: act(async () => { await send('DELETE', `${path}/sighting?because=${because}`); asked = null; }) }, t(`undo.${because}`))),
    el('button', { type: 'button', className: 'quiet', 'data-testid': 'undo-cancel', onclick: act(() => { asked = null; }) }, t('detail.cancel'))));

function linked(photo, face, path, act, say) {
  const who = el('p', {});
  withName(face.personId, name => { who.textContent = t('face.identified', { name }); });
  const undo = asked ? reasons(path, act) : unlink(face, path, act);
  return el('div', {}, who, may(`DELETE ${SIGHTING.slice('POST '.length)}`) ? undo : null, enrolment(photo, face, act, say), twice(photo, face, act));
}

/** Offered only under a live consent to recognition; what is wrong with the face is said by the refusal. */
function enrolment(photo, face, act, say) {
  if (!may(ENROLMENT)) return null;
  const holder = el('div', {});
  const path = `/api/persons/${face.personId}`;
  Promise.all([get(path), get(`/api/collections/${photo.collectionId}`)]).then(async ([person, shoot]) => {
    const name = await nameOf(face.personId) || t('face.someone');
    if (person.standing !== 'NORMAL' || !person.grants.some(grant => grant.live && grant.terms.purpose === 'RECOGNITION')) {
      holder.append(el('p', { className: 'note', 'data-testid': 'no-enrolment' }, t('face.no-recognition', { name })));
      return;
    }
    if (shoot.recognitionPolicy.mode === 'DETECT_ONLY') {
      holder.append(el('p', { className: 'note', 'data-testid': 'no-enrolment' }, t('face.only-found')));
      return;
    }
    const enrol = act(async () => {
      say(t('face.enrolling', { name }));
      await post(`${path}/faceprint`, { photoId: photo.photoId, faceId: face.faceId }).catch(refused => { say(''); throw refused; });
      say(t('face.enrolled', { name }));
    });
    holder.append(el('button', { type: 'button', className: 'quiet', 'data-testid': 'enrol', onclick: enrol }, t(person.enrolled ? 'face.enrol-too' : 'face.enrol', { name })));
  }).catch(() => {});
  return holder;
}

/** For whoever may look and not decide. */
function standing(face) {
  const what = el('p', {});
  labelOf(face).then(label => { what.textContent = label; });
  return what;
}

function undecided(photo, face, path, act) {
  const link = personId => post(`${path}/sighting`, { personId });
  return [
    ...face.suggestions.map(suggestion => suggested(suggestion, act(() => link(suggestion.personId)))),
    byHand(photo, link, act, face),
    el('div', { className: 'row' },
      button('unregistered', face.standing === 'UNREGISTERED', t('face.unregistered'), act(() => post(`${path}/unregistered`))),
      button('no-person', face.dismissal === 'NOT_A_PERSON', t('face.no-person'), act(() => post(`${path}/dismissal`, { reason: 'NOT_A_PERSON' }))),
      button('unrecognisable', face.dismissal === 'NOT_RECOGNISABLE', t('face.unrecognisable'), act(() => post(`${path}/dismissal`, { reason: 'NOT_RECOGNISABLE' })))),
  ];
}

function button(id, isSo, text, onclick) {
  return isSo ? el('strong', { className: 'note' }, `✓ ${text}`) : el('button', { type: 'button', className: 'quiet', 'data-testid': id, onclick }, text);
}

function suggested(suggestion, onclick) {
  const question = el('p', {});
  const yes = el('button', { type: 'button', 'data-testid': 'confirm', onclick });
  withName(suggestion.personId, name => {
    question.textContent = `${t('face.suggested', { name })} (${t(`face.${suggestion.band.toLowerCase()}`)})`;
    yes.textContent = t('face.yes', { name });
  });
  return el('div', {}, question, suggestion.close ? el('p', { className: 'note' }, t('face.close')) : null, yes);
}

/** Those who take part in the shoot come first; everybody else after them. */
async function candidates(photo) {
  const [collection, persons] = await Promise.all([get(`/api/collections/${photo.collectionId}`), all('/api/persons')]);
  const here = new Set(collection.participants);
  const ids = [...here, ...persons.map(person => person.personId).filter(id => !here.has(id))];
  const named = await Promise.all(ids.map(async id => ({ id, name: await nameOf(id) })));
  return named.filter(one => one.name);
}

function byHand(photo, link, act, face) {
  const list = el('ul', { className: 'people', hidden: true, 'data-testid': 'people' });
  let known = null;
  const show = async () => {
    known ??= candidates(photo).catch(refused => { known = null; throw refused; });
    const all = await known;
    // what stands in the field by now, not what stood there when it was asked
    const search = input.value;
    const found = all.filter(one => one.name.toLocaleLowerCase().includes(search.toLocaleLowerCase())).slice(0, 30);
    list.hidden = found.length === 0;
    nobody.textContent = search.trim() && !found.length ? t('face.nobody-so-named', { name: search.trim() }) : '';
    list.replaceChildren(...found.map(one => el('li', {}, el('button', { type: 'button', 'data-person': one.id, onclick: act(() => link(one.id)) }, one.name))));
  };
  const nobody = el('p', { className: 'note', role: 'status', 'data-testid': 'nobody-so-named' });
  const input = el('input', { type: 'search', placeholder: t('face.search'), 'aria-label': t('face.search'), autocomplete: 'off', 'data-testid': 'search-person', 'data-keep': `search-${face.faceId}`,
    onfocus: show, oninput: show });
  return el('div', { className: 'fields' }, el('label', {}, t('face.other'), input), list, nobody);
}
