import { get } from './api.js';

/**
 * Who may do what on this page, so that nobody is offered what the server would refuse. The server decides; a test
 * compares this list with what it allows.
 */
const ALLOWED = {
  "GET /api/collections/{id}/release-lines": ["PHOTOGRAPHER", "EDITOR", "COMPLIANCE_OFFICER"],
  "PUT /api/collections/{id}/release-lines": ["PHOTOGRAPHER", "COMPLIANCE_OFFICER"],
  "GET /api/photos": ["PHOTOGRAPHER", "EDITOR", "COMPLIANCE_OFFICER", "AUDITOR"],
  "POST /api/photos": ["PHOTOGRAPHER", "EDITOR"],
  "DELETE /api/photos/{id}": ["EDITOR", "COMPLIANCE_OFFICER"],
  "POST /api/may-i": ["PHOTOGRAPHER", "EDITOR", "COMPLIANCE_OFFICER"],
  "GET /api/photos/{id}/uses": ["PHOTOGRAPHER", "EDITOR", "COMPLIANCE_OFFICER", "AUDITOR"],
  "GET /api/photos/{id}/copies": ["PHOTOGRAPHER", "EDITOR", "COMPLIANCE_OFFICER"],
  "POST /api/photos/{id}/copies/{other}": ["PHOTOGRAPHER", "EDITOR", "COMPLIANCE_OFFICER"],
  "GET /api/copies": ["EDITOR", "COMPLIANCE_OFFICER"],
  "POST /api/photos/reviews": ["PHOTOGRAPHER", "EDITOR"],
  "POST /api/photos/{id}/faces": ["PHOTOGRAPHER", "EDITOR"],
  "POST /api/photos/{id}/faces/{face}/sighting": ["PHOTOGRAPHER", "EDITOR"],
  "DELETE /api/photos/{id}/faces/{face}/sighting": ["PHOTOGRAPHER", "EDITOR", "COMPLIANCE_OFFICER"],
  "POST /api/photos/{id}/faces/one-person": ["PHOTOGRAPHER", "EDITOR"],
  "POST /api/persons/{id}/faceprint": ["EDITOR", "COMPLIANCE_OFFICER"],
  "GET /api/photos/{id}/file-words": ["PHOTOGRAPHER", "EDITOR", "COMPLIANCE_OFFICER"],
  "GET /api/photos/{id}/looks": ["COMPLIANCE_OFFICER", "AUDITOR"],
  "POST /api/photos/{id}/looks": ["EDITOR", "COMPLIANCE_OFFICER"],
  "POST /api/photos/{id}/renditions": ["PHOTOGRAPHER", "EDITOR"],
  "POST /api/names": ["PHOTOGRAPHER", "EDITOR", "COMPLIANCE_OFFICER"],
  "GET /api/publications": ["EDITOR", "COMPLIANCE_OFFICER", "AUDITOR"],
  "POST /api/publications": ["EDITOR"],
  "GET /api/quitclaims/{id}/links": ["EDITOR", "COMPLIANCE_OFFICER", "AUDITOR"],
  "POST /api/quitclaims/{id}/links": ["EDITOR", "COMPLIANCE_OFFICER"],
  "GET /api/letters": ["EDITOR", "COMPLIANCE_OFFICER"],
  "POST /api/quitclaims/{id}/links/{link}/letter": ["EDITOR", "COMPLIANCE_OFFICER"],
  "POST /api/quitclaims/{id}/links/{link}/revocation": ["COMPLIANCE_OFFICER"],
  "GET /api/rights-requests": ["COMPLIANCE_OFFICER", "AUDITOR"],
  "POST /api/rights-requests/{id}/answer": ["COMPLIANCE_OFFICER"],
  "GET /api/holds": ["COMPLIANCE_OFFICER", "AUDITOR"],
  "GET /api/persons/{id}/details": ["COMPLIANCE_OFFICER"],
  "PUT /api/persons/{id}/details": ["COMPLIANCE_OFFICER"],
  "GET /api/persons/{id}/circumstances": ["COMPLIANCE_OFFICER"],
  "PUT /api/persons/{id}/circumstances": ["COMPLIANCE_OFFICER"],
  "POST /api/persons/{id}/circumstances/agreement": ["COMPLIANCE_OFFICER"],
  "POST /api/persons/{id}/grants/{grant}/invalidation": ["COMPLIANCE_OFFICER"],
  "POST /api/persons/{id}/safeguarding": ["COMPLIANCE_OFFICER"],
  "PUT /api/persons/{id}/representatives/{representative}/details": ["COMPLIANCE_OFFICER"],
  "GET /api/staff/{id}": ["COMPLIANCE_OFFICER", "AUDITOR"],
  "GET /api/erasure-cases": ["COMPLIANCE_OFFICER", "AUDITOR"],
  "GET /api/erasure-cases/{id}/history": ["COMPLIANCE_OFFICER", "AUDITOR"],
  "GET /api/rights-requests/{id}/history": ["COMPLIANCE_OFFICER", "AUDITOR"],
  "GET /api/accounts": ["COMPLIANCE_OFFICER", "AUDITOR", "ADMIN"],
  "GET /api/accounts/rule": ["COMPLIANCE_OFFICER", "ADMIN"],
  "POST /api/accounts": ["COMPLIANCE_OFFICER", "ADMIN"],
  "POST /api/accounts/{id}/agreement": ["COMPLIANCE_OFFICER", "ADMIN"],
  "PUT /api/accounts/{id}/password": ["COMPLIANCE_OFFICER", "ADMIN"],
  "PUT /api/accounts/{id}/roles": ["COMPLIANCE_OFFICER", "ADMIN"],
  "DELETE /api/accounts/{id}": ["ADMIN"],
  "POST /api/service-tokens": ["COMPLIANCE_OFFICER", "ADMIN"],
  "POST /api/service-tokens/{id}/agreement": ["COMPLIANCE_OFFICER", "ADMIN"],
  "DELETE /api/service-tokens/{id}": ["COMPLIANCE_OFFICER", "ADMIN"],
  "GET /api/governance/room": ["ADMIN", "COMPLIANCE_OFFICER"],
  "GET /api/governance/dpia": ["COMPLIANCE_OFFICER"],
  "GET /api/governance/history": ["ADMIN", "COMPLIANCE_OFFICER", "AUDITOR"],
  "POST /api/governance/history/check": ["ADMIN", "COMPLIANCE_OFFICER"],
  "POST /api/governance/history/acceptance": ["COMPLIANCE_OFFICER"],
  "POST /api/governance/history/confirmed-persons/{person}": ["COMPLIANCE_OFFICER"],
  "GET /api/governance/access-in-doubt": ["ADMIN", "COMPLIANCE_OFFICER", "AUDITOR"],
  "PUT /api/accounts/{id}/password": ["ADMIN", "COMPLIANCE_OFFICER"],
  "POST /api/accounts/{id}/agreement": ["ADMIN", "COMPLIANCE_OFFICER"],
  "DELETE /api/accounts/{id}": ["ADMIN"],
  "POST /api/service-tokens/{id}/confirmation": ["ADMIN", "COMPLIANCE_OFFICER"],
  "DELETE /api/service-tokens/{id}": ["ADMIN", "COMPLIANCE_OFFICER"],
  "GET /api/governance/ledger": ["ADMIN", "COMPLIANCE_OFFICER", "AUDITOR"],
  "GET /api/governance/re-enrolment": ["EDITOR", "COMPLIANCE_OFFICER"],
  "POST /api/governance/re-enrolment/pause": ["COMPLIANCE_OFFICER"],
  "POST /api/governance/re-enrolment/resume": ["COMPLIANCE_OFFICER"],
  "GET /api/governance/detection": ["EDITOR", "COMPLIANCE_OFFICER", "ADMIN"],
  "POST /api/governance/detection/pause": ["COMPLIANCE_OFFICER", "ADMIN"],
  "POST /api/governance/detection/resume": ["COMPLIANCE_OFFICER", "ADMIN"],
  "GET /api/governance/undone-nos": ["COMPLIANCE_OFFICER", "AUDITOR"],
  "POST /api/governance/undone-nos/acceptance": ["COMPLIANCE_OFFICER"],
  "GET /api/waiting-answers": ["EDITOR", "COMPLIANCE_OFFICER", "AUDITOR"],
  "POST /api/waiting-answers/confirmation": ["EDITOR", "COMPLIANCE_OFFICER"],
  "GET /api/governance/bulk-uses": ["COMPLIANCE_OFFICER", "AUDITOR"],
  "POST /api/governance/bulk-uses/examination": ["COMPLIANCE_OFFICER"],
};

let roles = [];
let account = '';

export async function whoAmI() {
  ({ roles, accountId: account } = await get('/api/accounts/me'));
}

/** The account that is logged in. */
export const me = () => account;

/** A photographer is not shown for which subjects somebody consented. */
export const seesSubjects = () => roles.some(role => ['EDITOR', 'COMPLIANCE_OFFICER', 'AUDITOR'].includes(role));

/** What is not listed is offered to nobody, and takes nothing else on the page with it. */
export const may = route => (ALLOWED[route] ?? []).some(role => roles.includes(role));
