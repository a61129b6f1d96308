package org.quitclaim.query.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.ErasureCertificate.Residual;
import org.quitclaim.certificate.ErasureCertificate.SecondPerson;
import org.quitclaim.certificate.ErasureCertificate.Status;
import org.quitclaim.certificate.KnownKeys;
import org.quitclaim.certificate.Milestone;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.certificate.SignedCertificate;
import org.quitclaim.certificate.Verdict;
import org.quitclaim.certificate.check.CertificateCheck;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentEvent.ElementHeld;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.HoldReleased;
import org.quitclaim.domain.consent.ConsentEvent.PhotoTreatmentOrdered;
import org.quitclaim.domain.consent.ConsentEvent.PhotosLeft;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.LeftBecause;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.PhotoLeaving;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.TurnedClock;
import org.quitclaim.query.erasure.CaseFacts;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.memory.InMemoryVault;
import org.quitclaim.vault.seal.TinkVault;
import org.quitclaim.vault.storage.Stores;

class StatementsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final OrganisationDetails CHECK =
            new OrganisationDetails("Museum", null, null, "https://photos.example");

    private final TurnedClock clock = new TurnedClock(NOW);
    private final PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
    private final KeyRef key = KeyRef.first(person, KeyScope.RECOGNITION);
    private final RecordId record = IdMint.recordId();
    private final Stores stores = InMemoryVault.stores(clock);
    private final Vault vault;
    private PersonFacts history = PersonFacts.NONE;
    private Set<PhotoLeaving> leaving = Set.of();

    StatementsTest() throws VaultException {
        vault = TinkVault.over(stores, clock);
    }

    @BeforeEach
    void enrol() throws VaultException {
        vault.create(key);
        vault.create(KeyRef.first(person, KeyScope.IDENTITY));
        vault.seal(new SealRequest(key, new RecordKind("faceprint"), record, Plaintext.of("0.1")));
    }

    private static Horizons kept(@Nullable Period images) {
        return then -> Optional.ofNullable(images);
    }

    private Residuals residuals() {
        return new Residuals(vault, one -> history, Period.ofYears(5), AMSTERDAM);
    }

    private CaseFacts facts(Map<ErasureStep, Instant> done, List<ErasureStep> todo) {
        return facts(ErasureCause.WITHDRAWAL, done, todo);
    }

    private CaseFacts facts(ErasureCause cause, Map<ErasureStep, Instant> done, List<ErasureStep> todo) {
        return new CaseFacts(
                new ErasureCaseId("era_aaaaaaaaaaaaaaaaaaaaaaaaaa"),
                person,
                KeyScope.RECOGNITION,
                1,
                cause,
                LocalDate.parse("2026-12-23"),
                NOW,
                done,
                List.of(new StoreCode("keys")),
                todo,
                todo.isEmpty() ? NOW.plusSeconds(9) : null);
    }

    @Test
    void itNamesTheStoresThatWereSearched() throws VaultException {
        assertThat(stated(closed()).remnantSearch().stores()).containsExactly("keys");
    }

    private CaseFacts closed() {
        return facts(Map.of(ErasureStep.GALLERY_CLEARED, NOW.plusSeconds(5)), List.of());
    }

    private ErasureCertificate stated(CaseFacts facts) throws VaultException {
        return new Statements(
                        vault,
                        one -> leaving,
                        kept(Period.ofDays(90)),
                        () -> SecondPerson.NEVER_DECLARED,
                        residuals(),
                        clock)
                .of(facts, CHECK);
    }

    @Test
    @Requirement("R65")
    void whatTheVaultDestroyedIsStatedWithItsTimesAndUnderAnIdOfItsOwn() throws VaultException {
        vault.shred(key);
        ErasureCertificate.DestroyedKey destroyed = stated(closed()).keys().getFirst();
        assertThat(destroyed.keyDestroyed()).isEqualTo(new Milestone.Done(NOW));
        assertThat(destroyed.ciphertextDeleted()).isEqualTo(new Milestone.Done(NOW));
        assertThat(destroyed.records()).isEqualTo(1);
        assertThat(destroyed.keyId())
                .startsWith("key_")
                .doesNotContain(person.value().substring(4));
    }

    @Test
    @Requirement("R65")
    void whatHasNotHappenedIsSaidToBeOutstanding() throws VaultException {
        ErasureCertificate stated = stated(facts(Map.of(), List.of(ErasureStep.GALLERY_CLEARED)));
        assertThat(stated.status()).isEqualTo(Status.PROVISIONAL);
        assertThat(stated.keys().getFirst().keyDestroyed()).isEqualTo(new Milestone.NotYet("KEY_NOT_DESTROYED"));
        assertThat(stated.steps())
                .containsExactly(new ErasureCertificate.Step("GALLERY_CLEARED", new Milestone.NotYet("TO_BE_DONE")));
        assertThat(stated.keyBackupsUseless()).isEqualTo(new Milestone.NotYet("EPOCH_NOT_RETIRED"));
        assertThat(stated.checks()).isEmpty();
    }

    @Test
    @Requirement("R65")
    void itIsFinalOnceTheEpochIsRetiredAndTheHorizonOfImagesIsOver() throws VaultException {
        vault.shred(key);
        clock.turn(Duration.ofDays(1));
        vault.epochs().rotate(progress -> {});
        ErasureCertificate stated = stated(searched());
        assertThat(stated.keyBackupsUseless()).isEqualTo(new Milestone.Done(clock.instant()));
        assertThat(stated.machineImagesExpired()).isEqualTo(new Milestone.Expiring(LocalDate.parse("2027-02-22")));
        assertThat(stated.status()).isEqualTo(Status.PROVISIONAL);
        clock.turn(Duration.ofDays(92));
        assertThat(stated(searched()).status()).isEqualTo(Status.FINAL);
    }

    @Test
    @Requirement("R65")
    void withoutADeclaredHorizonItIsNeverFinal() throws VaultException {
        vault.shred(key);
        clock.turn(Duration.ofDays(1));
        vault.epochs().rotate(progress -> {});
        clock.turn(Duration.ofDays(10_000));
        ErasureCertificate stated = new Statements(
                        vault, none -> Set.of(), kept(null), () -> SecondPerson.NEVER_DECLARED, residuals(), clock)
                .of(searched(), CHECK);
        assertThat(stated.machineImagesExpired()).isEqualTo(new Milestone.NotYet("HORIZON_NOT_DECLARED"));
        assertThat(stated.status()).isEqualTo(Status.PROVISIONAL);
    }

    /** The very case of a time service that sets the clock back between a rotation and an erasure. */
    @Test
    @Requirement({"R62", "R65"})
    void backups_are_not_useless_where_the_key_went_after_the_rotation_under_a_clock_that_was_set_back()
            throws VaultException {
        clock.turn(Duration.ofMinutes(5));
        vault.epochs().rotate(progress -> {});
        clock.turn(Duration.ofSeconds(-100));
        vault.shred(key);
        assertThat(stated(searched()).keyBackupsUseless()).isEqualTo(new Milestone.NotYet("EPOCH_NOT_RETIRED"));
        clock.turn(Duration.ofDays(93));
        assertThat(stated(searched()).status()).isEqualTo(Status.PROVISIONAL);
    }

    @Test
    @Requirement({"R62", "R65"})
    void backups_are_never_said_to_be_useless_before_the_key_was_destroyed() throws VaultException {
        vault.shred(key);
        clock.turn(Duration.ofSeconds(-100));
        vault.epochs().rotate(progress -> {});
        assertThat(stated(searched()).keyBackupsUseless()).isEqualTo(new Milestone.Done(NOW));
    }

    /** What was declared is asked for as of the destruction, not as of today. */
    @Test
    @Requirement("R65")
    void theHorizonSinceTheDestructionCounts() throws VaultException {
        vault.shred(key);
        clock.turn(Duration.ofDays(1));
        vault.epochs().rotate(progress -> {});
        Horizons loweredSince = then -> Optional.of(Period.ofDays(then.equals(NOW) ? 90 : 1));
        assertThat(new Statements(
                                vault,
                                none -> Set.of(),
                                loweredSince,
                                () -> SecondPerson.NEVER_DECLARED,
                                residuals(),
                                clock)
                        .of(searched(), CHECK)
                        .machineImagesExpired())
                .isEqualTo(new Milestone.Expiring(LocalDate.parse("2027-02-22")));
    }

    private CaseFacts searched() {
        return facts(Map.of(ErasureStep.SEARCH_CLEAN, NOW.plusSeconds(7)), List.of());
    }

    @Test
    @Requirement({"R62", "R65"})
    void theKeysOfPhotosThatWentAreStatedTooAndTheLastOneDecidesWhenCopiesAreUseless() throws VaultException {
        PhotoId photo = IdMint.mint(PhotoId.PREFIX, PhotoId::new);
        KeyRef its = KeyRef.first(photo, KeyScope.PHOTO);
        vault.create(its);
        Horizons kept = kept(Period.ofDays(90));
        Statements statements = new Statements(
                vault,
                erasureCase -> Set.of(new PhotoLeaving(photo, 1, List.of())),
                kept,
                () -> SecondPerson.NEVER_DECLARED,
                residuals(),
                clock);
        vault.shred(key);
        clock.turn(Duration.ofDays(1));
        vault.epochs().rotate(progress -> {});
        clock.turn(Duration.ofDays(1));
        assertThat(statements.of(searched(), CHECK).keyBackupsUseless()).isInstanceOf(Milestone.NotYet.class);

        vault.shred(its);
        ErasureCertificate stated = statements.of(searched(), CHECK);
        assertThat(stated.keys())
                .extracting(ErasureCertificate.DestroyedKey::scope)
                .containsExactly("RECOGNITION", "PHOTO");
        assertThat(stated.keys().getLast().keyDestroyed()).isEqualTo(new Milestone.Done(clock.instant()));
        assertThat(stated.keyBackupsUseless()).isEqualTo(new Milestone.NotYet("EPOCH_NOT_RETIRED"));
        clock.turn(Duration.ofDays(1));
        vault.epochs().rotate(progress -> {});
        assertThat(statements.of(searched(), CHECK).keyBackupsUseless()).isEqualTo(new Milestone.Done(clock.instant()));
    }

    @Test
    @Requirement("R53")
    void whatIsKeptIsNamedOneByOne() throws VaultException {
        assertThat(stated(closed()).residuals())
                .contains(new Residual("PHOTOS_SHOW", null), new Residual("IDENTITY_KEPT", null))
                .doesNotContain(new Residual("EVIDENCE_KEPT", null));
        vault.shred(KeyRef.first(person, KeyScope.IDENTITY));
        assertThat(stated(closed()).residuals()).doesNotContain(new Residual("IDENTITY_KEPT", null));
    }

    @Test
    @Requirement("R65")
    void whatIsKeptHasTheDayOnWhichItGoesWhereThatIsKnown() throws VaultException {
        vault.create(KeyRef.first(person, KeyScope.EVIDENCE));

        assertThat(stated(closed()).residuals())
                .contains(new Residual("PSEUDONYMOUS_HISTORY", null), new Residual("EVIDENCE_KEPT", null));
        assertThat(stated(facts(ErasureCause.REQUEST, Map.of(), List.of())).residuals())
                .contains(new Residual("EVIDENCE_KEPT", LocalDate.parse("2031-11-23")));
    }

    /** A hold is typed as its last day and ends when that is over, where the installation is. */
    @Test
    @Requirement({"R65", "R67"})
    void a_claim_that_keeps_the_proof_longer_than_its_own_time_is_the_day_that_is_said() throws VaultException {
        vault.create(KeyRef.first(person, KeyScope.EVIDENCE));
        CaseFacts request = facts(ErasureCause.REQUEST, Map.of(), List.of());
        history = held("2040-01-01T23:00:00Z");
        assertThat(stated(request).residuals()).contains(new Residual("EVIDENCE_KEPT", LocalDate.parse("2040-01-02")));
        assertThat(stated(closed()).residuals()).contains(new Residual("EVIDENCE_KEPT", null));

        history = held("2030-01-01T23:00:00Z");
        assertThat(stated(request).residuals()).contains(new Residual("EVIDENCE_KEPT", LocalDate.parse("2031-11-23")));

        history = history.after(new ErasureOrdered(person, KeyScope.EVIDENCE, 1, ErasureCause.REQUEST, NOW));
        assertThat(stated(request).residuals()).contains(new Residual("EVIDENCE_KEPT", LocalDate.parse("2030-01-02")));

        history = held("2040-01-01T23:00:00Z").after(new HoldReleased(person, KeyScope.EVIDENCE, NOW));
        assertThat(stated(request).residuals()).contains(new Residual("EVIDENCE_KEPT", LocalDate.parse("2031-11-23")));
    }

    private PersonFacts held(String until) {
        return PersonFacts.NONE.after(
                new ElementHeld(person, KeyScope.EVIDENCE, Instant.parse(until), IdMint.recordId(), NOW));
    }

    @Test
    @Requirement({"R53", "R90"})
    void what_is_said_of_photos_follows_from_what_was_done_with_them() throws VaultException {
        CaseFacts covered =
                facts(ErasureCause.REQUEST, Map.of(ErasureStep.PHOTOS_COVERED, NOW.plusSeconds(5)), List.of());
        assertThat(codes(stated(covered))).as("on no photo").noneMatch(code -> code.startsWith("PHOTOS_"));
        leaving = Set.of(new PhotoLeaving(IdMint.mint(PhotoId.PREFIX, PhotoId::new), 1, List.of()));
        assertThat(codes(stated(covered))).contains("PHOTOS_COVERED").doesNotContain("PHOTOS_SHOW");
        assertThat(stated(covered).residuals()).contains(new Residual("PHOTOS_COVERED", null, 1));
        CaseFacts removed =
                facts(ErasureCause.REQUEST, Map.of(ErasureStep.PHOTOS_REMOVED, NOW.plusSeconds(5)), List.of());
        assertThat(codes(stated(removed))).noneMatch(code -> code.startsWith("PHOTOS_"));
        CaseFacts parked = facts(ErasureCause.REQUEST, Map.of(), List.of(ErasureStep.PHOTOS_COVERED));
        assertThat(codes(stated(parked))).contains("PHOTOS_SHOW");

        history = PersonFacts.NONE.after(new PhotoTreatmentOrdered(person, PhotoTreatment.COVER, NOW));
        assertThat(codes(stated(closed())))
                .as("the file about the faceprint, of the same order")
                .contains("PHOTOS_WITH_IDENTITY")
                .doesNotContain("PHOTOS_SHOW");

        history = PersonFacts.NONE.after(new PhotosLeft(person, LeftBecause.ARCHIVE, 4, IdMint.recordId(), NOW));
        assertThat(codes(stated(closed()))).contains("PHOTOS_LEFT_ARCHIVE").doesNotContain("PHOTOS_SHOW");
        assertThat(stated(closed()).residuals()).contains(new Residual("PHOTOS_LEFT_ARCHIVE", null, 4));
    }

    @Test
    @Requirement("R90")
    void what_was_published_and_who_signed_is_said_as_this_persons_history_has_it() throws VaultException {
        vault.create(KeyRef.first(person, KeyScope.EVIDENCE));
        assertThat(codes(stated(closed())))
                .contains("PUBLISHED_UNKNOWN")
                .doesNotContain("PUBLISHED_COPIES", "REPRESENTATIVES_NAMED");
        history = new PersonFacts(true, true, null, false, false, null);
        assertThat(codes(stated(closed())))
                .contains("PUBLISHED_COPIES", "REPRESENTATIVES_NAMED")
                .doesNotContain("PUBLISHED_UNKNOWN");
        vault.shred(KeyRef.first(person, KeyScope.EVIDENCE));
        assertThat(codes(stated(closed()))).doesNotContain("REPRESENTATIVES_NAMED");
    }

    @Test
    @Requirement({"R89", "R90"})
    void memory_is_said_to_remain_until_a_start_after_the_destruction() throws VaultException {
        vault.shred(key);
        assertThat(codes(stated(closed()))).contains("MEMORY_UNTIL_RESTART");
        clock.turn(Duration.ofSeconds(-100));
        assertThat(codes(stated(closed())))
                .as("a clock that was set back restarts nothing")
                .contains("MEMORY_UNTIL_RESTART");
        Statements restarted = new Statements(
                TinkVault.over(stores, clock),
                none -> Set.of(),
                kept(null),
                () -> SecondPerson.NEVER_DECLARED,
                residuals(),
                clock);
        assertThat(codes(restarted.of(closed(), CHECK))).doesNotContain("MEMORY_UNTIL_RESTART");
    }

    @Test
    @Requirement("R90")
    void what_the_organisation_did_not_say_is_not_stated() throws VaultException {
        ErasureCertificate silent = new Statements(
                        vault, none -> Set.of(), kept(null), () -> SecondPerson.NEVER_DECLARED, residuals(), clock)
                .of(closed(), OrganisationDetails.NONE);
        assertThat(silent.checkAt()).isNull();
        assertThat(silent.controller()).isNull();
        assertThat(stated(closed()).checkAt()).hasToString("https://photos.example/certificates/check");
    }

    private static List<String> codes(ErasureCertificate stated) {
        return stated.residuals().stream().map(Residual::code).toList();
    }

    @Test
    @Requirement({"R55", "R65"})
    void itNamesNobodyAndOpensOnlyWithTheCodeOfTheLetter() throws Exception {
        vault.shred(key);
        Statements statements = new Statements(
                vault, none -> Set.of(), kept(null), () -> SecondPerson.NEVER_DECLARED, residuals(), clock);
        SignedCertificate signed = new CertificateKeys(vault).sign(statements.of(closed(), CHECK));
        String code = statements.code(closed());
        assertThat(new String(signed.bytes(), StandardCharsets.UTF_8))
                .doesNotContain(person.value(), person.value().substring(4), record.value(), code);

        KnownKeys kept = new CertificateKeys(vault).known();
        assertThat(CertificateCheck.check(signed.bytes(), Optional.of(kept), Optional.of(code)))
                .isEqualTo(new Verdict.Sound(signed, Verdict.Key.KNOWN, true));
    }

    @Test
    void aCodeIsForOneCaseAndOnePersonOfOneInstallation() throws VaultException {
        String code = new Statements(
                        vault, none -> Set.of(), kept(null), () -> SecondPerson.NEVER_DECLARED, residuals(), clock)
                .code(closed());
        Vault other = InMemoryVault.create(clock);
        assertThat(new Statements(
                                vault,
                                none -> Set.of(),
                                kept(null),
                                () -> SecondPerson.NEVER_DECLARED,
                                residuals(),
                                clock)
                        .code(closed()))
                .isEqualTo(code);
        assertThat(new Statements(
                                other,
                                none -> Set.of(),
                                kept(null),
                                () -> SecondPerson.NEVER_DECLARED,
                                residuals(),
                                clock)
                        .code(closed()))
                .isNotEqualTo(code);
    }
}
