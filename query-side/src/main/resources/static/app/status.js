import { nameOf } from './api.js';
import { contextName } from './contexts.js';
import { el } from './dom.js';
import { may } from './may.js';
import { calendarDay, lastDay, reach, t } from './words.js';

export const CHANNELS = ['WEBSITE', 'SOCIAL_MEDIA', 'PRINT', 'PRESS', 'INTERNAL', 'ADVERTISING'];
export const COLOURS = ['GREEN', 'AMBER', 'RED'];

/** A channel with its colour, told by sign and word as well. */
export function chip(status) {
  return el('span', {
    className: `chip ${status.colour}`, title: t(`status.${status.colour}`), 'data-testid': `status-${status.channel}`, 'data-colour': status.colour,
  }, t(`channel.${status.channel}`), el('span', { className: 'sr' }, ` ${t(`status.${status.colour}`)}`));
}

/** The channels under what may be done on them: for a glance at many photos. */
export function chips(statuses) {
  const rows = COLOURS.map(colour => [colour, statuses.filter(status => status.colour === colour)]).filter(([, some]) => some.length);
  return el('dl', { className: 'chips' }, ...rows.map(([colour, some]) => el('div', {},
    el('dt', { className: `says ${colour}` }, t(`status.${colour}`)), ...some.map(status => el('dd', {}, chip(status))))));
}

const personOf = why => why.personId ?? why.person?.[0];
/** On which day the person said no, as the status of a photo tells it or a verdict does. */
const dayOf = why => [why.on ?? []].flat()[0];

/** A reason in plain words, with the names of all whom it is about. */
function reason(code, on, people) {
  const said = t(code, { day: on ? calendarDay(on) : '' });
  const item = el('li', { 'data-code': code }, said);
  if (people.length) {
    Promise.all(people.map(nameOf)).then(names => {
      item.textContent = t('about', { name: names.map(name => name || t('face.someone')).join(', ') }) + said;
    });
  }
  return item;
}

/** Each reason once, however many marks it is about. */
export function reasons(list) {
  const said = new Map();
  for (const why of list) {
    const on = dayOf(why);
    const same = said.get(`${why.code} ${on}`) ?? { code: why.code, on, people: new Set() };
    if (personOf(why)) same.people.add(personOf(why));
    said.set(`${why.code} ${on}`, same);
  }
  return [...said.values()].map(({ code, on, people }) => reason(code, on, [...people]));
}

/** What holds for every channel alike, such as a review that is missing. */
export function shared(statuses) {
  const key = why => `${why.code} ${why.faceId ?? ''}`;
  const [first, ...others] = statuses;
  return (first?.reasons ?? []).filter(why => !personOf(why) && others.every(one => one.reasons.some(other => key(other) === key(why))));
}

const GENERAL = 'general';

/** For which reach and subject the colours are: a use that reaches less may be allowed where this one is not. */
export function judged(statuses, subject) {
  const far = [...new Set(statuses.map(one => one.territory))];
  const where = far.map(territory => t('status.reach', { channels: statuses.filter(one => one.territory === territory).map(one => t(`channel.${one.channel}`)).join(', '), reach: reach(territory) }));
  const about = statuses[0]?.context || subject || GENERAL;
  const said = t('status.judged', { where: where.join('; '), subject: contextName(about) });
  return may('POST /api/publications') ? `${said} ${t('status.ask-below')}` : said;
}

export function explained(status, said) {
  const until = status.until ? ` · ${t('until', { day: lastDay(status.until) })}` : '';
  const left = status.reasons.filter(why => !said.some(one => one.code === why.code));
  return el('li', {},
    el('span', { className: 'row' }, chip(status), el('span', { className: 'note' }, el('span', { ariaHidden: 'true' }, t(`status.${status.colour}`)), until)),
    left.length ? el('ul', {}, ...reasons(left)) : null);
}
