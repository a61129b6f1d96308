package org.quitclaim.command.photo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Lane;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.domain.photo.PhotoId;

/** Makes good a crash between taking a photo in and looking for faces on it. */
public final class WhenPhotoRegisteredThenDetect implements Duty {
    /** A request that is still at work does this itself. */
    private static final Duration REQUEST_AT_WORK = Duration.ofSeconds(30);

    private final PhotoIntake intake;
    private final Instant processStart;
    private final Clock clock;

    public WhenPhotoRegisteredThenDetect(PhotoIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
        this.processStart = clock.instant();
    }

    @Override
    public TodoKind kind() {
        return TodoKind.DETECT;
    }

    @Override
    public Lane lane() {
        return Lane.PATIENT;
    }

    @Override
    public void perform(Todo todo) {
        boolean orphaned = todo.since().isBefore(processStart)
                || todo.since().plus(REQUEST_AT_WORK).isBefore(clock.instant());
        if (orphaned) {
            intake.detectIfNeeded(new PhotoId(todo.subject()), Origin.system("detection"));
        }
    }
}
