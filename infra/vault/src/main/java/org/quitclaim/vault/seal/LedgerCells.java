package org.quitclaim.vault.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.LedgerEntry;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KekMissing;
import org.quitclaim.vault.epoch.KeyRing;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekStore;
import org.quitclaim.vault.storage.WrappedSecret;

/**
 * Seals entries of the ledger under the current epoch, in cells of one size.
 *
 * <p><b>Shape:</b> a cell is 512 bytes before it is sealed: how many more cells belong to the entry (2 bytes, big-endian),
 * how many bytes of it are in this one (2 bytes), those, zeros. An entry is UTF-8: its id, a line end, epoch milliseconds,
 * a line end, and what it says. A cell is bound to the ledger and to the number of its line.
 */
final class LedgerCells {
    private static final int CELL_BYTES = 512;
    private static final int ROOM = CELL_BYTES - 2 * Short.BYTES;

    private final KeyRing ring;
    private final KekStore keks;
    private final Map<Epoch, Kek> others = new HashMap<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    LedgerCells(KeyRing ring, KekStore keks) {
        this.ring = ring;
        this.keks = keks;
    }

    /** The cells of an entry whose first line will have this number. */
    List<WrappedSecret> seal(String ledger, long first, LedgerEntry entry) throws VaultException {
        byte[] all = String.join("\n", entry.id(), Long.toString(entry.at().toEpochMilli()), entry.said())
                .getBytes(StandardCharsets.UTF_8);
        int count = Math.ceilDiv(all.length, ROOM);
        List<WrappedSecret> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = Math.min(ROOM, all.length - i * ROOM);
            ByteBuffer cell = ByteBuffer.allocate(CELL_BYTES);
            cell.putShort((short) (count - 1 - i)).putShort((short) length).put(all, i * ROOM, length);
            cells.add(ring.wrapSecret(name(ledger, first + i), cell.array()));
        }
        return cells;
    }

    /** The entry that ends with this cell; empty while more cells belong to it. */
    Optional<LedgerEntry> open(String ledger, long number, WrappedSecret cell) throws VaultException {
        ByteBuffer opened = ByteBuffer.wrap(unwrap(name(ledger, number), cell));
        int more = opened.getShort();
        parts.write(opened.array(), 2 * Short.BYTES, opened.getShort());
        if (more > 0) {
            return Optional.empty();
        }
        String[] fields = parts.toString(StandardCharsets.UTF_8).split("\n", 3);
        parts.reset();
        return Optional.of(new LedgerEntry(fields[0], Instant.ofEpochMilli(Long.parseLong(fields[1])), fields[2]));
    }

    /** A restored copy may be an epoch behind the ledger: the key then lies in the key folder, not in its ring. */
    private byte[] unwrap(String name, WrappedSecret cell) throws VaultException {
        try {
            return ring.unwrapSecret(name, cell);
        } catch (KekMissing e) {
            return ring.unwrapSecret(name, cell, other(cell.epoch()));
        }
    }

    private Kek other(Epoch epoch) throws VaultException {
        @Nullable Kek known = others.get(epoch);
        Kek kek = known == null ? keks.find(ring.installation(), epoch).orElseThrow(KekMissing::new) : known;
        others.put(epoch, kek);
        return kek;
    }

    private static String name(String ledger, long number) {
        return "ledger " + ledger + ' ' + number;
    }
}
