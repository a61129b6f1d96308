import { upload } from './api.js';
import { $, el, toast } from './dom.js';
import { t } from './words.js';

const SHOWN_AFTER_MILLIS = 6000;

function said(answer) {
  const all = [answer.alreadyHere ? t('upload.here') : t('upload.done', { faces: answer.faces.length })];
  if (answer.sameElsewhere.length) all.push(t('upload.elsewhere'));
  if (answer.alike.length) all.push(t('upload.alike'));
  if (answer.removedBefore) all.push(t('upload.removed'));
  if (answer.picturesInFile > 1) all.push(t('upload.pictures', { count: answer.picturesInFile }));
  return all.join('. ');
}

async function sendFile(file, collectionId) {
  const bar = el('progress', { max: 1, value: 0 });
  const outcome = el('span', {});
  const line = el('li', { 'data-testid': 'upload' }, el('span', {}, file.name), bar, outcome);
  $('#uploads').append(line);
  const form = new FormData();
  form.append('file', file);
  form.append('collectionId', collectionId);
  try {
    const answer = await upload('/api/photos', form, share => { bar.value = share; });
    bar.value = 1;
    outcome.textContent = said(answer);
    setTimeout(() => line.remove(), SHOWN_AFTER_MILLIS);
  } catch (refused) {
    outcome.textContent = refused.message;
    bar.value = 0;
  }
}

async function sendAll(files, collectionId) {
  if (!collectionId) return toast(t('upload.collection'));
  for (const file of files) await sendFile(file, collectionId);
}

/** Takes photos by drag and drop on the whole page, and by the button. */
export function acceptUploads(collection) {
  const zone = $('#drop');
  const isFiles = event => event.dataTransfer?.types.includes('Files');
  document.addEventListener('dragover', event => { if (isFiles(event)) { event.preventDefault(); zone.classList.add('over'); } });
  document.addEventListener('dragleave', event => { if (!event.relatedTarget) zone.classList.remove('over'); });
  document.addEventListener('drop', event => {
    if (!isFiles(event)) return;
    event.preventDefault();
    zone.classList.remove('over');
    sendAll([...event.dataTransfer.files], collection());
  });
  $('#files').addEventListener('change', event => {
    sendAll([...event.target.files], collection());
    event.target.value = '';
  });
}
