import { upload } from './api.js';
import { $, el } from './dom.js';
import { may, whoAmI } from './may.js';
import { chip } from './status.js';
import { tools } from './tools.js';
import { t, translatePage } from './words.js';

/** What is known of one picture: in words first, then by channel. */
function shown({ known, photos }) {
  if (!known) return [el('p', { className: 'says RED', 'data-testid': 'may-i-unknown' }, t('may-i.unknown'))];
  return photos.map(photo => el('section', { className: 'panel', 'data-testid': 'may-i-photo', 'data-same': String(photo.same) },
    el('p', {}, t(photo.same ? 'may-i.same' : 'may-i.alike')),
    el('a', { href: `/#${photo.photoId}` }, el('img', { src: `/api/photos/${photo.photoId}/preview`, alt: t('may-i.picture'), width: 220 })),
    el('ul', { className: 'status' }, ...photo.channels.map(status => el('li', {}, chip(status),
      status.reasons.length ? el('ul', {}, ...status.reasons.map(code => el('li', { 'data-code': code }, t(code, { day: '' })))) : null)))));
}

async function ask(file) {
  const answer = $('#answer');
  answer.replaceChildren(el('h2', {}, file.name), el('p', {}, t('may-i.asking')));
  const form = new FormData();
  form.append('file', file);
  try {
    answer.replaceChildren(el('h2', {}, file.name), ...shown(await upload('/api/may-i', form, () => {})));
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
