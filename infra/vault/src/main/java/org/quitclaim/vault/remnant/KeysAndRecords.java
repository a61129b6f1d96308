package org.quitclaim.vault.remnant;

import java.util.ArrayList;
import java.util.List;
import org.quitclaim.domain.erasure.Remnant;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/** The vault as a caller meets it: the key's state is DESTROYED, and nothing lies under it. */
public final class KeysAndRecords implements SearchedStore {
    private final Vault vault;

    public KeysAndRecords(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "vault";
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) throws VaultException {
        List<Leftover> left = new ArrayList<>();
        for (DestroyedKey one : erased) {
            if (vault.state(one.key()).filter(KeyState.DESTROYED::equals).isEmpty()) {
                left.add(new Leftover(one.erasureCase(), name(), "keys", Remnant.KEY));
            }
            if (!vault.sealedUnder(one.key()).isEmpty()) {
                left.add(new Leftover(one.erasureCase(), name(), "records", Remnant.RECORD));
            }
        }
        return left;
    }
}
