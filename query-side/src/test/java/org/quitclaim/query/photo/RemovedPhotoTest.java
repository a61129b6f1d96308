package org.quitclaim.query.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.PhotoEvent.FaceAdjusted;
import org.quitclaim.domain.photo.PhotoEvent.PhotoRemoved;
import org.quitclaim.domain.photo.PhotoEvent.SightingErased;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.query.EmbeddedDatabase;
import org.quitclaim.query.History;
import org.quitclaim.query.projection.Recorded;
import org.springframework.data.mongodb.core.query.Criteria;

/** Who was on a photo is nobody's to know any more once it was removed, also not from what was said of it. */
class RemovedPhotoTest {
    private static final UseContext HIP = new UseContext("hip-surgery");

    @TempDir
    Path folder;

    private final List<Recorded> told = new ArrayList<>();
    private final History history =
            new History(one -> told.add(new Recorded(one.event(), one.sequence(), one.position())));
    private final PersonId allowed = history.person();
    private final PersonId tookBack = history.person();
    private final PersonId suggested = history.person();
    private final List<FaceId> faces = List.of(History.face(), History.face(), History.face());
    private final PhotoId photo = story();

    private PhotoId story() {
        history.grant(allowed, websiteFor(HIP));
        GrantId grant = history.grant(tookBack, websiteFor(UseContext.GENERAL));
        history.withdraw(tookBack, grant, Channel.WEBSITE, 1);
        PhotoId taken = history.photo(history.collection(UseContext.GENERAL), faces);
        history.sight(taken, faces.get(0), allowed);
        history.sight(taken, faces.get(1), tookBack);
        history.suggest(taken, faces.get(2), suggested);
        history.review(taken);
        history.tell(new PhotoRemoved(taken, 20, History.AT));
        return taken;
    }

    private static Terms websiteFor(UseContext context) {
        return History.publication(
                Channel.WEBSITE, context, LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-31"));
    }

    @Test
    @Requirement("R55")
    void a_removed_photo_names_nobody_and_gives_no_reason_about_anybody() throws IOException {
        try (EmbeddedDatabase mongo = EmbeddedDatabase.open(folder, 100)) {
            PhotoStatusProjector projector = projected(mongo, told.size());
            PhotoView view = view(projector);

            assertThat(view.removed()).isTrue();
            assertThat(view.faces()).isEmpty();
            assertThat(view.renditions()).singleElement().satisfies(version -> {
                assertThat(version.covered()).isEmpty();
                assertThat(version.status())
                        .hasSize(Channel.values().length)
                        .allSatisfy(status -> assertThat(status.reasons())
                                .extracting(PhotoView.Why::code, PhotoView.Why::personId, PhotoView.Why::faceId)
                                .containsExactly(tuple("photo.removed", null, null)));
            });
        }
    }

    /** Also not to whoever reads the stored form: no person, and no subject that only what a person allowed names. */
    @Test
    @Requirement("R55")
    void what_is_stored_of_it_holds_no_person_and_is_found_by_none() throws IOException {
        try (EmbeddedDatabase mongo = EmbeddedDatabase.open(folder, 100)) {
            PhotoStatusProjector projector = projected(mongo, told.size());

            assertThat(projector.photos().dump().toString())
                    .contains(photo.value())
                    .doesNotContain(allowed.value(), tookBack.value(), suggested.value(), HIP.code());
            for (PersonId person : List.of(allowed, tookBack, suggested)) {
                List<String> found = new ArrayList<>();
                projector
                        .photos()
                        .idsWhere(Criteria.where(PhotoDocument.PERSONS).is(person.value()), found::addAll);
                assertThat(found).isEmpty();
            }
        }
    }

    /** An erasure that was ordered before the removal is still carried out after it; and any history can be folded. */
    @Test
    void what_is_told_after_the_removal_changes_nothing_of_that_however_it_is_batched() throws IOException {
        history.tell(new SightingErased(photo, faces.get(0), allowed, 21, History.AT));
        history.tell(new FaceAdjusted(photo, faces.get(1), new Box(0.5, 0.5, 0.1, 0.1), 22, History.AT));
        history.sight(photo, faces.get(1), tookBack);
        List<Map<String, String>> dumps = new ArrayList<>();
        for (int size : new int[] {1, 2, 5, told.size()}) {
            try (EmbeddedDatabase mongo =
                    EmbeddedDatabase.open(Files.createDirectory(folder.resolve("of" + size)), 100)) {
                PhotoStatusProjector projector = projected(mongo, size);
                assertThat(view(projector).faces()).isEmpty();
                Map<String, String> dump = new TreeMap<>();
                projector.documents().forEach(documents -> dump.putAll(documents.dump()));
                dumps.add(dump);
            }
        }
        assertThat(dumps).allSatisfy(dump -> assertThat(dump).isEqualTo(dumps.getFirst()));
    }

    private PhotoStatusProjector projected(EmbeddedDatabase mongo, int atOnce) {
        PhotoStatusProjector projector =
                new PhotoStatusProjector(mongo.database(), Territory.EEA, Clock.fixed(History.AT, ZoneOffset.UTC));
        for (int from = 0; from < told.size(); from += atOnce) {
            projector.apply(List.copyOf(told.subList(from, Math.min(from + atOnce, told.size()))));
        }
        return projector;
    }

    private PhotoView view(PhotoStatusProjector projector) {
        return new StatusAt(
                        History.AT,
                        Optional.empty(),
                        Subjects.DEFAULT,
                        new PhotoReader(true, true, any -> true),
                        HistoryTrust.WHOLE,
                        SearchStandard.ANY,
                        projector.timeline())
                .view(projector.photos().find(photo.value()).orElseThrow());
    }
}
