package org.quitclaim.command.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.quitclaim.access.edge.CostlyWork;
import org.quitclaim.access.edge.CostlyWork.Kind;
import org.quitclaim.certificate.ConsentReceipt;
import org.quitclaim.certificate.paper.ReceiptPaper;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import tools.jackson.databind.json.JsonMapper;

/**
 * The archive that a person gets.
 *
 * <p><b>Shape:</b> a ZIP with {@code data.json}, {@code data.schema.json}, {@code data.html}, {@code receipts/} (JSON and
 * PDF by record id) and {@code photos/} (JPEG by photo id, one at a time in memory).
 *
 * <p><b>Guarantees:</b> written straight to whoever asked; nothing of it touches a disk here, and what leaves at last, a comment
 * of spaces, overwrites what it left in buffers.
 */
final class ExportArchive {
    private final Streams streams;
    private final MaskedPhotos photos;
    private final JsonMapper json;
    private final CostlyWork work;

    public ExportArchive(Streams streams, MaskedPhotos photos, JsonMapper json, CostlyWork work) {
        this.streams = streams;
        this.photos = photos;
        this.json = json;
        this.work = work;
    }

    /** The caller overwrites it once it has left. */
    byte[] json(DataExport data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LeftNowhere.json(json, data, bytes);
        return bytes.toByteArray();
    }

    static byte[] schema() {
        try (InputStream file =
                Objects.requireNonNull(ExportArchive.class.getResourceAsStream("data-export.schema.json"))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void write(DataExport data, ExportWords words, Origin origin, OutputStream to) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new LeftNowhere(to), StandardCharsets.UTF_8)) {
            zip.setComment(new String(LeftNowhere.filler(), StandardCharsets.US_ASCII));
            entry(zip, "data.html", ExportPage.of(data, words).getBytes(StandardCharsets.UTF_8));
            entry(zip, "data.json", json(data));
            entry(zip, "data.schema.json", schema());
            for (DataExport.Consent consent : data.consents()) {
                ConsentReceipt receipt = consent.receipt();
                String name = "receipts/" + receipt.record().recordId();
                entry(zip, name + ".json", receipt.bytes());
                entry(zip, name + ".pdf", ReceiptPaper.of(receipt));
            }
            PersonId person = data.person().personId();
            for (Map.Entry<String, PhotoId> photo : pictures(data).entrySet()) {
                if (streams.photo(photo.getValue()) instanceof Registered registered && !registered.removed()) {
                    // the turn is for the work alone: whoever reads slowly keeps none
                    entry(zip, photo.getKey(), work.part(Kind.OWN_PHOTO, () -> photos.of(registered, person, origin)));
                }
            }
        }
    }

    /** One per photo, also where two faces on it are held to be hers. */
    private static Map<String, PhotoId> pictures(DataExport data) {
        Map<String, PhotoId> pictures = new LinkedHashMap<>();
        data.sightings().forEach(one -> pictures.put(one.file(), one.photoId()));
        return pictures;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
