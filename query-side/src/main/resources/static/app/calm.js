/**
 * What is drawn anew under a press loses it: a button that goes between going down and coming up was never clicked.
 * So whatever the server answers is handed on between presses, and the page stands still during one.
 */
const LONGEST_MILLIS = 10_000;
/** A finger's click follows when the browser knows that it was no gesture. */
const CLICK_FOLLOWS_WITHIN_MILLIS = 100;

let presses = 0;
let press = null;
let over = null;

function begins() {
  presses++;
  if (press) return;
  press = new Promise(done => {
    const givenUp = setTimeout(() => over?.(), LONGEST_MILLIS);
    over = () => {
      clearTimeout(givenUp);
      press = over = null;
      done();
    };
  });
}

/** Only after what the press does was begun, and not if another one has begun meanwhile. */
function ends(within) {
  const last = presses;
  setTimeout(() => { if (last === presses) over?.(); }, within);
}

const during = (type, listener) => addEventListener(type, listener, { capture: true, passive: true });

during('pointerdown', event => { if (event.isPrimary && event.button === 0) begins(); });
during('pointerup', () => ends(CLICK_FOLLOWS_WITHIN_MILLIS));
during('keydown', event => { if (event.key === ' ' && !event.repeat) begins(); });
during('keyup', event => { if (event.key === ' ') ends(CLICK_FOLLOWS_WITHIN_MILLIS); });
for (const type of ['click', 'pointercancel', 'dragend', 'blur']) during(type, event => { if (type !== 'blur' || event.target === window) ends(0); });

/** Waits until nothing is being pressed. */
export async function calm() {
  while (press) await press;
}

/** Draws, and puts the focus back on what was focused if that was drawn anew. */
export function keepingFocus(root, draw) {
  const focused = root.contains(document.activeElement) ? addressOf(document.activeElement, root) : '';
  draw();
  if (focused && !root.contains(document.activeElement)) root.querySelector(focused)?.focus({ preventScroll: true });
}

const FIELDS = 'input:not([readonly]):not([type=checkbox]), textarea';

/** As {@link keepingFocus}, and what somebody began to type elsewhere in it stays as well. */
export function keepingTyped(root, draw) {
  const typed = [...root.querySelectorAll(FIELDS)].filter(field => field.value !== field.defaultValue).map(field => [fieldIn(field, root), field.value]);
  keepingFocus(root, draw);
  for (const [address, value] of typed) {
    const field = address && root.querySelector(address);
    if (field && field.value === field.defaultValue) field.value = value;
  }
}

/** A field by whatever named thing it stands in. */
function fieldIn(field, root) {
  const holder = field.closest(NAMED.map(name => `[data-${name}]`).join());
  const address = holder && root.contains(holder) ? addressOf(holder, root) : '';
  return holder === field ? address : `${address} [name="${CSS.escape(field.name)}"]`;
}

const NAMED = ['photo', 'face', 'request', 'person', 'login', 'keep', 'testid'];

function addressOf(element, root) {
  const steps = [];
  for (let at = element; at && at !== root; at = at.parentElement) {
    const name = NAMED.find(one => at.dataset[one]);
    const href = at.getAttribute('href');
    if (name) steps.unshift(`[data-${name}="${CSS.escape(at.dataset[name])}"]`);
    else if (href) steps.unshift(`[href="${CSS.escape(href)}"]`);
    else if (at === element) return '';
  }
  return steps.join(' ');
}
