package org.quitclaim.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.collection.CollectionEvent.CollectionOpened;
import org.quitclaim.domain.collection.CollectionEvent.ParticipantAdded;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Ask;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentEvent.ConsentGranted;
import org.quitclaim.domain.consent.ConsentEvent.ConsentWithdrawn;
import org.quitclaim.domain.consent.ConsentEvent.PersonRegistered;
import org.quitclaim.domain.consent.ConsentEvent.QuitclaimOffered;
import org.quitclaim.domain.consent.Contexts;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.consent.Withdrawn;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.id.RunId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.Looked;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.PhotoEvent.FacesDetected;
import org.quitclaim.domain.photo.PhotoEvent.MatchSuggested;
import org.quitclaim.domain.photo.PhotoEvent.PhotoRegistered;
import org.quitclaim.domain.photo.PhotoEvent.ReviewCompleted;
import org.quitclaim.domain.photo.PhotoEvent.SightingConfirmed;
import org.quitclaim.domain.photo.PhotoSource;
import org.quitclaim.domain.photo.Suggestion;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;

/** Tells a history event by event, numbering each stream, to whoever takes it down. */
public final class History {
    public static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Consumer<Told> listener;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<PhotoId, Integer> versions = new HashMap<>();
    private long position;

    /** One event with its places. */
    public record Told(DomainEvent event, long sequence, long position) {}

    public History(Consumer<Told> listener) {
        this.listener = listener;
    }

    public void tell(DomainEvent event) {
        long sequence = sequences.merge(event.stream().value(), 0L, (known, zero) -> known + 1);
        listener.accept(new Told(event, sequence, ++position));
    }

    public PersonId person() {
        return person(Capacity.VISITOR, IdMint.recordId());
    }

    public PersonId person(Capacity capacity, RecordId identity) {
        PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
        tell(new PersonRegistered(person, capacity, AgeGroup.ADULT, identity, AT));
        return person;
    }

    public CollectionId collection(UseContext context) {
        CollectionId collection = IdMint.mint(CollectionId.PREFIX, CollectionId::new);
        tell(new CollectionOpened(collection, IdMint.recordId(), ZONE, context, Set.of(), AT));
        return collection;
    }

    public void participant(CollectionId collection, PersonId person, int version) {
        tell(new ParticipantAdded(collection, person, version, AT));
    }

    public static Terms publication(Channel channel, UseContext context, LocalDate from, LocalDate until) {
        return new Terms(
                Purpose.PUBLICATION,
                Set.of(channel),
                Set.of(Territory.WORLD),
                Contexts.of(context),
                Coverage.EVERYTHING,
                new Term(from, until, ZONE));
    }

    public static Terms websiteUntil(LocalDate until) {
        return publication(Channel.WEBSITE, UseContext.GENERAL, LocalDate.parse("2026-11-01"), until);
    }

    public GrantId grant(PersonId person, Terms terms) {
        QuitclaimId quitclaim = IdMint.mint(QuitclaimId.PREFIX, QuitclaimId::new);
        NoticeId notice = IdMint.mint(NoticeId.PREFIX, NoticeId::new);
        String hash = "a".repeat(64);
        tell(new QuitclaimOffered(
                person, quitclaim, notice, Map.of("en", hash), List.of(new Ask(0, terms)), List.of(), List.of(), AT));
        GrantId grant = IdMint.mint(GrantId.PREFIX, GrantId::new);
        tell(new ConsentGranted(person, quitclaim, 0, grant, notice, hash, "en", terms, signature(), mints(terms), AT));
        return grant;
    }

    private static int mints(Terms terms) {
        return terms.purpose() == Purpose.RECOGNITION ? 1 : 0;
    }

    private static Signature signature() {
        return new Signature(
                Signature.SignedBy.PERSON,
                List.of(),
                Signature.Level.SIMPLE,
                Signature.Method.LINK,
                Signature.Confirmation.TWO_STEPS,
                IdMint.recordId());
    }

    public void withdraw(PersonId person, GrantId grant, Channel channel, int revocation) {
        tell(new ConsentWithdrawn(
                person,
                List.of(new Withdrawn(grant, Purpose.PUBLICATION, Set.of(channel))),
                WithdrawnBy.PERSON,
                revocation,
                AT));
    }

    public PhotoId photo(CollectionId collection, List<FaceId> faces) {
        PhotoId photo = IdMint.mint(PhotoId.PREFIX, PhotoId::new);
        tell(new PhotoRegistered(
                photo,
                collection,
                PhotoSource.HELD,
                IdMint.recordId(),
                IdMint.recordId(),
                IdMint.recordId(),
                IdMint.recordId(),
                1600,
                1200,
                IdMint.mint(RenditionId.PREFIX, RenditionId::new),
                List.of(),
                AT));
        List<Mark> marks = faces.stream().map(History::mark).toList();
        tell(new FacesDetected(
                photo,
                new Looked(Looked.Depth.THOROUGH, "face-api/1 passes/1", 1, 100, 24, 5, 48),
                marks,
                List.of(),
                AT,
                nextVersion(photo),
                AT));
        return photo;
    }

    private static Mark mark(FaceId face) {
        return new Mark(face, new Box(0.1, 0.1, 0.2, 0.2), Mark.Kind.FACE, Mark.Origin.DETECTED, 90);
    }

    public static FaceId face() {
        return IdMint.mint(FaceId.PREFIX, FaceId::new);
    }

    public void suggest(PhotoId photo, FaceId face, PersonId person) {
        RunId run = IdMint.mint(RunId.PREFIX, RunId::new);
        tell(new MatchSuggested(
                photo, face, new Suggestion(person, run, 1, SimilarityBand.STRONG, false, IdMint.recordId()), AT));
    }

    public void sight(PhotoId photo, FaceId face, PersonId person) {
        tell(new SightingConfirmed(photo, face, person, ConfirmedBy.HAND, nextVersion(photo), AT));
    }

    public void review(PhotoId photo) {
        tell(new ReviewCompleted(photo, true, nextVersion(photo), AT));
    }

    /** A reviewed photo on which these are sighted. */
    public PhotoId reviewedPhoto(CollectionId collection, List<PersonId> persons) {
        List<FaceId> faces = persons.stream().map(person -> face()).toList();
        PhotoId photo = photo(collection, faces);
        for (int i = 0; i < faces.size(); i++) {
            sight(photo, faces.get(i), persons.get(i));
        }
        review(photo);
        return photo;
    }

    private int nextVersion(PhotoId photo) {
        return versions.merge(photo, 1, Integer::sum);
    }
}
