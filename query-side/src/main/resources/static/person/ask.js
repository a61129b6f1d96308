import { el } from '/app/dom.js';
import { notice } from './notice.js';
import { rights } from './rights.js';
import { done, standingBelow } from './standing.js';
import { covers, day, doing, sendAnswers, show, t } from './person.js';

/** What was chosen so far, and how far she is; survives going back and changing the language, and nothing else. */
const chosen = new Map();
const ticked = new Set();
let representatives = [];
let checking = false;

/**
 * The second step is an entry of its own in the history of the browser, so that Back leads to the questions and Forward to
 * what was answered. The answers stay in this page alone: a browser keeps what a page stores, and what a history entry holds,
 * beyond the tab, and a phone may be somebody else's tomorrow.
 */
const SECOND = 2;
let turned = () => {};
addEventListener('popstate', event => turned(event.state?.step === SECOND));
history.replaceState(null, '');

function listen(content) {
  turned = second => {
    checking = second && missing(content).length === 0;
    askPages(content);
  };
}

/** Nothing is left to go back to once it is sent. */
function forget() {
  checking = false;
  chosen.clear();
  ticked.clear();
  representatives = [];
  turned = () => {};
}

/** The questions, or what she answered to them before it is sent; and what stands already, to be taken back without answering. */
export function askPages(content, withdrawn) {
  listen(content);
  if (checking) return confirm(content);
  const questions = content.asks.map(question);
  const minor = content.ageGroup === 'MINOR';
  const form = el('form', { noValidate: true, 'data-testid': 'asks', onsubmit: event => { event.preventDefault(); answered(content, form); } },
    ...questions,
    minor && content.representatives.length ? signers(content.representatives) : null,
    el('button', { 'data-testid': 'continue' }, t('go')));
  show(
    done(withdrawn),
    el('p', { className: 'step' }, t('step', { n: 1, of: 2 })),
    el('h1', {}, t('title')), el('p', { className: 'lead' }, t(minor ? 'leadMinor' : 'lead')),
    notice(content, 2), el('p', { className: 'small', 'data-testid': 'sign-until' }, t('signUntil', { day: day(content.signing.until) })),
    content.grants?.some(grant => grant.status === 'GIVEN' || grant.status === 'RENEWED') ? el('p', { className: 'small', 'data-testid': 'no-ends' }, t('noEnds')) : null,
    form, ...standingBelow(content), rights(content.grants));
}

const title = ask => ask.purpose === 'RECOGNITION' ? t('RECOGNITION') : t('PUBLICATION', { channel: t(ask.channel) });

function question(ask) {
  const option = (value, word) => el('label', {},
    el('input', { type: 'radio', name: `ask-${ask.ask}`, value, checked: chosen.get(ask.ask) === value, 'data-testid': `ask-${ask.ask}-${value}`,
      onchange: event => { chosen.set(ask.ask, value); ticked.delete(ask.ask); event.target.closest('fieldset').classList.remove('missing'); event.target.closest('fieldset').querySelector('.missing-text').hidden = true; } }),
    el('span', {}, word));
  return el('fieldset', { 'data-ask': ask.ask },
    el('legend', {}, title(ask)),
    el('p', { className: 'small' }, (ask.purpose === 'RECOGNITION' ? `${t('recognitionSmall')}\n` : '') + covers(ask)),
    el('div', { className: 'choice' }, option('yes', t('yes')), option('no', t('no'))),
    el('p', { className: 'missing-text', hidden: true }, t('missing')));
}

/** Parent 1 and parent 2: nobody is named here. */
function signer(one, people) {
  const alike = people.filter(other => other.role === one.role);
  return alike.length > 1 ? `${t(one.role)} ${alike.indexOf(one) + 1}` : t(one.role);
}

const bothSign = people => people.length > 1 ? 'bothSign' : 'bothSignOne';

/** Why those who are ticked cannot sign; empty if they can. A no needs nobody's authority. */
function unsigned({ asks, representatives: people }) {
  if (!representatives.length) return t('signMissing');
  const yes = asks.some(ask => chosen.get(ask.ask) === 'yes');
  const enough = representatives.length > 1 || people.some(one => one.alone && representatives.includes(one.representativeId));
  return yes && !enough ? t(bothSign(people)) : '';
}

const missing = content => content.asks.filter(ask => !chosen.has(ask.ask));

