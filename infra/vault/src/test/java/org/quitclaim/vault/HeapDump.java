package org.quitclaim.vault;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What is reachable on the heap at this moment, searched for bytes. */
public final class HeapDump {
    private HeapDump() {}

    /** After a collection: what is not reachable is not in it. */
    public static void take(Path file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
    }

    public static boolean holds(Path file, Hidden wanted) throws IOException {
        try (FileChannel dump = FileChannel.open(file)) {
            MappedByteBuffer bytes = dump.map(FileChannel.MapMode.READ_ONLY, 0, dump.size());
            for (int at = 0; at <= bytes.limit() - wanted.length(); at++) {
                if (wanted.startsAt(bytes, at)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Bytes to look for, kept so that looking for them does not find the wanted poster. */
    public static final class Hidden {
        private static final byte MASK = 0x5a;

        private final byte[] masked;

        private Hidden(byte[] masked) {
            this.masked = masked;
        }

        /** Overwrites {@code bytes}. */
        public static Hidden taking(byte[] bytes) {
            byte[] masked = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                masked[i] = (byte) (bytes[i] ^ MASK);
                bytes[i] = 0;
            }
            return new Hidden(masked);
        }

        public int length() {
            return masked.length;
        }

        /** In the clear, so that a search has something to find; the caller overwrites it. */
        public void copyTo(byte[] target) {
            for (int i = 0; i < masked.length; i++) {
                target[i] = (byte) (masked[i] ^ MASK);
            }
        }

        boolean startsAt(MappedByteBuffer bytes, int at) {
            for (int i = 0; i < masked.length; i++) {
                if (bytes.get(at + i) != (byte) (masked[i] ^ MASK)) {
                    return false;
                }
            }
            return true;
        }
    }
}
