package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.VaultFolders;
import org.quitclaim.vault.storage.StorageStep;

@Requirement({"R62", "R72"})
class ControlSocketTest {
    private static final Map<String, String> EEA = Map.of("region", "eu-central-1");

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtTheCopy step = new AtTheCopy();

    @SuppressWarnings("NullAway.Init")
    private Vault vault;

    @SuppressWarnings("NullAway.Init")
    private ControlSocket socket;

    /** Holds up, or fails, whoever brings the keys of a new epoch to safety. */
    private static final class AtTheCopy implements StorageStep {
        private final Semaphore leave = new Semaphore(1);
        private volatile boolean fails;

        @Override
        public void before(String operation) {
            if (operation.equals("keys.db copy")) {
                leave.acquireUninterruptibly();
                leave.release();
                if (fails) {
                    throw new IllegalStateException("a mistake");
                }
            }
        }

        @Override
        public void after(String operation) {}
    }

    @BeforeEach
    void listen() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        vault = EmbeddedVault.open(VaultFolders.of(data), KekKeeping.PLAIN, Clock.systemUTC(), step);
        StandaloneSettings settings = settings(List.of(folder.resolve("a copy")), "kms", EEA);
        socket = ControlSocket.open(settings.folders(data), NamedFolders.Kept.of(settings), vault.epochs());
    }

    @AfterEach
    void stop() throws Exception {
        socket.close();
        vault.close();
    }

    private static StandaloneSettings settings(List<Path> copies, String protection, Map<String, String> kms) {
        return new StandaloneSettings(null, copies, protection, kms, null, false, Duration.ofDays(1));
    }

    private String refusal(List<Path> copies, String protection, Map<String, String> kms) throws IOException {
        return ControlSocket.otherFolders(folder.resolve("data"), NamedFolders.of(settings(copies, protection, kms)))
                .orElse("");
    }

    @Test
    void what_the_caller_runs_with_is_compared_and_the_difference_is_named_with_a_code() throws Exception {
        List<Path> copies = List.of(folder.resolve("a copy"));
        assertThat(refusal(copies, "kms", EEA)).as("the same").isEmpty();
        assertThat(refusal(List.of(), "file", Map.of())).as("nothing named").isEmpty();

        assertThat(refusal(List.of(folder.resolve("another")), "kms", EEA))
                .contains("kek-copies " + folder.resolve("a copy"), "not " + folder.resolve("another"))
                .endsWith("[control.other-folders]");
        assertThat(refusal(copies, "mounted", Map.of())).contains("kek-protection kms, not mounted");
        assertThat(refusal(copies, "kms", Map.of("region", "us-east-1")))
                .contains("kms.region eu-central-1, not us-east-1");
        assertThat(refusal(copies, "kms", Map.of("region", "eu-central-1", "alias-prefix", "mine")))
                .contains("kms.alias-prefix none, not mine");
        assertThat(ControlSocket.rotate(
                        folder.resolve("data"), NamedFolders.of(settings(copies, "mounted", Map.of())), said::add))
                .contains(false);
        assertThat(said).last().asString().endsWith("[control.other-folders]");
        assertThat(vault.epochs().current()).isEqualTo(Epoch.FIRST);
    }

    private boolean rotate() {
        try {
            return ControlSocket.rotate(folder.resolve("data"), NamedFolders.NONE, said::add)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoSaysNothingKeepsNobodyElseWaiting() throws Exception {
        try (SocketChannel silent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.connect(UnixDomainSocketAddress.of(folder.resolve("data").resolve("control.sock")));
            CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(this::rotate);
            await().until(other::isDone);
            assertThat(other).isCompletedWithValue(true);
        }
    }

    @Test
    void aSecondOneHearsThatARotationIsUnderWayAndDoesNotRotateAgain() throws Exception {
        step.leave.acquireUninterruptibly();
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(this::rotate);
        await().until(() -> step.leave.hasQueuedThreads());
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> second.complete(rotate()));
        await().until(second::isDone);
        assertThat(second).isCompletedWithValue(false);
        assertThat(said).last().asString().contains("retired already").endsWith("[vault.rotation-under-way]");
        step.leave.release();
        await().until(first::isDone);
        assertThat(first).isCompletedWithValue(true);
        assertThat(vault.epochs().current()).isEqualTo(new Epoch(2));
    }

    @Test
    void aMistakeIsAnsweredAndTheNextOneIsServed() throws Exception {
        step.fails = true;
        assertThat(rotate()).isFalse();
        assertThat(said).last().asString().contains("log").endsWith("[control.mistake]");
        step.fails = false;
        assertThat(rotate()).isTrue();
        assertThat(vault.epochs().current()).isEqualTo(new Epoch(2));
    }
}
