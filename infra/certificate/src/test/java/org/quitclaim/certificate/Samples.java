package org.quitclaim.certificate;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.quitclaim.certificate.ErasureCertificate.Controller;
import org.quitclaim.certificate.ErasureCertificate.DestroyedKey;
import org.quitclaim.certificate.ErasureCertificate.Order;
import org.quitclaim.certificate.ErasureCertificate.RemnantSearch;
import org.quitclaim.certificate.ErasureCertificate.Residual;
import org.quitclaim.certificate.ErasureCertificate.SecondPerson;
import org.quitclaim.certificate.ErasureCertificate.Status;
import org.quitclaim.certificate.ErasureCertificate.Step;

/** Certificates as the engine writes them. */
public final class Samples {
    public static final String CODE = "k7qmzx2bn4rtyw3hgd5fsvcjpe";
    static final String INSTALLATION = "ins_aaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String CASE = "era_bcdefghijklmnopqrstuvwxyz2";
    private static final Instant DONE = Instant.parse("2026-11-23T10:15:30Z");

    private Samples() {}

    public static ErasureCertificate provisional() {
        return with(Status.PROVISIONAL, new Milestone.NotYet("EPOCH_NOT_RETIRED"));
    }

    public static ErasureCertificate completed() {
        return with(Status.FINAL, new Milestone.Done(DONE.plusSeconds(86_400)));
    }

    /** The case is open and the key is still there. */
    public static ErasureCertificate waiting() {
        ErasureCertificate begun = provisional();
        DestroyedKey key = begun.keys().getFirst();
        Milestone notYet = new Milestone.NotYet("KEY_NOT_DESTROYED");
        return new ErasureCertificate(
                begun.format(),
                begun.reference(),
                begun.installation(),
                begun.software(),
                begun.issuedAt(),
                begun.status(),
                begun.checkAt(),
                begun.controller(),
                begun.order(),
                List.of(new DestroyedKey(key.keyId(), key.scope(), key.generation(), notYet, notYet, 0)),
                begun.keyBackupsUseless(),
                begun.machineImagesExpired(),
                begun.steps(),
                begun.remnantSearch(),
                List.of(),
                begun.method(),
                begun.residuals(),
                begun.carriedOutBy(),
                begun.secondPerson(),
                begun.commitment());
    }

    /** Everything about somebody was erased who was on that many photos, and is covered there. */
    public static ErasureCertificate covered(int photos, Milestone destroyed) {
        ErasureCertificate usual = completed();
        List<DestroyedKey> keys = new ArrayList<>();
        keys.add(new DestroyedKey("key_abcdefghijklmnopqrstuvwxyz", "IDENTITY", 1, destroyed, destroyed, 1));
        keys.addAll(Collections.nCopies(
                photos, new DestroyedKey("key_abcdefghijklmnopqrstuvwxy2", "PHOTO", 1, destroyed, destroyed, 2)));
        return new ErasureCertificate(
                usual.format(),
                usual.reference(),
                usual.installation(),
                usual.software(),
                usual.issuedAt(),
                usual.status(),
                usual.checkAt(),
                usual.controller(),
                new Order("REQUEST", DONE, LocalDate.parse("2026-12-23"), DONE.plusSeconds(5)),
                keys,
                usual.keyBackupsUseless(),
                usual.machineImagesExpired(),
                List.of(new Step("PHOTOS_COVERED", destroyed)),
                usual.remnantSearch(),
                usual.checks(),
                usual.method(),
                List.of(
                        new Residual("PHOTOS_COVERED", null, photos),
                        new Residual("EVIDENCE_KEPT", LocalDate.parse("2031-11-23"))),
                usual.carriedOutBy(),
                usual.secondPerson(),
                usual.commitment());
    }

