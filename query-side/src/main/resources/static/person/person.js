import { el, keepFile } from '/app/dom.js';

/** The server writes the page, and it works without this. With it another language takes nothing of what was begun, and a refused file says why. */

const failed = () => document.body.dataset.failed;

/** What a field is called, alike in every language. */
const fields = () => [...document.querySelectorAll('main input:not([type=hidden]), main select, main textarea')];
const nameOf = field => [field.form?.dataset.testid, field.name, ['radio', 'checkbox'].includes(field.type) ? field.value : ''].join(' ');
const parts = () => [...document.querySelectorAll('main details')];

function begun() {
  const written = new Map(fields().map(field => [nameOf(field), { checked: field.checked, value: field.value }]));
  const open = parts().map(part => part.open);
  return () => {
    fields().forEach(field => {
      const before = written.get(nameOf(field));
      if (!before) return;
      if ('checked' in field && field.type !== 'select-one') field.checked = before.checked;
      if (!['radio', 'checkbox'].includes(field.type)) field.value = before.value;
    });
    parts().forEach((part, number) => { part.open = open[number]; });
  };
}

async function speak(link) {
  const again = begun();
  const { lang } = link;
  const answer = await fetch(`${location.pathname}?lang=${lang}`, { headers: { Accept: 'text/html' } });
  if (!answer.ok || new URL(answer.url).pathname !== location.pathname) throw new Error('another page');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  document.body.replaceWith(page.body);
  again();
  document.querySelector('.languages a')?.focus();
}

async function keep(link) {
  link.parentElement.querySelector('.error')?.remove();
  try {
    await keepFile(link.href, failed());
  } catch (refused) {
    link.after(el('p', { className: 'error', role: 'alert' }, refused.said ? refused.message : failed()));
  }
}

document.documentElement.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const language = event.target.closest('.languages a');
  const file = event.target.closest('a[data-file]');
  if (!language && !file) return;
  event.preventDefault();
  if (file) keep(file);
  else speak(language).catch(() => location.assign(language.href));
});
