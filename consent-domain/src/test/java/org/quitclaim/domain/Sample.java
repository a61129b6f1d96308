package org.quitclaim.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.id.RunId;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

/** Fixed values for tests: an id is its prefix, a word of a-z and 2-7, and filling. */
public final class Sample {
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    /** Noon in Amsterdam. */
    public static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Term YEAR = new Term(TODAY, TODAY.plusYears(1), AMSTERDAM);

    private Sample() {}

    public static PersonId person(String word) {
        return new PersonId(id(PersonId.PREFIX, word));
    }

    public static RepresentativeId representative(String word) {
        return new RepresentativeId(id(RepresentativeId.PREFIX, word));
    }

    public static QuitclaimId quitclaim(String word) {
        return new QuitclaimId(id(QuitclaimId.PREFIX, word));
    }

    public static GrantId grant(String word) {
        return new GrantId(id(GrantId.PREFIX, word));
    }

    public static NoticeId notice(String word) {
        return new NoticeId(id(NoticeId.PREFIX, word));
    }

    public static CollectionId collection(String word) {
        return new CollectionId(id(CollectionId.PREFIX, word));
    }

    public static PhotoId photo(String word) {
        return new PhotoId(id(PhotoId.PREFIX, word));
    }

    public static FaceId face(String word) {
        return new FaceId(id(FaceId.PREFIX, word));
    }

    public static RenditionId rendition(String word) {
        return new RenditionId(id(RenditionId.PREFIX, word));
    }

    public static PublicationId publication(String word) {
        return new PublicationId(id(PublicationId.PREFIX, word));
    }

    public static ErasureCaseId erasureCase(String word) {
        return new ErasureCaseId(id(ErasureCaseId.PREFIX, word));
    }

    public static RightsRequestId rightsRequest(String word) {
        return new RightsRequestId(id(RightsRequestId.PREFIX, word));
    }

    public static InstallationId installation() {
        return new InstallationId(id(InstallationId.PREFIX, "here"));
    }

    public static RecordId record(String word) {
        return new RecordId(id(RecordId.PREFIX, word));
    }

    public static PermitId permit(String word) {
        return new PermitId(id(PermitId.PREFIX, word));
    }

    public static RunId run(String word) {
        return new RunId(id(RunId.PREFIX, word));
    }

    public static AccountId account(String word) {
        return new AccountId(id(AccountId.PREFIX, word));
    }

    /** What a map is known to hold. */
    public static <K, V> V in(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }

    /** 64 hex digits. */
    public static String sha256(char digit) {
        return String.valueOf(digit).repeat(64);
    }

    public static String id(String prefix, String word) {
        return prefix + word + "7".repeat(26 - word.length());
    }
}
