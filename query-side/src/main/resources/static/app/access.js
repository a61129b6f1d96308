import { get, post, send } from './api.js';
import { keepingTyped } from './calm.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { sure } from './sure.js';
import { moment, t } from './words.js';

const PATH = '/api/governance/access-in-doubt';
const RESET = 'PUT /api/accounts/{id}/password';
const AGREE = 'POST /api/accounts/{id}/agreement';
const END = 'DELETE /api/accounts/{id}';
const CONFIRM = 'POST /api/service-tokens/{id}/confirmation';
const REVOKE = 'DELETE /api/service-tokens/{id}';

/** After a restore that lacks nos: whose access waits to be granted anew or ended. Names are read only where somebody waits. */
export async function showAccess(section) {
  const standing = await get(PATH);
  const waits = standing.accounts.length + standing.tokens.length;
  const again = run => action(async event => {
    if (await run(event) === false) return;
    await showAccess(section);
    section.querySelector('h2').focus();
  });
  const accounts = await rows('/api/accounts', 'accountId', [...new Set([...standing.accounts, ...handedOut.keys()])], one => account(one, again));
  const tokens = await rows('/api/service-tokens', 'tokenId', standing.tokens, one => token(one, again));
  keepingTyped(section, () => section.replaceChildren(
    el('h2', { id: 'access-title', tabIndex: -1 }, t('access.title')),
    el('p', { role: 'status', className: `verdict ${waits || standing.assessment ? 'RED' : 'GREEN'}`, 'data-testid': 'access-standing' }, t(waits || standing.assessment ? 'access.waits' : 'access.nobody')),
    ...(waits ? [el('p', { className: 'note' }, t('access.lead', { moment: moment(standing.since) }))] : []),
    ...(standing.assessment ? [el('p', { className: 'note', 'data-testid': 'access-assessment' }, t('access.assessment'))] : []),
    ...accounts,
    ...tokens));
}

/** By account, the words with what is shown once: whatever is drawn anew, it stays until the page is left. */
const handedOut = new Map();

async function rows(path, id, waiting, row) {
  if (!waiting.length) return [];
  const listed = await get(path);
  return [el('ul', { className: 'links' }, ...listed.filter(one => waiting.includes(one[id])).map(row))];
}

function account(one, again) {
  const path = `/api/accounts/${one.accountId}`;
  const shown = el('output', { 'data-testid': 'access-secret', tabIndex: -1 }, handedOut.get(one.accountId));
  const secret = run => action(async () => {
    const made = await run();
    // pressed again it would make another one, and hide the one that was just handed over
    row.querySelectorAll('[data-secret]').forEach(one => one.remove());
    handedOut.set(one.accountId, made.oneTimePassword ? t('access.password', { secret: made.oneTimePassword })
      : t(made.agreementNeededBy ? 'access.first-half' : 'access.second-half', { secret: made.passwordHalf }));
    shown.textContent = handedOut.get(one.accountId);
    shown.focus();
  });
  const row = el('li', { 'data-testid': 'access-account', 'data-login': one.login },
    el('strong', {}, `${one.name} (${one.login})`), ' ', one.roles.map(role).join(', '),
    el('p', { className: 'row' },
      handedOut.has(one.accountId) ? null : one.asked?.change === 'PASSWORD'
        ? may(AGREE) && button('access.agree', 'access-agree', one.login, secret(() => post(`${path}/agreement`, {})), '', true)
        : may(RESET) && button('access.reset', 'access-reset', one.login, secret(() => send('PUT', `${path}/password`, {})), '', true),
      may(END) && button('access.end', 'access-end', one.login, again(async () => { const done = await ended(path, 'access.end'); if (done !== false) handedOut.delete(one.accountId); return done; }), 'stop')),
    shown);
  return row;
}

function token(one, again) {
  const path = `/api/service-tokens/${one.tokenId}`;
  return el('li', { 'data-testid': 'access-token', 'data-keep': one.tokenId },
    el('strong', {}, one.name), ' ', [...one.scopes.map(scope), ...one.roles.map(role)].join(', '),
    el('p', { className: 'row' },
      may(CONFIRM) && button('access.confirm', 'access-confirm', one.name, again(() => post(`${path}/confirmation`, {}))),
      may(REVOKE) && button('access.revoke', 'access-revoke', one.name, again(() => ended(path, 'access.revoke')), 'stop')));
}

const role = code => t(`accounts.role-short.${code}`);
const scope = code => t(`tokens.scope.${code}`);

/** Named by whom it is about: there is one of a kind in each row. */
const button = (key, testId, whose, onclick, className = '', secret = false) =>
  el('button', { type: 'button', className, 'data-testid': testId, 'data-secret': secret && '', 'aria-label': `${t(key)}: ${whose}`, onclick }, t(key));

/** For good, so whoever does it reads what it was first. */
async function ended(path, key) {
  const { confirm } = await get(`${path}/removal`);
  if (!await sure(t(`${key}-title`), [t('access.for-good')], t(key))) return false;
  return send('DELETE', `${path}?confirm=${encodeURIComponent(confirm)}`);
}
