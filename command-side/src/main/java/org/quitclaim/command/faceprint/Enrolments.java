package org.quitclaim.command.faceprint;

import java.util.List;
import java.util.Objects;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.image.ClearPhoto;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.collection.CollectionState.Open;
import org.quitclaim.domain.consent.ConsentCommand.EnrolFaceprint;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.embed.ProbeVector;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.face.permit.PermittedFace;
import org.quitclaim.face.permit.RecognitionFacts;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.VaultException;

/**
 * Makes a person's faceprint from one face that a human designated.
 *
 * <p><b>Guarantees:</b> permit first, then the gate that says what is wrong with a face (R83), the embedding, the sealed
 * record under exactly the permit's key generation, the link of the face, the event; the gallery last. A withdrawal at any
 * point in between leaves no faceprint behind; who it is stays said. No vector is made of a face that is somebody else's.
 */
final class Enrolments {
    private final Commands commands;
    private final Facts facts;
    private final PermitIssuer permits;
    private final RecognitionModel model;
    private final GalleryKeeper gallery;
    private final Sealing sealing;
    private final PhotoImages images;
    private final FaceSearch search;

    public Enrolments(
            Commands commands,
            Facts facts,
            PermitIssuer permits,
            RecognitionModel model,
            GalleryKeeper gallery,
            Sealing sealing,
            PhotoImages images,
            FaceSearch search) {
        this.search = search;
        this.commands = commands;
        this.facts = facts;
        this.permits = permits;
        this.model = model;
        this.gallery = gallery;
        this.sealing = sealing;
        this.images = images;
    }

    /** From a marked face on a photo that is here. */
    public void fromPhoto(PersonId person, PhotoId photoId, FaceId faceId, Origin origin) {
        Permits.whileFactsChange(() -> enrolled(person, photoId, faceId, origin));
    }

    /** From a face of which a human said before that it is this person. */
    void anew(PersonId person, HeldFaces held, HeldFaces.Place place, Origin origin) {
        Permits.whileFactsChange(() -> {
            if (!held.isUsable(facts.photo(place.photo()), place.face(), person)) {
                throw new RejectedException(PhotoRejection.UNKNOWN_FACE);
            }
            return enrolled(person, place.photo(), place.face(), origin);
        });
    }

    private PersonId enrolled(PersonId person, PhotoId photoId, FaceId faceId, Origin origin) {
        long mark = facts.mark();
        Registered photo = facts.photo(photoId);
        Open collection = facts.collection(photo.collection());
        MarkedFace face = photo.faces().get(faceId);
        if (face == null) {
            throw new RejectedException(PhotoRejection.UNKNOWN_FACE);
        }
        requireNobodyElses(face, person);
        EmbeddingPermit.Enrolment permit = Permits.issued(permits.issueEnrolment(
                facts.of(mark, photo, collection),
                new PermittedFace(faceId, face.mark().box()),
                person,
                facts.grant(person)));
        try (ClearPhoto clear = images.original(photo, AccessPurpose.RECOGNITION, origin)) {
            enrol(permit, person, photoId, faceId, clear.image(), () -> link(photo, face, person, origin), origin);
        }
        return person;
    }

    private static void requireNobodyElses(MarkedFace face, PersonId person) {
        if (face.standing() instanceof FaceStanding.Erased) {
            throw new RejectedException(PhotoRejection.FACE_ERASED);
        }
        if (face.standing() instanceof FaceStanding.Sighted sighted
                && !sighted.person().equals(person)) {
            throw new RejectedException(PhotoRejection.NOT_OPEN);
        }
    }

    /**
     * Whoever says whose faceprint it is says who that is: else the portrait would be no photo of hers in what she reads, and
     * would stay when she is erased.
     */
    private void link(Registered photo, MarkedFace face, PersonId person, Origin origin) {
        if (face.standing().equals(new FaceStanding.Sighted(person))) {
            return;
        }
        try {
            commands.send(new ConfirmSighting(photo.id(), face.mark().face(), person, ConfirmedBy.HAND), origin);
        } catch (RejectedException e) {
            if (!e.rejection().equals(PhotoRejection.SIGHTED_ALREADY)) {
                throw e;
            }
        }
    }

    /** From a portrait that is used once and never stored. Source: R30. */
    public void fromPortrait(PersonId person, byte[] file, Origin origin) {
        try (ClearPhoto portrait = images.read(file)) {
            Permits.whileFactsChange(() -> enrolled(person, portrait.image(), origin));
        }
    }

    private PersonId enrolled(PersonId person, UprightImage image, Origin origin) {
        long mark = facts.mark();
        List<DetectedFace> faces = search.thoroughly(image).faces();
        if (faces.isEmpty()) {
            throw new RejectedException(new InputRejection(
                    "faceprint.no-face",
                    "No face was found. Send a portrait from the front, sharp and in good light."));
        }
        if (faces.size() > 1) {
            throw new RejectedException(new InputRejection(
                    "faceprint.several-faces",
                    "There are several faces on this portrait, however small. Send one on which the person is alone."));
        }
        DetectedFace only = faces.getFirst();
        PhotoId nowhere = IdMint.mint(PhotoId.PREFIX, PhotoId::new);
        FaceId face = IdMint.mint(FaceId.PREFIX, FaceId::new);
        RecognitionFacts portrait = new RecognitionFacts(
                mark,
                facts.assessed(),
                nowhere,
                IdMint.mint(CollectionId.PREFIX, CollectionId::new),
                new RecognitionPolicy(
                        RecognitionPolicy.Mode.RECOGNISE_ATTESTED,
                        RecognitionScope.PARTICIPANTS,
                        RecognitionPolicy.Automatic.NEVER),
                0);
        EmbeddingPermit.Enrolment permit = Permits.issued(
                permits.issueEnrolment(portrait, new PermittedFace(face, only.box()), person, facts.grant(person)));
        enrol(permit, person, nowhere, face, image, () -> {}, origin);
        return person;
    }

    /** @param known says whose face it is, once it is fit and before it is recorded */
    private void enrol(
            EmbeddingPermit.Enrolment permit,
            PersonId person,
            PhotoId photo,
            FaceId face,
            UprightImage image,
            Runnable known,
            Origin origin) {
        KeyGeneration generation =
                Objects.requireNonNull(permit.terms().generations().get(person), "an enrolment names its person's key");
        try (Embedding.Computed computed = Permits.computed(model.embedder().embed(permit, photo, image));
                Draft draft = sealing.draft()) {
            ProbeVector vector = computed.probes().getFirst().vector();
            RecordId record = seal(draft, KeyRef.of(person, KeyScope.RECOGNITION, generation), vector);
            EnrolFaceprint enrol = new EnrolFaceprint(
                    person,
                    generation.number(),
                    record,
                    model.name(),
                    photo,
                    face,
                    permit.terms().id());
            known.run();
            draft.named(() -> commands.send(enrol, origin));
            gallery.enrolled(person, generation.number(), vector);
        }
    }

    private static RecordId seal(Draft draft, KeyRef key, ProbeVector vector) {
        try {
            return draft.sealUnderLiveKey(key, RecordKinds.FACEPRINT, Faceprints.seal(vector));
        } catch (VaultException.KeyNotActive e) {
            throw new RejectedException(ConsentRejection.STALE_GENERATION);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
