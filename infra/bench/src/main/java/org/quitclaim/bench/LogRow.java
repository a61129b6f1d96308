package org.quitclaim.bench;

import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.quitclaim.transparency.EventLog;
import org.quitclaim.transparency.LogFolder;
import org.quitclaim.transparency.LogReader;
import org.quitclaim.transparency.note.Checkpoint;
import org.quitclaim.transparency.note.LogKey;
import org.quitclaim.transparency.tree.TreeHash;

/**
 * The transparency log: entered in rounds, each durable under a signed head; its hashes made again from the entries on the
 * disk; and every event compared. Baseline: hashing as many entries and doing nothing with them.
 */
final class LogRow implements Row {
    private static final int ROUND = 7_500;
    private static final int BYTES = 700;
    private static final int ENTRY_BYTES = 45;

    @Override
    public String name() {
        return "log";
    }

    @Override
    public void measure(Setting setting, Report report) throws Exception {
        LogFolder folder = new LogFolder(Files.createDirectories(setting.work().resolve("log")));
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        LogKey key = new LogKey("bench", Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        Checkpoint.Signer<Exception> signer = text -> {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return signature.sign();
        };
        int events = setting.events() / ROUND * ROUND;
        List<byte[]> round = contents();
        EventLog.begin(folder, key, signer);
        EventLog log = EventLog.open(folder, key);
        double hashed = seconds(() -> hash(events));
        double entered = seconds(() -> {
            for (int done = 0; done < events; done += ROUND) {
                log.append(round, signer);
            }
        });
        double rebuilt = seconds(() -> LogReader.of(folder, key).requireWhole());
        double compared = seconds(() -> compare(LogReader.of(folder, key), round));
        report.line("leaves", "%,d", events);
        report.line("hashed (baseline)", "%,.0f/s", events / hashed);
        report.line("entered, durable, a head for " + ROUND, "%,.0f/s, %.1f x", events / entered, entered / hashed);
        report.line("made again from the entries", "%,.0f/s, %.1f x", events / rebuilt, rebuilt / hashed);
        report.line("events of 700 bytes compared", "%,.0f/s, %.1f x", events / compared, compared / hashed);
    }

    private static List<byte[]> contents() {
        Random random = new Random(1);
        List<byte[]> contents = new ArrayList<>();
        for (int i = 0; i < ROUND; i++) {
            byte[] content = new byte[BYTES];
            random.nextBytes(content);
            contents.add(content);
        }
        return contents;
    }

    private static void hash(int events) {
        byte[] entry = new byte[ENTRY_BYTES];
        for (int i = 0; i < events; i++) {
            entry[i % ENTRY_BYTES] ^= TreeHash.leaf(entry)[0];
        }
    }

    private static void compare(LogReader log, List<byte[]> round) throws Exception {
        for (long index = 0; index < log.size(); index++) {
            if (!log.holds(index, round.get((int) (index % ROUND)))) {
                throw new IllegalStateException("the log does not hold what was entered");
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
