import words from './check-words.js';
import { calm } from '/app/calm.js';
import { el } from '/app/dom.js';

const LANGUAGES = { en: 'English', nl: 'Nederlands' };
const state = { language: navigator.language.startsWith('nl') ? 'nl' : 'en', answer: null };
/** What the server reads; of a longer one it ends the connection, and the browser tells no reason. */
const MOST_SENT = 1_048_576;
const TOO_LARGE = 413;
const form = document.querySelector('#form');
const outcome = document.querySelector('#outcome');
const t = key => words[state.language][key] ?? key;

function base64(bytes) {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function verdict(good, title, ...reasons) {
  return el('div', { class: `verdict ${good ? 'good' : 'bad'}` }, el('h2', {}, title), ...reasons.map(reason => el('p', {}, reason)));
}

/** A wrong code or another paper says nothing against a certificate. */
function refused(flaw) {
  const why = t(`flaw.${flaw}`);
  if (flaw.startsWith('CODE_')) return [t('bad-code'), why, t('bad-code-why')];
  return [t(['LETTER', 'RECEIPT', 'UNREADABLE'].includes(flaw) ? 'other-file' : 'bad'), why];
}

function judged(answer) {
  if (answer.failed) return verdict(false, ...answer.failed === 'failed' ? [t('failed')] : [t('other-file'), t(answer.failed)]);
  if (!answer.accepted) return verdict(false, ...refused(answer.flaw));
  const { reference, status } = answer.certificate;
  const reasons = [t('good-why'), answer.opensWithCode && t('is-yours'), t(`status.${status}`), `${t('reference')} ${reference}`, t('shows')];
  return verdict(true, t('good'), ...reasons.filter(Boolean));
}

function show() {
  document.documentElement.lang = state.language;
  document.title = t('title');
  document.querySelectorAll('[data-say]').forEach(each => { each.textContent = t(each.dataset.say); });
  document.querySelector('#languages').replaceChildren(...Object.entries(LANGUAGES).map(([code, name]) =>
    el('button', { type: 'button', 'aria-pressed': String(code === state.language), onclick: () => { state.language = code; show(); } }, name)));
  outcome.replaceChildren(...(state.answer ? [judged(state.answer)] : []));
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  const bytes = new Uint8Array(await form.file.files[0].arrayBuffer());
  const body = JSON.stringify({ file: base64(bytes), code: form.code.value });
  const answer = body.length > MOST_SENT ? { status: TOO_LARGE } : await fetch('/certificates/check', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body,
  }).catch(() => null);
  state.answer = answer?.ok ? await answer.json() : { failed: answer?.status === TOO_LARGE ? 'too-large' : 'failed' };
  await calm();
  show();
  outcome.focus();
});

show();
