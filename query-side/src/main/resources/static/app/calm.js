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

/** What somebody can have changed without having sent it: which fields, the property that holds it, and what it was at first. */
const CHANGEABLE = [
  ['input:not([readonly]):not([type=checkbox]), textarea', 'value', field => field.defaultValue],
  ['input[type=checkbox]', 'checked', field => field.defaultChecked],
  ['select', 'selectedIndex', field => Math.max(0, [...field.options].findIndex(one => one.defaultSelected))],
  ['details', 'open', () => false],
];

/** As {@link keepingFocus}, and what somebody began to type, choose or open elsewhere in it stays as well. */
export function keepingTyped(root, draw) {
  const kept = CHANGEABLE.flatMap(([fields, property, first]) => [...root.querySelectorAll(fields)]
    .filter(field => field[property] !== first(field))
    .map(field => [fieldIn(field, root), property, field[property], first]));
  keepingFocus(root, draw);
  for (const [address, property, value, first] of kept) {
    const field = address && root.querySelector(address);
    if (field && field[property] === first(field)) field[property] = value;
  }
}

/**
 * Rows by what they are drawn from: one that did not change stays the same element, with whatever was typed, read or
 * opened in it.
 */
export function steadyRows() {
  const rows = new Map();
  return (key, from, draw) => {
    const looks = JSON.stringify(from);
    if (rows.get(key)?.looks !== looks) rows.set(key, { looks, element: draw() });
    return rows.get(key).element;
  };
}

/** A field by whatever named thing it stands in. */
function fieldIn(field, root) {
  const holder = field.closest(NAMED.map(name => `[data-${name}]`).join());
  const address = holder && root.contains(holder) ? addressOf(holder, root) : '';
  if (holder === field) return address;
  return `${address} ${field.name ? `[name="${CSS.escape(field.name)}"]` : field.localName}`;
}

const NAMED = ['photo', 'face', 'request', 'person', 'login', 'case', 'keep', 'testid'];

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
