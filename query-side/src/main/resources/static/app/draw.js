import { action, el } from './dom.js';
import { t } from './words.js';

/** On the screen; what is less was no drawing. */
const SMALLEST_PIXELS = 10;
const STEP = 0.02;
const FIRST = { x: 0.4, y: 0.35, width: 0.2, height: 0.25 };
const KINDS = ['FACE', 'FROM_BEHIND', 'NAME_BADGE', 'SCREEN'];
/** As shares of what is seen: in a picture that was made larger, small faces are marked as well. */
const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

const between = (least, value, most) => Math.min(most, Math.max(least, value));

/**
 * Lets a mark be drawn with the mouse or a finger, or moved into place with the arrow keys; what it is, is asked before it
 * is made. Answers the button with which the keyboard begins.
 */
export function drawable(holder, make) {
  let start = null;
  let frame = null;
  let box = null;
  holder.classList.add('drawable');
  const at = event => {
    const area = holder.getBoundingClientRect();
    return { x: between(0, (event.clientX - area.left) / area.width, 1), y: between(0, (event.clientY - area.top) / area.height, 1) };
  };
  const boxTo = end => ({
    x: Math.min(start.x, end.x), y: Math.min(start.y, end.y), width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y),
  });
  const show = wanted => {
    box = wanted;
    Object.assign(frame.style, {
      left: `${box.x * 100}%`, top: `${box.y * 100}%`, width: `${box.width * 100}%`, height: `${box.height * 100}%`,
    });
  };
  const part = () => {
    const all = holder.getBoundingClientRect();
    const seen = holder.parentElement.getBoundingClientRect();
    const left = Math.max(all.left, seen.left);
    const top = Math.max(all.top, seen.top);
    return { x: (left - all.left) / all.width, y: (top - all.top) / all.height, width: (Math.min(all.right, seen.right) - left) / all.width, height: (Math.min(all.bottom, seen.bottom) - top) / all.height };
  };
  const first = () => {
    const { x, y, width, height } = part();
    return { x: x + FIRST.x * width, y: y + FIRST.y * height, width: FIRST.width * width, height: FIRST.height * height };
  };
  const begin = () => {
    frame?.remove();
    frame = el('span', { className: 'face AMBER', 'data-testid': 'draw-frame' });
    holder.append(frame);
  };
  const end = () => {
    start = null;
    frame.remove();
    holder.dispatchEvent(new Event('frameend'));
  };
  const ask = () => {
    frame.append(el('span', { className: 'tag row' }, t('detail.draw'), ' ',
      ...KINDS.map(kind => el('button', { type: 'button', 'data-testid': `draw-${kind}`, onclick: action(() => make(box, kind)) }, t(`kind.${kind}`))),
      el('button', { type: 'button', 'data-testid': 'draw-cancel', onclick: () => { end(); keys.focus(); } }, t('detail.cancel'))));
    frame.classList.add('drawn');
  };
  holder.addEventListener('dragstart', event => event.preventDefault());
  holder.addEventListener('pointerdown', event => {
    if (event.target.tagName !== 'IMG' || event.button !== 0 || !event.isPrimary) return;
    start = at(event);
    begin();
    holder.setPointerCapture(event.pointerId);
  });
  holder.addEventListener('pointermove', event => start && show(boxTo(at(event))));
  for (const given of ['pointercancel', 'twofingers']) holder.addEventListener(given, () => start && end());
  holder.addEventListener('pointerup', event => {
    if (!start) return;
    show(boxTo(at(event)));
    const area = holder.getBoundingClientRect();
    if (box.width * area.width < SMALLEST_PIXELS || box.height * area.height < SMALLEST_PIXELS) { end(); return; }
    start = null;
    ask();
  });
  const move = event => {
    if (!MOVES[event.key] || event.target !== frame) return;
    event.preventDefault();
    const { width, height } = part();
    const right = MOVES[event.key][0] * width;
    const down = MOVES[event.key][1] * height;
    show(event.shiftKey
      ? { ...box, width: between(STEP * width, box.width + right, 1 - box.x), height: between(STEP * height, box.height + down, 1 - box.y) }
      : { ...box, x: between(0, box.x + right, 1 - box.width), y: between(0, box.y + down, 1 - box.height) });
  };
  const keys = el('button', { type: 'button', className: 'quiet draw-start', 'data-testid': 'draw-start', onclick: () => {
    begin();
    show(first());
    ask();
    Object.assign(frame, { tabIndex: 0, role: 'group', ariaLabel: t('detail.draw-keys'), title: t('detail.draw-keys') });
    frame.addEventListener('keydown', move);
    frame.focus();
  } }, t('detail.draw-start'));
  return keys;
}
