import { el } from '/app/dom.js';
import { base, call, changesLanguage, covers, day, doing, kept as fetched, language, saidOf, t, upper, withdraw } from './person.js';

/** What is open, and half written; survives changing the language, and nothing else. */
const kept = { open: false, about: 'details', wrong: '', right: '' };

/** What she can ask, folded away; nothing of it is opened before she looks. */
/** @param grants what the page knows of each permission; none where nothing of it can be read */
export function rights(grants = []) {
  const inside = el('div', {});
  let filled = false;
  const open = () => {
    kept.open = section.open;
    if (!section.open || filled) return;
    filled = true;
    fill(inside, grants).catch(error => { filled = false; inside.replaceChildren(el('p', { className: 'error', role: 'alert' }, saidOf(error)), el('button', { type: 'button', className: 'quiet', 'data-testid': 'rights-again', onclick: open }, t('again'))); });
  };
  const section = el('details', { className: 'rights', 'data-testid': 'rights', open: changesLanguage() && kept.open, ontoggle: open },
    el('summary', {}, t('yourRights')), inside);
  if (section.open) open();
  return section;
}

async function fill(inside, grants, said = '') {
  const mine = await call('GET', '/rights');
  const ask = (what, sent) => doing(async () => {
    await call('POST', '/rights', what());
    sent?.();
    await fill(inside, grants, 'asked');
    inside.querySelector('[role=status]')?.scrollIntoView({ block: 'center' });
  });
  const asked = (right, about = () => true) => mine.requests.some(one => one.state === 'OPEN' && one.right === right && about(one.concern));
  inside.replaceChildren(...[
    said && el('p', { className: 'small', role: 'status', 'data-testid': 'asked' }, `✓ ${t(said)}`),
    el('p', { className: 'small' }, t('rightsLead')),
    downloads(mine.receipts, grants, ask, asked),
    mine.requests.length > 0 && requests(mine.requests),
    mine.photos.length > 0 && photos(mine.photos, ask, asked),
    mine.publications.length > 0 && publications(mine.publications, ask, asked),
    standstill(mine, ask, asked),
    correction(ask),
  ].filter(Boolean));
}

const part = (title, ...children) => el('section', { className: 'part' }, el('h2', {}, t(title)), ...children);

const download = (path, name, testId, className) => {
  const address = `${base}${path}?language=${language()}`;
  return el('a', { className, href: address, download: '', 'data-testid': testId, onclick: fetched(address) }, t(name));
};

function downloads(receipts, grants, ask, asked) {
  return part('myData', el('p', { className: 'small' }, t('myDataSmall')),
    download('/export', 'download', 'download', 'button'),
    el('p', { className: 'small' }, download('/data', 'machineData', 'machine-data')),
    ...receipts.map((id, number) => receipt(id, grants.find(one => one.grantId === id), number)),
    el('p', { className: 'small' }, t('numbersSmall')),
    asked('ACCESS') ? el('p', { className: 'small' }, t('beingLookedAt'))
      : el('button', { type: 'button', className: 'quiet', 'data-testid': 'ask-ACCESS', onclick: ask(() => ({ right: 'ACCESS' })) }, t('askACCESS')));
}

/** Told apart by what was allowed and on which day; where nothing of that can be read, by their order. */
const receipt = (id, grant, number) => el('p', { className: 'small' },
  el('a', { href: `${base}/receipts/${id}/paper`, target: '_blank', rel: 'noopener', 'data-testid': 'receipt-paper' },
    grant ? t('receiptOf', { what: receiptOf(grant), day: day(grant.givenOn) }) : `${t('receipt')} ${number + 1} (PDF)`),
  grant ? el('span', { className: 'small covered' }, covers(grant)) : null);

const receiptOf = grant => grant.purpose === 'RECOGNITION' ? t('grantRECOGNITION') : upper(grant.channels.map(channel => t(channel)).join(', ') || t('published'));

function requests(all) {
  return part('asking', el('ul', { className: 'list', 'data-testid': 'requests' }, ...all.map(one => el('li', { 'data-testid': `request-${one.right}` },
    el('span', {}, one.concern?.face ? t('notMe') : t(`right${one.right}`), el('br'), el('span', { className: 'small' }, one.statement ?? (one.textLost ? t('textLost') : ''))),
    el('span', { className: 'small' }, standing(one), one.explanation ? `\n${one.explanation}` : '')))));
}

function standing(one) {
  if (one.state === 'OPEN') return t('dueOn', { day: day(one.dueOn) }) + (one.extendedFor ? `\n${t(one.extendedFor)}` : '');
  return t(one.outcome ?? one.refusedFor);
}

