package org.quitclaim.domain.publication;

import java.time.LocalDate;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

/**
 * A basis other than consent, with what has to be recorded for it.
 *
 * @param reference the sealed assessment, contract or request
 * @param approvedBy the second person who approved
 */
record OtherBasis(Basis basis, RecordId reference, LocalDate until, AccountId approvedBy) {
    public OtherBasis {
        if (basis == Basis.CONSENT) {
            throw new IllegalArgumentException("consent is not another basis");
        }
    }
}
