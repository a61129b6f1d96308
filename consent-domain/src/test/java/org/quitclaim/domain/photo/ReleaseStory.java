package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.FaceStanding.Sighted;
import org.quitclaim.domain.photo.Mark.Kind;
import org.quitclaim.domain.photo.Mark.Origin;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.vault.RecordId;

/**
 * One photo's story. Whoever reviews, and whoever agrees to an undoing, is honest; whoever does anything else may be careless
 * or worse.
 */
final class ReleaseStory {
    private static final int STEPS = 24;
    private static final List<PublicationId> SITES = List.of(Sample.publication("site"), Sample.publication("page"));
    private static final Voucher OFFICER = new Voucher(Sample.account("officer"), Sample.account("officer"), false);

    /** A picture and what is filled on it. */
    private record Pixels(RecordId image, List<Box> filled) {}

    private final Random random;
    private final Scene scene;
    private PhotoState state = PhotoState.NONE;
    private boolean improved;
    private int number;
    private final List<PhotoEvent> told = new ArrayList<>();
    private int released;

    private final Map<RenditionId, List<Box>> versions = new HashMap<>();
    /** Whom the check of a version found on it, which no human reads. */
    private final Map<RenditionId, List<Integer>> foundOn = new HashMap<>();

    private final List<Pixels> originals = new ArrayList<>();

    /** Whose face somebody or something has pointed at; of anybody else nobody knows. */
    private final Set<Integer> known = new HashSet<>();

    /** Marks that somebody took for another person on the photo. */
    private final Map<FaceId, PersonId> mistaken = new HashMap<>();

    ReleaseStory(long seed) {
        random = new Random(seed);
        scene = new Scene(random);
        send(Photos.register(Photos.STAGE));
        versions.put(Photos.ORIGINAL, List.of());
        foundOn.put(Photos.ORIGINAL, List.of());
        originals.add(new Pixels(here().image(), List.of()));
        look(Photos.QUICKLY);
        List.copyOf(here().faces().keySet()).forEach(this::name);
    }

    /** How many releases were authorised. */
    int told() {
        for (int step = 0; step < STEPS; step++) {
            List<FaceId> faces = List.copyOf(here().faces().keySet());
            if (faces.isEmpty()) {
                draw();
            } else {
                tell(faces.get(random.nextInt(faces.size())));
            }
            here().faces().values().forEach(face -> point(face.area()));
            List.copyOf(here().renditions().keySet()).forEach(this::release);
        }
        return released;
    }

    private void tell(FaceId id) {
        switch (random.nextInt(16)) {
            case 0 -> send(new PhotoCommand.AdjustFace(Photos.STAGE, id, moved(id), why(id)));
            case 1 -> detach(id);
            case 2 -> name(id);
            case 3 -> misname(id);
            case 4 -> draw();
            case 5 -> cover(List.of(id));
            case 6 -> erase(id);
            case 7 -> guess(id);
            case 8 -> lookAgain();
            case 9 -> agree(id);
            case 10 -> free(id);
            case 11 -> wander();
            case 12 -> here().search().late().keySet().stream().findFirst().ifPresent(this::name);
            default -> {
                if (random.nextBoolean()) {
                    lookAgain();
                }
                cover(whoSaidNo());
                review();
            }
        }
    }

    private void look(Looked looked) {
        List<Mark> marks = scene.found(improved).stream()
                .filter(box -> looked.isThorough() || random.nextBoolean())
                .filter(box -> Scene.shows(originals.getLast().filled(), Scene.at(box)))
                .map(box -> new Mark(face(), box, Kind.FACE, Origin.DETECTED, 90))
                .toList();
        send(new PhotoCommand.RecordFaces(Photos.STAGE, looked, marks));
    }

    /** First what was begun, later with another detector. */
    private void lookAgain() {
        if (!here().searched()) {
            look(Photos.THOROUGHLY);
        } else if (!improved && random.nextInt(3) == 0) {
            improved = true;
            look(Photos.IMPROVED);
        }
    }

    private void point(Box area) {
        Scene.everybody().filter(who -> Scene.isMarked(area, who)).forEach(known::add);
    }

