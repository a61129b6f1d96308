package org.quitclaim.query.web;

import com.mongodb.MongoException;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.access.problem.FailedStore;
import org.quitclaim.access.problem.RoomCheck;
import org.quitclaim.access.problem.Shortage;

/**
 * What is told where the database of the read models fails: what the machine has run out of, if it has.
 *
 * <p><b>Guarantees:</b> nothing of the exception reaches the answer.
 */
final class ScreensFailed implements FailedStore {
    private static final int DEEPEST = 20;
    private final RoomCheck room;

    ScreensFailed(RoomCheck room) {
        this.room = room;
    }

    @Override
    public Optional<QueryRejection> in(Throwable thrown) {
        boolean screens = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(MongoException.class::isInstance);
        return screens
                ? Optional.of(room.shortage().map(ScreensFailed::of).orElse(QueryRejection.SCREENS_AWAY))
                : Optional.empty();
    }

    private static QueryRejection of(Shortage shortage) {
        return switch (shortage) {
            case DISK, DISK_USED_UP, FILES -> QueryRejection.SCREENS_NO_ROOM;
            case FILE_HANDLES -> QueryRejection.SCREENS_NO_FILES;
            case MEMORY, MEMORY_BELOW_PHOTO, THREADS, TURNS -> QueryRejection.SCREENS_AWAY;
        };
    }
}
