import { showAccess } from './access.js';
import { get } from './api.js';
import { showBulkUses } from './bulk.js';
import { $, toast } from './dom.js';
import { showCases } from './cases.js';
import { showDpia } from './dpia.js';
import { showHistory } from './history.js';
import { showLedger } from './ledger.js';
import { keepLatest } from './latest.js';
import { may, whoAmI } from './may.js';
import { showCopies } from './copies.js';
import { showPeople } from './people.js';
import { showSearch } from './search.js';
import { showReenrolment } from './reenrolment.js';
import { showUndoneNos } from './undone.js';
import { showRequests } from './requests.js';
import { showWaiting } from './waiting.js';
import { tools } from './tools.js';
import { t, translatePage } from './words.js';

/** What officers watch over: each part only for those whom the server lets see it, and by what it is seen to have changed. */
const PARTS = [
  ['GET /api/rights-requests', '#requests', showRequests, '/api/rights-requests?open=true'],
  ['GET /api/governance/history', '#history', showHistory, '/api/governance/history'],
  ['GET /api/governance/access-in-doubt', '#access', showAccess, '/api/governance/access-in-doubt', '/api/accounts'],
  ['GET /api/governance/ledger', '#ledger', showLedger, '/api/governance/ledger'],
  ['GET /api/governance/dpia', '#dpia', showDpia, '/api/governance/dpia'],
  ['GET /api/governance/bulk-uses', '#bulk', showBulkUses, '/api/governance/bulk-uses'],
  ['GET /api/copies', '#copies', showCopies, '/api/copies'],
  ['GET /api/governance/undone-nos', '#undone', showUndoneNos, '/api/governance/undone-nos'],
  ['GET /api/waiting-answers', '#waiting', showWaiting, '/api/waiting-answers'],
  ['POST /api/governance/detection/pause', '#search', showSearch],
  ['GET /api/governance/re-enrolment', '#reenrolment', showReenrolment],
  ['POST /api/persons/{id}/grants/{grant}/invalidation', '#people', showPeople],
  ['GET /api/erasure-cases/{id}/history', '#cases', showCases, '/api/erasure-cases', '/api/rights-requests'],
];

async function start() {
  translatePage();
  document.title = `${t('oversight')} · Quitclaim`;
  tools();
  await whoAmI();
  const mine = PARTS.filter(([route]) => may(route));
  $('#nothing').hidden = mine.length > 0;
  await Promise.all(mine.map(async ([, place, show, ...looks]) => {
    await show($(place));
    $(place).hidden = false;
    if (looks.length) keepLatest(() => Promise.all(looks.map(look => get(look))), () => show($(place)));
  }));
}

start().catch(refused => toast(refused.message));
