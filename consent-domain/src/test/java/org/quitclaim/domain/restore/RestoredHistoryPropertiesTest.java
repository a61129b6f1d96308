package org.quitclaim.domain.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentDecisions;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Consents;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Permission;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.DismissalReason;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoDecisions;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoNos;
import org.quitclaim.domain.photo.PhotoSource;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Photos;
import org.quitclaim.domain.status.StatusRule;

/** Any story with a backup somewhere in it: restored, with what was said no to since, it allows no more than it did at its end. */
@Requirement({"R64", "R88"})
class RestoredHistoryPropertiesTest {
    private static final Instant NOW = Sample.NOW;
    private static final PhotoId PHOTO = Sample.photo("stage");

    @Property(tries = 2_000)
    void aPersonAllowsNoMoreThanAtTheEndOfHerStory(
            @ForAll("acts") List<Integer> acts, @ForAll @IntRange(max = 40) int backup) {
        List<ConsentEvent> story = new ArrayList<>();
        ConsentState state = ConsentState.NONE;
        int quitclaims = 0;
        for (int act : acts) {
            for (ConsentCommand command : commands(act, quitclaims)) {
                if (ConsentDecisions.decide(state, command, NOW) instanceof Decision.Accepted<ConsentEvent> accepted) {
                    for (ConsentEvent event : accepted.events()) {
                        story.add(event);
                        state = ConsentDecisions.evolve(state, event);
                    }
                }
            }
            quitclaims++;
        }
        int cut = Math.min(backup, story.size());
        ConsentState restored = fold(story.subList(0, cut));
        List<ConsentEvent> nos = story.subList(cut, story.size()).stream()
                .filter(event -> Nos.in(event) == Nos.Said.NO)
                .toList();
        for (int start = 0; start < 2; start++) {
            if (ConsentDecisions.decide(restored, new ConsentCommand.RestoreNos(ANNA, nos), NOW)
                    instanceof Decision.Accepted<ConsentEvent> accepted) {
                for (ConsentEvent event : accepted.events()) {
                    restored = ConsentDecisions.evolve(restored, event);
                }
            }
        }
        Outlook last = outlook(state);
        Outlook back = outlook(restored);
        for (Channel channel : Channel.values()) {
            if (back.permission(Consents.question(channel), NOW) instanceof Permission.Permitted) {
                assertThat(last.permission(Consents.question(channel), NOW))
                        .as(channel.name())
                        .isInstanceOf(Permission.Permitted.class);
            }
        }
        if (back.recognition(NOW).isPresent()) {
            assertThat(last.recognition(NOW)).isPresent();
        }
    }

    private static ConsentState fold(List<ConsentEvent> events) {
        ConsentState state = ConsentState.NONE;
        for (ConsentEvent event : events) {
            state = ConsentDecisions.evolve(state, event);
        }
        return state;
    }

    private static Outlook outlook(ConsentState state) {
        return state instanceof Known known ? known.outlook() : Outlook.NOTHING;
    }

    @Provide
    Arbitrary<List<Integer>> acts() {
        return Arbitraries.integers().between(0, 11).list().ofMinSize(2).ofMaxSize(25);
    }

    private static List<ConsentCommand> commands(int act, int number) {
        String quitclaim = "q" + (char) ('a' + number);
        return switch (act) {
            case 0, 1 ->
                List.of(
                        new ConsentCommand.RegisterPerson(
                                ANNA,
                                org.quitclaim.domain.consent.Capacity.VISITOR,
                                org.quitclaim.domain.consent.AgeGroup.ADULT,
                                Sample.record("identity")),
                        Consents.offer(quitclaim, Consents.recognition(), Consents.publication(Channel.WEBSITE)),
                        Consents.yes(quitclaim, number + 1, 2));
            case 2 ->
                List.of(Consents.offer(quitclaim, Consents.publication(Channel.PRINT)), Consents.yes(quitclaim, 0, 1));
            case 3 ->
                List.of(
                        Consents.offer(quitclaim, Consents.publication(Channel.WEBSITE)),
                        new ConsentCommand.RenewConsent(
                                ANNA,
                                Consents.grant("qa", 1),
                                Consents.grant(quitclaim, 7),
                                Sample.quitclaim(quitclaim),
                                0,
                                "nl",
                                Consents.signed(org.quitclaim.domain.consent.Signature.Confirmation.TWO_STEPS),
                                true,
                                Set.of()));
            case 4 -> List.of(withdraw(false, Channel.WEBSITE));
            case 5 -> List.of(withdraw(true, Channel.PRINT));
            case 6 -> List.of(withdraw(true));
            case 7 -> List.of(new ConsentCommand.RestrictProcessing(ANNA));
            case 8 -> List.of(new ConsentCommand.LiftRestriction(ANNA));
            case 9 -> number > 12 ? List.of(new ConsentCommand.RecordDeath(ANNA)) : List.of();
            case 10 -> number > 12 ? List.of(new ConsentCommand.RequestErasure(ANNA)) : List.of();
            default ->
                List.of(
                        Consents.offer(quitclaim, Consents.publication(Channel.WEBSITE)),
                        Consents.answer(quitclaim, 0, false));
        };
    }

