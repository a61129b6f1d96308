package org.quitclaim.command.faceprint;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Background;
import org.quitclaim.command.work.StartOrder;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.face.permit.RecognitionFacts.Assessed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enrols people anew by faces on photos held here, once two officers approved another model pack.
 *
 * <p><b>Guarantees:</b> who is left to do follows from the lists and the streams, so it goes on after any stop. It gives way
 * to whoever waits, and stops while it is paused. It does nothing before the pack that is installed is the one that was
 * approved.
 *
 * <p><b>Source:</b> R82.
 */
public final class WhenPackApprovedThenEnrolAnew extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(WhenPackApprovedThenEnrolAnew.class);
    private static final int PAGE = 20;

    /** After a round; a restriction may have ended by then, and what failed is tried again. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(10);

    private final Reenrolments reenrolments;
    private final Facts facts;
    private final RecognitionModel model;
    private final Runnable breath;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Streams streams;
    private final Installation installation;

    /** @param breath gives way to whoever waits */
    public WhenPackApprovedThenEnrolAnew(
            Reenrolments reenrolments,
            Facts facts,
            RecognitionModel model,
            Runnable breath,
            WorkIndex index,
            UpToDate upToDate,
            Streams streams,
            Installation installation) {
        super("enrolling-anew", StartOrder.TELLING);
        this.reenrolments = reenrolments;
        this.facts = facts;
        this.model = model;
        this.breath = breath;
        this.index = index;
        this.upToDate = upToDate;
        this.streams = streams;
        this.installation = installation;
    }

    boolean paused() {
        return streams.governance(installation.id()) instanceof Founded founded && founded.reenrolmentPaused();
    }

    /** Whether the pack that is installed is the one that was approved. */
    boolean approved() {
        return facts.assessed() == Assessed.APPROVED;
    }

    @Override
    protected void round() throws InterruptedException {
        Map<String, Integer> failed = new TreeMap<>();
        enrolAnew(failed);
        if (!failed.isEmpty()) {
            LOG.warn("People who could not be enrolled anew, and will be tried later, by cause: {}.", failed);
        }
        wokenWithin(BETWEEN_ROUNDS);
    }

    private void enrolAnew(Map<String, Integer> failed) {
        String last = "";
        while (goesOn()) {
            List<String> page = page(last);
            for (String person : page) {
                if (!goesOn()) {
                    return;
                }
                guarded(new PersonId(person), failed);
            }
            if (page.size() < PAGE) {
                return;
            }
            last = page.getLast();
        }
    }

    private boolean goesOn() {
        return isRunning() && !Thread.currentThread().isInterrupted() && approved() && !paused();
    }

    private List<String> page(String after) {
        upToDate.await();
        return index.all(
                "select person from faceprint where pack <> ? and person > ?"
                        + " union select person from portrait where fresh = 1 and person > ?"
                        + " order by person limit " + PAGE,
                row -> row.getString(1),
                model.name(),
                after,
                after);
    }

    /** One person who cannot be enrolled holds up nobody else. */
    private void guarded(PersonId person, Map<String, Integer> failed) {
        try {
            reenrolments.enrolAnew(person, () -> {
                breath.run();
                return goesOn();
            });
        } catch (RuntimeException e) {
            failed.merge(e.getClass().getSimpleName(), 1, Integer::sum);
        }
    }
}
