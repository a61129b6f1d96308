package org.quitclaim.query.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.domain.photo.Covering;
import org.quitclaim.domain.photo.DismissalReason;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.Looked;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoSource;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.photo.Suggestion;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.domain.status.StatusReason;

/**
 * A photo as queries show it: who is marked on it, and the status of each version at the moment of asking.
 *
 * @param beingSearched whether small faces are still being looked for
 * @param needsOwnLook whether a review of many photos at once says nothing about it: nobody is marked, or a crowd
 * @param looked what was looked for, and with what
 * @param version of what a status rests on; a clearance names it
 */
record PhotoView(
        PhotoId photoId,
        CollectionId collectionId,
        PhotoSource source,
        int widthPixels,
        int heightPixels,
        boolean detected,
        boolean beingSearched,
        boolean needsOwnLook,
        Looked looked,
        boolean reviewed,
        boolean removed,
        int version,
        List<PhotoId> derivedFrom,
        List<Face> faces,
        List<Version> renditions,
        Instant registeredAt) {
    /** How a marked person is known, in one word. */
    enum Standing {
        OPEN,
        SIGHTED,
        UNREGISTERED,
        ERASED,
        DISMISSED
    }

    /** A marked person; suggestions only while open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Face(
            FaceId faceId,
            Box box,
            Mark.Kind kind,
            Mark.Origin origin,
            int confidence,
            Standing standing,
            @Nullable PersonId personId,
            @Nullable DismissalReason dismissal,
            List<Candidate> suggestions) {
        static Face of(MarkedFace face) {
            return new Face(
                    face.mark().face(),
                    face.mark().box(),
                    face.mark().kind(),
                    face.mark().origin(),
                    face.mark().confidence(),
                    standing(face.standing()),
                    face.standing() instanceof FaceStanding.Sighted one ? one.person() : null,
                    face.standing() instanceof FaceStanding.Dismissed one ? one.reason() : null,
                    face.suggestions().stream().map(Candidate::of).toList());
        }

        private static Standing standing(FaceStanding standing) {
            return switch (standing) {
                case FaceStanding.Open open -> Standing.OPEN;
                case FaceStanding.Sighted sighted -> Standing.SIGHTED;
                case FaceStanding.Unregistered unregistered -> Standing.UNREGISTERED;
                case FaceStanding.Erased erased -> Standing.ERASED;
                case FaceStanding.Dismissed dismissed -> Standing.DISMISSED;
            };
        }
    }

    /** Somebody a face may be. */
    record Candidate(PersonId personId, SimilarityBand band, boolean close) {
        static Candidate of(Suggestion suggestion) {
            return new Candidate(suggestion.person(), suggestion.band(), suggestion.close());
        }
    }

    /**
     * A version of the photo and what it may be used for.
     *
     * @param covered whoever it fills, as the marks were when it was made
     * @param covers where it fills them, which is not where their marks are if those were moved since
     * @param style how its covers look; absent where nothing is covered
     * @param checkedBy the detector that looked whether its covers cover; absent where nothing is covered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            RenditionId renditionId,
            boolean original,
            Set<FaceId> covered,
            List<Cover> covers,
            @Nullable CoverStyle style,
            @Nullable String checkedBy,
            List<ChannelStatus> status) {
        static Version of(Registered photo, Rendition rendition, boolean original, List<ChannelStatus> status) {
            Optional<Covering> how = rendition.covering().stream().findFirst();
            return new Version(
                    rendition.id(),
                    original,
                    rendition.covered().keySet(),
                    rendition.covered().values().stream()
                            .map(one -> Cover.of(photo, rendition, one))
                            .toList(),
                    how.map(Covering::style).orElse(null),
                    how.map(Covering::detector).orElse(null),
                    status);
        }
    }

    /** @param covering whether it hides the mark where that is now; else whoever is there is seen on this version */
    record Cover(FaceId faceId, Box box, boolean covering) {
        private static Cover of(Registered photo, Rendition rendition, Covered one) {
            MarkedFace marked = photo.faces().get(one.face());
            return new Cover(one.face(), one.box(), marked != null && rendition.covers(marked));
        }
    }

    /**
     * What may be done on one channel.
     *
     * @param territory how far the use reaches that was asked about; one that reaches less may be allowed where this is not
     * @param context the subject; absent for photographers
     * @param until while green, when it ends; absent when it rests on no term
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChannelStatus(
            Channel channel,
            Territory territory,
            @Nullable String context,
            Colour colour,
            List<Why> reasons,
            @Nullable Instant until) {}

    /** One reason, by its stable code, which face and person it is about, and on which day the person said no. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(
            String code,
            Colour colour,
            @Nullable FaceId faceId,
            @Nullable PersonId personId,
            @Nullable LocalDate on) {
        /** Of one or several people, and not told of whom. */
        private static final String SOMEBODY = "consent.not-by-everybody";

        static Why ofSomebody(Colour colour) {
            return new Why(SOMEBODY, colour, null, null, null);
        }

        static Why of(StatusReason reason, PhotoReader reader) {
            return new Why(
                    reader.code(reason),
                    reason.colour(),
                    reason.face().isEmpty() ? null : reason.face().getFirst(),
                    reason.person().isEmpty() ? null : reason.person().getFirst(),
                    reason.on().isEmpty() ? null : reason.on().getFirst());
        }
    }
}
