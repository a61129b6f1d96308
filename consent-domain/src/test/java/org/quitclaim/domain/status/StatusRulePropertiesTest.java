package org.quitclaim.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentStatus;
import org.quitclaim.domain.consent.Consents;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Outlook.Standing;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.photo.Copies;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.domain.photo.DismissalReason;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Photos;
import org.quitclaim.domain.photo.Places;
import org.quitclaim.domain.photo.Rendition;
import org.quitclaim.domain.photo.Search;
import org.quitclaim.domain.photo.SeenByHumans;
import org.quitclaim.domain.status.StatusRule.Purpose;

class StatusRulePropertiesTest {
    private static final List<String> PEOPLE = List.of("anna", "boris", "chris");
    private static final PersonId STRANGER = Sample.person("nobody");
    private static final Purpose WEBSITE = new Purpose(Channel.WEBSITE, new Territory("NL"), UseContext.GENERAL, false);
    private static final List<ZoneId> ZONES =
            List.of(Sample.AMSTERDAM, ZoneId.of("Pacific/Auckland"), ZoneId.of("America/New_York"));

    /** A photo, one rendition of it, what the people on it allow, and when somebody asks. */
    record Picture(Registered photo, Rendition rendition, Map<PersonId, Outlook> outlooks, Instant at) {
        Status status() {
            return at(at);
        }

        Status at(Instant instant) {
            return StatusRule.at(photo, rendition, WEBSITE, who -> Optional.ofNullable(outlooks.get(who)), instant);
        }

        Colour on(LocalDate day, ZoneId zone) {
            return StatusRule.on(photo, rendition, WEBSITE, who -> Optional.ofNullable(outlooks.get(who)), day, zone)
                    .colour();
        }

        Picture with(FaceId id, FaceStanding standing) {
            Map<FaceId, MarkedFace> faces = new LinkedHashMap<>(photo.faces());
            faces.put(id, new MarkedFace(Photos.mark(id), standing, List.of(), List.of()));
            return new Picture(photoOf(faces, rendition, photo.reviewed(), photo.removed()), rendition, outlooks, at);
        }

        Picture covering(FaceId id) {
            Map<FaceId, Covered> covered = new LinkedHashMap<>(rendition.covered());
            covered.put(id, new Covered(id, Photos.BOX));
            Rendition more = new Rendition(rendition.id(), covered, rendition.image(), List.of());
            return new Picture(photo, more, outlooks, at);
        }
    }

    @Property
    @Requirement("R39")
    void somebodyUnknownIsNeverGreen(@ForAll("pictures") Picture picture) {
        assertThat(picture.with(Sample.face("new"), new FaceStanding.Sighted(STRANGER))
                        .status()
                        .colour())
                .isEqualTo(Colour.RED);
    }

    @Property
    @Requirement("R40")
    void coveredFacesNeverMatter(@ForAll("pictures") Picture picture, @ForAll("standings") FaceStanding standing) {
        FaceId added = Sample.face("new");
        assertThat(picture.covering(added).with(added, standing).status()).isEqualTo(picture.status());
    }

    @Property
    @Requirement("R40")
    void anotherVisibleFaceNeverMakesAPhotoGreener(
            @ForAll("pictures") Picture picture, @ForAll("standings") FaceStanding standing) {
        Colour before = picture.status().colour();
        Colour after = picture.with(Sample.face("new"), standing).status().colour();
        assertThat(after).isGreaterThanOrEqualTo(before);
        if (standing instanceof FaceStanding.Open) {
            assertThat(after).isNotEqualTo(Colour.GREEN);
        }
    }

    @Property
    void theColourIsThatOfTheWorstReasonAndGreenHasNone(@ForAll("pictures") Picture picture) {
        Status status = picture.status();
        Colour worst = status.reasons().stream()
                .map(StatusReason::colour)
                .max(Colour::compareTo)
                .orElse(Colour.GREEN);
        assertThat(status.colour()).isEqualTo(worst);
        assertThat(status.reasons().isEmpty()).isEqualTo(status.colour() == Colour.GREEN);
        assertThat(status.until().isEmpty() || status.colour() == Colour.GREEN).isTrue();
    }

    /** At the end itself another grant may carry on; where each person has one grant, nothing does. */
    @Property
    @Requirement("R22")
    void whatIsGreenUntilAnInstantIsGreenBeforeItAndNotAtIt(@ForAll("singlyGranted") Picture picture) {
        picture.status().until().ifPresent(until -> {
            assertThat(until).isAfter(picture.at());
            assertThat(picture.at(until.minusNanos(1)).colour()).isEqualTo(Colour.GREEN);
            assertThat(picture.at(until).colour()).isEqualTo(Colour.RED);
        });
    }

