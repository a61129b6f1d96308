import { nameOf } from './api.js';
import { el } from './dom.js';
import { t } from './words.js';

/** The reason that stands for those of people who are not told apart. */
const SOMEBODY = 'consent.not-by-everybody';

/** Several things may be said of one mark, and none of them makes up for another. */
const WORST_FIRST = ['RED', 'AMBER', 'GREEN'];

/** What colour a mark has on a channel, from the reasons the server gives; NONE asks nobody, or does not tell whom. */
export function colourOf(face, status, covered = []) {
  if (covered.includes(face.faceId)) return 'NONE';
  if (face.standing === 'DISMISSED') return 'NONE';
  if (face.standing === 'UNREGISTERED' || face.standing === 'ERASED') return 'RED';
  if (face.standing === 'OPEN') return 'AMBER';
  if (status?.reasons.some(reason => reason.code === SOMEBODY)) return 'NONE';
  if (!status) return 'NONE';
  const colours = status.reasons.filter(reason => reason.faceId === face.faceId).map(reason => reason.colour);
  return WORST_FIRST.find(colour => colours.includes(colour)) ?? 'GREEN';
}

/** Where nobody asked about one channel: the colour that all of them have, or the sign that they differ. */
function colourOn(face, statuses, covered) {
  const [colour, ...others] = new Set(statuses.map(status => colourOf(face, status, covered)));
  return others.length ? 'MIXED' : colour;
}

const SIGNS = { GREEN: '✓', AMBER: '?', RED: '✕', NONE: '–', MIXED: '±' };
const COVERED = '■';

export async function labelOf(face) {
  if (face.standing === 'SIGHTED') return await nameOf(face.personId) || t('face.someone');
  if (face.standing === 'DISMISSED') return t(`face.${face.dismissal}`);
  if (face.standing === 'UNREGISTERED' || face.standing === 'ERASED') return t(`face.${face.standing}`);
  const likely = face.suggestions[0];
  return likely ? t('face.suggested', { name: await nameOf(likely.personId) || t('face.someone') }) : t('face.OPEN');
}

function placed(element, { x, y, width, height }) {
  Object.assign(element.style, { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
  return element;
}

/** A mark at its place; a button where something can be done with it. Whoever is covered is neither allowed nor a no. */
export function box(face, status, onChoose, covered = []) {
  const statuses = [status].flat();
  const colour = colourOn(face, statuses.length ? statuses : [undefined], covered);
  const isCovered = covered.includes(face.faceId);
  const name = el('span', { className: 'name' });
  const tag = el('span', { className: `tag${face.box.x > 0.5 ? ' end' : ''}` }, isCovered ? COVERED : SIGNS[colour], name);
  const element = el(onChoose ? 'button' : 'span', {
    className: `face ${colour}`, type: onChoose ? 'button' : undefined, 'data-testid': 'face', 'data-face': face.faceId,
    onclick: onChoose ? () => onChoose(face) : undefined,
  }, tag);
  placed(element, face.box);
  labelOf(face).then(who => {
    const label = isCovered ? t('face.covered', { who }) : who;
    name.textContent = ` ${label}`;
    element.title = colour === 'MIXED' ? t('face.differs', { who: label }) : label;
  });
  return element;
}

/** The shape of the frame in the grid, and how many names fit into it. */
const WIDTH_TO_HEIGHT = 4 / 3;
const NAMED = 3;

/** Whom a version hides where their marks are now: of a mark that was moved since, what is there is seen. */
export const hiddenOn = version => (version?.covers ?? []).filter(cover => cover.covering).map(cover => cover.faceId);

const originalOf = photo => photo.renditions.find(one => one.original);

/** Who is covered in the stored original itself; of them nothing is left to be seen or done. */
export const coveredForGood = photo => hiddenOn(originalOf(photo));

/** What the file fills where nobody is marked any more: a cover is where it was made. */
const leftBehind = version => (version?.covers ?? []).filter(cover => !cover.covering).map(cover => {
  const words = t('face.cover-left');
  return placed(el('span', { className: 'face NONE covered', title: words, 'data-testid': 'cover-left' }, el('span', { className: `tag${cover.box.x > 0.5 ? ' end' : ''}` }, COVERED, el('span', { className: 'name' }, ` ${words}`))), cover.box);
});

/** The marks as they are read, from left to right: so they are numbered, and so the Tab key goes. */
export const inOrder = photo => [...photo.faces].sort((one, other) => one.box.x - other.box.x);

/** Each look asks anew: who is covered may be different now, and a page keeps the pictures it has by their address. */
let looks = 0;
/** A covered version is shown as it would leave: covers that a page draws say nothing about those of the file. */
const pictureOf = (photo, version) => `/api/photos/${photo.photoId}${version && !version.original ? `/renditions/${version.renditionId}` : ''}/preview?look=${looks += 1}`;

/**
 * The picture with its marks.
 *
 * @param status of the channel that was asked about, or those of all channels
 */
export function stage(photo, status, onChoose, version) {
  const shown = version ?? originalOf(photo);
  const covered = hiddenOn(shown);
  const image = el('img', { src: pictureOf(photo, version), alt: '', decoding: 'async', loading: onChoose ? 'eager' : 'lazy', width: photo.widthPixels, height: photo.heightPixels });
  const tall = photo.widthPixels / photo.heightPixels < WIDTH_TO_HEIGHT;
  const holder = el('div', { className: `stage ${tall ? 'tall' : 'wide'}${photo.faces.length > NAMED ? ' crowded' : ''}` }, image);
  holder.style.aspectRatio = `${photo.widthPixels} / ${photo.heightPixels}`;
  image.addEventListener('error', () => holder.replaceChildren(el('p', { className: 'closed' }, t('detail.closed'))));
  holder.append(...leftBehind(shown));
  inOrder(photo).forEach(face => holder.append(box(face, status, onChoose, covered)));
  return holder;
}
