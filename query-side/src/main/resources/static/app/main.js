import { showLines } from './lines.js';
import { all, get, nameOf, sawPosition } from './api.js';
import { keepingFocus } from './calm.js';
import { $, action, el, toast } from './dom.js';
import { showDetail, refreshDetail } from './detail.js';
import { follow } from './live.js';
import { knownContexts, loadContexts } from './contexts.js';
import { may, seesSubjects, whoAmI } from './may.js';
import { CHANNELS, COLOURS, chips } from './status.js';
import { stage } from './boxes.js';
import { watchRoom } from './room.js';
import { acceptUploads } from './upload.js';
import { tools } from './tools.js';
import { t, translatePage } from './words.js';

const filters = $('#filters');
const grid = $('#grid');
const cards = new Map();
let next = '';
let loading = 0;

const chosen = () => Object.fromEntries(new FormData(filters));
const original = photo => photo.renditions.find(version => version.original) ?? photo.renditions[0];

/** Of the channel that is chosen; else of all, and a mark says only what holds for each of them. */
function shownStatus(photo) {
  const { channel } = chosen();
  return original(photo).status.filter(status => !channel || status.channel === channel);
}

function card(photo) {
  const title = el('span', {}, '…');
  const marked = el('small', {}, photo.detected ? t(photo.beingSearched ? 'detail.people-so-far' : 'detail.people', { count: photo.faces.length }) : t('detail.looking'));
  const spoken = el('span', { className: 'sr' });
  const element = el('li', { className: 'card', 'data-testid': 'photo', 'data-photo': photo.photoId },
    el('button', { type: 'button', className: 'open-photo', 'data-testid': 'open-photo', onclick: () => openPhoto(photo.photoId) },
      spoken, el('span', { className: 'picture' }, stage(photo, shownStatus(photo)))),
    el('div', { className: 'about' },
      el('h3', {}, title, marked),
      chips(original(photo).status)));
  nameOf(photo.photoId).then(name => {
    title.textContent = name || photo.photoId.slice(0, 12);
    spoken.textContent = title.textContent;
  });
  return element;
}

function place(photo, fresh) {
  const old = cards.get(photo.photoId);
  const looks = JSON.stringify([chosen().channel, photo]);
  if (old?.looks === looks) return;
  const made = card(photo);
  made.looks = looks;
  cards.set(photo.photoId, made);
  if (old) keepingFocus(grid, () => old.replaceWith(made));
  else grid.append(made);
  if (fresh) made.classList.add('fresh');
}

/** What was listed answered another question, so it goes, and why there is nothing stands in its place. */
function nothing(why) {
  loading++;
  grid.replaceChildren();
  cards.clear();
  next = '';
  $('#more').hidden = true;
  $('#empty').textContent = why;
  $('#empty').hidden = false;
}

async function load(fromStart) {
  $('#any-channel').hidden = !chosen().status || Boolean(chosen().channel);
  const turn = ++loading;
  let page;
  try {
    page = await get('/api/photos', { ...chosen(), cursor: fromStart ? '' : next, limit: 24 });
  } catch (refused) {
    if (turn === loading && fromStart) nothing(refused.message);
    else if (turn === loading) throw refused;
    return;
  }
  if (turn !== loading) return;
  keepingFocus(grid, () => {
    if (fromStart) {
      grid.replaceChildren();
      cards.clear();
    }
    page.items.forEach(photo => place(photo, false));
  });
  next = page.next ?? '';
  told();
}

/** @param part a mark or a version of it, as in its address */
function openPhoto(id, part = '') {
  history.replaceState(history.state, '', `#${part ? `${id}/${part}` : id}`);
  showDetail(id, chosen().context, chosen().channel, part).catch(refused => toast(refused.message));
}

/** As many as are shown, as the list is now; what stays the same stays where it is, and so does whoever reads it. */
async function refresh() {
  const turn = ++loading;
  const most = Math.max(cards.size, 1);
  const items = [];
  let page = { next: '' };
  do {
    page = await get('/api/photos', { ...chosen(), cursor: page.next, limit: 24 });
    items.push(...page.items);
  } while (page.next && items.length < most);
  if (turn !== loading) return;
  const listed = new Set(items.map(photo => photo.photoId));
  keepingFocus(grid, () => {
    [...cards.keys()].filter(id => !listed.has(id)).forEach(takeAway);
    items.forEach((photo, number) => {
      const isNew = !cards.has(photo.photoId);
      place(photo, isNew);
      const at = cards.get(photo.photoId);
      if (grid.children[number] !== at) grid.insertBefore(at, grid.children[number] ?? null);
    });
  });
  next = page.next ?? '';
  told();
}

