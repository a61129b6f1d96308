package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.HeapDump;
import org.quitclaim.vault.HeapDump.Hidden;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.Vault;

/** Whether a faceprint is still on the heap after the person took recognition back. */
class HeapAfterErasureTest {
    private static final AccessReason CHECK =
            new AccessReason(new Accessor.SystemTask("heap-check"), "SYSTEM", AccessPurpose.INDEXING);
    private static final int PIECE_FLOATS = 16;

    @TempDir
    Path folder;

    @Test
    @Requirement({"R64", "R66"})
    void aFaceprintThatWasUsedAndErasedIsNotReachable() throws Exception {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Office office = Office.at(server.address());
            office.recordDpia("DPIA");
            byte[] portrait = Pictures.portrait(3).jpeg();
            String collection = office.openCollection("Heap");
            office.allowRecognition(collection);
            String person = office.register("Heap Person", "heap@lindeveld.example");
            Asked asked =
                    office.ask(person, office.publishNotice(), List.of(Office.recognition(90), Office.website(90)));
            office.sayYes(asked, 2).orFail();
            Taken taken = office.take(collection, "heap.jpg", Pictures.another(portrait, 1));
            office.enrol(person, taken, taken.faces().getFirst().path("faceId").asString())
                    .orFail();

            matched(office, collection, portrait, person);
            compared(office, collection, portrait, person);
            server.bean(GalleryKeeper.class).load();

            Pieces pieces = pieces(server, new PersonId(person));
            assertThat(pieces.foundWhenKept(folder))
                    .as("a vector on the heap would be found")
                    .isTrue();

            office.withdraw(asked, true, List.of()).orFail();
            Rest.await(server);

            Path dump = folder.resolve("after.hprof");
            HeapDump.take(dump);
            assertThat(HeapDump.holds(dump, pieces.littleEndian()))
                    .as("its sealed form, in the clear")
                    .isFalse();
            assertThat(HeapDump.holds(dump, pieces.bigEndian())).as("floats").isFalse();
        }
    }

    /** One to many: her probe is computed again, from the same picture and so to the same numbers. */
    private static void matched(Office office, String collection, byte[] portrait, String person) {
        office.editor()
                .put(
                        "/api/collections/" + collection + "/participants",
                        Map.of("add", List.of(person), "remove", List.of()))
                .orFail();
        Taken photo = office.take(collection, "matched.jpg", Pictures.another(portrait, 2));
        office.photographer()
                .post(
                        "/api/photos/attestations",
                        Map.of("photoIds", List.of(photo.photo()), "leaveOut", List.of(), "scope", "PARTICIPANTS"))
                .orFail();
        assertThat(office.editor()
                        .get("/api/photos/" + photo.photo())
                        .orFail()
                        .json()
                        .toString())
                .as("she was suggested")
                .contains(person);
    }

    /** One to one, against a face somebody designated. */
    private static void compared(Office office, String collection, byte[] portrait, String person) {
        Taken photo = office.take(collection, "compared.jpg", Pictures.another(portrait, 3));
        office.editor()
                .post(
                        "/api/photos/" + photo.photo() + "/faces/"
                                + photo.faces().getFirst().path("faceId").asString() + "/comparison",
                        Map.of("personId", person))
                .orFail();
    }

    /** The beginning of a faceprint, as it is sealed and as a dump shows floats. */
    private record Pieces(Hidden littleEndian, Hidden bigEndian) {
        boolean foundWhenKept(Path folder) throws Exception {
            byte[] kept = new byte[bigEndian.length()];
            bigEndian.copyTo(kept);
            Path dump = folder.resolve("kept.hprof");
            HeapDump.take(dump);
            boolean found = HeapDump.holds(dump, bigEndian);
            Arrays.fill(kept, (byte) 0);
            return found;
        }
    }

    private static Pieces pieces(Server server, PersonId person) throws Exception {
        Known known = (Known) server.bean(Streams.class).consent(person);
        RecordId record = known.recognition().faceprints().getFirst().record();
        Plaintext opened = server.bean(Vault.class).open(record, CHECK);
        byte[] little = Arrays.copyOf(opened.bytes(), PIECE_FLOATS * Float.BYTES);
        opened.wipe();
        byte[] big = new byte[little.length];
        ByteBuffer from = ByteBuffer.wrap(little).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer to = ByteBuffer.wrap(big).order(ByteOrder.BIG_ENDIAN);
        while (from.hasRemaining()) {
            to.putInt(from.getInt());
        }
        return new Pieces(Hidden.taking(little), Hidden.taking(big));
    }
}
