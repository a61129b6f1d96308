import { get } from './api.js';
import { language, t } from './words.js';

const GENERAL = 'general';

/** What photos are used for here; a code is never typed. */
let known = [];

export async function loadContexts() {
  known = await get('/api/contexts');
}

/** What a context is called, in the language of the page; the code of one whose words were struck. */
export const contextName = code => (code === GENERAL ? t('subject.general') : known.find(one => one.code === code)?.words[language] ?? code);

const named = some => some.filter(one => one.code !== GENERAL)
  .map(one => [one.code, contextName(one.code)]).sort((one, other) => one[1].localeCompare(other[1]));

/** All that something may be on record under; general use is what stands when none is chosen. */
export const knownContexts = () => named(known);

/** All that may be asked for. */
export const listedContexts = () => named(known.filter(one => !one.retired));
