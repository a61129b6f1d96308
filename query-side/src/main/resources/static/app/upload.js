import { upload } from './api.js';
import { $, el, toast } from './dom.js';
import { t } from './words.js';

const SHOWN_AFTER_MILLIS = 6000;

/** Files are sent one after another, in the order chosen, also when more are chosen meanwhile. */
let sending = Promise.resolve();
let waiting = 0;

/** What is worth reading about a file that was taken in, besides that it was. */
function remarks(answer) {
  const all = [];
  if (answer.sameElsewhere.length) all.push(t('upload.elsewhere'));
  if (answer.sameHere.length) all.push(t('upload.same-here'));
  if (answer.alike.length) all.push(t('upload.alike'));
  if (answer.removedBefore) all.push(t('upload.removed'));
  if (answer.picturesInFile > 1) all.push(t('upload.pictures', { count: answer.picturesInFile }));
  return all;
}

const taken = answer => answer.alreadyHere ? t('upload.here') : t(answer.beingSearched ? 'upload.so-far' : 'upload.done', { count: answer.faces.length });

function lineOf(file) {
  const bar = el('progress', { max: 1, value: 0, ariaLabel: file.name });
  const outcome = el('span', { className: 'outcome' }, t('upload.waits'));
  const line = el('li', { 'data-testid': 'upload' }, el('span', { className: 'file' }, file.name), bar, outcome);
  $('#uploads').append(line);
  return { line, bar, outcome };
}

/** Stays until it was read: a hundred outcomes in six seconds are read by nobody. */
function keep({ line, bar }) {
  bar.remove();
  line.append(el('button', {
    type: 'button', className: 'quiet', ariaLabel: t('upload.close', { file: line.firstChild.textContent }), 'data-testid': 'upload-close', onclick: () => line.remove(),
  }, '×'));
}

async function sendFile(file, collectionId, shown) {
  const { line, bar, outcome } = shown;
  const form = new FormData();
  form.append('file', file);
  form.append('collectionId', collectionId);
  outcome.textContent = t('upload.sends');
  try {
    const answer = await upload('/api/photos', form, share => {
      bar.value = share;
      if (share < 1) return;
      // the server decodes it and looks for people: how long that takes it does not say
      bar.removeAttribute('value');
      outcome.textContent = t('upload.looks');
    });
    const more = remarks(answer);
    outcome.textContent = [taken(answer), ...more].join('. ');
    if (more.length) return keep(shown);
    bar.value = 1;
    setTimeout(() => line.remove(), SHOWN_AFTER_MILLIS);
  } catch (refused) {
    line.classList.add('refused');
    outcome.textContent = refused.message;
    keep(shown);
  }
}

/** Files chosen before a shoot was: they need not be chosen again. */
let held = [];

function sendAll(files, collectionId) {
  if (!collectionId) {
    held.push(...files);
    return toast(t('upload.collection', { count: held.length }));
  }
  for (const file of files) {
    const shown = lineOf(file);
    waiting++;
    sending = sending.then(() => sendFile(file, collectionId, shown)).finally(() => { waiting--; });
  }
}

/** Whoever leaves would lose the files that still wait, without a word. */
function askBeforeLeaving() {
  addEventListener('beforeunload', event => { if (waiting || held.length) event.preventDefault(); });
}

/** Takes photos by drag and drop on the whole page, and by the button. */
export function acceptUploads(collection) {
  askBeforeLeaving();
  const zone = $('#drop');
  document.addEventListener('change', () => {
    if (held.length && collection()) sendAll(held.splice(0), collection());
  });
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