    /** Whoever says who it is says the truth, and of the stranger that nobody knows them. */
    private void name(FaceId id) {
        int who = Scene.at(marked(id).mark().box());
        if (who == Scene.STRANGER) {
            send(new PhotoCommand.DeclareUnregistered(Photos.STAGE, id));
        } else if (who >= 0) {
            send(new PhotoCommand.ConfirmSighting(Photos.STAGE, id, Scene.person(who), ConfirmedBy.HAND));
        } else {
            send(new PhotoCommand.DismissFace(Photos.STAGE, id, DismissalReason.NOT_A_PERSON));
        }
    }

    /** The ways around: after an undoing anybody, or nobody; else a mistake for somebody else who is on the photo. */
    private void misname(FaceId id) {
        if (here().seen().undone().containsKey(id)) {
            send(
                    random.nextBoolean()
                            ? new PhotoCommand.ConfirmSighting(Photos.STAGE, id, Sample.person("gus"), ConfirmedBy.HAND)
                            : new PhotoCommand.DismissFace(Photos.STAGE, id, DismissalReason.NOT_A_PERSON));
            return;
        }
        PersonId ann = Scene.person(0);
        if (marked(id).standing() instanceof FaceStanding.Open
                && here().faces().values().stream()
                        .anyMatch(face -> face.standing().equals(new Sighted(ann)))) {
            send(new PhotoCommand.ConfirmSighting(Photos.STAGE, id, ann, ConfirmedBy.HAND));
            mistaken.put(id, ann);
        }
    }

    /** A policy names the wrong person, who allows everything. */
    private void guess(FaceId id) {
        PersonId wrong = Sample.person("gus");
        send(new PhotoCommand.SuggestMatch(
                Photos.STAGE,
                id,
                new Suggestion(wrong, Sample.run("one"), 1, SimilarityBand.STRONG, false, Sample.record("score")),
                false));
        send(new PhotoCommand.ConfirmSighting(Photos.STAGE, id, wrong, ConfirmedBy.POLICY));
    }

    private void detach(FaceId id) {
        if (marked(id).standing() instanceof Sighted sighted) {
            send(new PhotoCommand.DetachSighting(Photos.STAGE, id, sighted.person(), why(id)));
        }
    }

    /** The short way around: somebody who said no becomes somebody who allows everything. */
    private void free(FaceId id) {
        detach(id);
        misname(id);
        if (random.nextBoolean()) {
            review();
        }
    }

    /** A mark that nobody but a human made, and that goes elsewhere once everybody was content with it. */
    private void wander() {
        FaceId id = draw();
        name(id);
        if (random.nextBoolean()) {
            cover(whoSaidNo());
            review();
        }
        send(new PhotoCommand.AdjustFace(Photos.STAGE, id, scene.drawn(random.nextInt(Scene.STRANGER + 1)), why(id)));
        cover(whoSaidNo());
    }

    /** Most often on somebody whom nobody marked yet. */
    private FaceId draw() {
        int who = Scene.everybody()
                .filter(one -> random.nextInt(4) > 0 && !known.contains(one))
                .findFirst()
                .orElse(random.nextInt(Scene.STRANGER + 1));
        FaceId id = face();
        send(new PhotoCommand.DrawFace(Photos.STAGE, new Mark(id, scene.drawn(who), Kind.FACE, Origin.DRAWN, 100)));
        point(marked(id).area());
        return id;
    }

    private Box moved(FaceId id) {
        return random.nextInt(4) == 0
                ? scene.drawn(random.nextInt(Scene.STRANGER + 1))
                : scene.around(marked(id).mark().box(), 0.5);
    }

    /** What is known of a person makes it a no; nobody has to say so. */
    private Undoing why(FaceId id) {
        boolean no = marked(id).standing() instanceof Sighted sighted
                && Scene.isKnown(sighted.person())
                && !Scene.allows(sighted.person());
        return new Undoing(no, List.of(UndoneBecause.ANOTHER_PERSON), List.of(), Optional.empty());
    }

    /** Whoever agrees looks whether everybody at that place who said no is marked as that, or nobody is there. */
    private void agree(FaceId id) {
        Box place = here().seen().undone().get(id);
        if (place != null
                && Scene.everybody()
                        .filter(who -> !Scene.allows(who) && Scene.face(who).isAtPlaceOf(place))
                        .allMatch(this::isTruthfullyMarked)) {
            send(new PhotoCommand.AcceptUndoing(
                    Photos.STAGE, id, here().version(), new AgreedBy(false, List.of(), OFFICER)));
        }
    }

