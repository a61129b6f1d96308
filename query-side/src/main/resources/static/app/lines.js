import { get, send } from './api.js';
import { $, action, el, toast } from './dom.js';
import { may } from './may.js';
import { t } from './words.js';

const READ = 'GET /api/collections/{id}/release-lines';
const SAY = 'PUT /api/collections/{id}/release-lines';
const FIELDS = ['creator', 'credit', 'copyright', 'usageTerms', 'statement'];
const MINING = ['PROHIBITED', 'PROHIBITED_EXCEPT_SEARCH_ENGINES', 'PROHIBITED_AI_TRAINING', 'PROHIBITED_GENERATIVE_AI_TRAINING', 'UNSPECIFIED', 'ALLOWED'];

const path = shoot => `/api/collections/${shoot}/release-lines`;

/** What is said for a shoot, with some of it said anew. */
export async function sayForShoot(shoot, lines) {
  const { own } = await get(path(shoot));
  await send('PUT', path(shoot), { ...own, ...lines });
}

export const maySayForShoot = () => may(SAY);

/** Who made the photos of the chosen shoot and whose they are, as released files say. */
export function showLines(select) {
  const panel = $('#lines');
  if (!may(READ)) return;
  const content = el('div', { 'aria-live': 'polite' });
  panel.replaceChildren(el('summary', { 'data-testid': 'lines-open' }, t('lines.title')), content);
  const chosen = () => { panel.hidden = !select.value; panel.open = false; content.replaceChildren(); };
  select.addEventListener('change', chosen);
  panel.addEventListener('toggle', async () => {
    if (!panel.open || content.hasChildNodes()) return;
    try {
      content.replaceChildren(form(select.value, await get(path(select.value))));
    } catch (refused) {
      toast(refused.message);
    }
  });
  chosen();
}

function form(shoot, { own, usual }) {
  const fields = FIELDS.map(name => el('label', {}, t(`lines.${name}`),
    el('input', { name, maxLength: 1000, value: own[name] ?? '', placeholder: usual[name] ?? '', disabled: !may(SAY), 'data-testid': `lines-${name}` })));
  const mining = el('select', { name: 'dataMining', disabled: !may(SAY), 'data-testid': 'lines-dataMining' },
    el('option', { value: '' }, t('lines.usual', { value: t(`mining.${usual.dataMining}`) })),
    ...MINING.map(value => el('option', { value, selected: own.dataMining === value }, t(`mining.${value}`))));
  const save = action(async event => {
    const said = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim() || null]));
    await send('PUT', path(shoot), said);
    toast(t('lines.saved'));
  });
  return el('form', { className: 'fields', onsubmit: save },
    el('p', { className: 'note' }, t('lines.lead')), ...fields, el('label', {}, t('lines.dataMining'), mining),
    may(SAY) ? el('button', { type: 'submit', 'data-testid': 'lines-save' }, t('lines.save')) : null);
}
