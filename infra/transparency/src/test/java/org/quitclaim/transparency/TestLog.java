package org.quitclaim.transparency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A log over events that are called by their number. */
final class TestLog {
    final TestKey key = new TestKey("quitclaim/test");
    final Path root;

    TestLog(Path root) throws IOException {
        this.root = root;
        EventLog.begin(new LogFolder(root), key.key(), key);
    }

    LogFolder folder() {
        return new LogFolder(root);
    }

    EventLog open() throws LogFault {
        return EventLog.open(folder(), key.key());
    }

    LogReader reader() throws LogFault {
        return LogReader.of(folder(), key.key());
    }

    /** Goes on up to this size. */
    TestLog upTo(long size) throws IOException, LogFault {
        EventLog log = open();
        log.append(contents(log.size(), size), key);
        return this;
    }

    static List<byte[]> contents(long from, long to) {
        return LongStream.range(from, to).mapToObj(TestLog::content).toList();
    }

    static byte[] content(long index) {
        return ("event " + index).getBytes(StandardCharsets.UTF_8);
    }

    /** The first event that is not as the log says, or the log's size. */
    long firstThatDiffers() throws LogFault {
        LogReader reader = reader();
        for (long index = 0; index < reader.size(); index++) {
            if (!reader.holds(index, content(index))) {
                return index;
            }
        }
        return reader.size();
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
