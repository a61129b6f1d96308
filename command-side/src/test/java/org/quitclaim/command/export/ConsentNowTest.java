package org.quitclaim.command.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentStatus;
import org.quitclaim.domain.consent.Contexts;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Permission;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;

/** Nobody reads "allowed" of what the gate refuses, whatever it is that ended it. */
class ConsentNowTest {
    private static final Instant BEGINS = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-12-01T00:00:00Z");
    private static final Set<ConsentNow> ALLOWED = Set.of(ConsentNow.GIVEN, ConsentNow.RENEWED);
    private static final List<Instant> TIMES =
            List.of(BEGINS.minusMillis(1), BEGINS, ENDS.minusMillis(1), ENDS, ENDS.plusMillis(1));

    /** All ways there are: every state of a permission, everything that overrides it, and both ends of its days. */
    @ParameterizedTest
    @EnumSource
    @Requirement("R49")
    void allowed_is_said_exactly_while_the_gate_would_say_yes(ConsentStatus status) {
        for (Outlook.Standing standing : Outlook.Standing.values()) {
            for (Instant now : TIMES) {
                Grant grant = grant(status);
                boolean yes = new Outlook(standing, List.of(grant)).permission(question(), now)
                        instanceof Permission.Permitted;
                ConsentNow said = ConsentNow.of(grant, standing, now);
                assertThat(ALLOWED.contains(said))
                        .as("%s, %s, %s: %s", status, standing, now, said)
                        .isEqualTo(yes);
            }
        }
    }

    @Test
    void what_ended_it_is_named() {
        Grant given = grant(ConsentStatus.GIVEN);
        assertThat(ConsentNow.of(given, Outlook.Standing.ERASED, BEGINS)).isEqualTo(ConsentNow.ERASED);
        assertThat(ConsentNow.of(null, Outlook.Standing.ERASED, BEGINS)).isEqualTo(ConsentNow.ERASED);
        assertThat(ConsentNow.of(given, Outlook.Standing.DECEASED, BEGINS)).isEqualTo(ConsentNow.DECEASED);
        assertThat(ConsentNow.of(given, Outlook.Standing.RESTRICTED, BEGINS)).isEqualTo(ConsentNow.RESTRICTED);
        assertThat(ConsentNow.of(given, Outlook.Standing.REPRESENTATION_DISPUTED, BEGINS))
                .isEqualTo(ConsentNow.REPRESENTATION_DISPUTED);
        assertThat(ConsentNow.of(given, Outlook.Standing.NORMAL, ENDS)).isEqualTo(ConsentNow.EXPIRED);
        assertThat(ConsentNow.of(given, Outlook.Standing.NORMAL, BEGINS.minusMillis(1)))
                .isEqualTo(ConsentNow.NOT_YET);
        assertThat(ConsentNow.of(grant(ConsentStatus.WITHDRAWN), Outlook.Standing.ERASED, BEGINS))
                .as("what she took back before stays so")
                .isEqualTo(ConsentNow.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource
    void the_page_has_words_for_each(ConsentNow now) {
        for (ExportWords words : ExportWords.values()) {
            assertThat(words.code("status", now)).isNotEqualTo(now.name());
        }
    }

    private static Grant grant(ConsentStatus status) {
        return new Grant(
                IdMint.mint(GrantId.PREFIX, GrantId::new),
                IdMint.mint(QuitclaimId.PREFIX, QuitclaimId::new),
                IdMint.mint(NoticeId.PREFIX, NoticeId::new),
                "a".repeat(64),
                "en",
                new Terms(
                        Purpose.PUBLICATION,
                        Set.of(Channel.WEBSITE),
                        Set.of(Territory.WORLD),
                        Contexts.GENERAL,
                        Coverage.EVERYTHING,
                        new Term(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"), ZoneOffset.UTC)),
                0,
                new Signature(
                        Signature.SignedBy.PERSON,
                        List.of(),
                        Signature.Level.SIMPLE,
                        Signature.Method.LINK,
                        Signature.Confirmation.TWO_STEPS,
                        IdMint.mint(RecordId.PREFIX, RecordId::new)),
                status);
    }

    private static Question question() {
        return new Question(
                Channel.WEBSITE,
                Territory.WORLD,
                UseContext.GENERAL,
                false,
                IdMint.mint(CollectionId.PREFIX, CollectionId::new),
                IdMint.mint(PhotoId.PREFIX, PhotoId::new));
    }
}