    private static ConsentCommand withdraw(boolean recognition, Channel... channels) {
        return new ConsentCommand.WithdrawConsent(ANNA, recognition, Set.of(channels), WithdrawnBy.PERSON);
    }

    @Property(tries = 2_000)
    void aPhotoIsNoGreenerThanAtTheEndOfItsStory(
            @ForAll("photoActs") List<Integer> acts, @ForAll @IntRange(max = 30) int backup) {
        List<PhotoEvent> story = new ArrayList<>();
        PhotoState state = apply(PhotoState.NONE, registered(), story);
        state = apply(state, new PhotoCommand.RecordFaces(PHOTO, Photos.THOROUGHLY, List.of(mark("one"))), story);
        for (int act : acts) {
            state = apply(state, photoCommand(act), story);
        }
        int cut = Math.min(backup + 1, story.size());
        boolean reviewed = false;
        PhotoState restored = PhotoState.NONE;
        for (PhotoEvent event : story.subList(0, cut)) {
            restored = PhotoDecisions.evolve(restored, event);
            reviewed |= event instanceof PhotoEvent.ReviewCompleted;
        }
        for (PhotoEvent event : story.subList(cut, story.size())) {
            boolean no = Nos.in(event) == Nos.Said.NO || reviewed && Nos.in(event) == Nos.Said.NO_ONCE_REVIEWED;
            reviewed |= event instanceof PhotoEvent.ReviewCompleted;
            Optional<PhotoCommand> again = no ? PhotoNos.again(event) : Optional.empty();
            if (again.isPresent()) {
                restored = apply(restored, again.get(), new ArrayList<>());
            }
        }
        if (restored instanceof Registered back && state instanceof Registered last) {
            assertThat(colour(back)).isGreaterThanOrEqualTo(colour(last));
        }
    }

    /** Anna said yes to everything, Boris to nothing. */
    private static org.quitclaim.domain.status.Colour colour(Registered photo) {
        Known anna =
                (Known) Consents.granted(Consents.publication(Channel.WEBSITE)).state();
        var status = StatusRule.at(
                photo,
                photo.renditions().values().iterator().next(),
                new StatusRule.Purpose(
                        Channel.WEBSITE,
                        new org.quitclaim.domain.consent.Territory("NL"),
                        org.quitclaim.domain.consent.UseContext.GENERAL,
                        false),
                person -> person.equals(ANNA) ? Optional.of(anna.outlook()) : Optional.empty(),
                NOW);
        // what stands in the way, amber or red, forbids alike
        return status.colour() == org.quitclaim.domain.status.Colour.GREEN
                ? org.quitclaim.domain.status.Colour.GREEN
                : org.quitclaim.domain.status.Colour.RED;
    }

    private static PhotoState apply(PhotoState state, PhotoCommand command, List<PhotoEvent> story) {
        PhotoState next = state;
        if (PhotoDecisions.decide(state, command, NOW.plus(Duration.ofSeconds(story.size())))
                instanceof Decision.Accepted<PhotoEvent> accepted) {
            for (PhotoEvent event : accepted.events()) {
                story.add(event);
                next = PhotoDecisions.evolve(next, event);
            }
        }
        return next;
    }

    @Provide
    Arbitrary<List<Integer>> photoActs() {
        return Arbitraries.integers().between(0, 12).list().ofMinSize(2).ofMaxSize(25);
    }

    private static PhotoCommand registered() {
        return new PhotoCommand.RegisterPhoto(
                PHOTO,
                Sample.collection("gala"),
                PhotoSource.values()[0],
                Sample.record("image"),
                Sample.record("preview"),
                Sample.record("name"),
                Sample.record("digest"),
                100,
                100,
                Sample.rendition("original"),
                List.of());
    }

    private static Mark mark(String face) {
        return new Mark(Sample.face(face), new Box(0.1, 0.1, 0.2, 0.2), Mark.Kind.FACE, Mark.Origin.DRAWN, 100);
    }

    private static PhotoCommand photoCommand(int act) {
        FaceId one = Sample.face("one");
        FaceId two = Sample.face("two");
        return switch (act) {
            case 0, 1, 2 -> new PhotoCommand.CompleteReview(PHOTO, true);
            case 3 -> new PhotoCommand.DrawFace(PHOTO, mark("two"));
            case 4 -> new PhotoCommand.ConfirmSighting(PHOTO, one, ANNA, ConfirmedBy.HAND);
            case 5 -> new PhotoCommand.ConfirmSighting(PHOTO, one, Sample.person("boris"), ConfirmedBy.HAND);
            case 6 -> new PhotoCommand.DetachSighting(PHOTO, one, ANNA);
            case 7 -> new PhotoCommand.DetachSighting(PHOTO, one, Sample.person("boris"));
            case 8 -> new PhotoCommand.DismissFace(PHOTO, one, DismissalReason.values()[0]);
            case 9 -> new PhotoCommand.DismissFace(PHOTO, two, DismissalReason.values()[0]);
            case 10 -> new PhotoCommand.DeclareUnregistered(PHOTO, one);
            case 11 -> new PhotoCommand.ConfirmSighting(PHOTO, two, ANNA, ConfirmedBy.HAND);
            default -> new PhotoCommand.AdjustFace(PHOTO, one, new Box(0.3, 0.3, 0.1, 0.1));
        };
    }
}
