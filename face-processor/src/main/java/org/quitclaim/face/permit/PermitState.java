package org.quitclaim.face.permit;

/** OUTSTANDING leads to USED or to VOIDED; both are final. */
enum PermitState {
    OUTSTANDING,
    USED,
    VOIDED
}
