import { get } from './api.js';
import { el } from './dom.js';
import { moment, t } from './words.js';

/**
 * Whether a restore would know of every no: what the ledger at the backup target lacks, since when and why. It can hold no
 * more than the history does: a no that a restore lost before is in neither.
 */
export async function showLedger(section) {
  const { missing, missingSince, because } = await get('/api/governance/ledger');
  const { nosMissingSince, accepted } = await get('/api/governance/history');
  const unknown = nosMissingSince || accepted.some(loss => loss.code === 'history.nos-missing');
  const colour = missingSince ? 'RED' : unknown ? '' : 'GREEN';
  section.replaceChildren(
    el('h2', { id: 'ledger-title' }, t('ledger.title')),
    el('p', { role: 'status', className: `verdict ${colour}`, 'data-testid': 'ledger-standing' },
      missingSince ? t('ledger.missing', { count: missing, moment: moment(missingSince) }) : t(missing ? 'ledger.on-its-way' : unknown ? 'ledger.all-known' : 'ledger.all', { count: missing })),
    ...(missingSince ? [el('p', { className: 'note' }, t('ledger.do', { code: because }))] : []));
}