function photos(all, ask, asked) {
  const linked = new Map(all.map(one => [one.photoId, all.filter(other => other.photoId === one.photoId)]));
  return part('myPhotos', el('p', { className: 'small' }, t('myPhotosSmall')), ...[...linked].map(([photo, faces]) => el('figure', { 'data-testid': 'own-photo' },
    el('img', { src: `${base}/photos/${photo}`, alt: t('photoOfYou'), loading: 'lazy' }),
    faces.length > 1 ? el('p', { className: 'small', 'data-testid': 'several-marks' }, t('severalMarks', { count: faces.length })) : null,
    ...faces.map((one, number) => notMe(one, faces.length > 1 ? number + 1 : 0, faces.length, ask, asked)))));
}

/** Of several marks on one photo each is shown alone: with the others covered, so that it is seen which one a button is about. */
function notMe({ photoId, faceId }, number, count, ask, asked) {
  return el('div', { className: number ? 'mark' : '', 'data-testid': 'own-mark', 'data-face': faceId },
    number ? el('p', {}, el('strong', {}, t('markOf', { number, count }))) : null,
    number ? el('img', { src: `${base}/photos/${photoId}?face=${faceId}`, alt: t('markOf', { number, count }), loading: 'lazy', 'data-testid': 'mark-cut' }) : null,
    asked('RECTIFICATION', about => about.face === faceId) ? el('p', { className: 'small' }, t('beingLookedAt'))
      : el('button', { type: 'button', className: 'quiet', 'data-testid': 'not-me', onclick: ask(() => ({ right: 'RECTIFICATION', photoId, faceId })) }, number ? t('notMeHere', { number }) : t('notMe')));
}

/** Each use with its day and address, so that she knows which one a button is about. */
function publications(all, ask, asked) {
  return part('published', ...all.map(one => el('div', { className: 'use', 'data-testid': 'use' },
    el('p', {}, el('strong', {}, upper(t(one.channel))), ` · ${t(used(one), { day: day(one.on) })}`, one.address ? el('span', { className: 'small address' }, one.address) : null),
    ...ending(one, ask, asked))));
}

/** Out or only allowed, going on or ending: what is true of each. */
const used = one => one.out ? 'since' : one.ending ? 'mightBeUsedSince' : 'mayBeUsedSince';

/** What rests on her permission ends by taking that back; whatever else is there she can object to. */
function ending(one, ask, asked) {
  const small = text => el('p', { className: 'small' }, text);
  if (one.ending) return [small(t(one.out ? 'goesOffline' : 'mayNotBeUsed'))];
  if (one.takeBack) return [
    small(t(one.out ? 'restsOnYes' : 'restsOnYesUnused', { channel: t(one.channel) })),
    el('button', { type: 'button', className: 'stop', 'data-testid': 'take-back', onclick: doing(() => withdraw({ channels: [one.channel] }, true)) }, t('takeBackFor', { channel: t(one.channel) })),
  ];
  if (asked('OBJECTION', about => about.publication === one.publicationId)) return [small(t('beingLookedAt'))];
  return [small(t('restsOnElse')), el('button', { type: 'button', className: 'quiet', 'data-testid': 'object', onclick: ask(() => ({ right: 'OBJECTION', publicationId: one.publicationId })) }, t('object'))];
}

/** What was asked is not so yet: somebody of the organisation does it. */
function standstill({ restricted, requests: all }, ask, asked) {
  const right = restricted ? 'LIFTING' : 'RESTRICTION';
  const waiting = all.find(one => one.state === 'OPEN' && one.right === right);
  return part('standstill', el('p', { className: 'small', 'data-testid': 'standstill' }, waiting ? t(`${right}Waits`, { day: day(waiting.dueOn) }) : t(`${right}Small`)),
    asked(right) ? null
      : el('button', { type: 'button', className: 'quiet', 'data-testid': `ask-${right}`, onclick: ask(() => ({ right })) }, t(`ask${right}`)));
}

/** What is wrong and what would be right, in two fields, so that nobody has to guess which of the two is meant. */
function correction(ask) {
  const keep = name => event => { kept[name] = event.target.value; };
  const field = (testId, name) => el('textarea', { rows: 2, maxLength: 2000, required: true, value: kept[name], oninput: keep(name), 'data-testid': testId });
  const about = el('select', { 'data-testid': 'correction-about', onchange: keep('about') },
    ...[['details', 'correctDetails'], ['else', 'correctElse']].map(([value, words]) => el('option', { value, selected: value === kept.about }, t(words))));
  const wrong = field('correction-wrong', 'wrong');
  const right = field('correction', 'right');
  const sent = () => { Object.assign(kept, { about: 'details', wrong: '', right: '' }); };
  return part('correct', el('p', { className: 'small' }, t('correctSmall')),
    el('form', { className: 'fields', onsubmit: ask(() => ({
      right: 'RECTIFICATION', details: about.value === 'details',
      text: `${t('correctWrong')}: ${wrong.value.trim()}\n${t('correctRight')}: ${right.value.trim()}`,
    }), sent) },
    el('label', {}, t('correctAbout'), about),
    el('label', {}, t('correctWrong'), wrong),
    el('label', {}, t('correctRight'), right),
    el('p', {}, el('button', { className: 'quiet', 'data-testid': 'ask-RECTIFICATION' }, t('sendRequest')))));
}
