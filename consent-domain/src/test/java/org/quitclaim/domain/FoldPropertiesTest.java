package org.quitclaim.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quitclaim.domain.collection.CollectionDecisions;
import org.quitclaim.domain.collection.CollectionEvent;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentDecisions;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.RecognitionKey;
import org.quitclaim.domain.consent.RecognitionKey.Phase;
import org.quitclaim.domain.erasure.ErasureDecisions;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.governance.GovernanceDecisions;
import org.quitclaim.domain.governance.GovernanceEvent;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.notice.NoticeDecisions;
import org.quitclaim.domain.notice.NoticeEvent;
import org.quitclaim.domain.notice.NoticeState;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoDecisions;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.publication.PublicationCommand;
import org.quitclaim.domain.publication.PublicationDecisions;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.rights.RightsDecisions;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.rights.RightsState;

/** Any history can be folded, and whatever is decided keeps the counters and the keys going one way only. */
class FoldPropertiesTest {
    @Property(tries = 60)
    @Requirement("R58")
    void anyHistoryOfAnyFamilyCanBeFolded(
            @ForAll("notices") List<NoticeEvent> notices,
            @ForAll("consentHistory") List<ConsentEvent> consents,
            @ForAll("collections") List<CollectionEvent> collections,
            @ForAll("photos") List<PhotoEvent> photos,
            @ForAll("publications") List<PublicationEvent> publications,
            @ForAll("erasures") List<ErasureEvent> erasures,
            @ForAll("requests") List<RightsEvent> requests,
            @ForAll("governance") List<GovernanceEvent> governance) {
        assertThat(fold(NoticeState.NONE, notices, NoticeDecisions::evolve)).isNotNull();
        assertThat(fold(ConsentState.NONE, consents, ConsentDecisions::evolve)).isNotNull();
        assertThat(fold(CollectionState.NONE, collections, CollectionDecisions::evolve))
                .isNotNull();
        assertThat(fold(PhotoState.NONE, photos, PhotoDecisions::evolve)).isNotNull();
        assertThat(fold(PublicationState.NONE, publications, PublicationDecisions::evolve))
                .isNotNull();
        assertThat(fold(ErasureState.NONE, erasures, ErasureDecisions::evolve)).isNotNull();
        assertThat(fold(RightsState.NONE, requests, RightsDecisions::evolve)).isNotNull();
        assertThat(fold(GovernanceState.NONE, governance, GovernanceDecisions::evolve))
                .isNotNull();
    }

    @Property(tries = 150)
    @Requirement("R35")
    void aKeyGenerationThatHasEndedNeverComesBack(@ForAll("consentHistory") List<ConsentEvent> history) {
        ConsentState state = ConsentState.NONE;
        for (ConsentEvent event : history) {
            ConsentState next = ConsentDecisions.evolve(state, event);
            if (state instanceof Known before && next instanceof Known after) {
                assertNeverRevived(before.recognition(), after.recognition());
            }
            state = next;
        }
    }

    @Property(tries = 150)
    @Requirement({"R18", "R20", "R35"})
    void everyDecisionOnAPersonKeepsTheCountersAndTheKeysGoingForward(
            @ForAll("consentOrders") List<ConsentCommand> commands) {
        ConsentState state = ConsentState.NONE;
        Instant now = Sample.NOW;
        for (ConsentCommand command : commands) {
            now = now.plusSeconds(3600);
            if (ConsentDecisions.decide(state, command, now) instanceof Decision.Accepted<ConsentEvent> accepted) {
                ConsentState next = fold(state, accepted.events(), ConsentDecisions::evolve);
                if (state instanceof Known before && next instanceof Known after) {
                    assertForward(before, after);
                    assertWithdrawn(command, after, now);
                }
                state = next;
            }
        }
    }

    private static void assertForward(Known before, Known after) {
        assertThat(after.revocations()).isGreaterThanOrEqualTo(before.revocations());
        assertThat(after.followedUp()).isBetween(before.followedUp(), after.revocations());
        assertThat(after.grants().keySet()).containsAll(before.grants().keySet());
        assertNeverRevived(before.recognition(), after.recognition());
        boolean lives = after.recognition().phase() == Phase.ACTIVE;
        assertThat(lives || after.recognition().faceprints().isEmpty()).isTrue();
    }