function takeAway(id) {
  cards.get(id)?.remove();
  cards.delete(id);
}

function told() {
  $('#more').hidden = !next;
  $('#empty').textContent = t(may('POST /api/photos') ? 'empty' : 'empty-here');
  $('#empty').hidden = cards.size > 0 || Boolean(next);
}

/** A photo changed: its card is drawn anew, and a photo that is new or moved in or out of the filter brings the list. */
async function changed(ids) {
  const shown = ids.filter(id => cards.has(id));
  const filtered = chosen().status || chosen().person;
  if (filtered || shown.length < ids.length) await refresh();
  else {
    const photos = await Promise.all(shown.map(id => get(`/api/photos/${id}`, { context: chosen().context })));
    photos.forEach(photo => photo.removed ? takeAway(photo.photoId) : place(photo, true));
    told();
  }
  ids.forEach(id => refreshDetail(id));
}

/** A list that is the same stays: somebody may be about to choose from it. */
function options(select, entries, none = t('all')) {
  const before = select.value;
  if ([...select.options].slice(1).map(one => `${one.value} ${one.text}`).join() === entries.map(one => one.join(' ')).join() && select.options.length) return;
  select.replaceChildren(el('option', { value: '' }, none), ...entries.map(([value, text]) => el('option', { value }, text)));
  select.value = before;
}

async function named(select, path, key) {
  const items = await all(path);
  const entries = await Promise.all(items.map(async item => [item[key], await nameOf(item[key])]));
  options(select, entries.filter(([, name]) => name).sort((one, other) => one[1].localeCompare(other[1])));
}

function fillFilters() {
  options(filters.elements.channel, CHANNELS.map(channel => [channel, t(`channel.${channel}`)]));
  if (filters.elements.context) options(filters.elements.context, knownContexts(), t('subject.general'));
  options(filters.elements.status, COLOURS.map(colour => [colour, t(`status.${colour}`)]));
  return Promise.all([
    named(filters.elements.collection, '/api/collections', 'collectionId'),
    named(filters.elements.person, '/api/persons', 'personId'),
  ]);
}

/** An administrator sees no personal data: there is nothing here to filter or to wait for. */
function onlyRunsTheSystem() {
  $('#live').hidden = true;
  $('#empty').textContent = t('no-photos');
  $('#empty').hidden = false;
}

async function start() {
  translatePage();
  tools();
  await whoAmI();
  await watchRoom();
  $('#accounts').hidden = !may('GET /api/accounts');
  $('#may-i').hidden = !may('POST /api/may-i');
  $('#links').hidden = !may('GET /api/quitclaims/{id}/links');
  // editors find there which copies wait for a word of theirs
  $('#oversight').hidden = !may('GET /api/governance/history') && !may('GET /api/copies');
  $('#drop').hidden = !may('POST /api/photos');
  if (!may('GET /api/photos')) return onlyRunsTheSystem();
  filters.hidden = false;
  await loadContexts();
  if (!seesSubjects()) filters.elements.context.closest('label').remove();
  $('#more').addEventListener('click', action(() => load(false)));
  filters.addEventListener('submit', event => event.preventDefault());
  filters.addEventListener('change', () => {
    history.replaceState({ filters: chosen() }, '');
    return load(true);
  });
  options(filters.elements.collection, []);
  options(filters.elements.person, []);
  showLines(filters.elements.collection);
  if (may('POST /api/photos')) acceptUploads(() => filters.elements.collection.value);
  if (history.state?.filters) {
    await fillFilters();
    chooseAgain(history.state.filters);
    await load(true);
  } else await Promise.all([fillFilters(), load(true)]);
  follow({
    photos: (ids, position) => { sawPosition(position); return changed(ids); },
    lists: () => fillFilters(),
    everything: position => {
      sawPosition(position);
      refreshDetail();
      return refresh();
    },
  });
  addEventListener('hashchange', openAddressed);
  openAddressed();
}

/** What was chosen before the page was loaded anew, in another language for one. */
function chooseAgain(before) {
  for (const [name, value] of Object.entries(before)) if (filters.elements[name]) filters.elements[name].value = value;
  filters.elements.collection.dispatchEvent(new Event('change'));
}

function openAddressed() {
  if (location.hash.startsWith('#pho_')) openPhoto(...location.hash.slice(1).split('/'));
}

start().catch(refused => toast(refused.message));
