/** Small ways to build elements; text is always text, never markup. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== 'list') element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const FILE_KEPT_MILLIS = 60_000;

export const $ = selector => document.querySelector(selector);

let hiding;
let box;

/** Says something for a while: in the dialog that is open, since what stands beside one is hidden behind it, and unheard. */
export function toast(text) {
  box ??= $('#toast');
  ([...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body).append(box);
  box.textContent = text;
  box.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { box.hidden = true; }, 7000);
}

/** Fetches a file and lets the browser keep it; a link that is refused would end as a broken download without a word. */
export async function keepFile(address, refused) {
  const answer = await fetch(address);
  if (!answer.ok) throw Object.assign(new Error((await answer.json().catch(() => ({}))).detail ?? refused), { said: true });
  const [, name] = /filename="?([^";]+)/.exec(answer.headers.get('Content-Disposition') ?? '') ?? [];
  const file = URL.createObjectURL(await answer.blob());
  el('a', { href: file, download: name ?? '' }).click();
  setTimeout(() => URL.revokeObjectURL(file), FILE_KEPT_MILLIS);
}

/** Runs what a button does, not twice at once. A button that is really disabled would lose the focus of the keyboard. */
export const once = run => async event => {
  event.preventDefault();
  const button = event.submitter ?? event.currentTarget;
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  try {
    await run(event, button);
  } finally {
    button.ariaDisabled = null;
  }
};

/** The same, with a refusal shown. */
export const action = run => once(async event => {
  try {
    await run(event);
  } catch (refused) {
    toast(inWordsOf(event.target, refused));
  }
});

/** The server names a field that is missing as machines call it; on the page it is called as its label says. */
function inWordsOf(element, refused) {
  const said = refused.message || String(refused);
  const [, field] = (refused.code === 'request.missing-field' && /: (\w+)$/.exec(said)) || [];
  const label = field && element?.closest?.('form')?.elements[field]?.closest?.('label')?.firstChild?.textContent.trim();
  return label ? said.replace(/: \w+$/, ` “${label}”`).replace(/:? “/, ': “') : said;
}
