import { el } from '/app/dom.js';
import { base, call, day, doing, kept, language, t, upper, withdraw } from './person.js';

/** What she can ask, folded away; nothing of it is opened before she looks. */
export function rights() {
  const inside = el('div', {});
  const section = el('details', { className: 'rights', 'data-testid': 'rights', ontoggle: () => { if (section.open && !inside.hasChildNodes()) fill(inside).catch(error => inside.replaceChildren(el('p', { className: 'error' }, error.message))); } },
    el('summary', {}, t('yourRights')), inside);
  return section;
}

async function fill(inside, said = '') {
  const mine = await call('GET', '/rights');
  const ask = what => doing(async () => {
    await call('POST', '/rights', what());
    await fill(inside, 'asked');
    inside.querySelector('[role=status]')?.scrollIntoView({ block: 'center' });
  });
  const asked = (right, about = () => true) => mine.requests.some(one => one.state === 'OPEN' && one.right === right && about(one.concern));
  inside.replaceChildren(...[
    said && el('p', { className: 'small', role: 'status', 'data-testid': 'asked' }, `✓ ${t(said)}`),
    el('p', { className: 'small' }, t('rightsLead')),
    downloads(mine.receipts, ask, asked),
    mine.requests.length > 0 && requests(mine.requests),
    mine.photos.length > 0 && photos(mine.photos, ask, asked),
    mine.publications.length > 0 && publications(mine.publications, ask, asked),
    standstill(mine.restricted, ask, asked),
    correction(ask),
  ].filter(Boolean));
}

const part = (title, ...children) => el('section', { className: 'part' }, el('h2', {}, t(title)), ...children);

const download = (path, name, testId, className) => {
  const address = `${base}${path}?language=${language()}`;
  return el('a', { className, href: address, download: '', 'data-testid': testId, onclick: kept(address) }, t(name));
};

function downloads(receipts, ask, asked) {
  return part('myData', el('p', { className: 'small' }, t('myDataSmall')),
    download('/export', 'download', 'download', 'button'),
    el('p', { className: 'small' }, download('/data', 'machineData', 'machine-data')),
    ...receipts.map((id, number) => el('p', { className: 'small' },
      el('a', { href: `${base}/receipts/${id}/paper`, target: '_blank', rel: 'noopener', 'data-testid': 'receipt-paper' }, `${t('receipt')} ${number + 1} (PDF)`))),
    el('p', { className: 'small' }, t('numbersSmall')),
    asked('ACCESS') ? el('p', { className: 'small' }, t('beingLookedAt'))
      : el('button', { type: 'button', className: 'quiet', 'data-testid': 'ask-ACCESS', onclick: ask(() => ({ right: 'ACCESS' })) }, t('askACCESS')));
}

function requests(all) {
  return part('asking', el('ul', { className: 'list', 'data-testid': 'requests' }, ...all.map(one => el('li', { 'data-testid': `request-${one.right}` },
    el('span', {}, t(`right${one.right}`), el('br'), el('span', { className: 'small' }, one.statement ?? (one.textLost ? t('textLost') : ''))),
    el('span', { className: 'small' }, standing(one), one.explanation ? `\n${one.explanation}` : '')))));
}

function standing(one) {
  if (one.state === 'OPEN') return t('dueOn', { day: day(one.dueOn) }) + (one.extendedFor ? `\n${t(one.extendedFor)}` : '');
  return t(one.outcome ?? one.refusedFor);
}

function photos(all, ask, asked) {
  return part('myPhotos', el('p', { className: 'small' }, t('myPhotosSmall')), ...all.map(one => el('figure', {},
    el('img', { src: `${base}/photos/${one.photoId}`, alt: t('photoOfYou'), loading: 'lazy' }),
    asked('RECTIFICATION', about => about.face === one.faceId) ? el('p', { className: 'small' }, t('beingLookedAt'))
      : el('button', { type: 'button', className: 'quiet', 'data-testid': 'not-me', onclick: ask(() => ({ right: 'RECTIFICATION', photoId: one.photoId, faceId: one.faceId })) }, t('notMe')))));
}

/** Each use with its day and address, so that she knows which one a button is about. */
function publications(all, ask, asked) {
  return part('published', ...all.map(one => el('div', { className: 'use', 'data-testid': 'use' },
    el('p', {}, el('strong', {}, upper(t(one.channel))), ` · ${t(one.out ? 'since' : 'mayBeUsedSince', { day: day(one.on) })}`, one.address ? el('span', { className: 'small address' }, one.address) : null),
    ...ending(one, ask, asked))));
}

/** What rests on her permission ends by taking that back; whatever else is there she can object to. */
function ending(one, ask, asked) {
  const small = text => el('p', { className: 'small' }, text);
  if (one.ending) return [small(t('goesOffline'))];
  if (one.takeBack) return [
    small(t('restsOnYes', { channel: t(one.channel) })),
    el('button', { type: 'button', className: 'stop', 'data-testid': 'take-back', onclick: doing(() => withdraw({ channels: [one.channel] }, true)) }, t('takeBackFor', { channel: t(one.channel) })),
  ];
  if (asked('OBJECTION', about => about.publication === one.publicationId)) return [small(t('beingLookedAt'))];
  return [small(t('restsOnElse')), el('button', { type: 'button', className: 'quiet', 'data-testid': 'object', onclick: ask(() => ({ right: 'OBJECTION', publicationId: one.publicationId })) }, t('object'))];
}

function standstill(restricted, ask, asked) {
  const right = restricted ? 'LIFTING' : 'RESTRICTION';
  return part('standstill', el('p', { className: 'small' }, t(`${right}Small`)),
    asked(right) ? el('p', { className: 'small' }, t('beingLookedAt'))
      : el('button', { type: 'button', className: 'quiet', 'data-testid': `ask-${right}`, onclick: ask(() => ({ right })) }, t(`ask${right}`)));
}

/** What is wrong and what would be right, in two fields, so that nobody has to guess which of the two is meant. */
function correction(ask) {
  const field = testId => el('textarea', { rows: 2, maxLength: 2000, required: true, 'data-testid': testId });
  const about = el('select', { 'data-testid': 'correction-about' },
    el('option', { value: 'details' }, t('correctDetails')), el('option', { value: 'else' }, t('correctElse')));
  const wrong = field('correction-wrong');
  const right = field('correction');
  return part('correct', el('p', { className: 'small' }, t('correctSmall')),
    el('form', { className: 'fields', onsubmit: ask(() => ({
      right: 'RECTIFICATION', details: about.value === 'details',
      text: `${t('correctWrong')}: ${wrong.value.trim()}\n${t('correctRight')}: ${right.value.trim()}`,
    })) },
    el('label', {}, t('correctAbout'), about),
    el('label', {}, t('correctWrong'), wrong),
    el('label', {}, t('correctRight'), right),
    el('p', {}, el('button', { className: 'quiet', 'data-testid': 'ask-RECTIFICATION' }, t('sendRequest')))));
}
