import { get, post, send } from './api.js';
import { keepingTyped } from './calm.js';
import { action, el } from './dom.js';
import { may, me } from './may.js';
import { boxes, secrets, shownOnce } from './secret.js';
import { sure } from './sure.js';
import { wordBehind } from './trust.js';
import { moment, t } from './words.js';

const PATH = '/api/service-tokens';
const SCOPES = ['PUBLISH', 'RELEASE_FILE', 'ACKNOWLEDGE', 'READ_STATUS', 'IMPORT'];
const DAYS = 90;
const DAY_MILLIS = 86_400_000;

const scope = code => t(`tokens.scope.${code}`);

/** With what machines work: a secret is shown by whoever just made it, and never again. */
export async function showTokens(section, named, fresh) {
  const tokens = (await get(PATH)).sort((one, other) => one.name.localeCompare(other.name));
  const again = run => action(async event => {
    const made = await run(event);
    if (made) await showTokens(section, named, made);
  });
  const live = tokens.filter(one => one.standing !== 'REVOKED');
  if (fresh) once.prepend(...told(fresh));
  keepingTyped(section, () => section.replaceChildren(
    el('h2', { id: 'tokens-title', tabIndex: -1 }, t('tokens.title')),
    el('p', { className: 'note' }, t('tokens.lead')),
    once,
    live.length ? el('ul', { className: 'links' }, ...live.map(one => item(one, named, again))) : el('p', { className: 'note' }, t('tokens.none')),
    ...(may('POST /api/service-tokens') ? form(again) : [])));
  if (fresh) (section.querySelector('.fresh input') ?? section.querySelector('h2')).focus();
}

const once = secrets();

const told = made => [
  made.token && shownOnce(t('tokens.secret'), made.token, 'token-secret'),
  made.agreementNeededBy && el('p', { className: 'note' }, t('tokens.needs', { moment: moment(made.agreementNeededBy) }))].filter(Boolean);

function item(token, named, again) {
  const path = `${PATH}/${token.tokenId}`;
  const button = (testId, words, run, className) => el('button', { type: 'button', className, 'data-testid': testId, 'aria-label': `${words}: ${token.name}`, onclick: again(run) }, words);
  const powers = [...token.scopes.map(scope), ...token.roles.map(code => t(`accounts.role-short.${code}`))].join(', ');
  const facts = [
    token.standing === 'ASKED' ? t('tokens.asked', { who: named(token.by[0]), moment: moment(token.agreementNeededBy) }) : t(`accounts.standing.${token.standing}`),
    token.standing === 'ACTIVE' && wordBehind(token, token.tokenId, named),
    token.ends && t('tokens.until', { moment: moment(token.ends) }),
    token.lastUse ? t('tokens.used', { moment: moment(token.lastUse) }) : t('tokens.unused'),
  ];
  return el('li', { 'data-testid': 'token', 'data-keep': token.tokenId },
    el('p', {}, el('strong', {}, token.name), el('br'), powers),
    el('p', { className: 'note' }, facts.filter(Boolean).join(' ')),
    el('div', { className: 'row' },
      token.standing === 'ASKED' && !token.by.includes(me()) && may('POST /api/service-tokens/{id}/agreement') && button('agree-token', t('accounts.agree'), () => post(`${path}/agreement`)),
      token.standing === 'IN_DOUBT' && may('POST /api/service-tokens/{id}/confirmation') && button('confirm-token', t('access.confirm'), () => post(`${path}/confirmation`, {})),
      token.standing !== 'DAMAGED' && may('DELETE /api/service-tokens/{id}') && button('end-token', t('tokens.end'), () => end(token, path), 'stop')));
}

async function end(token, path) {
  const goes = await get(`${path}/removal`);
  if (!await sure(t('tokens.end-title', { name: token.name }), [t('tokens.end-now')], t('tokens.end'))) return null;
  return send('DELETE', `${path}?confirm=${encodeURIComponent(goes.confirm)}`);
}

function form(again) {
  const run = again(async event => {
    const fields = new FormData(event.target);
    const made = await post(PATH, { name: fields.get('name'), scopes: fields.getAll('scopes'), roles: [], ends: new Date(`${fields.get('ends')}T23:59:59`).toISOString() });
    event.target.reset();
    return made;
  });
  const usual = new Date(Date.now() + DAYS * DAY_MILLIS).toISOString().slice(0, 10);
  return [
    el('h3', {}, t('tokens.make-title')),
    el('p', { className: 'note' }, t('tokens.make-lead')),
    el('form', { className: 'fields', 'data-testid': 'make-a-token', onsubmit: run },
      el('label', {}, t('tokens.name'), el('input', { name: 'name', required: true, autocomplete: 'off', 'data-testid': 'token-name' })),
      el('label', {}, t('tokens.ends'), el('input', { name: 'ends', type: 'date', required: true, value: usual, 'data-testid': 'token-ends' })),
      boxes('scopes', t('tokens.scopes'), SCOPES, scope),
      el('p', {}, el('button', { 'data-testid': 'make-token' }, t('tokens.make')))),
  ];
}
