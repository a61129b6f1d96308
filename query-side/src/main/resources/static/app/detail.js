import { get, nameOf, post, send } from './api.js';
import { $, action, el, toast } from './dom.js';
import { hiddenOn, stage } from './boxes.js';
import { copiesPanel } from './copies.js';
import { facePanel } from './face.js';
import { fileWordsPanel } from './file-words.js';
import { uncoverPanel } from './uncover.js';
import { livePanel, liveWarning, publishPanel } from './publish.js';
import { explained, judged, reasons, shared } from './status.js';
import { may } from './may.js';
import { drawable } from './draw.js';
import { sure } from './sure.js';
import { t } from './words.js';
import { walkable, zoomable } from './zoom.js';

/** Why a photo of somebody goes who asked that nothing be destroyed. Source: GDPR Art. 18(2). */
const STILL_BECAUSE = ['AGREED', 'LEGAL_CLAIM', 'RIGHTS_OF_OTHERS'];

const dialog = $('#detail');
/** What was done, or is being done, in words: the same element however often the photo is drawn, so that it is heard. */
const said = el('p', { className: 'note', role: 'status', 'data-testid': 'said' });
const say = text => { said.textContent = text; };
const view = { id: '', context: '', channel: '', photo: null, face: '', version: '', covering: null, asked: new Map(), seen: {} };

/** @param part what is chosen from the beginning: a mark or a version; without one the original, and no mark */
export async function showDetail(id, context, channel, part = '') {
  const of = kind => part.startsWith(kind) ? part : '';
  Object.assign(view, { id, context: context ?? '', channel: channel || 'WEBSITE', face: of('fac_'), version: of('ren_'), covering: null, asked: new Map(), seen: { zoom: 1, left: 0, top: 0 } });
  dialog.replaceChildren();
  say('');
  await reload();
  if (!dialog.open) dialog.showModal();
}

/** Looks again at the photo that is open, if it is this one. */
export function refreshDetail(id = view.id) {
  if (dialog.open && view.id === id) reload(true).catch(() => {});
}

dialog.addEventListener('close', () => history.replaceState(history.state, '', location.pathname));
dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });

/** A subject that is not told here is asked about by publishing: the photo is shown as for any use, and says so. */
async function lookedAt(id) {
  view.untold = false;
  try {
    return await get(`/api/photos/${id}`, { context: view.context });
  } catch (refused) {
    if (refused.code !== 'query.subject-of-another-shoot') throw refused;
    view.untold = true;
    return get(`/api/photos/${id}`);
  }
}

/** What is told to have changed and looks the same is left alone: somebody may be about to click it. */
async function reload(onlyIfChanged = false) {
  const { id } = view;
  const before = JSON.stringify(view.photo);
  const photo = await lookedAt(id);
  if (view.id !== id || (onlyIfChanged && JSON.stringify(photo) === before)) return;
  if (onlyIfChanged && isDrawing()) { view.late = true; return; }
  view.photo = photo;
  draw();
}

/** Does something on the server, then shows what came of it. */
const act = run => action(async event => { await run(event); await reload(); });

function version() {
  const versions = view.photo.renditions;
  return versions.find(one => one.renditionId === view.version) ?? versions.find(one => one.original) ?? versions[0];
}

/** What is being drawn by hand would go with the picture under it. */
const isDrawing = () => Boolean(dialog.querySelector('[data-testid=draw-frame]'));

/** A first Escape ends the frame, not the work on the photo. */
dialog.addEventListener('cancel', event => {
  const frame = dialog.querySelector('[data-testid=draw-cancel]');
  if (!frame) return;
  event.preventDefault();
  frame.click();
});

const panels = shown => [
  livePanel(view.id),
  facePanel(view.photo, view.face, act, go, say),
  fileWordsPanel(view.photo, act),
  reviewPanel(),
  statusPanel(shown),
  copiesPanel(view.id, act),
  coverPanel(),
  uncoverPanel(view.photo, act, say, () => { say(''); if (dialog.open) draw(); }),
  publishPanel(view.photo, shown, view.channel, view.context, view.asked, channel => { view.channel = channel; if (!isDrawing()) draw(); }),
  removePanel(),
].filter(Boolean);

function draw() {
  if (view.photo.removed) return drawRemoved();
  const restore = remembered();
  const shown = version();
  const { frame, bar, restore: seen } = zoomable(marked(shown), view.seen);
  if (mayDraw()) bar.append(drawable(frame.firstChild, async (box, kind) => { await post(`/api/photos/${view.id}/faces`, { box, kind }); await reload(); }), liveWarning(view.id));
  const picture = el('div', { className: 'picture' }, frame, bar);
  const side = el('div', { className: 'side' }, ...panels(shown));
  dialog.replaceChildren(header(), picture, side, ...dialog.querySelectorAll('#toast'));
  restore();
  seen();
}

