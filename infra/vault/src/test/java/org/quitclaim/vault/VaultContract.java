package org.quitclaim.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.vault.VaultSamples.NAME;
import static org.quitclaim.vault.VaultSamples.OFFICER;
import static org.quitclaim.vault.VaultSamples.PRINT;
import static org.quitclaim.vault.VaultSamples.person;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.domain.vault.TokenId;

/** What every vault keeps to, whatever its stores. */
public abstract class VaultContract {
    protected final MovedClock clock = new MovedClock();

    @SuppressWarnings("NullAway.Init")
    private Vault vault;

    /** Opens a vault over the stores of this test, empty at first and the same ones when called again. */
    protected abstract Vault open() throws VaultException;

    @BeforeEach
    void openVault() throws VaultException {
        vault = open();
    }

    @AfterEach
    void closeVault() throws VaultException {
        vault.close();
    }

    private void reopen() throws VaultException {
        vault.close();
        vault = open();
    }

    private KeyRef newKey(KeyScope scope) throws VaultException {
        KeyRef key = KeyRef.first(person(), scope);
        vault.create(key);
        return key;
    }

    private RecordId sealed(KeyRef key, RecordKind kind, String content) throws VaultException {
        RecordId id = IdMint.recordId();
        vault.seal(new SealRequest(key, kind, id, Plaintext.of(content)));
        return id;
    }

    private RecordId sealedFile(KeyRef key, byte[] content) throws VaultException {
        RecordId id = IdMint.recordId();
        vault.sealFile(key, VaultSamples.IMAGE, id, new ByteArrayInputStream(content), List.of());
        return id;
    }

    @Test
    @Requirement("R32")
    void whatWasSealedOpensAgainAlsoAfterReopening() throws VaultException {
        RecordId id = sealed(newKey(KeyScope.IDENTITY), NAME, "Ada");
        assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
        reopen();
        assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
    }

    @Test
    @Requirement("R64")
    void whichKeysAreDestroyedIsKnownAlsoAfterReopening() throws VaultException {
        newKey(KeyScope.IDENTITY);
        KeyRef gone = newKey(KeyScope.RECOGNITION);
        assertThat(vault.destroyed()).isEmpty();
        vault.shred(gone);
        assertThat(vault.destroyed()).containsExactly(gone);
        reopen();
        assertThat(vault.destroyed()).containsExactly(gone);
    }

    @Test
    void anEmptyRecordAndAnEmptyFileOpen() throws VaultException {
        KeyRef key = newKey(KeyScope.PHOTO);
        assertThat(vault.open(sealed(key, NAME, ""), OFFICER).bytes()).isEmpty();
        assertThat(vault.open(sealedFile(key, new byte[0]), OFFICER).bytes()).isEmpty();
    }

    @Test
    @Requirement("R32")
    void aFileOfSeveralSegmentsOpensAgainAlsoAfterReopening() throws VaultException {
        byte[] image = new byte[(5 << 20) / 2];
        new Random(7).nextBytes(image);
        KeyRef key = KeyRef.first(IdMint.mint(PhotoId.PREFIX, PhotoId::new), KeyScope.PHOTO);
        vault.create(key);
        RecordId id = sealedFile(key, image);
        reopen();
        assertThat(vault.open(id, OFFICER).bytes()).isEqualTo(image);
    }

    @Test
    @Requirement("R70")
    void sealingUnderAnUnknownGenerationIsRefused() throws VaultException {
        KeyRef first = newKey(KeyScope.RECOGNITION);
        KeyRef second =
                new KeyRef(first.owner(), first.scope(), first.generation().next());
        assertThatThrownBy(() -> sealed(second, PRINT, "vector")).isInstanceOf(VaultException.KeyUnknown.class);
        assertThatThrownBy(() -> sealedFile(second, new byte[1])).isInstanceOf(VaultException.KeyUnknown.class);
    }

