import { get, post, send } from './api.js';
import { keepingTyped, steadyRows } from './calm.js';
import { $, action, el, toast } from './dom.js';
import { keepLatest } from './latest.js';
import { may, me, whoAmI } from './may.js';
import { boxes, secrets, shownOnce } from './secret.js';
import { sure } from './sure.js';
import { showTokens } from './tokens.js';
import { tools } from './tools.js';
import { wordBehind } from './trust.js';
import { moment, t, translatePage } from './words.js';

const PATH = '/api/accounts';
const ROLES = ['PHOTOGRAPHER', 'EDITOR', 'COMPLIANCE_OFFICER', 'AUDITOR', 'ADMIN'];

const role = code => t(`accounts.role.${code}`);
const list = codes => codes.map(code => t(`accounts.role-short.${code}`)).join(', ');

/** Who an account is, as the last list named it: whoever asked, agreed or gave their word may have left since. */
const logins = new Map();
const named = id => logins.get(id) ?? id;

/** Who works here: what somebody asks for one, another agrees to; a one-time password is shown by whoever just made it. */
async function showAccounts(section, fresh) {
  const accounts = (await get(PATH)).sort((one, other) => one.login.localeCompare(other.login));
  accounts.forEach(one => logins.set(one.accountId, one.login));
  const again = run => action(async event => {
    const made = await run(event);
    if (made) await showAccounts(section, made);
  });
  const asking = may('POST /api/accounts') ? await askingFor(again) : [];
  if (fresh) once.prepend(...told(fresh));
  keepingTyped(section, () => section.replaceChildren(
    el('h2', { id: 'accounts-title', tabIndex: -1 }, t('accounts.title')),
    el('p', { className: 'note' }, t('accounts.lead')),
    once,
    el('ul', { className: 'links' }, ...accounts.filter(one => one.standing !== 'ENDED').map(one => rows(one.accountId, [one, me(), [one.asked?.by, one.onTheWordOf].map(named)], () => item(one, again)))),
    ...asking));
  if (fresh) (section.querySelector('.fresh input') ?? section.querySelector('h2')).focus();
}

const once = secrets();
const rows = steadyRows();

/** Whose it is stands with it, since more than one may be shown. */
function told(made) {
  const whose = named(made.accountId);
  const needs = made.agreementNeededBy ? [el('p', { className: 'note', 'data-testid': 'needs-agreement' }, t('accounts.needs', { moment: moment(made.agreementNeededBy) }))] : [];
  if (made.oneTimePassword) return [shownOnce(`${whose}: ${t('accounts.password')}`, made.oneTimePassword, 'one-time-password'), ...needs];
  if (made.passwordHalf) return [shownOnce(`${whose}: ${t('accounts.half')}`, made.passwordHalf, 'password-half'), ...needs];
  return needs;
}

function item(account, again) {
  const mine = account.accountId === me();
  const { asked } = account;
  const facts = [
    t(`accounts.standing.${account.standing}`),
    wordBehind(account, account.accountId, named),
    account.mustChangePassword && t('accounts.not-yet-in'),
    asked && t(`accounts.asked.${asked.change}`, { who: named(asked.by), roles: list(asked.roles), moment: moment(asked.until) }),
  ];
  return el('li', { 'data-testid': 'account', 'data-login': account.login },
    el('p', {}, el('strong', {}, account.name || account.login), ` (${account.login}) `, mine && t('accounts.you'), el('br'), list(account.roles)),
    el('p', { className: 'note' }, facts.filter(Boolean).join(' ')),
    ...(mine ? [] : orders(account, again)));
}

function orders(account, again) {
  const path = `${PATH}/${account.accountId}`;
  const button = (testId, words, run, className) => el('button', { type: 'button', className, 'data-testid': testId, 'aria-label': `${words}: ${account.login}`, onclick: again(run) }, words);
  const active = account.standing === 'ACTIVE' && !account.asked;
  const letInAnew = account.standing === 'IN_DOUBT' && !account.asked;
  return [el('div', { className: 'row' },
    account.asked && account.asked.by !== me() && may('POST /api/accounts/{id}/agreement') && button('agree', t('accounts.agree'), () => post(`${path}/agreement`)),
    (active || letInAnew) && may('PUT /api/accounts/{id}/password') && button('new-password', t('accounts.new-password'), () => send('PUT', `${path}/password`), 'quiet'),
    account.standing !== 'DAMAGED' && may('DELETE /api/accounts/{id}') && button('end-account', t('accounts.end'), () => end(account, path), 'stop')),
  active && may('PUT /api/accounts/{id}/roles') && otherRoles(account, path, again)];
}

async function end(account, path) {
  const goes = await get(`${path}/removal`);
  const lines = [t('accounts.end-now'), goes.roles.includes('COMPLIANCE_OFFICER') && t('accounts.end-left', { count: goes.officersLeft })].filter(Boolean);
  if (!await sure(t('accounts.end-title', { login: account.login }), lines, t('accounts.end'))) return null;
  return send('DELETE', `${path}?confirm=${encodeURIComponent(goes.confirm)}`);
}

function otherRoles(account, path, again) {
  const run = again(event => send('PUT', `${path}/roles`, { roles: new FormData(event.target).getAll('roles') }));
  return el('details', {}, el('summary', {}, t('accounts.roles-other')),
    el('form', { className: 'fields', onsubmit: run }, boxes('roles', account.login, ROLES, role, account.roles),
      el('p', {}, el('button', { 'data-testid': 'change-roles' }, t('accounts.roles-change')))));
}

/** A form that is refused whatever is filled in would waste whoever fills it in. */
async function askingFor(again) {
  const { alone, possible } = await get(`${PATH}/rule`);
  if (!possible) return [el('h3', {}, t('accounts.make-title')), el('p', { className: 'note', 'data-testid': 'nobody-agrees' }, t('accounts.nobody-agrees'))];
  return form(again, t(alone ? 'accounts.make-lead' : 'accounts.ask-lead'), t(alone ? 'accounts.make' : 'accounts.ask'));
}

function form(again, lead, words) {
  const run = again(async event => {
    const fields = new FormData(event.target);
    const made = await post(PATH, { login: fields.get('login'), name: fields.get('name') || null, roles: fields.getAll('roles') });
    event.target.reset();
    return made;
  });
  const field = (name, required) => el('label', {}, t(`accounts.${name}`), el('input', { name, required, autocomplete: 'off', autocapitalize: 'none', spellcheck: false, 'data-testid': `new-${name}` }));
  return [
    el('h3', {}, t('accounts.make-title')),
    el('p', { className: 'note' }, lead),
    el('form', { className: 'fields', 'data-testid': 'make', onsubmit: run }, field('login', true), field('name', false), boxes('roles', t('accounts.roles'), ROLES, role),
      el('p', {}, el('button', { 'data-testid': 'make-account' }, words))),
  ];
}

async function start() {
  translatePage();
  document.title = `${t('accounts')} · Quitclaim`;
  tools();
  await whoAmI();
  if (!may('GET /api/accounts')) { $('#nothing').hidden = false; return; }
  await showAccounts($('#accounts'));
  await showTokens($('#tokens'), named);
  $('#accounts').hidden = false;
  $('#tokens').hidden = false;
  keepLatest(() => get(PATH), () => showAccounts($('#accounts')));
  keepLatest(() => get('/api/service-tokens'), () => showTokens($('#tokens'), named));
}

start().catch(refused => toast(refused.message));
