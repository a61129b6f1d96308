package org.quitclaim.vault;

import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.AccountId;

/** Values that tests of the vault share. */
public final class VaultSamples {
    public static final RecordKind NAME = new RecordKind("person-name");
    public static final RecordKind PRINT = new RecordKind("faceprint");
    public static final RecordKind IMAGE = new RecordKind("image");
    public static final String CASE =
            IdMint.mint(ErasureCaseId.PREFIX, ErasureCaseId::new).value();
    public static final AccessReason OFFICER = new AccessReason(
            new Accessor.Staff(IdMint.mint(AccountId.PREFIX, AccountId::new)),
            "COMPLIANCE_OFFICER",
            AccessPurpose.DISPLAY,
            CASE);

    private VaultSamples() {}

    public static PersonId person() {
        return IdMint.mint(PersonId.PREFIX, PersonId::new);
    }
}