    private boolean isTruthfullyMarked(int who) {
        return here().faces().values().stream()
                .filter(face -> Scene.isMarked(face.area(), who))
                .anyMatch(face -> blocks(face));
    }

    /** Somebody said so, with a reason. */
    private boolean isBelieved(int who) {
        return here().faces().values().stream()
                .filter(face -> here().seen().undone().containsKey(face.mark().face()))
                .anyMatch(face -> Scene.isMarked(face.area(), who));
    }

    private static boolean blocks(MarkedFace face) {
        return switch (face.standing()) {
            case FaceStanding.Open open -> true;
            case FaceStanding.Unregistered unregistered -> true;
            case FaceStanding.Erased erased -> true;
            case FaceStanding.Dismissed dismissed -> false;
            case Sighted(PersonId person) -> Scene.isKnown(person) && !Scene.allows(person);
        };
    }

    /** An honest human corrects what is wrong and marks whoever is missing, but believes a name where a no was undone. */
    private void review() {
        for (MarkedFace face : List.copyOf(here().faces().values())) {
            FaceId id = face.mark().face();
            boolean wrong = face.standing() instanceof Sighted(PersonId person)
                    && !blocks(face)
                    && !Scene.isAt(face.mark().box(), person)
                    && !here().seen().undone().containsKey(id);
            boolean overlooked = face.standing() instanceof FaceStanding.Dismissed
                    && Scene.at(face.mark().box()) >= 0
                    && !here().seen().undone().containsKey(id);
            if (overlooked) {
                name(id);
            }
            if (wrong) {
                detach(id);
                mistaken.remove(id);
                name(id);
            }
        }
        Scene.everybody()
                .filter(who ->
                        known.contains(who) && !Scene.allows(who) && !isTruthfullyMarked(who) && !isBelieved(who))
                .forEach(who -> {
                    FaceId id = face();
                    send(new PhotoCommand.DrawFace(
                            Photos.STAGE, new Mark(id, Scene.face(who), Kind.FACE, Origin.DRAWN, 100)));
                    name(id);
                });
        send(new PhotoCommand.CompleteReview(Photos.STAGE, true));
    }

    private List<FaceId> whoSaidNo() {
        boolean cautious = random.nextBoolean();
        return here().faces().values().stream()
                .filter(face -> !here().original().covers(face))
                .filter(face -> blocks(face)
                        || (cautious
                                && here().seen()
                                        .undone()
                                        .containsKey(face.mark().face())))
                .map(face -> face.mark().face())
                .toList();
    }

    /** Now and then of what was the stored original until a moment ago. */
    private void cover(List<FaceId> faces) {
        Pixels of = originals.get(random.nextInt(4) == 0 ? random.nextInt(originals.size()) : originals.size() - 1);
        List<MarkedFace> marked = faces.stream().map(this::marked).toList();
        List<Box> now = with(of.filled(), marked);
        RenditionId rendition = Sample.rendition(word());
        send(new PhotoCommand.MakeRendition(
                Photos.STAGE,
                rendition,
                marked.stream().map(Covered::of).toList(),
                Sample.record(word()),
                Sample.record(word()),
                of.image(),
                checked(faces, marked, now)));
        if (here().renditions().containsKey(rendition)) {
            versions.put(rendition, now);
            foundOn.put(rendition, seen(marked, now));
        }
    }

    private static List<Box> with(List<Box> before, List<MarkedFace> marked) {
        return Stream.concat(before.stream(), marked.stream().map(MarkedFace::area))
                .toList();
    }

    /** As a version is looked at once it is made. */
    private Covering checked(List<FaceId> faces, List<MarkedFace> marked, List<Box> now) {
        List<Box> seen = seen(marked, now).stream().map(Scene::face).toList();
        return Photos.missing(StillVisible.among(here(), faces, seen).toArray(FaceId[]::new));
    }

    private List<Integer> seen(List<MarkedFace> marked, List<Box> now) {
        return scene.found(now, marked.stream().map(MarkedFace::area).toList(), improved);
    }

