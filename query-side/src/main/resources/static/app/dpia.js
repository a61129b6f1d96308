import { get, post, send } from './api.js';
import { action, el } from './dom.js';
import { sure } from './sure.js';
import { calendarDay, moment, number, t } from './words.js';

const PATH = '/api/governance/dpia';

/** The impact assessment: what holds, what waits for a second officer, and a form to record the next. */
export async function showDpia(section) {
  const standing = await get(PATH);
  const again = run => action(async event => {
    await run(event);
    await showDpia(section);
    section.querySelector('h2').focus();
  });
  section.replaceChildren(
    el('h2', { id: 'dpia-title', tabIndex: -1 }, t('dpia.title')),
    el('p', { role: 'status', className: `verdict ${standing.recognition ? 'GREEN' : 'RED'}`, 'data-testid': 'dpia-standing' },
      t(standing.recognition ? 'dpia.on' : standing.otherMethod ? 'dpia.other-method' : 'dpia.off'), standing.review ? ` ${t(`dpia.review.${standing.review}`)}` : ''),
    ...(standing.doubted ? [el('p', { className: 'note', 'data-testid': 'dpia-doubted' }, t('dpia.doubted')), paper(standing.doubted)] : []),
    ...(standing.holds ? [paper(standing.holds), off(again)] : []),
    ...(standing.waiting ? waiting(standing.waiting, standing.twoPeople, again) : []),
    ...inUse(standing.inUse),
    ...form(standing.twoPeople, standing.inUse.method, again),
    ...versions(standing.approved));
}

/** With what people are recognised here: what an assessment is recorded for. */
function inUse({ method, provenance }) {
  return [
    el('h3', {}, t('dpia.in-use')),
    facts([...ways(method), ...['licence', 'source', 'trainingData', 'measurement'].map(name => [`method.${name}`, provenance[name]])], 'dpia-in-use'),
  ];
}

function ways(method) {
  return [
    ['method.pack', method.pack],
    ['method.sha256', method.sha256],
    ['method.rate', number(method.falsePositiveRate)],
    ['method.least-gallery', number(method.leastGallery)],
    ['method.unseen', t(method.unseenIsEnough ? 'dpia.method.yes' : 'dpia.method.no')],
  ];
}

function versions(approved) {
  if (!approved.length) return [];
  const line = (one, i) => el('li', {}, t('dpia.version', { number: i + 1, day: moment(one.since), pack: one.method.pack, rate: number(one.method.falsePositiveRate), sha256: one.method.sha256.slice(0, 12) }));
  return [el('h3', {}, t('dpia.versions')), el('ul', { 'data-testid': 'dpia-versions' }, ...approved.map(line))];
}

function paper(text) {
  const rows = [['reference', text.reference ?? t('dpia.unreadable')], ['approver', text.approver ?? t('dpia.unreadable')], ['approved-on', calendarDay(text.approvedOn)], ['next-review', calendarDay(text.nextReview)]];
  return facts([...rows, ...ways(text.method)]);
}

function facts(rows, testId) {
  return el('dl', { className: 'facts', ...(testId ? { 'data-testid': testId } : {}) }, ...rows.flatMap(([name, value]) => [el('dt', {}, t(`dpia.${name}`)), el('dd', {}, value)]));
}

function off(again) {
  const run = again(async () => {
    if (await sure(t('dpia.off-title'), [t('dpia.off-now'), t('dpia.off-back')], t('dpia.off-yes'))) await send('DELETE', PATH);
  });
  return el('p', {}, el('button', { type: 'button', className: 'stop', 'data-testid': 'dpia-off', onclick: run }, t('dpia.off-yes')));
}

function waiting(proposal, twoPeople, again) {
  return [
    el('h3', {}, t(twoPeople ? 'dpia.waiting' : 'dpia.waiting-alone', { moment: moment(proposal.until) })),
    paper(proposal.text),
    proposal.text.unreadable.length ? '' : proposal.yours && twoPeople
      ? el('p', { className: 'note', 'data-testid': 'dpia-yours' }, t('dpia.yours'))
      : el('button', { type: 'button', 'data-testid': 'dpia-confirm', onclick: again(() => post(`${PATH}/confirmation`, { proposal: proposal.proposal })) }, t('dpia.confirm')),
  ];
}

function form(twoPeople, method, again) {
  const field = (name, key, type) => el('label', {}, t(`dpia.${key}`), el('input', { name, type, required: true, 'data-testid': `dpia-${key}` }));
  const record = again(event => post(PATH, { ...Object.fromEntries(new FormData(event.target)), method }));
  return [
    el('h3', {}, t('dpia.record-title')),
    el('p', { className: 'note' }, t(twoPeople ? 'dpia.record-lead' : 'dpia.record-lead-alone')),
    el('form', { className: 'fields', onsubmit: record },
      field('reference', 'reference', 'text'),
      field('approver', 'approver', 'text'),
      field('approvedOn', 'approved-on', 'date'),
      field('nextReview', 'next-review', 'date'),
      el('p', {}, el('button', { type: 'submit', 'data-testid': 'dpia-record' }, t('dpia.record')))),
  ];
}
