import { get } from './api.js';
import { el } from './dom.js';
import { moment, t } from './words.js';

/** Whether a restore would know of every no: what the ledger at the backup target lacks, since when and why. */
export async function showLedger(section) {
  const { missing, missingSince, because } = await get('/api/governance/ledger');
  section.replaceChildren(
    el('h2', { id: 'ledger-title' }, t('ledger.title')),
    el('p', { role: 'status', className: `verdict ${missingSince ? 'RED' : 'GREEN'}`, 'data-testid': 'ledger-standing' },
      missingSince ? t('ledger.missing', { count: missing, moment: moment(missingSince) }) : t(missing ? 'ledger.on-its-way' : 'ledger.all', { count: missing })),
    ...(missingSince ? [el('p', { className: 'note' }, t('ledger.do', { code: because }))] : []));
}
