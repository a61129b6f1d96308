import { nameOf } from './api.js';
import { el } from './dom.js';
import { t, day } from './words.js';

export const CHANNELS = ['WEBSITE', 'SOCIAL_MEDIA', 'PRINT', 'PRESS', 'INTERNAL', 'ADVERTISING'];
export const COLOURS = ['GREEN', 'AMBER', 'RED'];

/** A channel with its colour, told by sign and word as well. */
export function chip(status) {
  return el('span', {
    className: `chip ${status.colour}`, title: t(`status.${status.colour}`), 'data-testid': `status-${status.channel}`, 'data-colour': status.colour,
  }, t(`channel.${status.channel}`), el('span', { className: 'sr', hidden: true }, t(`status.${status.colour}`)));
}

/** A reason in plain words, with the name of whom it is about. */
export function reason(why) {
  const item = el('li', { 'data-code': why.code }, t(why.code));
  const person = why.personId ?? why.person?.[0];
  if (person) {
    nameOf(person).then(name => { item.textContent = t('about', { name: name || t('face.someone') }) + t(why.code); });
  }
  return item;
}

/** The same reason for several people of one channel is said once per person and not per mark. */
export function reasons(list) {
  const once = new Map(list.map(why => [`${why.code} ${why.personId ?? why.person?.[0] ?? ''}`, why]));
  return [...once.values()].map(reason);
}

export function explained(status) {
  const until = status.until ? ` · ${t('until', { day: day(status.until) })}` : '';
  return el('li', {},
    el('span', { className: 'row' }, chip(status), el('span', { className: 'note' }, t(`status.${status.colour}`) + until)),
    status.reasons.length ? el('ul', {}, ...reasons(status.reasons)) : null);
}

export const worst = list => list.reduce((worse, one) => COLOURS.indexOf(one.colour) > COLOURS.indexOf(worse) ? one.colour : worse, 'GREEN');
