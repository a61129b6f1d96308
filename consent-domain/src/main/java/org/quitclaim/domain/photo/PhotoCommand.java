package org.quitclaim.domain.photo;

import java.util.List;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;

/** Orders to one photo. */
public sealed interface PhotoCommand extends DomainCommand {
    PhotoId photo();

    @Override
    default PhotoId target() {
        return photo();
    }

    /**
     * Takes a photo in.
     *
     * @param image the sealed image, or the sealed external id when REFERENCED
     * @param preview a small watermarked picture, sealed
     * @param name the sealed file name
     * @param digest by what it is known again, sealed
     * @param derivedFrom the photos this one was made of; empty for an original
     */
    record RegisterPhoto(
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
            List<PhotoId> derivedFrom)
            implements PhotoCommand, Creating {}

    /** Everything that the detector found; refused unless it looked more thoroughly than before, or is another one. */
    record RecordFaces(PhotoId photo, Looked looked, List<Mark> marks, Patience patience) implements PhotoCommand {
        /** With the usual patience. */
        public RecordFaces(PhotoId photo, Looked looked, List<Mark> marks) {
            this(photo, looked, marks, Patience.USUAL);
        }
    }

    /** The time is over within which a human was to say what a later look had marked. */
    record EndPatience(PhotoId photo, FaceId face) implements PhotoCommand {}

    record DrawFace(PhotoId photo, Mark mark) implements PhotoCommand {}

    record AdjustFace(PhotoId photo, FaceId face, Box box, Undoing undoing) implements PhotoCommand {
        /** Of a face that leads to nobody who said no. */
        public AdjustFace(PhotoId photo, FaceId face, Box box) {
            this(photo, face, box, Undoing.OF_NOTHING);
        }
    }

    record DismissFace(PhotoId photo, FaceId face, DismissalReason reason) implements PhotoCommand {}

    /** A human says: exactly these are people who signed for recognition. */
    record AttestFaces(PhotoId photo, List<FaceId> faces, RecognitionScope scope) implements PhotoCommand {}

    /** Somebody asks whether this face is this person's. */
    record CompareFace(PhotoId photo, PlacedFace face, PersonId person) implements PhotoCommand {}

    /**
     * Attested faces are about to be held against everybody of a list.
     *
     * @param among whose faceprints; empty when it is everybody enrolled
     */
    record SeekFaces(PhotoId photo, List<PlacedFace> faces, RecognitionScope scope, List<Candidate> among)
            implements PhotoCommand {}

    record RecordRun(PhotoId photo, RecognitionRun run) implements PhotoCommand {}

    /** @param saidNo whether the suggested person refused or withdrew, or is restricted; unknown means that they did */
    record SuggestMatch(PhotoId photo, FaceId face, Suggestion suggestion, boolean saidNo) implements PhotoCommand {}

    record RetractSuggestion(PhotoId photo, FaceId face, PersonId person) implements PhotoCommand {}

    record ConfirmSighting(PhotoId photo, FaceId face, PersonId person, ConfirmedBy by) implements PhotoCommand {}

    record DetachSighting(PhotoId photo, FaceId face, PersonId person, Undoing undoing) implements PhotoCommand {
        /** From somebody who did not say no. */
        public DetachSighting(PhotoId photo, FaceId face, PersonId person) {
            this(photo, face, person, Undoing.OF_NOTHING);
        }
    }

    /**
     * Whoever is at this place may not be shown: another history says so, or she said no while the mark was changed.
     *
     * @param by the account or token that changed the mark; none if nobody can say
     */
    record RememberNo(PhotoId photo, FaceId face, Box box, UndoneBecause because, List<ActorId> by)
            implements PhotoCommand {}

    /**
     * Somebody else agrees that this mark leads no longer to somebody who said no.
     *
     * @param version of the photo that they looked at
     */
    record AcceptUndoing(PhotoId photo, FaceId face, int version, AgreedBy by) implements PhotoCommand {}

    /** The person is erased: the face is nobody's to name any more. */
    record EraseSighting(PhotoId photo, FaceId face, PersonId person) implements PhotoCommand {}

    record DeclareUnregistered(PhotoId photo, FaceId face) implements PhotoCommand {}

    /**
     * A derivative exists in {@code image}, with exactly these boxes of these faces filled.
     *
     * @param digest by what it is known again once it has left
     * @param of the stored original that it was made of
     */
    record MakeRendition(
            PhotoId photo,
            RenditionId rendition,
            List<Covered> covered,
            RecordId image,
            RecordId digest,
            RecordId of,
            Covering covering)
            implements PhotoCommand {}

    /**
     * Another original exists in {@code picture}, with these faces filled besides those that are already.
     *
     * @param of the stored original that it was made of
     * @param kept the versions on which these faces are covered, sealed under the key of {@code picture} too
     */
    record ReplaceOriginal(
            PhotoId photo,
            RecordId of,
            Picture picture,
            RenditionId original,
            List<Covered> covered,
            List<Kept> kept,
            Covering covering)
            implements PhotoCommand {}

    /** A human says why one person is on it more than once, with these faces. */
    record ExplainOnePerson(PhotoId photo, List<FaceId> faces, TwiceBecause because) implements PhotoCommand {}

    /**
     * Everybody recognisable is marked.
     *
     * @param alone whether it is said of this photo only, and not of many at once
     */
    record CompleteReview(PhotoId photo, boolean alone) implements PhotoCommand {}

    /** It looks like that one; see {@link PhotoEvent.CopyProposed}. */
    record ProposeCopy(PhotoId photo, PhotoId of, boolean pressing) implements PhotoCommand {}

    /** A human says whether it is a copy of that one. */
    record SettleCopy(PhotoId photo, PhotoId of, boolean same) implements PhotoCommand {}

    record AuthoriseRelease(PhotoId photo, PublicationId publication, RenditionId rendition) implements PhotoCommand {}

    /** The publication is over or was never cleared. */
    record EndRelease(PhotoId photo, PublicationId publication) implements PhotoCommand {}

    /** All live releases were judged anew for {@code version}. */
    record FinishRegate(PhotoId photo, int version) implements PhotoCommand {}

    /** Every copy says what was said on this photo up to {@code version}. */
    record FinishCopies(PhotoId photo, int version) implements PhotoCommand {}

    /** Somebody has to see people whom screens cover. */
    record LookUncovered(PhotoId photo, LookReason reason) implements PhotoCommand {}

    /** The file said more than its picture, and that lies sealed in {@code words}. */
    record KeepFileWords(PhotoId photo, RecordId words, int places, int people) implements PhotoCommand {}

    record RemovePhoto(PhotoId photo) implements PhotoCommand {}
}
