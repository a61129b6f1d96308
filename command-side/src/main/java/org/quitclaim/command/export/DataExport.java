package org.quitclaim.command.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.ConsentReceipt;
import org.quitclaim.command.consent.ErasedElement;
import org.quitclaim.command.rights.RequestView;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.CorrectedBecause;
import org.quitclaim.domain.consent.InvalidBecause;
import org.quitclaim.domain.consent.Representative;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.recognition.SimilarityBand;

/**
 * Everything about one person, in her words' sense: hers alone. Nobody else is named in it, by name or by id.
 *
 * <p><b>Shape:</b> {@code data.schema.json} beside it says the same to machines. What was erased or never was is absent.
 * {@code unreadable} says of how many sealed parts it lacks the content because they, or their keys, are damaged.
 *
 * <p><b>Source:</b> GDPR Art. 15, 20; R47, R49, R50, R51, R55.
 */
record DataExport(
        String schema,
        Instant madeAt,
        Person person,
        List<Consent> consents,
        List<Refusal> refusals,
        List<Sighting> sightings,
        List<InFile> inFiles,
        List<Comparison> comparisons,
        List<Search> searches,
        List<Suggestion> suggestions,
        List<Faceprint> faceprints,
        List<Publication> publications,
        List<Opened> openings,
        List<RequestView> requests,
        Retention retention,
        Logic logic,
        List<ErasedElement> erasure,
        int unreadable) {
    static final String SCHEMA = "quitclaim.data-export/1";

    /** Who she is to us. Representatives by role: their names are theirs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            PersonId personId,
            Capacity capacity,
            AgeGroup ageGroup,
            boolean restricted,
            boolean erased,
            Instant registeredAt,
            @Nullable String name,
            @Nullable String email,
            List<Representative.Role> representatives,
            List<Corrected> corrections) {}

    /** What was recorded from then on, and how many consents stopped counting with it. */
    record Corrected(Instant at, Capacity capacity, AgeGroup ageGroup, CorrectedBecause because, int consentsEnded) {}

    /**
     * A permission: the receipt, what became of it, and the evidence that was kept.
     *
     * @param neverHers why it was found that she never gave it
     * @param evidence what she was shown and answered on her own page
     * @param evidenceTypedByStaff whether there is evidence that staff typed, which is left out: it may name a
     *     representative or an employee
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Consent(
            ConsentReceipt receipt,
            ConsentNow status,
            @Nullable Instant endedAt,
            @Nullable InvalidBecause neverHers,
            @Nullable String evidence,
            boolean evidenceTypedByStaff) {}

    /** A question she answered with no. */
    record Refusal(QuitclaimId quitclaimId, int question, Instant at) {}

    /**
     * A face that is held to be hers. {@code confirmedBy} is HUMAN or POLICY; {@code file} lies in this archive.
     *
     * @param distance of the comparison that suggested her for it; absent where nothing was compared
     * @param suspended whether there is a distance that nobody can open while her data is restricted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sighting(
            PhotoId photoId,
            FaceId faceId,
            Box box,
            @Nullable Instant confirmedAt,
            @Nullable String confirmedBy,
            boolean otherPeopleOnIt,
            @Nullable Double distance,
            boolean suspended,
            String file) {}

    /** What the file of a photo that shows her said of her when it came in; names that may mean her, and where it puts them. */
    record InFile(PhotoId photoId, List<String> names, List<Box> places) {}

    /** That staff, in this role, asked whether a face is hers, whatever came of it; a yes is a suggestion too. */
    record Comparison(PhotoId photoId, FaceId faceId, Instant at, String role) {}

    /**
     * That staff, in this role, sought faces on photos on that day among people of whom she was one.
     *
     * @param among SHOOT or EVERYBODY
     * @param faces how many, whosever they are
     */
    record Search(LocalDate day, String role, String among, int faces) {}

    /** A comparison that named her. A smaller distance is more alike; {@code outcome} is CONFIRMED, OPEN or NOT_HER. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suggestion(
            PhotoId photoId,
            FaceId faceId,
            Instant at,
            SimilarityBand band,
            boolean otherNearlyAsAlike,
            @Nullable Double distance,
            boolean suspended,
            String model,
            String outcome) {}

    /**
     * The faceprint itself: the one copy that ever leaves. No numbers while it is suspended.
     *
     * @param withheld there, and its numbers are only in the answer to a request for access
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Faceprint(
            String model,
            int generation,
            PhotoId madeFrom,
            Instant madeAt,
            boolean suspended,
            boolean withheld,
            @Nullable List<Float> numbers) {
        @Override
        public String toString() {
            return "Faceprint[hidden]";
        }
    }

    /**
     * Who got a photo of her, or was to get it.
     *
     * @param subject by language, what the context is called
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Publication(
            PublicationId publicationId,
            PhotoId photoId,
            Channel channel,
            Territory territory,
            UseContext context,
            Map<String, String> subject,
            Basis basis,
            String state,
            @Nullable String recipient,
            Instant askedAt,
            @Nullable Instant publishedAt,
            @Nullable Instant takenDownAt) {}

    /** That something of hers was opened: what, when, why and in which role; by YOU, STAFF, SOFTWARE or another PERSON on it. */
    record Opened(Instant at, String what, String by, String role, String purpose) {}

    /** For how long what is kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Retention(@Nullable LocalDate faceprintUntil, Period evidenceAfterLastConsent, String explanation) {}

    /**
     * How recognition decides. Source: GDPR Art. 15(1)(h).
     *
     * @param namedBelow the limit where a face is compared with one person; distance less the weighted distance of the next
     *     person, who counts as at most so far away
     */
    record Logic(
            String model,
            String measure,
            int dimension,
            double falsePositiveRate,
            double namedBelow,
            double namedBelowAmongHundred,
            double weightOfNext,
            double nextAtMost,
            double likelyBelow,
            double strongBelow,
            double closeBeyondRatio,
            String explanation) {}
}
