package org.quitclaim.vault.seal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.LedgerId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.LedgerEntry;
import org.quitclaim.vault.NoLedger.Line;
import org.quitclaim.vault.NoLedger.Reach;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.LedgerDamaged;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.epoch.KeyRing;
import org.quitclaim.vault.storage.Stores;
import org.quitclaim.vault.storage.WrappedSecret;

/**
 * Every no, told at the backup target, so that a restore of something older says it again.
 *
 * <p><b>Guarantees:</b> whoever writes to the target without the installation's secret can neither have a living key
 * destroyed or a no said, nor change, repeat, remove or reorder lines unnoticed, except by cutting off the end; what is cut
 * off is noticed, and written again, as long as the data folder remembers it. Whoever reads it without the key-encryption
 * key of the current epoch learns how many lines there are, and when they came.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class Ledger {
    private final InstallationId installation;
    private final Stores stores;
    private final HmacSecrets secrets;
    private final KeyRing ring;
    private final InstantSource clock;
    private @Nullable Known known;

    /** What one reading found. */
    private static final class Known {
        final LedgerChain chain;
        final List<Line> lines = new ArrayList<>();
        final Set<String> ids = new HashSet<>();
        final Set<Epoch> epochs = new HashSet<>();

        Known(HmacSecrets secrets) {
            chain = new LedgerChain(secrets);
        }

        void add(Line line) {
            lines.add(line);
            ids.add(line.entry().id());
        }
    }

    Ledger(InstallationId installation, Stores stores, HmacSecrets secrets, KeyRing ring, InstantSource clock) {
        this.installation = installation;
        this.stores = stores;
        this.secrets = secrets;
        this.ring = ring;
        this.clock = clock;
    }

    void requireTarget() throws VaultException {
        stores.ledger().requireLast(installation);
    }

    /**
     * Everything the ledger says.
     *
     * @throws LedgerDamaged if a line was not written by this installation, or not as the one that follows the others
     */
    synchronized List<Line> read() throws VaultException {
        return List.copyOf(readAgain().lines);
    }

    /** How far it reaches, as its end tells whoever read it before; empty if there is none. */
    synchronized Optional<Reach> reach() throws VaultException {
        LedgerChain chain = lastRead().chain;
        return chain.begun()
                ? Optional.of(new Reach(chain.ledger(), chain.number(), chain.endedBefore()))
                : Optional.empty();
    }

    /** It is asked every other second, and a ledger is as long as all that was ever said: read once, as long as it ends alike. */
    private Known lastRead() throws VaultException {
        Known before = known;
        return before != null && before.chain.endsWith(stores.ledger().last(installation)) ? before : readAgain();
    }

    private Known readAgain() throws VaultException {
        known = null;
        Known now = new Known(secrets);
        LedgerCells cells = new LedgerCells(ring, stores.keks());
        for (String line : stores.ledger().read(installation)) {
            Optional<WrappedSecret> cell = now.chain.follow(line);
            if (cell.isPresent()) {
                now.epochs.add(cell.get().epoch());
                cells.open(now.chain.ledger(), now.chain.number(), cell.get())
                        .ifPresent(entry -> now.add(new Line(now.chain.number(), entry)));
            }
        }
        known = now;
        return now;
    }

    /**
     * Writes what the ledger lacks of these, and reads everything again first only where the last line is not the one that
     * this process left.
     *
     * @return how many were missing
     */
    synchronized int append(List<LedgerEntry> entries) throws VaultException {
        return write(lastRead(), entries);
    }

    /** As {@link #append}, having read everything, whatever it was found to be before: somebody may have been there. */
    synchronized int complete(List<LedgerEntry> entries) throws VaultException {
        return write(readAgain(), entries);
    }

    private int write(Known now, List<LedgerEntry> entries) throws VaultException {
        List<String> lines = new ArrayList<>();
        List<Line> added = new ArrayList<>();
        // if writing fails nobody knows which of the lines are there
        known = null;
        if (!now.chain.begun()) {
            // an empty ledger is written too: that nobody said no is something a restore has to know
            lines.add(now.chain.begin(IdMint.mint(LedgerId.PREFIX, id -> id), 0, Instant.EPOCH));
        }
        Set<String> ids = new HashSet<>();
        for (LedgerEntry entry : entries) {
            if (!now.ids.contains(entry.id()) && !entry.at().isBefore(now.chain.endedBefore()) && ids.add(entry.id())) {
                lines.addAll(sealed(now.chain, entry));
                added.add(new Line(now.chain.number(), entry));
            }
        }
        stores.ledger().append(installation, lines);
        added.forEach(now::add);
        known = now;
        remember(now.chain);
        return added.size();
    }

    private List<String> sealed(LedgerChain chain, LedgerEntry entry) throws VaultException {
        List<String> lines = new ArrayList<>();
        for (WrappedSecret cell :
                new LedgerCells(ring, stores.keks()).seal(chain.ledger(), chain.number() + 1, entry)) {
            lines.add(chain.add(cell));
        }
        return lines;
    }

    private void remember(LedgerChain chain) throws StorageFailure {
        var before = stores.keys().ledger();
        var now = before.seen(chain.ledger(), chain.number(), clock.instant());
        if (!now.equals(before)) {
            stores.keys().mark(now);
        }
    }

    /** Leaves beside the lines that they were all there now. */
    synchronized void leaveSeen() throws VaultException {
        LedgerChain chain = Objects.requireNonNull(known, "the ledger was read").chain;
        stores.ledger()
                .leaveSeen(installation, new LedgerSeen(chain.ledger(), chain.number(), clock.instant()).text(secrets));
    }

    /** When it was seen whole last and how far it reached, as far as that was written down by this installation. */
    Optional<LedgerSeen> seen() throws StorageFailure {
        return stores.ledger().seen(installation).flatMap(text -> LedgerSeen.read(text, secrets));
    }

    /**
     * Seals every line under the current epoch, which is what makes copies of the ledger from before useless.
     *
     * @throws LedgerDamaged if it is not whole; it is left as it is then
     */
    synchronized void sealAnew() throws VaultException {
        Known now = readAgain();
        if (now.epochs.stream().anyMatch(epoch -> !epoch.equals(ring.current()))) {
            rewrite(now, now.lines, now.chain.endedBefore());
        }
    }

    /** Ends the lines of what was said before, up to the first that was said later. */
    synchronized void end(Instant before) throws VaultException {
        if (lastRead().lines.stream()
                .findFirst()
                .filter(first -> first.entry().at().isBefore(before))
                .isEmpty()) {
            return;
        }
        Known now = readAgain();
        List<Line> left = now.lines.stream()
                .dropWhile(line -> line.entry().at().isBefore(before))
                .toList();
        if (now.chain.begun()
                && left.size() < now.lines.size()
                && now.chain.endedBefore().isBefore(before)) {
            rewrite(now, left, before);
        }
    }

    /** Lines keep their numbers: those of one entry end with the number of its line. */
    private void rewrite(Known now, List<Line> kept, Instant endedBefore) throws VaultException {
        LedgerChain next = new LedgerChain(secrets);
        LedgerCells cells = new LedgerCells(ring, stores.keks());
        List<String> lines = new ArrayList<>();
        known = null;
        long base = now.chain.number();
        if (!kept.isEmpty()) {
            Line first = kept.getFirst();
            base = first.number()
                    - cells.seal(now.chain.ledger(), 0, first.entry()).size();
        }
        lines.add(next.begin(now.chain.ledger(), base, endedBefore));
        for (Line line : kept) {
            lines.addAll(sealed(next, line.entry()));
        }
        stores.ledger().replace(installation, lines);
    }
}
