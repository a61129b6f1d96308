package org.quitclaim.domain.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Answer;
import org.quitclaim.domain.consent.AskedAgain;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentCommand.ExpireConsent;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentCommand.LiftRestriction;
import org.quitclaim.domain.consent.ConsentCommand.OfferQuitclaim;
import org.quitclaim.domain.consent.ConsentCommand.RegisterPerson;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.Consents;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.Through;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.Photos;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationCommand.BlockPublication;
import org.quitclaim.domain.publication.PublicationCommand.ClearPublication;
import org.quitclaim.domain.publication.PublicationCommand.ConfirmPublished;
import org.quitclaim.domain.publication.PublicationCommand.RequestPublication;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.Use;

/** A photo of Anna and Boris and a covered third face, on which people and processes act in any order. */
public final class Story {
    /** What can happen next. */
    public enum Act {
        REQUEST,
        GATE,
        FOLLOW_UP,
        REGATE,
        WITHDRAW,
        GRANT,
        RESTRICT,
        LIFT,
        PASS_TIME,
        TICK,
        DRAW,
        SIGHT,
        DETACH,
        MOVE,
        REVIEW,
        PUBLISHED,
        /** The policies catch up; gates stay where they are. */
        SETTLE,
        CRASH
    }

    /** One act; {@code number} says on whom or what. */
    public record Happening(Act act, int number) {}

    private static final List<PersonId> PEOPLE =
            List.of(Sample.person("anna"), Sample.person("boris"), Sample.person("chris"));
    private static final List<Channel> CHANNELS = List.of(Channel.WEBSITE, Channel.PRESS);
    private static final FaceId HIDDEN = Sample.face("hidden");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final World world;
    private final Lists lists;
    private final Flaw flaw;
    private final List<Gate> gates = new ArrayList<>();
    private final List<FollowUp> followUps = new ArrayList<>();
    private final List<Regate> regates = new ArrayList<>();
    private int counter;

    Story(Flaw flaw) {
        this.flaw = flaw;
        this.world = new World(event -> {});
        this.lists = new ListsFromStates(world);
        begin();
    }

    private Story(Lists lists) {
        this.flaw = Flaw.NONE;
        this.world = new World(lists::saw);
        this.lists = lists;
        begin();
    }

    /** Plays these and then lets everything rest that the lists name; without a flaw of its own. */
    public static Story told(Lists lists, List<Happening> happenings) {
        Story story = new Story(lists);
        story.play(happenings);
        story.rest();
        return story;
    }

    /** Whether nothing is live that somebody visible does not allow. */
    public boolean isSafe() {
        return world.publications().stream().allMatch(world::safe);
    }

    @Override
    public String toString() {
        return world.toString();
    }

    private void begin() {
        PEOPLE.forEach(person -> {
            world.person(new RegisterPerson(person, Capacity.VISITOR, AgeGroup.ADULT, Sample.record("identity")));
            grant(person, 30);
        });
        world.photo(Photos.register(Photos.STAGE));
        world.photo(new RecordFaces(
                Photos.STAGE,
                Photos.THOROUGHLY,
                List.of(Photos.mark(Photos.LEFT), Photos.mark(Photos.RIGHT), Photos.mark(HIDDEN))));
        sight(Photos.LEFT, PEOPLE.get(0));
        sight(Photos.RIGHT, PEOPLE.get(1));
        world.photo(Photos.cover(Photos.COVERED, HIDDEN));
        world.photo(new CompleteReview(Photos.STAGE, true));
    }

    World world() {
        return world;
    }

    void play(List<Happening> happenings) {
        happenings.forEach(this::play);
    }

    private void play(Happening next) {
        int number = next.number();
        PersonId person = PEOPLE.get(number % PEOPLE.size());
        switch (next.act()) {
            case REQUEST -> request(number);
            case GATE -> step(gates, number);
            case FOLLOW_UP -> followUp(person);
            case REGATE -> regate();
            case WITHDRAW -> world.person(withdraw(person, CHANNELS.get(number % CHANNELS.size())));
            case GRANT -> grant(person, number);
            case RESTRICT -> world.person(new RestrictProcessing(person));
            case LIFT -> world.person(new LiftRestriction(person));
            case PASS_TIME -> world.passTo(world.now().plusSeconds(86_400L * number));
            case TICK -> world.person(new ExpireConsent(person));
            case DRAW -> world.photo(new DrawFace(Photos.STAGE, Photos.mark(fresh())));
            case SIGHT -> open().stream().limit(1).forEach(face -> sight(face, person));
            case DETACH ->
                world.photo(new DetachSighting(Photos.STAGE, number % 2 == 0 ? Photos.LEFT : Photos.RIGHT, person));
            case MOVE -> world.photo(new AdjustFace(Photos.STAGE, HIDDEN, number % 2 == 0 ? Photos.BOX : Photos.MOVED));
            case REVIEW -> world.photo(new CompleteReview(Photos.STAGE, true));
            case PUBLISHED -> publication(number).forEach(id -> world.publication(new ConfirmPublished(id)));
            case SETTLE -> settle();
            case CRASH -> crash();
        }
    }

