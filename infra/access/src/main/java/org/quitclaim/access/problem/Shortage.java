package org.quitclaim.access.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the machine has run out of, so that whoever is refused knows it is not their request. */
public enum Shortage implements EdgeRejection {
    DISK(
            HttpStatus.INSUFFICIENT_STORAGE,
            "server.disk-full",
            "The disk of this server is nearly full, so nothing that needs room is done; nothing was changed. Its last"
                    + " room is kept for withdrawals, objections, erasures and refusals. Whoever runs the system has to"
                    + " make room on the disk."),
    /** Nothing is left of what is kept for a person's no either, so a no may have been refused by this. */
    DISK_USED_UP(
            HttpStatus.INSUFFICIENT_STORAGE,
            "server.disk-used-up",
            "The disk of this server is full, and no room is left even for a withdrawal: what you asked was NOT"
                    + " recorded. Tell the organisation in another way: by letter, by telephone or at its desk. Or try"
                    + " again later. Whoever runs the system has to make room on the disk."),
    /** Of files, or of room for one: a file system has a number of files that it can hold. */
    FILES(
            HttpStatus.INSUFFICIENT_STORAGE,
            "server.no-room-for-files",
            "This server cannot write another file: its disk has no room for it, or holds as many files as it can. What"
                    + " you asked was NOT recorded. Withdrawals, objections and refusals need no file of their own:"
                    + " try those all the same. Whoever runs the system has to look at both (df -h, df -i)."),
    FILE_HANDLES(
            HttpStatus.SERVICE_UNAVAILABLE,
            "server.file-handles-short",
            "This server has nearly as many files and connections open as the system allows it. Withdrawals are still"
                    + " recorded; try again later. Whoever runs the system has to allow more open files (ulimit -n,"
                    + " LimitNOFILE)."),
    MEMORY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "server.memory-short",
            "The memory for photos is taken by others that are being worked on; send it again in a moment. If it stays"
                    + " so, whoever runs the system has to give it more memory (-Xmx)."),
    MEMORY_BELOW_PHOTO(
            HttpStatus.SERVICE_UNAVAILABLE,
            "server.memory-below-photo",
            "This photo needs more memory than this server was given, so it was not taken in. Send a smaller one, or"
                    + " have whoever runs the system give it more memory (-Xmx; 1 GiB is enough for the largest)."),
    THREADS(
            HttpStatus.SERVICE_UNAVAILABLE,
            "server.threads-short",
            "Too many requests are being worked on at once; try again in a moment."),
    TURNS(
            HttpStatus.SERVICE_UNAVAILABLE,
            "server.busy-with-such",
            "Too many ask for the same kind of thing at the moment; try again in a moment. Everything else works,"
                    + " withdrawals above all.");

    /** SQLite's own number, which its driver gives as the vendor's code. Source: sqlite.org/rescode.html. */
    private static final int SQLITE_FULL = 13;

    private static final Set<String> NO_ROOM =
            Set.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String TOO_MANY_FILES = "Too many open files";

    private final HttpStatus status;
    private final String code;
    private final String advice;

    Shortage(HttpStatus status, String code, String advice) {
        this.status = status;
        this.code = code;
        this.advice = advice;
    }

    /** What made one of these causes fail, where that was a shortage: only the system's own words tell. */
    static Optional<Shortage> in(Stream<Throwable> causes) {
        return causes.map(Shortage::of).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Shortage> of(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException e -> Optional.of(THREADS);
            case SQLException e when e.getErrorCode() == SQLITE_FULL -> Optional.of(DISK_USED_UP);
            case IOException e when says(e.getMessage(), TOO_MANY_FILES) -> Optional.of(FILE_HANDLES);
            case IOException e
            when NO_ROOM.stream().anyMatch(words -> says(e.getMessage(), words)) -> Optional.of(FILES);
            default -> Optional.empty();
        };
    }

    private static boolean says(@Nullable String text, String words) {
        return text != null && text.contains(words);
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String advice() {
        return advice;
    }

    /** Room on a disk, open files and a larger heap come when somebody does something, the rest by itself. */
    @Override
    public Duration retryAfter() {
        return switch (this) {
            case DISK, DISK_USED_UP, FILES, FILE_HANDLES, MEMORY_BELOW_PHOTO -> Duration.ZERO;
            case MEMORY, THREADS, TURNS -> SOON;
        };
    }
}
