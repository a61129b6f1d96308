package org.quitclaim.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekStore;

/** How every place for key-encryption keys behaves, whoever makes and destroys them. */
@Requirement({"R62", "R63"})
public abstract class KekStoreContract {
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = "context".getBytes(StandardCharsets.UTF_8);

    protected final InstallationId installation = IdMint.mint(InstallationId.PREFIX, InstallationId::new);
    protected final Epoch second = Epoch.FIRST.next();

    @SuppressWarnings("NullAway.Init")
    protected KekStore keks;

    /** The store of this test, empty at first and the same one when opened again. */
    protected abstract KekStore open() throws Exception;

    /** Brings the key of an epoch into being, as a vault or the platform does. */
    protected abstract void make(Epoch epoch) throws Exception;

    /** What has to happen outside before the key of an epoch can be told to be gone; nothing where we destroy it. */
    protected void letGo(Epoch epoch) throws Exception {}

    @BeforeEach
    void openStore() throws Exception {
        keks = open();
    }

    private Kek find(Epoch epoch) throws VaultException {
        return keks.find(installation, epoch).orElseThrow();
    }

    @Test
    void aKeyThatWasNeverMadeIsNotThere() throws VaultException {
        assertThat(keks.find(installation, Epoch.FIRST)).isEmpty();
    }

    @Test
    void whatAKeyWrappedItUnwrapsAfterReopening() throws Exception {
        make(Epoch.FIRST);
        byte[] wrapped = find(Epoch.FIRST).wrap(SECRET, CONTEXT);
        keks = open();
        assertThat(find(Epoch.FIRST).unwrap(wrapped, CONTEXT)).isEqualTo(SECRET);
        assertThat(find(Epoch.FIRST).wrap(SECRET, CONTEXT)).startsWith(java.util.Arrays.copyOf(wrapped, 5));
    }

    @Test
    void epochsShareNoKey() throws Exception {
        make(Epoch.FIRST);
        make(second);
        byte[] wrapped = find(Epoch.FIRST).wrap(SECRET, CONTEXT);
        assertThatThrownBy(() -> find(second).unwrap(wrapped, CONTEXT)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void theVerySameKeyMayBeAddedAgain() throws Exception {
        make(Epoch.FIRST);
        byte[] wrapped = find(Epoch.FIRST).wrap(SECRET, CONTEXT);
        keks.add(installation, Epoch.FIRST, find(Epoch.FIRST));
        assertThat(find(Epoch.FIRST).unwrap(wrapped, CONTEXT)).isEqualTo(SECRET);
    }

    @Test
    void aDestroyedKeyIsGoneTheOtherStaysAndRepeatingItSaysTheSame() throws Exception {
        make(Epoch.FIRST);
        make(second);
        letGo(Epoch.FIRST);
        var until = keks.destroy(installation, Epoch.FIRST);
        assertThat(keks.find(installation, Epoch.FIRST)).isEmpty();
        assertThat(keks.find(installation, second)).isPresent();
        assertThat(open().destroy(installation, Epoch.FIRST)).isEqualTo(until);
    }
}
