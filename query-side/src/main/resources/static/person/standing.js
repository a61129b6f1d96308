import { el } from '/app/dom.js';
import { notice } from './notice.js';
import { rights } from './rights.js';
import { covers, day, doing, show, t, upper, withdraw } from './person.js';

const LIVE = ['GIVEN', 'RENEWED'];

/** What stands, and taking it back: one tap each, where granting took two steps. */
export function standing(content, thanks, withdrawn) {
  const live = content.grants.filter(grant => LIVE.includes(grant.status));
  const over = content.grants.filter(grant => !LIVE.includes(grant.status));
  show(
    thanks && !withdrawn ? el('section', { className: 'card confirm', 'data-testid': 'receipt' }, el('h2', {}, `✓ ${t('thanks')}`), el('p', { className: 'small' }, t('thanksLead')), receipt(thanks)) : null,
    done(withdrawn),
    content.state === 'ASKED' && !content.signing.open ? signingEnded(content.signing) : null,
    content.restricted ? el('p', { className: 'card confirm', role: 'status', 'data-testid': 'stopped' }, [t('LIFTINGSmall'), t('stoppedSmall'), live.length ? t('stoppedKept') : ''].join(' ').trim()) : null,
    el('h1', {}, t('standsTitle')),
    el('p', { className: 'lead' }, t(live.length ? 'standsLead' : 'nothing')),
    ...takingBack(live),
    over.length ? el('section', { className: 'card' }, el('h2', {}, t('over')), el('ul', { className: 'list' }, ...over.map(ended))) : null,
    content.refusals.length ? el('section', { className: 'card', 'data-testid': 'refusals' }, el('h2', {}, t('refused')), el('p', { className: 'small' }, t('refusedLead')), el('ul', { className: 'list' }, ...content.refusals.map(saidNo))) : null,
    content.corrections.length ? el('section', { className: 'card', 'data-testid': 'corrections' }, el('h2', {}, t('corrected')), el('p', { className: 'small' }, t('correctedLead')), el('ul', { className: 'list' }, ...content.corrections.map(corrected))) : null,
    el('p', { className: 'step again' }, t('readAgain')), notice(content, 0), rights(content.grants));
}

export const done = withdrawn => withdrawn ? el('p', { className: 'card confirm', role: 'status', 'data-testid': 'withdrawn' }, `✓ ${t(withdrawn)}`) : null;

const takingBack = live => [
  ...live.map(allowed),
  live.length > 1 ? el('button', { type: 'button', className: 'stop', 'data-testid': 'withdraw-all', onclick: doing(() => withdraw(everything(live), live.some(grant => grant.purpose === 'PUBLICATION'))) }, t('withdrawAll')) : null,
];

/** What stands while something else is asked: nobody has to answer first to take it back. */
export function standingBelow(content) {
  const live = content.grants.filter(grant => LIVE.includes(grant.status));
  return live.length ? [el('h2', { className: 'again' }, t('standsTitle')), el('p', { className: 'lead' }, t('standsLead')), ...takingBack(live)] : [];
}

const signingEnded = ({ ended, until }) => el('section', { className: 'card confirm', role: 'status', 'data-testid': 'signing-ended' },
  el('h2', {}, t('signEnded')), el('p', { className: 'small' }, t(ended, { day: day(until) })));

const receipt = given => el('p', { className: 'small' }, `${t('receipt')}: `, el('code', {}, given.quitclaimId));

const title = grant => grant.purpose === 'RECOGNITION' ? t('grantRECOGNITION') : grant.channels.map(channel => t(channel)).join(', ');

const everything = grants => ({
  recognition: grants.some(grant => grant.purpose === 'RECOGNITION'),
  channels: [...new Set(grants.filter(grant => grant.purpose === 'PUBLICATION').flatMap(grant => grant.channels))],
});

function allowed(grant) {
  return el('section', { className: 'card grant', 'data-testid': `grant-${grant.purpose === 'RECOGNITION' ? 'RECOGNITION' : grant.channels.join('-')}` },
    el('h2', {}, el('span', {}, upper(title(grant)))),
    el('p', { className: 'small', 'data-testid': 'covers' }, covers(grant)),
    el('button', { type: 'button', className: 'stop', 'data-testid': 'withdraw', onclick: doing(() => withdraw({ grants: [grant.grantId] }, grant.purpose === 'PUBLICATION')) }, t('withdraw')));
}

function ended(grant) {
  return el('li', { 'data-testid': 'ended' },
    el('span', {}, upper(title(grant)) || t('over'), el('small', { className: 'small' }, covers(grant))),
    el('span', { className: 'small' }, grant.endedOn ? t('endedOn', { how: t(grant.status), day: day(grant.endedOn) }) : t(grant.status)));
}

const corrected = one => el('li', {}, el('span', {}, `${t(`as${one.capacity}`)}, ${t(`as${one.ageGroup}`)}`), el('span', { className: 'small' }, t('correctedOn', { day: day(one.on) })));

const saidNo = no => el('li', {}, el('span', {}, upper(title(no)), el('small', { className: 'small' }, covers(no))), el('span', { className: 'small' }, t('refusedOn', { day: day(no.on) })));
