package org.quitclaim.command.photo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.FaceSearch;
import org.quitclaim.command.work.Background;
import org.quitclaim.command.work.StartOrder;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the photos again on which another detector looked, or this one for larger faces only.
 *
 * <p><b>Guarantees:</b> what is left to do follows from the lists and the streams, so it goes on after any stop. It embeds
 * nobody and suggests nobody. A photo of somebody whose data are restricted or held is left alone until that has ended. It
 * gives way to whoever waits, and stops while it is paused.
 */
final class WhenDetectorImprovedThenLookAgain extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(WhenDetectorImprovedThenLookAgain.class);

    private static final int PAGE = 20;

    /** After a round; a restriction may have ended by then, and what failed is tried again. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(10);

    private final PhotoIntake intake;
    private final FaceSearch search;
    private final RequestsAtWork requests;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Streams streams;
    private final Installation installation;
    private final Clock clock;

    public WhenDetectorImprovedThenLookAgain(
            PhotoIntake intake,
            FaceSearch search,
            RequestsAtWork requests,
            WorkIndex index,
            UpToDate upToDate,
            Streams streams,
            Installation installation,
            Clock clock) {
        super("looking-again", StartOrder.TELLING);
        this.intake = intake;
        this.search = search;
        this.requests = requests;
        this.index = index;
        this.upToDate = upToDate;
        this.streams = streams;
        this.installation = installation;
        this.clock = clock;
    }

    /** How many photos were looked at with less than what is installed now. */
    long outdated() {
        upToDate.await();
        return index.all(
                        "select count(*) from looked where detector <> ? or smallest > ?",
                        row -> row.getLong(1),
                        search.detector(),
                        search.smallestFacePixels())
                .getFirst();
    }

    boolean paused() {
        return streams.governance(installation.id()) instanceof Founded founded && founded.searchPaused();
    }

    @Override
    protected void round() throws InterruptedException {
        lookAgain();
        wokenWithin(BETWEEN_ROUNDS);
    }

    private void lookAgain() {
        Map<String, Integer> failed = new TreeMap<>();
        try {
            lookAgain(failed);
        } finally {
            if (!failed.isEmpty()) {
                LOG.warn("Photos that could not be looked at again, and will be tried later, by cause: {}.", failed);
            }
        }
    }

    private void lookAgain(Map<String, Integer> failed) {
        String last = "";
        List<String> page = guardedPage(last);
        while (!page.isEmpty()) {
            for (String photo : page) {
                if (!isRunning() || paused()) {
                    return;
                }
                guarded(new PhotoId(photo), failed);
            }
            last = page.getLast();
            page = guardedPage(last);
        }
    }

    private List<String> guardedPage(String after) {
        try {
            upToDate.await();
            return index.all(
                    "select photo from looked where photo > ? and (detector <> ? or smallest > ?) order by photo limit "
                            + PAGE,
                    row -> row.getString(1),
                    after,
                    search.detector(),
                    search.smallestFacePixels());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The list of photos to be looked at again could not be read; it is tried later ({}).",
                    e.getClass().getSimpleName());
            return List.of();
        }
    }

    /** One photo that cannot be read holds up no other. */
    private void guarded(PhotoId id, Map<String, Integer> failed) {
        try {
            if (!isLeftAlone(id)) {
                intake.searchIfNeeded(id, requests::giveWay, Origin.system("detection"));
            }
        } catch (RuntimeException e) {
            failed.merge(e.getClass().getSimpleName(), 1, Integer::sum);
        }
    }

    /** Source: GDPR Art. 18: what is restricted is stored and nothing else. */
    private boolean isLeftAlone(PhotoId id) {
        return streams.photo(id) instanceof Registered photo
                && photo.faces().values().stream()
                        .anyMatch(face -> face.standing() instanceof FaceStanding.Sighted sighted
                                && isRestrictedOrHeld(sighted.person()));
    }

    private boolean isRestrictedOrHeld(PersonId person) {
        return streams.consent(person) instanceof Known known
                && (known.standsStill() || known.retention().isHeld(clock.instant()));
    }
}