    /** Everything about somebody was erased whose photos were used and stay; whoever used them has not answered. */
    public static ErasureCertificate left(int photos) {
        ErasureCertificate begun = provisional();
        return new ErasureCertificate(
                begun.format(),
                begun.reference(),
                begun.installation(),
                begun.software(),
                begun.issuedAt(),
                begun.status(),
                begun.checkAt(),
                begun.controller(),
                begun.order(),
                begun.keys(),
                begun.keyBackupsUseless(),
                begun.machineImagesExpired(),
                List.of(new Step("RECIPIENTS_TOLD", new Milestone.NotYet("TO_BE_DONE"))),
                begun.remnantSearch(),
                begun.checks(),
                begun.method(),
                List.of(
                        new Residual("PHOTOS_LEFT_THE_PERSON_WISHES", null, photos),
                        new Residual("PUBLISHED_COPIES", null)),
                begun.carriedOutBy(),
                begun.secondPerson(),
                begun.commitment());
    }

    /** Signed by anybody, who wrote into it what they liked. */
    static ErasureCertificate forged(String reference, URI checkAt, String remains) {
        ErasureCertificate whole = completed();
        return new ErasureCertificate(
                whole.format(),
                reference,
                whole.installation(),
                whole.software(),
                whole.issuedAt(),
                whole.status(),
                checkAt,
                whole.controller(),
                whole.order(),
                whole.keys(),
                whole.keyBackupsUseless(),
                whole.machineImagesExpired(),
                whole.steps(),
                whole.remnantSearch(),
                whole.checks(),
                whole.method(),
                List.of(new Residual(remains, null)),
                whole.carriedOutBy(),
                whole.secondPerson(),
                whole.commitment());
    }

    /** As an organisation states it that has declared something about second persons. */
    public static ErasureCertificate of(SecondPerson second) {
        ErasureCertificate whole = completed();
        return new ErasureCertificate(
                whole.format(),
                whole.reference(),
                whole.installation(),
                whole.software(),
                whole.issuedAt(),
                whole.status(),
                whole.checkAt(),
                whole.controller(),
                whole.order(),
                whole.keys(),
                whole.keyBackupsUseless(),
                whole.machineImagesExpired(),
                whole.steps(),
                whole.remnantSearch(),
                whole.checks(),
                whole.method(),
                whole.residuals(),
                whole.carriedOutBy(),
                second,
                whole.commitment());
    }

    static ErasureCertificate with(Status status, Milestone backups) {
        try {
            return certificate(status, backups, Commitment.of(CASE, CODE));
        } catch (Commitment.MalformedCode e) {
            throw new IllegalStateException(e);
        }
    }

    private static ErasureCertificate certificate(Status status, Milestone backups, String commitment) {
        Milestone done = new Milestone.Done(DONE);
        return new ErasureCertificate(
                ErasureCertificate.FORMAT,
                CASE,
                INSTALLATION,
                "Quitclaim 0.1.0",
                Instant.parse("2026-11-24T08:00:00Z"),
                status,
                URI.create("https://photos.example/certificates/check"),
                new Controller("Museum De Vaart", "privacy@devaart.example"),
                new Order("WITHDRAWAL", DONE, LocalDate.parse("2026-12-23"), DONE.plusSeconds(5)),
                List.of(new DestroyedKey("key_abcdefghijklmnopqrstuvwxyz", "RECOGNITION", 1, done, done, 3)),
                backups,
                new Milestone.Expiring(LocalDate.parse("2027-02-21")),
                List.of(
                        new Step("GALLERY_CLEARED", done),
                        new Step("SUGGESTIONS_RETRACTED", done),
                        new Step("PROJECTIONS_CLEARED", done)),
                new RemnantSearch(
                        done,
                        List.of(
                                "documents",
                                "epochs",
                                "events",
                                "gallery",
                                "keys",
                                "logs",
                                "persons-view",
                                "photos-view",
                                "policy-tokens",
                                "public-keys",
                                "read-models",
                                "records",
                                "sealed-files",
                                "vault",
                                "work",
                                "work-lists")),
                List.of("OPENING_TRIED", "KEY_FILE_SEARCHED", "STRAY_COPY_REMOVED"),
                ErasureCertificate.METHOD,
                List.of(
                        new Residual("PHOTOS_SHOW", null),
                        new Residual("PSEUDONYMOUS_HISTORY", null),
                        new Residual("EVIDENCE_KEPT", LocalDate.parse("2031-11-23")),
                        new Residual("PUBLISHED_COPIES", null),
                        new Residual("STORAGE_MEDIA", null)),
                "SYSTEM",
                SecondPerson.NEVER_DECLARED,
                commitment);
    }
}
