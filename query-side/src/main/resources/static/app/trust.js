import { t } from './words.js';

/** Who made something, and whose word alone it stands on, where two people did not stand for it on two words. */
export function wordBehind({ by, madeByOnePerson, onTheWordOf }, itself, named) {
  if (madeByOnePerson) return t('accounts.one-person', { who: named(onTheWordOf ?? by[0]) });
  const two = by.length > 1 && t('accounts.two-people', { who: named(by[0]), other: named(by[1]) });
  const word = onTheWordOf && onTheWordOf !== itself && t('accounts.on-word', { who: named(onTheWordOf) });
  return [two, word].filter(Boolean).join(' ');
}