    /** Her face is filled in the stored original, then her name goes. */
    private void erase(FaceId id) {
        if (!(marked(id).standing() instanceof Sighted sighted) || random.nextInt(3) > 0) {
            return;
        }
        if (random.nextInt(3) == 0) {
            // as where the picture could not be read: the name goes all the same
            send(new PhotoCommand.EraseSighting(Photos.STAGE, id, sighted.person()));
            return;
        }
        Pixels next = new Pixels(Sample.record(word()), with(originals.getLast().filled(), List.of(marked(id))));
        RenditionId original = Sample.rendition(word());
        List<Kept> kept = here().without(List.of(id)).stream()
                .map(version -> new Kept(version, Sample.record(word()), Sample.record(word())))
                .toList();
        send(new PhotoCommand.ReplaceOriginal(
                Photos.STAGE,
                here().image(),
                new Picture(
                        here().picture().keyGeneration() + 1,
                        next.image(),
                        Sample.record(word()),
                        Sample.record(word()),
                        Sample.record(word())),
                original,
                List.of(Covered.of(marked(id))),
                kept,
                checked(List.of(id), List.of(marked(id)), next.filled())));
        if (here().image().equals(next.image())) {
            originals.add(next);
            versions.put(original, next.filled());
            foundOn.put(original, List.of());
            send(new PhotoCommand.EraseSighting(Photos.STAGE, id, sighted.person()));
        }
    }

    private void release(RenditionId version) {
        PublicationId site = SITES.get(random.nextInt(SITES.size()));
        Decision<PhotoEvent> gate = PhotoDecisions.decide(
                state, new PhotoCommand.AuthoriseRelease(Photos.STAGE, site, version), Sample.NOW);
        if (!(gate instanceof Decision.Accepted<PhotoEvent>(List<PhotoEvent> events)
                && events.getFirst() instanceof PhotoEvent.ReleaseAuthorised authorised
                && authorised.visible().stream().allMatch(who -> Scene.allows(who) || !Scene.isKnown(who)))) {
            return;
        }
        List<Box> pixels = Sample.in(versions, version);
        assertThat(Scene.everybody()
                        .boxed()
                        .filter(who -> known.contains(who)
                                || scene.isFoundAtOnce(who)
                                || Sample.in(foundOn, version).contains(who))
                        .filter(who -> !Scene.allows(who) && Scene.shows(pixels, who))
                        .filter(who -> !isWaitedFor(site, who) && !isMistaken(version, who))
                        .map(Scene::person))
                .as("%s of %s", version, told)
                .isEmpty();
        events.forEach(this::apply);
        released++;
    }

    /** What is live waits for a human to say who was marked later. */
    private boolean isWaitedFor(PublicationId site, int who) {
        return here().releases().containsKey(site)
                && here().faces().values().stream()
                        .anyMatch(face -> here().isLate(face) && Scene.isMarked(face.area(), who));
    }

    /** Only that one person is there twice can be seen; where the other one is covered nobody could know. */
    private boolean isMistaken(RenditionId version, int who) {
        Rendition rendition = Sample.in(here().renditions(), version);
        return mistaken.keySet().stream()
                .filter(id -> Scene.isMarked(marked(id).area(), who))
                .anyMatch(id -> here().visibleOn(rendition).stream()
                        .noneMatch(face -> !face.mark().face().equals(id)
                                && face.standing().equals(new Sighted(Scene.person(0)))));
    }

    private void send(PhotoCommand command) {
        if (PhotoDecisions.decide(state, command, Sample.NOW)
                instanceof Decision.Accepted<PhotoEvent>(List<PhotoEvent> events)) {
            events.forEach(this::apply);
        }
    }

    private void apply(PhotoEvent event) {
        told.add(event);
        state = PhotoDecisions.evolve(state, event);
    }

    private Registered here() {
        return (Registered) state;
    }

    private MarkedFace marked(FaceId id) {
        return Sample.in(here().faces(), id);
    }

    private FaceId face() {
        return Sample.face(word());
    }

    private String word() {
        return "n" + Integer.toString(number++, 6).replace('0', '6').replace('1', 'x');
    }
}