    @Property
    @Requirement({"R22", "R40"})
    void aDayIsGreenExactlyIfEveryQuarterOfAnHourOfItIs(
            @ForAll("pictures") Picture picture, @ForAll @IntRange(min = -3, max = 3) int offset) {
        LocalDate day = Sample.TODAY.plusDays(offset);
        Instant ends = day.plusDays(1).atStartOfDay(Sample.AMSTERDAM).toInstant();
        boolean throughout = true;
        for (Instant t = day.atStartOfDay(Sample.AMSTERDAM).toInstant(); t.isBefore(ends); t = t.plusSeconds(900)) {
            throughout &= picture.at(t).colour() == Colour.GREEN;
        }
        assertThat(picture.on(day, Sample.AMSTERDAM) == Colour.GREEN).isEqualTo(throughout);
    }

    @Provide
    Arbitrary<Picture> pictures() {
        return pictures(4);
    }

    @Provide
    Arbitrary<Picture> singlyGranted() {
        return pictures(1);
    }

    private Arbitrary<Picture> pictures(int grants) {
        Arbitrary<List<FaceStanding>> faces = standings().list().ofMaxSize(3);
        Arbitrary<Set<Integer>> covered =
                Arbitraries.integers().between(0, 2).set().ofMaxSize(2);
        Arbitrary<List<Outlook>> outlooks = outlooks(grants).list().ofSize(PEOPLE.size());
        Arbitrary<Boolean> mostlyTrue = Arbitraries.integers().between(0, 9).map(number -> number > 0);
        Arbitrary<Instant> at =
                Arbitraries.integers().between(-96, 96).map(hour -> Sample.NOW.plusSeconds(hour * 3600L));
        return Combinators.combine(faces, covered, outlooks, mostlyTrue, mostlyTrue, at)
                .as(StatusRulePropertiesTest::picture);
    }

    private static Picture picture(
            List<FaceStanding> standings,
            Set<Integer> covered,
            List<Outlook> outlooks,
            boolean reviewed,
            boolean here,
            Instant at) {
        Map<FaceId, MarkedFace> faces = new LinkedHashMap<>();
        Map<FaceId, Covered> boxes = new LinkedHashMap<>();
        for (int i = 0; i < standings.size(); i++) {
            FaceId id = Sample.face("abc".substring(i, i + 1));
            faces.put(id, new MarkedFace(Photos.mark(id), standings.get(i), List.of(), List.of()));
            if (covered.contains(i)) {
                boxes.put(id, new Covered(id, Photos.BOX));
            }
        }
        Map<PersonId, Outlook> known = new LinkedHashMap<>();
        PEOPLE.forEach(name -> known.put(Sample.person(name), outlooks.get(PEOPLE.indexOf(name))));
        Rendition rendition = new Rendition(Photos.COVERED, boxes, Sample.record("filled"), List.of());
        return new Picture(photoOf(faces, rendition, reviewed, !here), rendition, known, at);
    }

    private static Registered photoOf(
            Map<FaceId, MarkedFace> faces, Rendition rendition, boolean reviewed, boolean removed) {
        return new Registered(
                Photos.STAGE,
                Sample.collection("gala"),
                Photos.picture(),
                faces,
                Map.of(rendition.id(), rendition),
                new Search(Photos.THOROUGHLY, Map.of()),
                reviewed,
                removed,
                1,
                Map.of(),
                0,
                new Places(List.of()),
                SeenByHumans.NONE,
                Copies.NONE,
                new Registered.Size(1920, 1080));
    }

    @Provide
    Arbitrary<FaceStanding> standings() {
        Arbitrary<FaceStanding> sighted =
                Arbitraries.of(PEOPLE).map(name -> new FaceStanding.Sighted(Sample.person(name)));
        Arbitrary<FaceStanding> rest = Arbitraries.of(
                FaceStanding.OPEN,
                new FaceStanding.Unregistered(),
                new FaceStanding.Dismissed(DismissalReason.NOT_A_PERSON));
        return Arbitraries.frequencyOf(Tuple.of(5, sighted), Tuple.of(1, rest));
    }

    private static Arbitrary<Outlook> outlooks(int grants) {
        Arbitrary<Standing> standing =
                Arbitraries.frequency(Tuple.of(9, Standing.NORMAL), Tuple.of(1, Standing.RESTRICTED));
        return Combinators.combine(standing, grants().list().ofMinSize(1).ofMaxSize(grants))
                .as(Outlook::new);
    }

    private static Arbitrary<Grant> grants() {
        Arbitrary<ConsentStatus> status = Arbitraries.frequency(
                Tuple.of(8, ConsentStatus.GIVEN),
                Tuple.of(2, ConsentStatus.RENEWED),
                Tuple.of(1, ConsentStatus.WITHDRAWN));
        Arbitrary<Integer> from = Arbitraries.integers().between(-4, 1);
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 6);
        return Combinators.combine(status, from, days, Arbitraries.of(ZONES)).as((is, first, more, zone) -> {
            LocalDate begins = Sample.TODAY.plusDays(first);
            return grant(is, new Term(begins, begins.plusDays(more), zone));
        });
    }

    private static Grant grant(ConsentStatus status, Term term) {
        return new Grant(
                Sample.grant("one"),
                Sample.quitclaim("q"),
                Consents.NOTICE,
                Sample.sha256('a'),
                "nl",
                Consents.publication(Channel.WEBSITE, term),
                0,
                Consents.signed(Signature.Confirmation.TWO_STEPS),
                status);
    }
}
