package org.quitclaim.query.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.ErasureCertificate.Residual;
import org.quitclaim.certificate.ErasureCertificate.SecondPerson;
import org.quitclaim.certificate.ErasureCertificate.Status;
import org.quitclaim.certificate.Milestone;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.query.TurnedClock;
import org.quitclaim.query.erasure.CaseFacts;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.memory.InMemoryVault;
import org.quitclaim.vault.memory.MemoryKekStore;
import org.quitclaim.vault.seal.TinkVault;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekStore;
import org.quitclaim.vault.storage.Stores;

/** A key service that only schedules destruction is not certified to have destroyed anything before its date. */
@Requirement({"R62", "R65"})
class ScheduledDestructionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant GONE_BY = NOW.plus(Duration.ofDays(7));

    private final TurnedClock clock = new TurnedClock(NOW);
    private final PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);

    /** Keys that somebody else keeps. */
    private static final class OfAnother implements KekStore {
        private final MemoryKekStore keks = new MemoryKekStore();
        private final Optional<Instant> goneBy;

        OfAnother(Optional<Instant> goneBy) {
            this.goneBy = goneBy;
        }

        @Override
        public Optional<Kek> find(InstallationId installation, Epoch epoch) {
            return keks.find(installation, epoch);
        }

        @Override
        public void add(InstallationId installation, Epoch epoch, Kek kek) {
            keks.add(installation, epoch, kek);
        }

        @Override
        public Optional<Instant> destroy(InstallationId installation, Epoch epoch) {
            keks.destroy(installation, epoch);
            return goneBy;
        }

        @Override
        public boolean isKeptElsewhere() {
            return goneBy.isEmpty();
        }
    }

    /** @param goneBy when a key service destroys a key; empty for a platform that only stops mounting it */
    private Vault vault(Optional<Instant> goneBy) throws VaultException {
        Stores plain = InMemoryVault.stores(clock);
        return TinkVault.over(
                new Stores(
                        plain.keys(),
                        plain.records(),
                        plain.files(),
                        new OfAnother(goneBy),
                        plain.keyBackup(),
                        plain.ledger()),
                clock);
    }

    private ErasureCertificate stated(Vault vault) throws VaultException {
        CaseFacts facts = new CaseFacts(
                new ErasureCaseId("era_aaaaaaaaaaaaaaaaaaaaaaaaaa"),
                person,
                KeyScope.RECOGNITION,
                1,
                ErasureCause.COMPROMISE,
                LocalDate.parse("2026-12-23"),
                NOW,
                Map.of(),
                List.of(new StoreCode("keys")),
                List.of(),
                NOW.plusSeconds(9));
        Residuals residuals = new Residuals(vault, one -> PersonFacts.NONE, Period.ofYears(5), ZoneOffset.UTC);
        return new Statements(
                        vault,
                        none -> Set.of(),
                        then -> Optional.of(Period.ofDays(30)),
                        () -> SecondPerson.NEVER_DECLARED,
                        residuals,
                        clock)
                .of(facts, OrganisationDetails.NONE);
    }

    @Test
    void itSaysScheduledUntilAndStaysProvisionalAndImagesCountFromThatDay() throws VaultException {
        try (Vault vault = vault(Optional.of(GONE_BY))) {
            KeyRef key = KeyRef.first(person, KeyScope.RECOGNITION);
            vault.create(key);
            vault.shred(key);
            clock.turn(Duration.ofHours(1));
            vault.epochs().rotate(progress -> {});
            ErasureCertificate certificate = stated(vault);
            assertThat(certificate.keyBackupsUseless()).isEqualTo(new Milestone.Scheduled(GONE_BY));
            assertThat(certificate.machineImagesExpired())
                    .isEqualTo(
                            new Milestone.Expiring(LocalDate.parse("2026-11-30").plusDays(30)));
            assertThat(certificate.status()).isEqualTo(Status.PROVISIONAL);
            assertThat(certificate.keyBackupsUseless().reached(clock.instant())).isFalse();
            assertThat(certificate.keyBackupsUseless().reached(GONE_BY)).isTrue();
        }
    }

    @Test
    void whatAPlatformOnlyStoppedMountingIsNotStatedToBeGoneWithoutSayingWhatItMayKeep() throws VaultException {
        Residual copies = new Residual("PLATFORM_KEY_COPIES", null);
        try (Vault vault = vault(Optional.empty())) {
            KeyRef key = KeyRef.first(person, KeyScope.RECOGNITION);
            vault.create(key);
            vault.shred(key);
            clock.turn(Duration.ofHours(1));
            vault.epochs().rotate(progress -> {});
            assertThat(stated(vault).keyBackupsUseless()).isInstanceOf(Milestone.Done.class);
            assertThat(stated(vault).residuals()).contains(copies);
        }
        try (Vault vault = vault(Optional.of(GONE_BY))) {
            assertThat(stated(vault).residuals()).doesNotContain(copies);
        }
    }
}