function header() {
  const heading = el('h2', { id: 'detail-title' }, '…');
  nameOf(view.id).then(name => { heading.textContent = name || view.id.slice(0, 12); });
  const close = el('button', { type: 'button', className: 'quiet', 'data-testid': 'close', onclick: () => dialog.close() }, t('detail.close'));
  return el('header', {}, heading, said, close);
}

/** Of a photo that is gone there is no picture to look at, nobody to name, and nothing to ask for. */
function drawRemoved() {
  dialog.replaceChildren(header(), el('div', { className: 'side' }, el('p', { className: 'note', 'data-testid': 'removed' }, t('detail.removed'))), ...dialog.querySelectorAll('#toast'));
  dialog.querySelector('[data-testid=close]').focus({ preventScroll: true });
}

/** What somebody was typing, and where the focus and the scroll bar were, to be put back after drawing anew. */
function remembered() {
  const kept = new Map([...dialog.querySelectorAll('[data-keep]')].map(field => [field.dataset.keep, field.value]));
  const inside = dialog.contains(document.activeElement);
  const focused = inside ? place(document.activeElement) : '';
  const scrolled = dialog.querySelector('.side')?.scrollTop ?? 0;
  const moved = dialog.scrollTop;
  return () => {
    dialog.querySelectorAll('[data-keep]').forEach(field => { if (kept.has(field.dataset.keep)) field.value = kept.get(field.dataset.keep); });
    dialog.querySelector('.side').scrollTop = scrolled;
    dialog.scrollTop = moved;
    if (inside) ((focused && dialog.querySelector(focused)) || dialog.querySelector('[data-face].chosen') || dialog.querySelector('[data-testid=close]')).focus({ preventScroll: true });
  };
}

function place(element) {
  const known = ['keep', 'face', 'testid'].find(name => element.dataset[name]);
  return known ? `[data-${known}="${element.dataset[known]}"]` : '';
}

function marked(shown) {
  const status = shown.status.find(one => one.channel === view.channel);
  const holder = stage(view.photo, status, choose, shown);
  holder.querySelectorAll('[data-face]').forEach(mark => {
    mark.classList.toggle('chosen', mark.dataset.face === view.face);
    mark.classList.toggle('covered', hiddenOn(shown).includes(mark.dataset.face));
    mark.classList.toggle('covering', Boolean(view.covering?.has(mark.dataset.face)));
    mark.setAttribute('aria-pressed', String(mark.dataset.face === view.face || Boolean(view.covering?.has(mark.dataset.face))));
  });
  holder.addEventListener('frameend', () => { if (view.late) { view.late = false; refreshDetail(); } });
  walkable(holder, face => { if (!view.covering) go(face); });
  return holder;
}

const mayDraw = () => may('POST /api/photos/{id}/faces');

function go(face) {
  view.face = face;
  draw();
}

function choose(face) {
  if (view.covering) {
    view.covering.has(face.faceId) ? view.covering.delete(face.faceId) : view.covering.add(face.faceId);
  } else {
    view.face = view.face === face.faceId ? '' : face.faceId;
  }
  draw();
}

function statusPanel(shown) {
  const label = (one, number) => one.original ? t('detail.original') : `${number} · ${t('detail.covered', { count: one.covered.length })} · ${t(`style.${one.style}`)}`;
  const select = el('select', { 'aria-label': t('detail.version'), 'data-testid': 'version', onchange: event => { view.version = event.target.value; event.target.blur(); draw(); } },
    ...view.photo.renditions.map((one, number) => el('option', { value: one.renditionId, selected: one === shown }, label(one, number))));
  const everywhere = shared(shown.status);
  return el('section', { 'data-testid': 'status' },
    el('h3', { className: 'row' }, t('detail.status'), view.photo.renditions.length > 1 ? select : null),
    shown.original ? null : asItLeaves(shown),
    view.untold ? el('p', { className: 'note', 'data-testid': 'untold' }, t('detail.other-subject')) : null,
    el('p', { className: 'note', 'data-testid': 'judged' }, judged(shown.status, view.context), ' ', t('status.marks', { channel: t(`channel.${view.channel}`) })),
    everywhere.length ? el('ul', { className: 'why' }, ...reasons(everywhere)) : null,
    el('ul', { className: 'status' }, ...shown.status.map(status => explained(status, everywhere))));
}

