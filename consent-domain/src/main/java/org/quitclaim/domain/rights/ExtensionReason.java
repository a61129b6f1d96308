package org.quitclaim.domain.rights;

/** Why a request takes longer. Source: GDPR Art. 12(3). Stored by name: never rename one. */
public enum ExtensionReason {
    COMPLEXITY,
    NUMBER_OF_REQUESTS
}
