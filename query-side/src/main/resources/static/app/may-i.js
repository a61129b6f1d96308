import { get, nameOf, upload } from './api.js';
import { $, el } from './dom.js';
import { may, whoAmI } from './may.js';
import { chip } from './status.js';
import { tools } from './tools.js';
import { t, translatePage } from './words.js';

/** Nobody is named here, and no day is told on which somebody said something. */
const why = code => {
  const said = t(`may-i.${code}`) === `may-i.${code}` ? t(code) : t(`may-i.${code}`);
  return el('li', { 'data-code': code }, code.startsWith('consent.') ? t('may-i.somebody', { said }) : said);
};

const statuses = channels => el('ul', { className: 'status' }, ...channels.map(status => el('li', {},
  el('span', { className: 'row' }, chip(status), el('span', { className: 'note', ariaHidden: 'true' }, t(`status.${status.colour}`))),
  status.reasons.length ? el('ul', {}, ...status.reasons.map(why)) : null)));

/** Of the picture itself: the worst of all that it is. */
function says({ channels, photos }) {
  if (!channels.length) return el('section', { className: 'panel', 'data-testid': 'may-i-says' }, el('p', { className: 'says AMBER' }, t('may-i.only-looks')));
  const same = photos.filter(photo => photo.same).length;
  return el('section', { className: 'panel', 'data-testid': 'may-i-says' }, el('p', {}, t('may-i.says', { count: same })), statuses(channels));
}

/** Which photo it is, by its file and its shoot. */
async function named(photoId, heading) {
  heading.textContent = await nameOf(photoId) || photoId.slice(0, 12);
  if (!may('GET /api/photos')) return;
  const shoot = await get(`/api/photos/${photoId}`).then(photo => nameOf(photo.collectionId)).catch(() => '');
  if (shoot) heading.textContent += ` · ${shoot}`;
}

/** The version that it is, or looks like, and never the original in its place; beside it what was dropped, so that both are seen. */
function both({ photoId, renditionId }, dropped) {
  const version = renditionId ? `/renditions/${renditionId}` : '';
  return el('div', { className: 'row both' },
    el('figure', {}, el('a', { href: `/#${photoId}${renditionId ? `/${renditionId}` : ''}` }, el('img', { src: `/api/photos/${photoId}${version}/preview`, alt: t('may-i.picture'), width: 220, 'data-testid': 'may-i-here' })),
      el('figcaption', { className: 'note' }, t(renditionId ? 'may-i.here-version' : 'may-i.here'))),
    el('figure', {}, el('img', { src: dropped, alt: '', width: 220, 'data-testid': 'may-i-dropped' }), el('figcaption', { className: 'note' }, t('may-i.dropped'))));
}

function found(photo, alone, dropped) {
  const heading = el('h3', {}, '…');
  named(photo.photoId, heading);
  const words = photo.covered ? 'may-i.version' : 'may-i.photo';
  return el('section', { className: 'panel', 'data-testid': 'may-i-photo', 'data-same': String(photo.same) },
    heading,
    el('p', {}, t(`${words}.${photo.same ? 'same' : 'alike'}`, { count: photo.covered })),
    both(photo, dropped),
    alone ? null : statuses(photo.channels));
}

/** The answer comes first, then of what it is the answer; what is known of the only one is the answer. */
function shown(answer, dropped) {
  if (!answer.known) return [el('p', { className: 'says RED', 'data-testid': 'may-i-unknown' }, t('may-i.unknown'))];
  const { photos } = answer;
  return [says(answer), ...photos.map(photo => found(photo, photo.same && photos.length === 1, dropped))];
}

/** The address of what was dropped last: it never leaves the browser, and goes with the next one. */
let dropped = '';

/** What the browser cannot draw is not drawn. */
function kept(file) {
  URL.revokeObjectURL(dropped);
  dropped = URL.createObjectURL(file);
  return dropped;
}

addEventListener('pagehide', () => URL.revokeObjectURL(dropped));

async function ask(file) {
  const answer = $('#answer');
  answer.replaceChildren(el('h2', {}, file.name), el('p', {}, t('may-i.asking')));
  const form = new FormData();
  form.append('file', file);
  const address = kept(file);
  try {
    answer.replaceChildren(el('h2', {}, file.name), ...shown(await upload('/api/may-i', form, () => {}), address));
  } catch (refused) {
    answer.replaceChildren(el('h2', {}, file.name), el('p', { className: 'alarm', 'data-testid': 'may-i-refused' }, refused.message));
  }
}

function accept() {
  const zone = $('#drop');
  const isFiles = event => event.dataTransfer?.types.includes('Files');
  document.addEventListener('dragover', event => { if (isFiles(event)) { event.preventDefault(); zone.classList.add('over'); } });
  document.addEventListener('dragleave', event => { if (!event.relatedTarget) zone.classList.remove('over'); });
  document.addEventListener('drop', event => {
    if (!isFiles(event)) return;
    event.preventDefault();
    zone.classList.remove('over');
    const [file] = event.dataTransfer.files;
    if (file) ask(file);
  });
  $('#file').addEventListener('change', event => {
    const [file] = event.target.files;
    if (file) ask(file);
    event.target.value = '';
  });
}

async function start() {
  translatePage();
  document.title = `${t('may-i')} · Quitclaim`;
  tools();
  await whoAmI();
  const mine = may('POST /api/may-i');
  $('#nothing').hidden = mine;
  $('#drop').hidden = !mine;
  if (mine) accept();
}

start();
