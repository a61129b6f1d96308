package org.quitclaim.domain.photo;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;

/** What happened to one photo. Events that change what a status rests on carry the version they lead to. */
public sealed interface PhotoEvent extends DomainEvent {
    PhotoId photo();

    @Override
    default PhotoId stream() {
        return photo();
    }

    @Stored("photo.registered")
    record PhotoRegistered(
            PhotoId photo,
            CollectionId collection,
            PhotoSource source,
            RecordId image,
            RecordId preview,
            RecordId name,
            RecordId digest,
            int widthPixels,
            int heightPixels,
            RenditionId original,
            List<PhotoId> derivedFrom,
            Instant at)
            implements PhotoEvent {
        public PhotoRegistered {
            derivedFrom = Ordered.ids(derivedFrom);
        }
    }

    /**
     * Somebody's detector looked; of what it found these marks are new. Of a crowd there are several such events.
     *
     * @param known faces that somebody had drawn, and where they were found
     * @param settleBy until when a human is waited for, where the photo is released; else the moment itself
     */
    @Stored("photo.faces-detected")
    record FacesDetected(
            PhotoId photo,
            Looked looked,
            List<Mark> marks,
            List<PlacedFace> known,
            Instant settleBy,
            int version,
            Instant at)
            implements PhotoEvent {
        public FacesDetected {
            known = List.copyOf(known);
            marks = List.copyOf(marks);
        }
    }

    /** No human said in time what is marked there: from now on it counts against what is live, too. */
    @Stored("photo.mark-overdue")
    record MarkOverdue(PhotoId photo, FaceId face, int version, Instant at) implements PhotoEvent {}

    @Stored("photo.face-drawn")
    record FaceDrawn(PhotoId photo, Mark mark, int version, Instant at) implements PhotoEvent {}

    @Stored("photo.face-adjusted")
    record FaceAdjusted(PhotoId photo, FaceId face, Box box, int version, Instant at) implements PhotoEvent {}

    @Stored("photo.face-dismissed")
    record FaceDismissed(PhotoId photo, FaceId face, DismissalReason reason, int version, Instant at)
            implements PhotoEvent {}

    @Stored("photo.faces-attested")
    record FacesAttested(PhotoId photo, List<FaceId> faces, RecognitionScope scope, Instant at) implements PhotoEvent {
        public FacesAttested {
            faces = Ordered.ids(faces);
        }
    }

    /** Recorded before the comparison, and without what came of it. {@code box} is where the face was then. */
    @Stored("photo.face-compared")
    record FaceCompared(PhotoId photo, FaceId face, Box box, PersonId person, Instant at) implements PhotoEvent {}

    /**
     * Recorded before the comparison, and without what came of it.
     *
     * @param among whose faceprints; empty when it was everybody who was enrolled then, who may be many thousands
     */
    @Stored("photo.faces-sought")
    record FacesSought(PhotoId photo, List<PlacedFace> faces, RecognitionScope scope, List<Candidate> among, Instant at)
            implements PhotoEvent {
        public FacesSought {
            faces = List.copyOf(faces);
            among = List.copyOf(among);
        }
    }

    @Stored("photo.recognition-run")
    record RecognitionRan(PhotoId photo, RecognitionRun run, Instant at) implements PhotoEvent {}

    @Stored("photo.match-suggested")
    record MatchSuggested(PhotoId photo, FaceId face, Suggestion suggestion, Instant at) implements PhotoEvent {}

    @Stored("photo.suggestion-retracted")
    record SuggestionRetracted(PhotoId photo, FaceId face, PersonId person, Instant at) implements PhotoEvent {}

    @Stored("photo.sighting-confirmed")
    record SightingConfirmed(PhotoId photo, FaceId face, PersonId person, ConfirmedBy by, int version, Instant at)
            implements PhotoEvent {}

    @Stored("photo.sighting-detached")
    record SightingDetached(PhotoId photo, FaceId face, PersonId person, int version, Instant at)
            implements PhotoEvent {}

    /**
     * A mark led to somebody who said no, and leads there no longer, or is elsewhere: whoever is at this place may not be
     * shown until a second person agreed.
     *
     * @param by the account or token that changed the mark, who is no second person, also where another history says this
     *     event again; none if nobody can say
     */
    @Stored("photo.no-undone")
    record NoUndone(
            PhotoId photo, FaceId face, Box box, UndoneBecause because, List<ActorId> by, int version, Instant at)
            implements PhotoEvent {
        public NoUndone {
            by = List.copyOf(by);
        }
    }

