package org.quitclaim.command.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.domain.photo.Covering;
import org.quitclaim.domain.photo.DismissalReason;
import org.quitclaim.domain.photo.FaceStanding.Sighted;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoDecisions;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Photos;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.photo.StillVisible;
import org.quitclaim.domain.photo.Undoing;
import org.quitclaim.domain.photo.UndoneBecause;
import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.embed.FaceEmbedder;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.image.PhotoReader;
import org.quitclaim.face.image.PhotoReading;
import org.quitclaim.face.image.RenditionEncoder;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.vault.IdMint;

/**
 * Stories of marks, names, moves, covers and reviews on real faces, with the real detector: on no file that may leave is
 * a face found of somebody who did not allow it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasedFacesTest {
    private static final int TILE = 250;
    private static final int GAP = 50;
    private static final int ACROSS = 3;
    private static final int PEOPLE = 6;
    private static final int STEPS = 16;
    private static final List<PersonId> PERSONS = Stream.of("ann", "bob", "cas", "dee", "eva", "fay")
            .map(Sample::person)
            .toList();

    private RecognitionModel model;
    private FaceSearch search;
    private CoverCheck check;
    private UprightImage photo;
    private List<Box> found;

    @BeforeAll
    void load() throws IOException {
        Path faces = Path.of(System.getenv().getOrDefault("QUITCLAIM_TEST_DATA", "../../shared"))
                .resolve("faces/photos");
        assumeTrue(Files.isDirectory(faces), "There is no shared test data with photos of real people");
        ModelPack pack = PackFolder.configured().read();
        PermitIssuer permits = new PermitIssuer(Clock.systemUTC(), () -> IdMint.mint(PermitId.PREFIX, PermitId::new));
        model = new RecognitionModel(
                pack,
                new FaceDetector(pack, 1),
                new FaceEmbedder(pack, permits, 1),
                new MatchRule(pack.limits(), 0.01));
        search = new FaceSearch(model, 40);
        check = new CoverCheck(search);
        photo = mosaic(faces);
        found = search.thoroughly(photo).faces().stream().map(one -> one.box()).toList();
        assertThat(IntStream.range(0, PEOPLE)).allMatch(who -> found.stream().anyMatch(box -> isOf(who, box)));
    }

    @AfterAll
    void close() {
        if (model != null) {
            model.close();
        }
    }

    @ParameterizedTest
    @EnumSource(CoverStyle.class)
    void noFigureAndNoBlockIsTakenForAFace(CoverStyle style) {
        UprightImage covered = read(new RenditionEncoder(style).encode(photo, found));
        assertThat(search.thoroughly(covered).faces()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CoverStyle.class)
    @Requirement({"R42", "R87"})
    void noReleasedFileHoldsADetectableFaceOfSomebodyWhoDidNotAllowIt(CoverStyle style) {
        int released = 0;
        for (int seed = 1; seed <= 4; seed++) {
            released += new Story(seed, style).told();
        }
        assertThat(released).as("files that left, in all stories").isGreaterThan(1);
    }

    @Test
    void aVersionOfAVersionHidesWhatTheFirstHid() {
        RenditionEncoder encoder = new RenditionEncoder();
        UprightImage once = read(encoder.encode(photo, found.subList(0, 2)));
        UprightImage twice = read(encoder.encode(once, found.subList(2, 4)));
        List<Box> left =
                search.thoroughly(twice).faces().stream().map(one -> one.box()).toList();
        assertThat(left)
                .isNotEmpty()
                .noneMatch(box -> found.subList(0, 4).stream().anyMatch(box::isAtPlaceOf));
    }

    /** The covers of a crowd are looked at in one look at the whole, which has to see as much. */
    @Test
    void aFaceThatACrowdOfCoversLeavesIsSeen() {
        List<Box> covered = new ArrayList<>(found.subList(1, found.size()));
        for (int i = 0; i < 30; i++) {
            covered.add(new Box(i / 31.0, 0.001, 0.01, 0.01));
        }
        UprightImage version = read(new RenditionEncoder().encode(photo, covered));
        assertThat(check.found(version, covered).faces())
                .anyMatch(found.getFirst()::isAtPlaceOf)
                .noneMatch(face -> found.subList(1, found.size()).stream().anyMatch(face::isAtPlaceOf));
    }

    /** As it was released elsewhere: the box had been moved into a corner and was covered there. */
    @Test
    void aCoverInTheWrongPlaceIsSeenOnTheFinishedFile() throws IOException {
        UprightImage scene = read(reported("names-gps-regions-thumbnail.jpg"));
        byte[] released = reported("cover-in-the-wrong-place.jpg");
        List<Mark> marks = search.thoroughly(scene).faces().stream()
                .map(one -> one.box())
                .sorted(Comparator.comparingDouble(Box::x))
                .map(box -> new Mark(
                        IdMint.mint(FaceId.PREFIX, FaceId::new), box, Mark.Kind.FACE, Mark.Origin.DETECTED, 90))
                .toList();
        assertThat(marks).hasSize(3);
        FaceId hers = marks.getFirst().face();
        var photographed = Photos.registered()
                .and(
                        new PhotoCommand.RecordFaces(Photos.STAGE, Photos.THOROUGHLY, marks),
                        new PhotoCommand.DeclareUnregistered(Photos.STAGE, hers),
                        new PhotoCommand.DismissFace(Photos.STAGE, marks.get(1).face(), DismissalReason.NOT_A_PERSON),
                        new PhotoCommand.DismissFace(Photos.STAGE, marks.get(2).face(), DismissalReason.NOT_A_PERSON),
                        new PhotoCommand.CompleteReview(Photos.STAGE, true));
        Registered state = (Registered) photographed.state();
        MarkedFace marked = Sample.in(state.faces(), hers);
        List<Box> places = List.of(marked.area());

        List<FaceId> still = StillVisible.among(
                state, List.of(hers), check.found(read(released), places).faces());

        assertThat(still).containsExactly(hers);
        photographed
                .and(new PhotoCommand.MakeRendition(
                        Photos.STAGE,
                        Photos.COVERED,
                        List.of(Covered.of(marked)),
                        Sample.record("filled"),
                        Sample.record("digest"),
                        Sample.record("image"),
                        new Covering(CoverStyle.BLOCK, search.detector(), search.smallestFacePixels(), still)))
                .when(new PhotoCommand.AuthoriseRelease(Photos.STAGE, Sample.publication("site"), Photos.COVERED))
                .then(PhotoRejection.FACE_STILL_VISIBLE);
        byte[] right = new RenditionEncoder().encode(scene, places);
        assertThat(StillVisible.among(
                        state, List.of(hers), check.found(read(right), places).faces()))
                .isEmpty();
    }

    /** A head that lies is looked for on a finished version as on a photo. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aTurnedFaceThatACoverMissedIsSeen(int quarters) throws IOException {
        UprightImage turned = quarters(photo, quarters);
        List<Box> faces =
                search.thoroughly(turned).faces().stream().map(one -> one.box()).toList();
        assertThat(faces).hasSizeGreaterThanOrEqualTo(PEOPLE);
        byte[] covered = new RenditionEncoder().encode(turned, faces.subList(1, faces.size()));
        assertThat(check.found(read(covered), faces).faces())
                .isNotEmpty()
                .allMatch(found -> found.isAtPlaceOf(faces.getFirst()));
    }

    private static UprightImage quarters(UprightImage image, int times) {
        UprightImage turned = image;
        for (int i = 0; i < times; i++) {
            byte[] rgb = new byte[turned.rgb().length];
            int width = turned.width();
            int height = turned.height();
            for (int at = 0; at < width * height; at++) {
                int x = height - 1 - at / width;
                int y = at % width;
                System.arraycopy(turned.rgb(), 3 * at, rgb, 3 * (y * height + x), 3);
            }
            turned = new UprightImage(height, width, rgb);
        }
        return turned;
    }

    private static byte[] reported(String name) throws IOException {
        return Files.readAllBytes(Path.of(System.getenv().getOrDefault("QUITCLAIM_TEST_DATA", "../../shared"))
                .resolve("cases")
                .resolve(name));
    }

    /** The first half of those on the photo, and whoever is not on it; the others said no. */
    private static boolean allows(PersonId person) {
        return PERSONS.indexOf(person) < PEOPLE / 2;
    }

    private final class Story {
        private final Random random;
        private final RenditionEncoder encoder;
        private final Map<RenditionId, byte[]> files = new HashMap<>();
        private PhotoState state = PhotoState.NONE;
        private final Map<RenditionId, List<Box>> seen = new HashMap<>();
        private int number;

        Story(int seed, CoverStyle style) {
            random = new Random(seed);
            encoder = new RenditionEncoder(style);
            send(Photos.register(Photos.STAGE));
            files.put(Photos.ORIGINAL, encoder.encode(photo, List.of()));
            send(new PhotoCommand.RecordFaces(
                    Photos.STAGE,
                    Photos.THOROUGHLY,
                    found.stream()
                            .map(box -> new Mark(face(), box, Mark.Kind.FACE, Mark.Origin.DETECTED, 90))
                            .toList()));
            here().faces().keySet().forEach(this::nameTruly);
        }

        int told() {
            for (int step = 0; step < STEPS; step++) {
                FaceId id = any(List.copyOf(here().faces().keySet()));
                switch (random.nextInt(9)) {
                    case 0 -> send(new PhotoCommand.AdjustFace(Photos.STAGE, id, around(id), why(id)));
                    case 1 -> detach(id);
                    case 2 -> nameTruly(id);
                    case 3 -> renameWhatWasUndone();
                    case 4 ->
                        send(new PhotoCommand.DrawFace(
                                Photos.STAGE, new Mark(face(), around(id), Mark.Kind.FACE, Mark.Origin.DRAWN, 100)));
                    case 5 -> cover(List.of(id));
                    default -> {
                        cover(whoSaidNo());
                        send(new PhotoCommand.CompleteReview(Photos.STAGE, true));
                    }
                }
                files.keySet().forEach(this::release);
            }
            return seen.size();
        }

        /** Whoever draws a mark on somebody says who it is, as far as anybody is there. */
        private void nameTruly(FaceId id) {
            IntStream.range(0, PEOPLE)
                    .filter(who -> isOf(who, marked(id).mark().box()))
                    .findFirst()
                    .ifPresent(who -> send(
                            new PhotoCommand.ConfirmSighting(Photos.STAGE, id, PERSONS.get(who), ConfirmedBy.HAND)));
        }

        private void detach(FaceId id) {
            if (marked(id).standing() instanceof Sighted sighted) {
                send(new PhotoCommand.DetachSighting(Photos.STAGE, id, sighted.person(), why(id)));
            }
        }

        /** The way around: somebody who said no becomes somebody who allows everything. */
        private void renameWhatWasUndone() {
            here().seen()
                    .undone()
                    .keySet()
                    .forEach(id -> send(new PhotoCommand.ConfirmSighting(
                            Photos.STAGE, id, Sample.person("gus"), ConfirmedBy.HAND)));
        }

        private Undoing why(FaceId id) {
            boolean no = marked(id).standing() instanceof Sighted sighted && !allows(sighted.person());
            return new Undoing(no, List.of(UndoneBecause.ANOTHER_PERSON), List.of(), Optional.empty());
        }

        private List<FaceId> whoSaidNo() {
            boolean cautious = random.nextBoolean();
            return here().faces().values().stream()
                    .filter(face -> !(face.standing() instanceof Sighted sighted && allows(sighted.person()))
                            || (cautious
                                    && here().seen()
                                            .undone()
                                            .containsKey(face.mark().face())))
                    .map(face -> face.mark().face())
                    .toList();
        }

        /** As a version is made: filled, and looked at again. */
        private void cover(List<FaceId> faces) {
            List<MarkedFace> marked = faces.stream().map(this::marked).toList();
            List<Box> areas = marked.stream().map(MarkedFace::area).toList();
            byte[] bytes = encoder.encode(photo, areas);
            RenditionId rendition = Sample.rendition(word());
            List<FaceId> still = StillVisible.among(
                    here(), faces, check.found(read(bytes), areas).faces());
            send(new PhotoCommand.MakeRendition(
                    Photos.STAGE,
                    rendition,
                    marked.stream().map(Covered::of).toList(),
                    Sample.record("filled"),
                    Sample.record("known"),
                    Sample.record("image"),
                    new Covering(encoder.style(), search.detector(), search.smallestFacePixels(), still)));
            if (here().renditions().containsKey(rendition)) {
                files.put(rendition, bytes);
            }
        }

        private void release(RenditionId version) {
            Decision<PhotoEvent> gate = PhotoDecisions.decide(
                    state,
                    new PhotoCommand.AuthoriseRelease(Photos.STAGE, Sample.publication("site"), version),
                    Sample.NOW);
            if (gate instanceof Decision.Accepted<PhotoEvent>(List<PhotoEvent> events)
                    && events.getFirst() instanceof PhotoEvent.ReleaseAuthorised authorised
                    && authorised.visible().stream().allMatch(ReleasedFacesTest::allows)) {
                Rendition rendition = Sample.in(here().renditions(), version);
                seen.computeIfAbsent(version, this::look)
                        .forEach(box -> assertThat(IntStream.range(PEOPLE / 2, PEOPLE))
                                .as("%s on %s", box, rendition)
                                .noneMatch(who -> isOf(who, box)));
            }
        }

        private List<Box> look(RenditionId version) {
            return search.thoroughly(read(Sample.in(files, version))).faces().stream()
                    .map(one -> one.box())
                    .toList();
        }

        private Box around(FaceId id) {
            Box box = marked(id).mark().box();
            double width = box.width() * (0.4 + random.nextDouble());
            double height = box.height() * (0.4 + random.nextDouble());
            double x = box.x() + (random.nextDouble() - 0.5) * (random.nextInt(4) == 0 ? 1 : box.width());
            double y = box.y() + (random.nextDouble() - 0.5) * (random.nextInt(4) == 0 ? 1 : box.height());
            return new Box(
                    Math.clamp(x, 0, 1 - Math.min(1, width)),
                    Math.clamp(y, 0, 1 - Math.min(1, height)),
                    Math.min(1, width),
                    Math.min(1, height));
        }

        private void send(PhotoCommand command) {
            if (PhotoDecisions.decide(state, command, Sample.NOW)
                    instanceof Decision.Accepted<PhotoEvent>(List<PhotoEvent> events)) {
                events.forEach(event -> state = PhotoDecisions.evolve(state, event));
            }
        }

        private Registered here() {
            return (Registered) state;
        }

        private MarkedFace marked(FaceId id) {
            return Sample.in(here().faces(), id);
        }

        private FaceId any(List<FaceId> faces) {
            return faces.get(random.nextInt(faces.size()));
        }

        private FaceId face() {
            return Sample.face(word());
        }

        private String word() {
            return "n" + Integer.toString(number++, 6).replace('0', '6').replace('1', 'x');
        }
    }

    private static boolean isOf(int who, Box box) {
        double x = (box.x() + box.width() / 2) * width();
        double y = (box.y() + box.height() / 2) * height();
        return x >= left(who) && x < left(who) + TILE && y >= top(who) && y < top(who) + TILE;
    }

    private static int left(int who) {
        return GAP + who % ACROSS * (TILE + GAP);
    }

    private static int top(int who) {
        return GAP + who / ACROSS * (TILE + GAP);
    }

    private static int width() {
        return GAP + ACROSS * (TILE + GAP);
    }

    private static int height() {
        return GAP + PEOPLE / ACROSS * (TILE + GAP);
    }

    private static UprightImage mosaic(Path faces) throws IOException {
        BufferedImage picture = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(0x8899aa));
        graphics.fillRect(0, 0, width(), height());
        List<Path> files;
        try (Stream<Path> all = Files.list(faces)) {
            files = new ArrayList<>(all.sorted().limit(PEOPLE).toList());
        }
        for (int who = 0; who < PEOPLE; who++) {
            graphics.drawImage(ImageIO.read(files.get(who).toFile()), left(who), top(who), TILE, TILE, null);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return read(bytes.toByteArray());
    }

    private static UprightImage read(byte[] file) {
        return switch (new PhotoReader().read(file)) {
            case PhotoReading.Readable(var image) -> image;
            case PhotoReading.Refused(var reason) -> throw new AssertionError(reason.code());
        };
    }
}