    /** Everything that still has to be done is done, without anybody interfering. */
    void rest() {
        PEOPLE.forEach(person -> world.person(new ExpireConsent(person)));
        while (!gates.isEmpty()) {
            step(gates, 0);
        }
        world.publications().forEach(this::settleInterrupted);
        settle();
    }

    private void settle() {
        PEOPLE.forEach(person -> {
            while (lists.isRevoked(person) || !followUps.isEmpty()) {
                followUp(person);
            }
        });
        while (lists.isToBeRegated() || !regates.isEmpty()) {
            regate();
        }
    }

    private void request(int number) {
        PublicationId id = Sample.publication(letters(counter++));
        Use use = new Use(
                Photos.STAGE,
                number % 3 == 0 ? Photos.ORIGINAL : Photos.COVERED,
                CHANNELS.get(number % CHANNELS.size()),
                new Territory("NL"),
                UseContext.GENERAL);
        world.publication(new RequestPublication(id, use, Sample.record("where"), Basis.CONSENT, List.of()));
        gates.add(new Gate(world, flaw, id));
    }

    private void settleInterrupted(PublicationId id) {
        boolean interrupted = lists.isUndecided(id)
                && gates.stream().noneMatch(gate -> gate.publication().equals(id));
        if (interrupted && flaw == Flaw.INTERRUPTED_GATE_CLEARS) {
            world.publication(new ClearPublication(id, world.registered().version(), List.of(), 1));
        } else if (interrupted) {
            world.publication(new BlockPublication(id, List.of(Reason.of("publication.interrupted"))));
        }
    }

    private void followUp(PersonId person) {
        if (lists.isRevoked(person)
                && followUps.stream().noneMatch(one -> one.person().equals(person))) {
            followUps.add(new FollowUp(world, flaw, person));
        }
        step(followUps, 0);
    }

    private void regate() {
        if (regates.isEmpty() && lists.isToBeRegated()) {
            regates.add(new Regate(world, flaw));
        }
        step(regates, 0);
    }

    private static <P extends Process> void step(List<P> processes, int number) {
        if (!processes.isEmpty()) {
            P one = processes.get(number % processes.size());
            if (one.step()) {
                processes.remove(one);
            }
        }
    }

    private void crash() {
        gates.clear();
        followUps.clear();
        regates.clear();
        world.publications().forEach(this::settleInterrupted);
    }

    private void grant(PersonId person, int days) {
        String word = letters(counter++);
        Term term = new Term(
                world.now().atZone(Sample.AMSTERDAM).toLocalDate(),
                world.now().atZone(Sample.AMSTERDAM).toLocalDate().plusDays(days),
                Sample.AMSTERDAM);
        world.person(new OfferQuitclaim(
                person,
                Sample.quitclaim(word),
                Consents.NOTICE,
                Consents.TEXTS,
                Consents.asks(Consents.publication(Channel.WEBSITE, term), Consents.publication(Channel.PRESS, term)),
                List.of(),
                // nobody counts how often somebody is asked in a story
                List.of(AskedAgain.PERSON_CAME_BACK)));
        world.person(new GrantConsent(
                person,
                Sample.quitclaim(word),
                "nl",
                List.of(new Answer(0, true, Sample.grant(word + "w")), new Answer(1, true, Sample.grant(word + "p"))),
                Consents.signed(Confirmation.SIGNED),
                Through.OWN_PAGE,
                0,
                true,
                Set.of()));
    }

    private static WithdrawConsent withdraw(PersonId person, Channel channel) {
        return new WithdrawConsent(person, false, Set.of(channel), WithdrawnBy.PERSON);
    }

    private void sight(FaceId face, PersonId person) {
        world.photo(new ConfirmSighting(Photos.STAGE, face, person, ConfirmedBy.HAND));
    }

    private List<FaceId> open() {
        return world.registered().faces().values().stream()
                .filter(face -> face.standing() instanceof FaceStanding.Open)
                .map(face -> face.mark().face())
                .toList();
    }

    private List<PublicationId> publication(int number) {
        List<PublicationId> all = world.publications();
        return all.isEmpty() ? List.of() : List.of(all.get(number % all.size()));
    }

    private FaceId fresh() {
        return Sample.face("drawn" + letters(counter++));
    }

    private static String letters(int number) {
        return "" + LETTERS.charAt(number / 26) + LETTERS.charAt(number % 26);
    }
}
