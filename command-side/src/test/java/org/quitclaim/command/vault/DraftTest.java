package org.quitclaim.command.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.memory.InMemoryVault;

class DraftTest {
    private static final KeyRef KEY = KeyRef.first(Sample.person("anna"), KeyScope.IDENTITY);

    private Vault vault;

    @BeforeEach
    void open() throws Exception {
        vault = InMemoryVault.create(Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        vault.close();
    }

    private void drafted(Supplier<RecordId> event) {
        try (Draft draft = new Sealing(vault).draft()) {
            draft.text(Sample.person("anna"), KeyScope.IDENTITY, RecordKinds.IDENTITY, "somebody");
            draft.named(event);
        }
    }

    private List<RecordId> sealed() throws Exception {
        return vault.sealedUnder(KEY);
    }

    @Test
    void whatAnEventNamesStays() throws Exception {
        drafted(() -> Sample.record("event"));
        assertThat(sealed()).hasSize(1);
    }

    @Test
    void whatARefusedEventWouldHaveNamedGoes() {
        assertThatThrownBy(() -> drafted(() -> {
                    throw new RejectedException(ConsentRejection.NOTHING_DUE);
                }))
                .isInstanceOf(RejectedException.class);
        assertThat(vault).satisfies(any -> assertThat(sealed()).isEmpty());
    }

    @Test
    void whatAnEventMayNameStaysWhenNobodyKnowsWhetherItWasStored() {
        assertThatThrownBy(() -> drafted(() -> {
                    throw new IllegalStateException("the disk failed while committing");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(vault).satisfies(any -> assertThat(sealed()).hasSize(1));
    }

    @Test
    void whatWasSealedBeforeAnythingWasSentGoes() throws Exception {
        try (Draft draft = new Sealing(vault).draft()) {
            draft.text(Sample.person("anna"), KeyScope.IDENTITY, RecordKinds.IDENTITY, "somebody");
            assertThat(sealed()).hasSize(1);
        }
        assertThat(sealed()).isEmpty();
    }
}
