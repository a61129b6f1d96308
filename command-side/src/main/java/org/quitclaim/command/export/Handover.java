package org.quitclaim.command.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.certificate.ConsentReceipt;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.rights.Portrayals;
import org.quitclaim.command.rights.Portrayals.Portrayal;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoRejection;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Hands a person's data over HTTP to whoever may have it. */
final class Handover {
    private final PersonalData data;
    private final Receipts receipts;
    private final ExportArchive archive;
    private final MaskedPhotos photos;
    private final Portrayals portrayals;
    private final AccessCases cases;

    public Handover(
            PersonalData data,
            Receipts receipts,
            ExportArchive archive,
            MaskedPhotos photos,
            Portrayals portrayals,
            AccessCases cases) {
        this.data = data;
        this.receipts = receipts;
        this.archive = archive;
        this.photos = photos;
        this.portrayals = portrayals;
        this.cases = cases;
    }

    /** Put together before the first byte, so that what cannot be is refused in words. */
    void archive(PersonId person, ExportWords language, Origin origin, HttpServletResponse response)
            throws IOException {
        ExportWords words = toReader(person, language);
        DataExport export = of(person, words, origin);
        response.setContentType("application/zip");
        attachment(response, "quitclaim-" + words.language() + ".zip");
        archive.write(export, words, origin, response.getOutputStream());
    }

    void json(PersonId person, ExportWords language, Origin origin, HttpServletResponse response) throws IOException {
        ExportWords words = toReader(person, language);
        byte[] bytes = archive.json(of(person, words, origin));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        attachment(response, "quitclaim-data.json");
        try {
            OutputStream to = new LeftNowhere(response.getOutputStream());
            to.write(bytes);
            to.write(LeftNowhere.filler());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Where somebody may answer for the person, nobody knows which of them reads: then it says "the person", not "you". */
    private ExportWords toReader(PersonId person, ExportWords language) {
        Known known = data.known(person);
        boolean represented =
                known.ageGroup() == AgeGroup.MINOR || !known.representatives().isEmpty();
        return represented ? language.ofThePerson() : language;
    }

    /**
     * The numbers of a face leave through an officer, who knows to whom they go, and only while the person waits for them;
     * the access log names her request then. A link is not enough: it may be in other hands.
     */
    private DataExport of(PersonId person, ExportWords words, Origin origin) {
        if (origin.role().equals(Origin.PERSON)) {
            return data.ofLink(person, words, origin);
        }
        return cases.open(person)
                .map(request -> data.of(person, words, origin.about(request), true))
                .orElseGet(() -> data.of(person, words, origin, false));
    }

    private static void attachment(HttpServletResponse response, String name) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    ConsentReceipt receipt(PersonId person, GrantId grant, Origin origin) {
        Known known = data.known(person);
        return receipts.find(known, grant, data.reading(person, origin))
                .orElseThrow(() -> new RejectedException(ConsentRejection.UNKNOWN_GRANT));
    }

    /** With everybody else covered; only of a photo on which she is held to be. */
    byte[] photo(PersonId person, PhotoId photo, Origin origin) {
        return shown(person, origin).stream()
                .filter(one -> one.photo().id().equals(photo))
                .findFirst()
                .map(one -> photos.of(one.photo(), person, origin))
                .orElseThrow(() -> new RejectedException(PhotoRejection.UNKNOWN_PHOTO));
    }

    private List<Portrayal> shown(PersonId person, Origin origin) {
        return origin.role().equals(Origin.PERSON) && portrayals.hiddenFromLinks(person)
                ? List.of()
                : portrayals.of(person);
    }

    /** One mark that is held to be her; nobody is seen on it but whoever is there. */
    byte[] mark(PersonId person, PhotoId photo, FaceId face, Origin origin) {
        return shown(person, origin).stream()
                .filter(one -> one.photo().id().equals(photo)
                        && one.face().mark().face().equals(face))
                .findFirst()
                .map(one -> photos.of(one.photo(), one.face(), origin))
                .orElseThrow(() -> new RejectedException(PhotoRejection.UNKNOWN_FACE));
    }
}
