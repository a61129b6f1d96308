import { all, get, nameOf, post } from './api.js';
import { choose } from './choose.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { safety } from './safety.js';
import { sure } from './sure.js';
import { calendarDay, t } from './words.js';

const INVALIDATE = 'POST /api/persons/{id}/grants/{grant}/invalidation';
const WHY_INVALID = ['NOT_THEIR_HAND', 'NOT_THEIR_CONTACT_POINT', 'UNDER_PRESSURE', 'NO_AUTHORITY', 'NOT_INFORMED', 'NEVER_GIVEN'];

/** What an officer writes down of one person; names are opened when somebody asks for them, since that is recorded. */
export async function showPeople(section) {
  const shown = el('div', { 'aria-live': 'polite', 'data-testid': 'person-facts' });
  const begin = el('p', {}, el('button', { type: 'button', className: 'quiet', 'data-testid': 'people-open', onclick: action(async () => {
    const select = await people();
    select.addEventListener('change', action(() => select.value ? facts(select.value, shown) : Promise.resolve(shown.replaceChildren())));
    begin.replaceChildren(el('label', {}, t('people.whose'), ' ', select));
    select.focus();
  }) }, t('people.open')));
  section.replaceChildren(el('h2', { id: 'people-title', tabIndex: -1 }, t('people.title')), el('p', { className: 'note' }, t('people.lead')), begin, shown);
}

async function people() {
  const named = await Promise.all((await all('/api/persons')).map(async one => [one.personId, await nameOf(one.personId) || t('face.someone')]));
  return el('select', { 'data-testid': 'people-person' }, el('option', { value: '' }, t('links.choose')),
    ...named.sort((one, other) => one[1].localeCompare(other[1])).map(([value, name]) => el('option', { value }, name)));
}

async function facts(person, shown) {
  const [{ grants = [] }, safe] = await Promise.all([get(`/api/persons/${person}`), safety(person)]);
  const again = run => action(async event => {
    if (await run(event) === false) return;
    await facts(person, shown);
    shown.querySelector('h3').focus();
  });
  shown.replaceChildren(el('h3', { tabIndex: -1 }, t('people.permissions')),
    grants.length ? el('ul', { className: 'links' }, ...grants.map(grant => permission(person, grant, grants, again)))
      : el('p', { className: 'note', 'data-testid': 'people-no-permission' }, t('people.none')),
    ...safe(again));
}

const stands = grant => ['ConsentGiven', 'RenewedConsentGiven'].includes(grant.status);

const named = ({ terms }) => terms.purpose === 'RECOGNITION' ? t('people.recognition') : t('people.publication', { channels: terms.channels.map(one => t(`channel.${one}`)).join(', ') });

function permission(person, grant, grants, again) {
  return el('li', { 'data-testid': 'permission', 'data-grant': grant.grantId, 'data-status': grant.status },
    el('p', {}, named(grant), ` · ${t(`people.status.${grant.status}`, { day: calendarDay(grant.terms.term.until) })}`),
    stands(grant) && may(INVALIDATE) ? invalidating(person, grant, grants, again) : null);
}

/** Says what falls with it before anything happens. */
function invalidating(person, grant, grants, again) {
  const together = grants.filter(one => stands(one) && one.quitclaimId === grant.quitclaimId);
  const run = again(async event => {
    const { because } = Object.fromEntries(new FormData(event.target));
    const lines = [
      t('invalid.ends', { what: together.map(named).join('; ') }),
      t('invalid.down'),
      ...(together.some(one => one.terms.purpose === 'RECOGNITION') ? [t('invalid.faceprint')] : []),
      t('invalid.told', { why: t(`invalid.${because}`) }),
      ...(because === 'NOT_THEIR_CONTACT_POINT' ? [t('invalid.links')] : []),
      ...(because === 'NO_AUTHORITY' ? [t('invalid.dispute')] : []),
      t('invalid.for-good'),
    ];
    return await sure(t('invalid.title'), lines, t('invalid.do')) && post(`/api/persons/${person}/grants/${grant.grantId}/invalidation`, { because });
  });
  return el('form', { className: 'row', onsubmit: run },
    el('label', {}, t('invalid.why'), ' ', choose('invalid', WHY_INVALID, { name: 'because', 'data-testid': 'invalid-why' })),
    el('button', { className: 'stop', 'data-testid': 'invalidate' }, t('invalid.do')));
}