    @Test
    @Requirement({"R33", "R35"})
    void anEnrolmentThatFinishesAfterTheWithdrawalCannotSealUnderTheOldNorTheNewGeneration() throws VaultException {
        KeyRef old = newKey(KeyScope.RECOGNITION);
        sealed(old, PRINT, "vector");
        vault.shred(old);
        KeyRef renewed = new KeyRef(old.owner(), old.scope(), old.generation().next());
        vault.create(renewed);
        assertThatThrownBy(() -> sealed(old, PRINT, "vector"))
                .isInstanceOfSatisfying(
                        VaultException.KeyNotActive.class,
                        refusal -> assertThat(refusal.state()).isEqualTo(KeyState.DESTROYED));
        assertThatThrownBy(() -> sealedFile(old, new byte[1])).isInstanceOf(VaultException.KeyNotActive.class);
        assertThat(vault.open(sealed(renewed, PRINT, "new vector"), OFFICER).text())
                .isEqualTo("new vector");
    }

    @Test
    void aBatchIsSealedAsAWholeOrNotAtAll() throws VaultException {
        KeyRef key = newKey(KeyScope.IDENTITY);
        RecordId taken = sealed(key, NAME, "first");
        RecordId fresh = IdMint.recordId();
        List<SealRequest> batch = List.of(
                new SealRequest(key, NAME, fresh, Plaintext.of("x")),
                new SealRequest(key, NAME, taken, Plaintext.of("y")));
        assertThatThrownBy(() -> vault.sealAll(batch)).hasFieldOrPropertyWithValue("code", "vault.record-exists");
        assertThatThrownBy(() -> vault.open(fresh, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
        assertThat(vault.open(taken, OFFICER).text()).isEqualTo("first");
    }

    @Test
    void aRecordIdNamesOneCiphertextForEver() throws VaultException {
        KeyRef key = newKey(KeyScope.PHOTO);
        RecordId file = sealedFile(key, "first".getBytes(UTF_8));
        assertThatThrownBy(() ->
                        vault.sealFile(key, VaultSamples.IMAGE, file, new ByteArrayInputStream(new byte[9]), List.of()))
                .hasFieldOrPropertyWithValue("code", "vault.record-exists");
        assertThat(vault.open(file, OFFICER).text()).isEqualTo("first");
    }

    @Test
    @Requirement("R35")
    void creatingTheSameActiveGenerationAgainChangesNothing() throws VaultException {
        KeyRef key = newKey(KeyScope.IDENTITY);
        RecordId id = sealed(key, NAME, "Ada");
        vault.create(key);
        reopen();
        assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
    }

    @Test
    @Requirement("R35")
    void aDestroyedGenerationNeverComesBack() throws VaultException {
        KeyRef key = newKey(KeyScope.RECOGNITION);
        vault.shred(key);
        assertThatThrownBy(() -> vault.create(key)).isInstanceOf(VaultException.KeyNotActive.class);
        assertThatThrownBy(() -> vault.resume(key)).isInstanceOf(VaultException.KeyNotActive.class);
        assertThatThrownBy(() -> vault.suspend(key)).isInstanceOf(VaultException.KeyNotActive.class);
        reopen();
        assertThat(vault.state(key)).contains(KeyState.DESTROYED);
        assertThatThrownBy(() -> vault.create(key)).isInstanceOf(VaultException.KeyNotActive.class);
    }

    @Test
    @Requirement("R35")
    void aPassedGenerationIsRefused() throws VaultException {
        PersonId person = person();
        KeyRef third = KeyRef.of(person, KeyScope.RECOGNITION, new KeyGeneration(3));
        vault.create(third);
        assertThatThrownBy(() -> vault.create(KeyRef.first(person, KeyScope.RECOGNITION)))
                .hasFieldOrPropertyWithValue("code", "vault.key-generation-refused");
        vault.create(KeyRef.first(person, KeyScope.IDENTITY));
        vault.create(KeyRef.first(person(), KeyScope.RECOGNITION));
    }

    @Test
    @Requirement("R36")
    void aSuspendedKeyCannotBeSidesteppedByANewOne() throws VaultException {
        KeyRef key = newKey(KeyScope.RECOGNITION);
        KeyRef next = new KeyRef(key.owner(), key.scope(), key.generation().next());
        vault.suspend(key);
        assertThatThrownBy(() -> vault.create(key)).isInstanceOf(VaultException.KeyNotActive.class);
        assertThatThrownBy(() -> vault.create(next))
                .hasFieldOrPropertyWithValue("code", "vault.key-generation-refused");
        vault.resume(key);
        vault.create(next);
        assertThat(vault.generations(key.owner(), key.scope()))
                .containsExactly(new KeyStatus(key, KeyState.ACTIVE), new KeyStatus(next, KeyState.ACTIVE));
    }

    @Test
    @Requirement("R36")
    void aSuspendedKeySealsAndOpensNothingAndLosesNothing() throws VaultException {
        KeyRef key = newKey(KeyScope.RECOGNITION);
        RecordId id = sealed(key, PRINT, "vector");
        vault.open(id, OFFICER);
        vault.suspend(key);
        vault.suspend(key);
        assertThatThrownBy(() -> vault.open(id, OFFICER))
                .isInstanceOfSatisfying(
                        VaultException.KeyNotActive.class,
                        refusal -> assertThat(refusal.state()).isEqualTo(KeyState.SUSPENDED));
        assertThatThrownBy(() -> sealed(key, PRINT, "another")).isInstanceOf(VaultException.KeyNotActive.class);
        reopen();
        assertThat(vault.state(key)).contains(KeyState.SUSPENDED);
        vault.resume(key);
        vault.resume(key);
        assertThat(vault.open(id, OFFICER).text()).isEqualTo("vector");
    }

    @Test
    void suspendingAnUnknownKeyIsRefused() {
        KeyRef unknown = KeyRef.first(person(), KeyScope.IDENTITY);
        assertThatThrownBy(() -> vault.suspend(unknown)).isInstanceOf(VaultException.KeyUnknown.class);
        assertThatThrownBy(() -> vault.resume(unknown)).isInstanceOf(VaultException.KeyUnknown.class);
    }

    @Test
    @Requirement({"R62", "R64", "R66"})
    void afterAShredNothingOfTheKeyOpensAndTheReceiptNamesEveryRecord() throws VaultException {
        KeyRef key = newKey(KeyScope.PHOTO);
        RecordId row = sealed(key, NAME, "beach.jpg");
        RecordId file = sealedFile(key, "pixels".getBytes(UTF_8));
        vault.open(row, OFFICER);
        clock.advance(Duration.ofMinutes(1));
        ShredReceipt receipt = vault.shred(key);
        assertThat(receipt.records()).containsExactlyInAnyOrder(row, file);
        assertThat(receipt.keyDestroyedAt()).isEqualTo(clock.instant());
        assertThat(receipt.key()).isEqualTo(key);
        for (RecordId id : receipt.records()) {
            assertThatThrownBy(() -> vault.open(id, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
        }
        assertThat(vault.state(key)).contains(KeyState.DESTROYED);
    }

    @Test
    @Requirement("R64")
    void aRepeatedShredAnswersTheStoredReceipt() throws VaultException {
        KeyRef key = newKey(KeyScope.RECOGNITION);
        sealed(key, PRINT, "vector");
        ShredReceipt receipt = vault.shred(key);
        clock.advance(Duration.ofDays(1));
        assertThat(vault.shred(key)).isEqualTo(receipt);
        reopen();
        assertThat(vault.shred(key)).isEqualTo(receipt);
        assertThat(vault.finishInterruptedShreds()).isZero();
    }

    @Test
    @Requirement("R33")
    void shreddingOneScopeLeavesTheOthersReadable() throws VaultException {
        PersonId person = person();
        KeyRef identity = KeyRef.first(person, KeyScope.IDENTITY);
        KeyRef recognition = KeyRef.first(person, KeyScope.RECOGNITION);
        vault.create(identity);
        vault.create(recognition);
        RecordId name = sealed(identity, NAME, "Ada");
        RecordId print = sealed(recognition, PRINT, "vector");
        vault.shred(recognition);
        assertThat(vault.open(name, OFFICER).text()).isEqualTo("Ada");
        assertThatThrownBy(() -> vault.open(print, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
    }

    @Test
    void aSuspendedKeyCanBeShredded() throws VaultException {
        KeyRef key = newKey(KeyScope.RECOGNITION);
        RecordId id = sealed(key, PRINT, "vector");
        vault.suspend(key);
        assertThat(vault.shred(key).records()).containsExactly(id);
    }

    @Test
    void shreddingAKeyThatNeverWasKeepsItFromComingLater() throws VaultException {
        KeyRef key = KeyRef.first(person(), KeyScope.RECOGNITION);
        assertThat(vault.state(key)).isEmpty();
        assertThat(vault.shred(key).records()).isEmpty();
        assertThatThrownBy(() -> vault.create(key)).isInstanceOf(VaultException.KeyNotActive.class);
    }

    @Test
    @Requirement("R70")
    void everyOpeningIsWrittenDownAlsoTheRefusedOneAndOutlivesTheRecord() throws VaultException {
        KeyRef key = newKey(KeyScope.IDENTITY);
        RecordId id = sealed(key, NAME, "Ada");
        RecordId other = sealed(key, NAME, "Bea");
        AccessReason display =
                new AccessReason(new Accessor.Portrayed(person()), "PORTRAYED", AccessPurpose.DATA_SUBJECT_REQUEST, "");
        AccessReason indexing = new AccessReason(
                new Accessor.SystemTask("name-directory"), "SYSTEM", AccessPurpose.INDEXING, VaultSamples.CASE);
        vault.open(id, OFFICER);
        clock.advance(Duration.ofSeconds(5));
        vault.openAll(List.of(id, other), display);
        vault.shred(key);
        assertThatThrownBy(() -> vault.open(id, indexing)).isInstanceOf(VaultException.RecordUnknown.class);
        reopen();
        assertThat(vault.accesses(id)).extracting(Access::reason).containsExactly(OFFICER, display, indexing);
        assertThat(vault.accesses(id).getLast().at()).isEqualTo(clock.instant());
        assertThat(vault.accesses(other)).extracting(Access::reason).containsExactly(display);
        assertThat(vault.accesses(IdMint.recordId())).isEmpty();
    }

    @Test
    void whoReadsInBulkIsCountedByDifferentRecordsOfAKindSinceAMoment() throws VaultException {
        KeyRef key = newKey(KeyScope.IDENTITY);
        RecordId ada = sealed(key, NAME, "Ada");
        RecordId bea = sealed(key, NAME, "Bea");
        RecordId photo = sealed(key, new RecordKind("photo"), "…");
        AccessReason machine = new AccessReason(
                new Accessor.Staff(IdMint.mint(TokenId.PREFIX, TokenId::new)), "EDITOR", AccessPurpose.DISPLAY, "");
        AccessReason task = new AccessReason(
                new Accessor.SystemTask("name-directory"), "SYSTEM", AccessPurpose.INDEXING, VaultSamples.CASE);
        vault.open(ada, OFFICER);
        clock.advance(Duration.ofSeconds(5));
        Instant since = clock.instant();
        vault.openAll(List.of(ada, bea, photo), OFFICER);
        vault.open(ada, OFFICER);
        vault.open(bea, machine);
        vault.open(ada, task);
        reopen();

        assertThat(vault.readers(NAME, since)).isEqualTo(Map.of(actor(OFFICER), 2, actor(machine), 1));
        clock.advance(Duration.ofSeconds(5));
        assertThat(vault.readers(NAME, clock.instant())).isEmpty();
    }

    private static ActorId actor(AccessReason reason) {
        return ((Accessor.Staff) reason.who()).actor();
    }

    @Test
    void openingSeveralAnswersEachForItself() throws VaultException {
        KeyRef alive = newKey(KeyScope.IDENTITY);
        KeyRef suspended = newKey(KeyScope.IDENTITY);
        RecordId first = sealed(alive, NAME, "Ada");
        RecordId second = sealed(suspended, NAME, "Bea");
        RecordId unknown = IdMint.recordId();
        vault.suspend(suspended);
        Map<RecordId, Opening> openings = vault.openAll(List.of(second, first, unknown), OFFICER);
        assertThat(openings.keySet()).containsExactly(second, first, unknown);
        assertThat(openings.get(first))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> assertThat(opened.content().text()).isEqualTo("Ada"));
        assertThat(code(openings.get(second))).isEqualTo("vault.key-not-active");
        assertThat(code(openings.get(unknown))).isEqualTo("vault.record-unknown");
    }

    private static String code(@Nullable Opening opening) {
        return switch (opening) {
            case Opening.Refused(VaultException reason) -> reason.code();
            case Opening.Opened opened -> "opened";
            case null -> "nothing";
        };
    }

    @Test
    void aRecordIsFoundByItsBlindIndexUntilItIsGone() throws VaultException {
        KeyRef key = newKey(KeyScope.STAFF);
        BlindIndex ada = vault.secrets().blindIndex(NAME, "ada".getBytes(UTF_8));
        BlindIndex alias = vault.secrets().blindIndex(NAME, "lovelace".getBytes(UTF_8));
        RecordId row = IdMint.recordId();
        RecordId file = IdMint.recordId();
        vault.seal(new SealRequest(key, NAME, row, Plaintext.of("Ada"), List.of(ada, alias)));
        vault.sealFile(key, NAME, file, new ByteArrayInputStream(new byte[3]), List.of(ada));
        reopen();
        assertThat(vault.findByBlindIndex(NAME, ada)).containsExactly(row, file);
        assertThat(vault.findByBlindIndex(NAME, alias)).containsExactly(row);
        assertThat(vault.findByBlindIndex(PRINT, ada)).isEmpty();
        vault.delete(row);
        assertThat(vault.findByBlindIndex(NAME, ada)).containsExactly(file);
        vault.shred(key);
        assertThat(vault.findByBlindIndex(NAME, ada)).isEmpty();
    }

    @Test
    void aDeletedRecordIsGoneAndDeletingAgainIsFine() throws VaultException {
        KeyRef key = newKey(KeyScope.PHOTO);
        RecordId row = sealed(key, NAME, "x");
        RecordId file = sealedFile(key, new byte[4]);
        vault.delete(row);
        vault.delete(file);
        vault.delete(file);
        assertThatThrownBy(() -> vault.open(row, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
        assertThatThrownBy(() -> vault.open(file, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
        assertThat(vault.removeOrphans(id -> true, ref -> true, Duration.ZERO)).isEqualTo(new RemovedOrphans(0, 0, 0));
    }

    @Test
    @Requirement("R58")
    void whatIsOldAndUnnamedIsRemovedAndNothingElse() throws VaultException {
        KeyRef named = newKey(KeyScope.PHOTO);
        KeyRef unnamed = newKey(KeyScope.IDENTITY);
        RecordId kept = sealedFile(named, new byte[1]);
        RecordId orphanFile = sealedFile(named, new byte[2]);
        RecordId orphan = sealed(unnamed, NAME, "rejected");
        clock.advance(Duration.ofHours(2));
        KeyRef young = newKey(KeyScope.IDENTITY);
        RecordId justSealed = sealed(young, NAME, "event on its way");
        RemovedOrphans report = vault.removeOrphans(kept::equals, named::equals, Duration.ofHours(1));
        assertThat(report).isEqualTo(new RemovedOrphans(2, 0, 1));
        assertThat(vault.open(kept, OFFICER).bytes()).hasSize(1);
        assertThat(vault.open(justSealed, OFFICER).text()).isEqualTo("event on its way");
        assertThatThrownBy(() -> vault.open(orphan, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
        assertThatThrownBy(() -> vault.open(orphanFile, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
        assertThat(vault.state(unnamed)).isEmpty();
        assertThat(vault.state(named)).contains(KeyState.ACTIVE);
    }

    @Test
    void orphansOnEveryPageAreRemoved() throws VaultException {
        KeyRef key = newKey(KeyScope.IDENTITY);
        List<SealRequest> many = IntStream.range(0, 2500)
                .mapToObj(i -> new SealRequest(key, NAME, IdMint.recordId(), Plaintext.of("n" + i)))
                .toList();
        vault.sealAll(many);
        RecordId kept = many.get(1234).id();
        assertThat(vault.removeOrphans(kept::equals, key::equals, Duration.ZERO))
                .isEqualTo(new RemovedOrphans(2499, 0, 0));
        assertThat(vault.open(kept, OFFICER).text()).isEqualTo("n1234");
    }

    @Test
    void aRemovedGenerationCanBeMintedAgainByARepeatedCommand() throws VaultException {
        KeyRef key = newKey(KeyScope.RECOGNITION);
        RecordId orphan = sealed(key, PRINT, "old");
        vault.removeOrphans(id -> false, ref -> false, Duration.ZERO);
        assertThat(vault.generations(key.owner(), key.scope())).isEmpty();
        assertThatThrownBy(() -> sealed(key, PRINT, "x")).isInstanceOf(VaultException.KeyUnknown.class);
        vault.create(key);
        RecordId id = sealed(key, PRINT, "new");
        reopen();
        assertThat(vault.open(id, OFFICER).text()).isEqualTo("new");
        assertThatThrownBy(() -> vault.open(orphan, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
    }

    @Test
    void aKeyThatProtectsARecordOrIsNamedIsNotRemoved() throws VaultException {
        KeyRef withRecord = newKey(KeyScope.IDENTITY);
        RecordId id = sealed(withRecord, NAME, "Ada");
        KeyRef empty = newKey(KeyScope.IDENTITY);
        assertThat(vault.removeOrphans(id::equals, empty::equals, Duration.ZERO))
                .isEqualTo(new RemovedOrphans(0, 0, 0));
        assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
    }

    @Test
    void keyedDigestsAreStableForTheInstallationAndSeparatedByPurpose() throws VaultException {
        byte[] data = "photo".getBytes(UTF_8);
        byte[] digest = vault.secrets().mac("content", data);
        InstallationId installation = vault.installation();
        reopen();
        assertThat(vault.installation()).isEqualTo(installation);
        assertThat(vault.secrets().mac("content", data)).isEqualTo(digest).hasSize(32);
        assertThat(vault.secrets().mac("idempotency", data)).isNotEqualTo(digest);
        assertThat(vault.secrets().mac("conten", "tphoto".getBytes(UTF_8))).isNotEqualTo(digest);
        assertThat(vault.secrets().blindIndex(new RecordKind("content"), data).digest())
                .isNotEqualTo(digest);
    }

    @Test
    @Requirement({"R35", "R66"})
    void whoeverSealsWhileTheKeyIsShreddedIsInTheReceiptOrRefused() throws Exception {
        KeyRef key = newKey(KeyScope.RECOGNITION);
        Queue<RecordId> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicBoolean shredded = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> ends = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> sealUntilRefused(key, acknowledged, shredded)))
                    .toList();
            Awaitility.await().until(() -> acknowledged.size() >= 20);
            ShredReceipt receipt = shredThenTell(key, shredded);
            for (Future<String> end : ends) {
                assertThat(end.get()).isEqualTo("vault.key-not-active");
            }
            assertThat(receipt.records()).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
        RecordId any = acknowledged.remove();
        assertThatThrownBy(() -> vault.open(any, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
    }

    private ShredReceipt shredThenTell(KeyRef key, AtomicBoolean shredded) throws VaultException {
        try {
            return vault.shred(key);
        } finally {
            shredded.set(true);
        }
    }

    /** What is sealed after the shred has returned must be refused, so one more attempt is enough. */
    private String sealUntilRefused(KeyRef key, Queue<RecordId> acknowledged, AtomicBoolean shredded) {
        try {
            boolean last;
            do {
                last = shredded.get();
                acknowledged.add(sealed(key, PRINT, "vector"));
            } while (!last);
            return "never refused";
        } catch (VaultException refusal) {
            return refusal.code();
        }
    }
}
