import { showAccess } from './access.js';
import { showBulkUses } from './bulk.js';
import { $, toast } from './dom.js';
import { showCases } from './cases.js';
import { showDpia } from './dpia.js';
import { showHistory } from './history.js';
import { showLedger } from './ledger.js';
import { may, whoAmI } from './may.js';
import { showCopies } from './copies.js';
import { showSearch } from './search.js';
import { showReenrolment } from './reenrolment.js';
import { showUndoneNos } from './undone.js';
import { showRequests } from './requests.js';
import { tools } from './tools.js';
import { t, translatePage } from './words.js';

/** What officers watch over: each part only for those whom the server lets see it. */
const PARTS = [
  ['GET /api/rights-requests', '#requests', showRequests],
  ['GET /api/governance/history', '#history', showHistory],
  ['GET /api/governance/access-in-doubt', '#access', showAccess],
  ['GET /api/governance/ledger', '#ledger', showLedger],
  ['GET /api/governance/dpia', '#dpia', showDpia],
  ['GET /api/governance/bulk-uses', '#bulk', showBulkUses],
  ['GET /api/copies', '#copies', showCopies],
  ['GET /api/governance/undone-nos', '#undone', showUndoneNos],
  ['POST /api/governance/detection/pause', '#search', showSearch],
  ['GET /api/governance/re-enrolment', '#reenrolment', showReenrolment],
  ['GET /api/erasure-cases/{id}/history', '#cases', showCases],
];

async function start() {
  translatePage();
  document.title = `${t('oversight')} · Quitclaim`;
  tools();
  await whoAmI();
  const mine = PARTS.filter(([route]) => may(route));
  $('#nothing').hidden = mine.length > 0;
  await Promise.all(mine.map(async ([, place, show]) => { await show($(place)); $(place).hidden = false; }));
}

start().catch(refused => toast(refused.message));