    private static void assertWithdrawn(ConsentCommand command, Known after, Instant now) {
        if (command instanceof ConsentCommand.WithdrawConsent withdraw && withdraw.recognition()) {
            assertThat(after.outlook().recognition(now)).isEmpty();
            assertThat(after.recognition().phase()).isNotEqualTo(Phase.ACTIVE);
        }
    }

    private static void assertNeverRevived(RecognitionKey before, RecognitionKey after) {
        assertThat(after.generation()).isGreaterThanOrEqualTo(before.generation());
        boolean ended = before.phase() == Phase.ERASURE_ORDERED || before.phase() == Phase.DESTROYED;
        boolean same = after.generation() == before.generation();
        assertThat(ended && same && after.phase() == Phase.ACTIVE).isFalse();
    }

    @Property(tries = 150)
    void everyDecisionOnAPhotoCountsTheVersionForward(@ForAll("photoOrders") List<PhotoCommand> commands) {
        PhotoState state = PhotoState.NONE;
        for (PhotoCommand command : commands) {
            if (PhotoDecisions.decide(state, command, Sample.NOW) instanceof Decision.Accepted<PhotoEvent> accepted) {
                PhotoState next = fold(state, accepted.events(), PhotoDecisions::evolve);
                if (state instanceof Registered before && next instanceof Registered after) {
                    assertThat(after.version()).isBetween(before.version(), before.version() + 1);
                    assertThat(after.regated()).isBetween(before.regated(), after.version());
                    boolean sameFaces =
                            after.faces().keySet().equals(before.faces().keySet())
                                    && after.reviewed() == before.reviewed();
                    assertThat(sameFaces || after.version() > before.version()).isTrue();
                }
                state = next;
            }
        }
    }

    @Property(tries = 150)
    void whatWasBlockedOrTakenBackIsNeverLiveAgain(@ForAll("publicationOrders") List<PublicationCommand> commands) {
        PublicationState state = PublicationState.NONE;
        boolean over = false;
        for (PublicationCommand command : commands) {
            if (PublicationDecisions.decide(state, command, Sample.NOW)
                    instanceof Decision.Accepted<PublicationEvent> accepted) {
                state = fold(state, accepted.events(), PublicationDecisions::evolve);
                over |= state instanceof PublicationState.Blocked || state instanceof PublicationState.TakedownDue;
                assertThat(over && state.live()).isFalse();
            }
        }
    }

    private static <S, E> S fold(S none, List<? extends E> events, BiFunction<S, E, S> evolve) {
        S state = none;
        for (E event : events) {
            state = evolve.apply(state, event);
        }
        return state;
    }

    @Provide
    Arbitrary<List<NoticeEvent>> notices() {
        return many(NoticeEvent.class);
    }

    /** Begins with a person, or hardly any history would get anywhere. */
    @Provide
    Arbitrary<List<ConsentEvent>> consentHistory() {
        return AnyRecord.history(ConsentEvent.PersonRegistered.class, ConsentEvent.class, 60);
    }

    @Provide
    Arbitrary<List<CollectionEvent>> collections() {
        return many(CollectionEvent.class);
    }

    @Provide
    Arbitrary<List<PhotoEvent>> photos() {
        return many(PhotoEvent.class);
    }

    @Provide
    Arbitrary<List<PublicationEvent>> publications() {
        return many(PublicationEvent.class);
    }

    @Provide
    Arbitrary<List<RightsEvent>> requests() {
        return many(RightsEvent.class);
    }

    @Provide
    Arbitrary<List<ErasureEvent>> erasures() {
        return many(ErasureEvent.class);
    }

    @Provide
    Arbitrary<List<GovernanceEvent>> governance() {
        return many(GovernanceEvent.class);
    }

    @Provide
    Arbitrary<List<ConsentCommand>> consentOrders() {
        return AnyRecord.history(ConsentCommand.RegisterPerson.class, ConsentCommand.class, 80);
    }

    @Provide
    Arbitrary<List<PhotoCommand>> photoOrders() {
        return AnyRecord.history(PhotoCommand.RegisterPhoto.class, PhotoCommand.class, 80);
    }

    @Provide
    Arbitrary<List<PublicationCommand>> publicationOrders() {
        return many(PublicationCommand.class);
    }

    private static <T> Arbitrary<List<T>> many(Class<T> family) {
        return AnyRecord.history(family, family, 50);
    }
}