/** Screens cover some who can be seen on what leaves: that is said, or their covers are taken for those of the version. */
function asItLeaves(shown) {
  const besides = el('p', { className: 'alarm', 'data-testid': 'covered-besides', hidden: true });
  get(`/api/photos/${view.id}/renditions/${shown.renditionId}/covers`).then(({ besides: count = 0 }) => {
    besides.textContent = t('detail.besides', { count });
    besides.hidden = count === 0;
  }).catch(() => {});
  return el('div', {}, el('p', { className: 'note', 'data-testid': 'as-it-leaves' }, t('detail.as-it-leaves')), besides);
}

function reviewPanel() {
  if (!view.photo.detected) return el('section', {}, el('p', { className: 'note' }, t('detail.looking')));
  const more = view.photo.beingSearched ? el('p', { className: 'note', 'data-testid': 'being-searched' }, t('detail.being-searched')) : null;
  if (view.photo.reviewed) return el('section', {}, el('p', { className: 'note', 'data-testid': 'reviewed' }, `✓ ${t('detail.reviewed')}`), more, lookedFor());
  if (!may('POST /api/photos/reviews')) return more && el('section', {}, more);
  const nobody = view.photo.faces.length === 0;
  return el('section', {},
    more,
    el('p', { className: 'note' }, t(nobody ? 'detail.nobody-lead' : 'detail.review-lead')),
    el('button', { type: 'button', 'data-testid': 'review', onclick: act(() => post('/api/photos/reviews', { photoIds: [view.id], alone: true })) }, t(nobody ? 'detail.nobody' : 'detail.review')),
    lookedFor());
}

/** What can have been missed: faces smaller than this. */
function lookedFor() {
  const { smallestFacePixels, smallestTurnedPixels, detector } = view.photo.looked;
  if (smallestTurnedPixels > 0) {
    return el('p', { className: 'note', 'data-testid': 'looked-for' }, t('detail.looked-turned', { pixels: smallestFacePixels, turned: smallestTurnedPixels, detector }));
  }
  return el('p', { className: 'note', 'data-testid': 'looked-for' }, t('detail.looked-for', { pixels: smallestFacePixels, detector }));
}

/** A removal cannot be taken back: what it would do is read first, and exactly that is ordered. */
function removePanel() {
  if (!may('DELETE /api/photos/{id}')) return null;
  const because = el('div', { 'data-testid': 'remove-why' });
  const remove = reason => action(async () => {
    const path = `/api/photos/${view.id}`;
    const goes = await get(`${path}/removal`);
    if (goes.standsStill && !reason) return because.replaceChildren(
      el('p', { className: 'note' }, t('remove.still')),
      ...STILL_BECAUSE.map(code => el('p', {}, el('button', { type: 'button', className: 'quiet', 'data-testid': `remove-${code}`, onclick: remove(code) }, t(`remove.${code}`)))));
    const lines = [t('remove.files', { count: goes.versions }), t('remove.marks', { count: goes.marked })];
    if (goes.mayBeLive) lines.push(t('remove.live', { count: goes.mayBeLive }));
    if (!await sure(t('remove.title'), lines, t('remove.yes'))) return;
    await send('DELETE', `${path}?confirm=${encodeURIComponent(goes.confirm)}${goes.standsStill ? `&because=${reason}` : ''}`);
    dialog.close();
    toast(t('remove.done'));
  });
  return el('section', {}, el('button', { type: 'button', className: 'stop', 'data-testid': 'remove', onclick: remove() }, t('remove.ask')), because);
}

function coverPanel() {
  if (!view.photo.faces.length || !may('POST /api/photos/{id}/renditions')) return null;
  if (!view.covering) {
    return el('section', {}, el('button', { type: 'button', className: 'quiet', 'data-testid': 'cover', onclick: () => { view.covering = new Set(); view.face = ''; draw(); } }, t('detail.cover')));
  }
  const make = act(async () => {
    const count = view.covering.size;
    say(t('detail.making', { count }));
    const made = await post(`/api/photos/${view.id}/renditions`, { cover: [...view.covering], ...(view.style ? { style: view.style } : {}) })
      .catch(refused => { say(''); throw refused; });
    view.covering = null;
    view.version = made.renditionId;
    say(t('detail.made', { count }));
  });
  return el('section', {},
    el('p', { className: 'note' }, t('detail.cover-lead')),
    el('label', {}, t('detail.cover-style'), el('select', { 'data-testid': 'cover-style', onchange: event => { view.style = event.target.value; } },
      ...['', 'BLOCK', 'FIGURE'].map(style => el('option', { value: style, selected: style === (view.style ?? '') }, t(style ? `style.${style}` : 'style.usual'))))),
    el('div', { className: 'row' },
      el('button', { type: 'button', disabled: view.covering.size === 0, 'data-testid': 'make-version', onclick: make }, t('detail.cover-make', { count: view.covering.size })),
      el('button', { type: 'button', className: 'quiet', onclick: () => { view.covering = null; draw(); } }, t('detail.cancel'))));
}