    @Stored("photo.undoing-accepted")
    record UndoingAccepted(PhotoId photo, FaceId face, int version, Instant at) implements PhotoEvent {}

    /** The link goes with the person; the face stays a face of somebody who was erased. */
    @Stored("photo.sighting-erased")
    record SightingErased(PhotoId photo, FaceId face, PersonId person, int version, Instant at) implements PhotoEvent {}

    @Stored("photo.face-unregistered")
    record FaceDeclaredUnregistered(PhotoId photo, FaceId face, int version, Instant at) implements PhotoEvent {}

    /** These faces are one person, and that is as it should be. */
    @Stored("photo.one-person-explained")
    record OnePersonExplained(PhotoId photo, List<FaceId> faces, TwiceBecause because, int version, Instant at)
            implements PhotoEvent {
        public OnePersonExplained {
            faces = Ordered.ids(faces);
        }
    }

    /** @param digest by what it is known again once it has left */
    @Stored("photo.rendition-made")
    record RenditionMade(
            PhotoId photo,
            RenditionId rendition,
            List<Covered> covered,
            RecordId image,
            RecordId digest,
            Covering covering,
            Instant at)
            implements PhotoEvent {
        public RenditionMade {
            covered = List.copyOf(covered);
        }
    }

    /**
     * The stored original is another one from now on, on which these faces are filled for good. It lies, as everything of
     * the photo does from now on, under another key; the one before is about to be destroyed.
     *
     * @param kept the versions that showed none of them; the others are gone
     */
    @Stored("photo.original-replaced")
    record OriginalReplaced(
            PhotoId photo,
            Picture picture,
            RenditionId original,
            List<Covered> covered,
            List<Kept> kept,
            Covering covering,
            int version,
            Instant at)
            implements PhotoEvent {
        public OriginalReplaced {
            covered = List.copyOf(covered);
            kept = List.copyOf(kept);
        }
    }

    /**
     * It looks like that one, so that it may be a copy.
     *
     * @param pressing whether somebody on that one said no: until a human has looked at both it counts
     */
    @Stored("photo.copy-proposed")
    record CopyProposed(PhotoId photo, PhotoId of, boolean pressing, int version, Instant at) implements PhotoEvent {}

    /** A human looked at both. */
    @Stored("photo.copy-settled")
    record CopySettled(PhotoId photo, PhotoId of, boolean same, int version, Instant at) implements PhotoEvent {}

    /** @param alone whether it was said of this photo only, which one without marks and one of a crowd need */
    @Stored("photo.review-completed")
    record ReviewCompleted(PhotoId photo, boolean alone, int version, Instant at) implements PhotoEvent {}

    @Stored("photo.release-authorised")
    record ReleaseAuthorised(
            PhotoId photo,
            PublicationId publication,
            RenditionId rendition,
            CollectionId collection,
            List<PersonId> visible,
            int version,
            Instant at)
            implements PhotoEvent {
        public ReleaseAuthorised {
            visible = Ordered.ids(visible);
        }
    }

    @Stored("photo.release-ended")
    record ReleaseEnded(PhotoId photo, PublicationId publication, Instant at) implements PhotoEvent {}

    @Stored("photo.releases-regated")
    record ReleasesRegated(PhotoId photo, int version, Instant at) implements PhotoEvent {}

    /** What is said on this photo was carried to every copy of it, or presses on what may be one, up to {@code version}. */
    @Stored("photo.copies-followed")
    record CopiesFollowed(PhotoId photo, int version, Instant at) implements PhotoEvent {}

    /** Somebody stated why they have to see, until then, whom screens cover on it. Who it was stands beside the event. */
    @Stored("photo.looked-uncovered")
    record LookedUncovered(PhotoId photo, LookReason reason, Instant until, Instant at) implements PhotoEvent {}

    /**
     * What the file said beside its picture lies sealed, under a key of its own.
     *
     * @param places where the file says that people are
     * @param people how many names it has without a place
     */
    @Stored("photo.file-words-kept")
    record FileWordsKept(PhotoId photo, RecordId words, int places, int people, Instant at) implements PhotoEvent {}

    @Stored("photo.removed")
    record PhotoRemoved(PhotoId photo, int version, Instant at) implements PhotoEvent {}
}
