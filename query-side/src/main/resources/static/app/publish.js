import { get, post } from './api.js';
import { listedContexts } from './contexts.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { CHANNELS, reasons } from './status.js';
import { reach, t } from './words.js';

const WORLDWIDE = ['WEBSITE', 'SOCIAL_MEDIA'];

const LIVE = ['CLEARED', 'PUBLISHED'];

/** How far a use has come, and which words say so: what has to come off first. */
const STANDINGS = { TAKEDOWN_DUE: 'detail.due', PUBLISHED: 'detail.live', CLEARED: 'detail.may-be-used' };

/** Where the photo may be in use, what a changed mark does then, since nobody is asked further, and what has to come offline. */
export function livePanel(photoId) {
  if (!may('GET /api/photos/{id}/uses') || !may('POST /api/photos/{id}/faces')) return null;
  const said = el('div', { 'data-testid': 'in-use', hidden: true });
  get(`/api/photos/${photoId}/uses`).then(uses => {
    const lines = Object.entries(STANDINGS).map(([standing, words]) => {
      const channels = [...new Set(uses.filter(use => use.standing === standing).map(use => t(`channel.${use.channel}`)))];
      return channels.length ? el('p', { className: standing === 'TAKEDOWN_DUE' ? 'alarm' : 'note' }, t(words, { where: channels.join(', ') })) : null;
    }).filter(Boolean);
    const changes = uses.some(use => use.standing !== 'TAKEDOWN_DUE') ? [el('p', { className: 'note' }, t('detail.changed-mark'))] : [];
    said.replaceChildren(...lines, ...changes);
    said.hidden = !lines.length;
  }).catch(() => {});
  return said;
}

/** Said where a mark is made: among all else that is said of the photo nobody reads it in time. */
export function liveWarning(photoId) {
  const said = el('p', { className: 'live-warning', 'data-testid': 'draw-live', hidden: true });
  if (may('GET /api/photos/{id}/uses')) {
    get(`/api/photos/${photoId}/uses`).then(uses => {
      const where = [...new Set(uses.filter(use => LIVE.includes(use.standing)).map(use => t(`channel.${use.channel}`)))].join(', ');
      said.textContent = t('detail.draw-live', { where });
      said.hidden = !where;
    }).catch(() => {});
  }
  return said;
}

function choice(name, values, words, value) {
  return el('select', { name, 'data-keep': name }, ...values.map(one => el('option', { value: one, selected: one === value }, t(`${words}.${one}`))));
}

/** A photo looked at under a context that was retired is asked about for general use. */
function subjects(chosen) {
  return el('select', { name: 'context', 'data-keep': 'context' }, el('option', { value: '' }, t('subject.general')),
    ...listedContexts().map(([code, name]) => el('option', { value: code, selected: code === chosen }, name)));
}

function told(answer) {
  const yes = answer.verdict === 'CLEARED';
  return el('div', { className: `verdict ${yes ? 'GREEN' : 'RED'}`, 'data-testid': 'verdict', 'data-verdict': answer.verdict },
    `${yes ? '✓' : '✕'} ${t(`detail.${answer.verdict}`)}`, answer.reasons.length ? el('ul', {}, ...reasons(answer.reasons)) : null);
}

/** How the version stood when it was asked about: what was released then says nothing about a version that changed since. */
const stands = (photo, version) => `${photo.version} ${JSON.stringify(version.status)}`;

/** A yes counts as long as nothing changed; a no is still worth reading. */
const holds = (known, photo, version) => !known?.answer || known.answer.verdict !== 'CLEARED' || known.stood === stands(photo, version);

const LOOKS_AGAIN_MILLIS = 10_000;
/** As long as a clearance lasts: afterwards the use is asked for again. */
const LOOKS = 30;

/** A release is taken back for things too that are not seen on this page: it is read as one while the server calls it one. */
async function watch(publicationId, isRead, gone) {
  for (let looks = 0; looks < LOOKS && isRead(); looks++) {
    const use = await get(`/api/publications/${publicationId}`).catch(() => null);
    if (!LIVE.includes(use?.state)) break;
    await new Promise(later => setTimeout(later, LOOKS_AGAIN_MILLIS));
  }
  if (isRead()) gone();
}

/**
 * Asks whether this version may be used, and shows the verdict with its reasons. The last verdict on the version comes from
 * {@code asked} and goes there: asking changes the photo, and what was answered is to be read after it is drawn anew.
 * A verdict answers one question, so it goes as soon as another one stands in the fields.
 */
export function publishPanel(photo, version, channel, context, asked, toChannel) {
  if (!may('POST /api/publications')) return null;
  // what ceased to hold was taken back, and does not hold again when everything looks as before
  if (!holds(asked.get(version.renditionId), photo, version)) asked.delete(version.renditionId);
  const known = asked.get(version.renditionId);
  const verdict = el('div', { 'aria-live': 'polite' }, known?.answer ? told(known.answer) : null);
  const watched = question => {
    if (question?.answer?.verdict !== 'CLEARED') return;
    watch(question.answer.publicationId, () => verdict.isConnected && asked.get(version.renditionId) === question, () => {
      asked.delete(version.renditionId);
      verdict.replaceChildren();
      document.querySelector('[data-testid=in-use]')?.replaceWith(livePanel(photo.photoId));
    });
  };
  const ask = async event => {
    const wanted = Object.fromEntries(new FormData(event.target));
    const question = { stood: stands(photo, version) };
    asked.set(version.renditionId, question);
    verdict.replaceChildren();
    const body = { photoId: photo.photoId, renditionId: version.renditionId, ...wanted, context: wanted.context || 'general' };
    const answer = await post('/api/publications', body);
    if (asked.get(version.renditionId) !== question) return;
    question.answer = answer;
    verdict.replaceChildren(told(answer));
    watched(question);
    document.querySelector('[data-testid=in-use]')?.replaceWith(livePanel(photo.photoId));
  };
  const changed = event => {
    saysWhere();
    asked.clear();
    verdict.replaceChildren();
    if (event.target.name === 'channel') toChannel(event.target.value);
  };
  const territory = choice('territory', ['WORLD', 'EEA', 'NL'], 'territory', WORLDWIDE.includes(channel) ? 'WORLD' : 'EEA');
  const everywhere = el('p', { className: 'note', 'data-testid': 'open-everywhere' });
  const saysWhere = () => {
    everywhere.hidden = territory.value === 'WORLD' || !WORLDWIDE.includes(channel);
    everywhere.textContent = everywhere.hidden ? '' : t('detail.open-everywhere', { reach: reach(territory.value) });
  };
  const form = el('form', { className: 'fields', 'data-testid': 'publish', onsubmit: action(ask), oninput: changed },
    el('label', {}, t('filter.channel'), choice('channel', CHANNELS, 'channel', channel)),
    el('label', {}, t('detail.territory'), territory), everywhere,
    el('label', {}, t('detail.subject'), subjects(context)),
    el('label', {}, t('detail.destination'), el('input', { name: 'destination', required: true, maxLength: 500, placeholder: t('detail.destination-hint'), 'data-keep': 'destination' })),
    el('div', { className: 'row' }, el('button', { 'data-testid': 'ask' }, t('detail.ask'))), verdict);
  // as soon as it stands on the page
  queueMicrotask(() => { watched(known); saysWhere(); });
  return el('section', {}, el('h3', {}, t('detail.publish')), form);
}
