package org.quitclaim.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read models on a disk that takes nothing more. */
class FullDiskTest {
    private static final String MOUNTING = "mount -t tmpfs -o size=16m small \"$1\" && shift && exec \"$@\"";

    @TempDir
    Path folder;

    /** Runs where the disk is small: writes, fills it before that is on the disk, and ends. */
    static final class Story {
        private Story() {}

        public static void main(String[] arguments) throws IOException {
            Path disk = Path.of(arguments[0]);
            ReadModelDatabase models = ReadModelDatabase.embedded(disk);
            List<Document> documents = IntStream.range(0, 5_000)
                    .mapToObj(i -> new Document("_id", "d" + i).append("text", "word ".repeat(20)))
                    .toList();
            models.database().getCollection("c").insertMany(documents.subList(0, 100));
            fill(disk.resolve("neighbour"));
            try {
                models.database().getCollection("c").insertMany(documents.subList(100, documents.size()));
            } catch (MongoException alreadyFull) {
                // the store writes by itself, too; a slow insert is refused once that has failed
                System.out.println("the disk was full before everything was taken");
            }
            models.close();
            Files.delete(disk.resolve("neighbour"));
            try (ReadModelDatabase again = ReadModelDatabase.embedded(disk)) {
                System.out.println("ended; fresh again: " + again.fresh());
            }
        }

        private static void fill(Path file) throws IOException {
            byte[] much = new byte[1 << 20];
            try (OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE)) {
                while (true) {
                    stream.write(much);
                }
            } catch (IOException full) {
                assertThat(full).hasMessageContaining("No space left");
            }
        }
    }

    @Test
    void aStopOnAFullDiskEndsAndWhatWasNotWrittenIsMadeAnew() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path output = folder.resolve("output");
        List<String> mounted = List.of("unshare", "-rm", "sh", "-c", MOUNTING, "small-disk", disk.toString());
        assumeTrue(isHere(mounted), "no file system can be mounted here (unshare -rm, mount -t tmpfs)");
        ProcessBuilder story = new ProcessBuilder(Stream.concat(
                        mounted.stream(),
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                Story.class.getName(),
                                disk.toString()))
                .toList());
        story.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process =
                story.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(output)).contains("ended; fresh again: true");
        assertThat(process.exitValue()).isZero();
    }

    private static boolean isHere(List<String> mounted) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.concat(mounted.stream(), Stream.of("true"))
                                    .toList())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