function signers(people) {
  const signs = event => {
    representatives = representatives.filter(id => id !== event.target.value);
    if (event.target.checked) representatives.push(event.target.value);
  };
  return el('fieldset', { 'data-signers': '' }, el('legend', {}, t('signAs')),
    ...people.map(one => el('label', { className: 'check' },
      el('input', { type: 'checkbox', name: 'representative', value: one.representativeId, checked: representatives.includes(one.representativeId), onchange: signs }),
      signer(one, people))),
    people.some(one => one.alone) ? null : el('p', { className: 'small', 'data-testid': 'both-sign' }, t(bothSign(people))),
    el('p', { className: 'missing-text', hidden: true }));
}

function answered(content, form) {
  const open = missing(content);
  form.querySelectorAll('fieldset[data-ask]').forEach(field => mark(field, open.some(ask => String(ask.ask) === field.dataset.ask)));
  const signing = form.querySelector('[data-signers]');
  const why = signing ? unsigned(content) : '';
  if (signing) {
    signing.querySelector('.missing-text').textContent = why;
    mark(signing, Boolean(why));
  }
  if (open.length || why) return lookAt(form.querySelector('fieldset.missing'));
  checking = true;
  ticked.clear();
  history.pushState({ step: SECOND }, '');
  confirm(content);
}

function lookAt(field) {
  field.scrollIntoView({ block: 'center' });
  field.querySelector('input').focus({ preventScroll: true });
}

function mark(field, isMissing) {
  field.classList.toggle('missing', isMissing);
  field.querySelector('.missing-text').hidden = !isMissing;
}

/** What the second yes is about: recognition, a patient, or a subject that tells something of whoever is shown with it. */
const needsWords = (content, ask) => ask.purpose === 'PUBLICATION' && !content.explicit ? 'confirmSUBJECT' : `confirm${ask.purpose}`;

/** The second step: what is sensitive needs a yes of its own, and everything is shown before it is sent. */
function confirm(content) {
  const sensitive = content.asks.filter(ask => chosen.get(ask.ask) === 'yes' && (ask.confirm || ask.purpose === 'RECOGNITION' || content.explicit));
  const lines = content.asks.map(ask => {
    const yes = chosen.get(ask.ask) === 'yes';
    return el('li', {}, el('span', {}, title(ask), el('small', { className: 'small' }, covers(ask))), el('strong', { className: yes ? 'yes' : 'no' }, yes ? `✓ ${t('yes')}` : `– ${t('no')}`));
  });
  const checks = sensitive.map(ask => el('label', { className: 'check' },
    el('input', { type: 'checkbox', required: true, checked: ticked.has(ask.ask), 'data-testid': `confirm-${ask.ask}`, onchange: event => { event.target.checked ? ticked.add(ask.ask) : ticked.delete(ask.ask); } }),
    el('span', {}, t(needsWords(content, ask), { channel: ask.channel ? t(ask.channel) : '' }))));
  const signing = content.representatives.filter(one => representatives.includes(one.representativeId)).map(one => signer(one, content.representatives));
  if (signing.length) lines.push(el('li', { 'data-testid': 'signing-as' }, el('span', {}, t('signAs')), el('strong', {}, signing.join(', '))));
  const unconfirmed = el('p', { className: 'missing-text', hidden: true }, t('confirmMissing'));
  const form = el('form', { noValidate: true, 'data-testid': 'confirm', onsubmit: doing(async () => {
    const unticked = form.querySelector('input:invalid');
    unconfirmed.hidden = !unticked;
    if (unticked) return unticked.focus();
    await sendAnswers({
      answers: content.asks.map(ask => ({ ask: ask.ask, granted: chosen.get(ask.ask) === 'yes' })),
      representatives,
    }, forget);
  }) },
    el('div', { className: 'card' }, el('ul', { className: 'list' }, ...lines)),
    checks.length ? el('div', { className: 'card confirm' }, el('h2', {}, t('confirmTitle')), el('p', { className: 'small' }, t('confirmLead')), ...checks, unconfirmed) : null,
    el('button', { 'data-testid': 'send' }, t('send')));
  show(
    el('p', { className: 'step' }, t('step', { n: 2, of: 2 })), el('h1', {}, t('check')), form,
    el('button', { type: 'button', className: 'quiet', onclick: () => history.back() }, t('back')));
}
