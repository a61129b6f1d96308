import { el } from './dom.js';
import { t } from './words.js';

const MOST = 12;
const STEP = 1.5;

const between = (least, value, most) => Math.min(most, Math.max(least, value));

/**
 * Puts the picture into a frame in which it can be made larger: by buttons, by + and − and 0, by the wheel and by two
 * fingers. How large it is, and which part is seen, stays in {@code seen} when it is drawn anew.
 */
export function zoomable(holder, seen) {
  const frame = el('div', { className: 'zoom', 'data-testid': 'zoom' }, holder);
  const share = el('span', { className: 'note', role: 'status', 'data-testid': 'zoom-share' });
  const show = (zoom, pointed) => {
    const mark = pointed ? null : holder.querySelector('[data-face]:focus') ?? holder.querySelector('.chosen');
    const at = pointed ?? middle(mark ?? frame);
    const area = frame.getBoundingClientRect();
    const across = (frame.scrollLeft + at.x - area.left) / (frame.scrollWidth || 1);
    const down = (frame.scrollTop + at.y - area.top) / (frame.scrollHeight || 1);
    seen.zoom = between(1, zoom, MOST);
    drawn();
    frame.scrollTo(across * frame.scrollWidth - (at.x - area.left), down * frame.scrollHeight - (at.y - area.top));
    if (mark) bring(frame, mark);
  };
  const drawn = () => {
    holder.style.setProperty('--zoom', seen.zoom);
    frame.classList.toggle('large', seen.zoom > 1);
    frame.tabIndex = seen.zoom > 1 ? 0 : -1;
    share.textContent = seen.zoom > 1 ? `${Math.round(seen.zoom * 100)} %` : '';
    fewerNames(holder);
  };
  frame.ariaLabel = t('zoom.part');
  frame.role = 'group';
  frame.addEventListener('scroll', () => { seen.left = frame.scrollLeft; seen.top = frame.scrollTop; });
  frame.addEventListener('wheel', event => {
    event.preventDefault();
    if (event.shiftKey) frame.scrollBy(event.deltaX || event.deltaY, 0);
    else show(seen.zoom * STEP ** (-event.deltaY / 200), { x: event.clientX, y: event.clientY });
  }, { passive: false });
  fingers(frame, holder, seen, show);
  const keys = event => {
    const zoom = { '+': seen.zoom * STEP, '=': seen.zoom * STEP, '-': seen.zoom / STEP, 0: 1 }[event.key];
    if (!zoom || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(zoom);
  };
  frame.addEventListener('keydown', keys);
  const button = (id, zoom, sign) => el('button', { type: 'button', className: 'quiet', 'data-testid': `zoom-${id}`, title: t(`zoom.${id}`), 'aria-label': t(`zoom.${id}`), onclick: () => show(zoom()) }, sign);
  const bar = el('div', { className: 'row zoom-bar', onkeydown: keys },
    button('in', () => seen.zoom * STEP, '+'), button('out', () => seen.zoom / STEP, '−'), button('whole', () => 1, t('zoom.whole')), share);
  const sizes = new ResizeObserver(() => fewerNames(holder));
  [frame, ...holder.querySelectorAll('.tag')].forEach(one => sizes.observe(one));
  const restore = () => {
    frame.scrollTo(seen.left, seen.top);
    const chosen = holder.querySelector('.chosen');
    if (chosen && seen.chosen !== chosen.dataset.face) bring(frame, chosen);
    seen.chosen = chosen?.dataset.face;
  };
  drawn();
  return { frame, bar, restore };
}

/** To the middle, if it is out of what is seen. */
function bring(frame, mark) {
  const area = frame.getBoundingClientRect();
  const at = mark.getBoundingClientRect();
  if (at.left >= area.left && at.right <= area.right && at.top >= area.top && at.bottom <= area.bottom) return;
  frame.scrollBy(at.left + at.width / 2 - area.left - area.width / 2, at.top + at.height / 2 - area.top - area.height / 2);
}

function middle(element) {
  const area = element.getBoundingClientRect();
  return { x: area.left + area.width / 2, y: area.top + area.height / 2 };
}

/** Two fingers make it larger and move it; what one of them began to draw is given up. */
function fingers(frame, holder, seen, show) {
  const down = new Map();
  let before = null;
  const both = () => {
    const [one, other] = [...down.values()];
    return { apart: Math.hypot(one.x - other.x, one.y - other.y), x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  };
  const here = event => down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  frame.addEventListener('pointerdown', event => {
    if (event.pointerType !== 'touch') return;
    here(event);
    if (down.size !== 2) return;
    holder.dispatchEvent(new Event('twofingers'));
    before = both();
  }, { capture: true });
  frame.addEventListener('pointermove', event => {
    if (!down.has(event.pointerId)) return;
    here(event);
    if (down.size !== 2 || !before) return;
    const now = both();
    show(seen.zoom * now.apart / (before.apart || 1), now);
    frame.scrollBy(before.x - now.x, before.y - now.y);
    before = now;
    event.stopPropagation();
  }, { capture: true });
  const gone = event => { down.delete(event.pointerId); before = null; };
  frame.addEventListener('pointerup', gone, { capture: true });
  frame.addEventListener('pointercancel', gone, { capture: true });
}

/** A name that would lie over another mark or its name is left to the title, the panel and the focus. */
function fewerNames(holder) {
  const marks = [...holder.querySelectorAll('.face.chosen'), ...holder.querySelectorAll('[data-face]:not(.chosen)')];
  if (!marks.length || !holder.isConnected) return;
  marks.forEach(mark => mark.classList.remove('nameless'));
  const taken = marks.map(mark => mark.getBoundingClientRect());
  const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const hidden = [];
  for (const [number, mark] of marks.entries()) {
    const tag = mark.querySelector('.tag').getBoundingClientRect();
    if (!mark.matches('.chosen') && taken.some((other, index) => index !== number && meet(tag, other))) hidden.push(mark);
    else taken.push(tag);
  }
  hidden.forEach(mark => mark.classList.add('nameless'));
}

/** The arrow keys go from mark to mark, as the Tab key does, and choose; within a frame that is drawn they move that. */
export function walkable(holder, choose) {
  holder.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const mark = event.target.closest('[data-face]');
    if (!step || !mark) return;
    event.preventDefault();
    event.stopPropagation();
    const marks = [...holder.querySelectorAll('[data-face]')];
    const next = marks[(marks.indexOf(mark) + step + marks.length) % marks.length];
    next.focus({ preventScroll: true });
    choose(next.dataset.face);
  });
}
