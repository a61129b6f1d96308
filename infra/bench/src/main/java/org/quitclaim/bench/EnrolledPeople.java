package org.quitclaim.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintEnrolled;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.embed.ProbeVector;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.face.gallery.GalleryAnswer;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/** Invented people with an invented faceprint each: sealed in the vault, recorded as an event, and in the gallery. */
record EnrolledPeople(List<Enrolled> all) {
    private static final int DIMENSION = 128;
    private static final AccessReason REASON =
            new AccessReason(new Accessor.SystemTask("bench"), "SYSTEM", AccessPurpose.RECOGNITION);

    /**
     * One of them.
     *
     * @param mark the value of the vector in every dimension, a different one for each
     */
    record Enrolled(PersonId id, RecordId faceprint, float mark) {}

    private static final AtomicInteger NEXT_MARK = new AtomicInteger(10);

    static EnrolledPeople enrol(Installation installation, int people, int pastUses) throws VaultException {
        List<Enrolled> all = new ArrayList<>();
        try (Streams streams = new Streams(installation)) {
            for (int number = 0; number < people; number++) {
                all.add(enrol(installation, streams, NEXT_MARK.getAndIncrement(), pastUses));
            }
        }
        GalleryKeeper gallery = installation.bean(GalleryKeeper.class);
        all.forEach(person -> gallery.judgeAnew(person.id()));
        EnrolledPeople enrolled = new EnrolledPeople(all);
        for (Enrolled person : all) {
            if (!enrolled.isMatched(person, installation.bean(FaceprintGallery.class))
                    || !canBeOpened(installation.bean(Vault.class), person)) {
                throw new IllegalStateException("an enrolled faceprint is not matched, so nothing can be measured");
            }
        }
        return enrolled;
    }

    private static Enrolled enrol(Installation installation, Streams streams, float mark, int pastUses)
            throws VaultException {
        InventedPerson person = InventedPerson.next();
        RecordId record = IdMint.recordId();
        Vault vault = installation.bean(Vault.class);
        KeyRef key = KeyRef.first(person.id(), KeyScope.RECOGNITION);
        vault.create(key);
        vault.seal(new SealRequest(key, RecordKinds.FACEPRINT, record, faceprint(mark)));
        person.signed().forEach(event -> streams.append("consent", event));
        PhotoId photo = IdMint.mint(PhotoId.PREFIX, PhotoId::new);
        streams.append(
                "consent",
                new FaceprintEnrolled(
                        person.id(),
                        1,
                        record,
                        "face-api/1",
                        photo,
                        IdMint.mint(FaceId.PREFIX, FaceId::new),
                        IdMint.mint(PermitId.PREFIX, PermitId::new),
                        Instant.now()));
        CollectionId collection = IdMint.mint(CollectionId.PREFIX, CollectionId::new);
        for (int use = 0; use < pastUses; use++) {
            PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
            RenditionId rendition = IdMint.mint(RenditionId.PREFIX, RenditionId::new);
            streams.append("consent", person.authorised(publication, rendition, collection, photo));
        }
        return new Enrolled(person.id(), record, mark);
    }

    /** All of them together on so many photos, linked by hand. */
    void areSeenOn(int photos, Installation installation) {
        List<PersonId> together = all.stream().map(Enrolled::id).toList();
        CollectionId collection = IdMint.mint(CollectionId.PREFIX, CollectionId::new);
        try (Streams streams = new Streams(installation)) {
            for (int number = 0; number < photos; number++) {
                InventedPhoto.of(collection, together).reviewed().forEach(event -> streams.append("photo", event));
            }
        }
    }

    private static Plaintext faceprint(float mark) {
        ByteBuffer bytes = ByteBuffer.allocate(DIMENSION * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            bytes.putFloat(mark);
        }
        return Plaintext.owning(bytes.array());
    }

    boolean isMatched(Enrolled person, FaceprintGallery gallery) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment floats = arena.allocate(ValueLayout.JAVA_FLOAT, DIMENSION);
            for (int i = 0; i < DIMENSION; i++) {
                floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, person.mark());
            }
            try (ProbeVector probe = ProbeVector.copyOf(floats)) {
                return gallery.nearest(probe) instanceof GalleryAnswer.Nearest nearest
                        && nearest.person().equals(person.id());
            }
        }
    }

    static boolean canBeOpened(Vault vault, Enrolled person) {
        try {
            vault.open(person.faceprint(), REASON).wipe();
            return true;
        } catch (VaultException e) {
            return false;
        }
    }
}
