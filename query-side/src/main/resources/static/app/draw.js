import { action, el } from './dom.js';
import { t } from './words.js';

const SMALLEST = 0.015;
const KINDS = ['FACE', 'FROM_BEHIND', 'NAME_BADGE', 'SCREEN'];

/** Lets a mark be drawn with the mouse or a finger; what it is, is asked before it is made. */
export function drawable(holder, make) {
  let start = null;
  let frame = null;
  const at = event => {
    const area = holder.getBoundingClientRect();
    const within = value => Math.min(1, Math.max(0, value));
    return { x: within((event.clientX - area.left) / area.width), y: within((event.clientY - area.top) / area.height) };
  };
  const boxTo = end => ({
    x: Math.min(start.x, end.x), y: Math.min(start.y, end.y), width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y),
  });
  const show = box => Object.assign(frame.style, {
    left: `${box.x * 100}%`, top: `${box.y * 100}%`, width: `${box.width * 100}%`, height: `${box.height * 100}%`,
  });
  holder.addEventListener('dragstart', event => event.preventDefault());
  holder.addEventListener('pointerdown', event => {
    if (event.target.tagName !== 'IMG' || event.button !== 0) return;
    start = at(event);
    frame?.remove();
    frame = el('span', { className: 'face AMBER' });
    holder.append(frame);
    holder.setPointerCapture(event.pointerId);
  });
  holder.addEventListener('pointermove', event => start && show(boxTo(at(event))));
  holder.addEventListener('pointerup', event => {
    if (!start) return;
    const box = boxTo(at(event));
    start = null;
    if (box.width < SMALLEST || box.height < SMALLEST) { frame.remove(); return; }
    frame.append(el('span', { className: 'tag row' }, t('detail.draw'), ' ',
      ...KINDS.map(kind => el('button', { type: 'button', 'data-testid': `draw-${kind}`, onclick: action(() => make(box, kind)) }, t(`kind.${kind}`)))));
    frame.classList.add('drawn');
  });
}
