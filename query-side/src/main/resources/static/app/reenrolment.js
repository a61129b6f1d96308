import { get, nameOf, post, upload } from './api.js';
import { keepingFocus } from './calm.js';
import { action, el } from './dom.js';
import { may } from './may.js';
import { moment, t } from './words.js';

const PATH = '/api/governance/re-enrolment';

/** How far enrolling people for another model pack has come, and of whom a portrait has to be asked for. */
export async function showReenrolment(section) {
  const standing = await get(PATH);
  const again = run => action(async event => {
    await run(event);
    await showReenrolment(section);
    section.querySelector('h2').focus();
  });
  keepingFocus(section, () => section.replaceChildren(
    el('h2', { id: 'reenrolment-title', tabIndex: -1 }, t('reenrolment.title')),
    el('p', { className: 'note' }, t('reenrolment.lead', { pack: standing.pack })),
    el('p', { 'data-testid': 'reenrolment-standing' }, t(standing.outdated ? 'reenrolment.outdated' : 'reenrolment.current', standing)),
    ...(standing.outdated && !standing.approved ? [el('p', { className: 'note', 'data-testid': 'reenrolment-waits' }, t('reenrolment.waits'))] : []),
    ...(standing.paused ? [el('p', { className: 'alarm', 'data-testid': 'reenrolment-paused' }, t('reenrolment.paused'))] : []),
    ...switchOf(standing, again),
    ...toAsk(standing, again)));
}

function switchOf({ paused }, again) {
  const path = `${PATH}/${paused ? 'resume' : 'pause'}`;
  if (!may(`POST ${path}`)) return [];
  return [el('p', {}, el('button', { type: 'button', className: 'quiet', 'data-testid': 'reenrolment-switch', onclick: again(() => post(path, {})) },
    t(paused ? 'reenrolment.resume' : 'reenrolment.pause')))];
}

function toAsk({ toAsk: people, portraits }, again) {
  if (!people.length) return [];
  return [
    el('h3', {}, t('reenrolment.ask', { count: portraits })),
    el('p', { className: 'note' }, t('reenrolment.ask-lead')),
    ...people.map(one => person(one, again))];
}

function person({ personId, since, linkedOn }, again) {
  const name = el('strong', {}, personId);
  nameOf(personId).then(known => { if (known) name.textContent = known; });
  const send = again(event => {
    const form = new FormData(event.target);
    return upload(`/api/persons/${personId}/faceprint`, form, () => {});
  });
  return el('article', { 'data-testid': 'portrait-needed', 'data-person': personId },
    el('p', {}, name, ' · ', t(linkedOn ? 'reenrolment.unfit' : 'reenrolment.on-no-photo', { count: linkedOn, moment: moment(since) })),
    may('POST /api/persons/{id}/faceprint')
      ? el('form', { className: 'row', onsubmit: send },
        el('label', {}, t('reenrolment.portrait'), el('input', { type: 'file', name: 'file', accept: 'image/*', required: true, 'data-testid': 'portrait-file' })),
        el('button', { type: 'submit', className: 'quiet', 'data-testid': 'portrait-send' }, t('reenrolment.enrol')))
      : null);
}
