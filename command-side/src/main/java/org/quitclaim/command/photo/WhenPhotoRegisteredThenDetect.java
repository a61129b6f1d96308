package org.quitclaim.command.photo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkerGroup;
import org.quitclaim.domain.id.PhotoId;

/** Makes good a crash between taking a photo in and looking for faces on it. */
final class WhenPhotoRegisteredThenDetect implements Duty {
    /** A request that is still at work does this itself. */
    private static final Duration REQUEST_AT_WORK = Duration.ofSeconds(30);

    private final PhotoIntake intake;
    private final RequestsAtWork requests;
    private final Instant processStart;
    private final Clock clock;

    public WhenPhotoRegisteredThenDetect(PhotoIntake intake, RequestsAtWork requests, Clock clock) {
        this.requests = requests;
        this.intake = intake;
        this.clock = clock;
        this.processStart = clock.instant();
    }

    @Override
    public TodoKind kind() {
        return TodoKind.DETECT;
    }

    @Override
    public WorkerGroup workers() {
        return WorkerGroup.SEARCHING;
    }

    @Override
    public void perform(Todo todo) {
        boolean orphaned = todo.since().isBefore(processStart)
                || todo.since().plus(REQUEST_AT_WORK).isBefore(clock.instant());
        if (orphaned) {
            intake.searchIfNeeded(new PhotoId(todo.subject()), requests::giveWay, Origin.system("detection"));
        }
    }
}
