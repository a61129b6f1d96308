package org.quitclaim.standalone;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.RequestRejection;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.transparency.LogFault;
import org.quitclaim.transparency.LogFolder;
import org.quitclaim.transparency.LogReader;
import org.quitclaim.transparency.tree.Tile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The transparency log, for auditors: its head, tiles, bundles and proofs as C2SP describes them, and how it stands, for
 * whoever oversees.
 */
@RestController
class LogController {
    private final LogFolder folder;
    private final LogFollower follower;

    LogController(DataFolderLock lock, LogFollower follower) {
        this.folder = LogFolder.in(lock.folder());
        this.follower = follower;
    }

    /**
     * @param size of how many events the last head is
     * @param signedAt when this process had it signed; none where it has signed none yet
     * @param key with which heads are checked; whoever checks has it from elsewhere
     * @param problem why nothing is signed now; none while everything is
     */
    record Standing(
            long size,
            @Nullable Instant signedAt,
            @Nullable String key,
            @Nullable String problem) {}

    @GetMapping("/api/log")
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Standing standing() {
        try {
            return new Standing(
                    LogReader.of(folder).size(),
                    follower.signedAt().orElse(null),
                    LogReader.key(folder).text(),
                    follower.problem().orElse(null));
        } catch (LogFault e) {
            return new Standing(0, null, null, follower.problem().orElse(e.getMessage()));
        }
    }

    @GetMapping(path = "/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @AllowedFor(Role.AUDITOR)
    String checkpoint() {
        return reader().note();
    }

    /** The path as C2SP tlog-tiles writes it: the longer the log, the more groups of digits it has. */
    @GetMapping(path = "/log/tile/{level}/{first}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @AllowedFor(Role.AUDITOR)
    byte[] tile(@PathVariable String level, @PathVariable String first) {
        return bytes(level, first);
    }

    @GetMapping(path = "/log/tile/{level}/{first}/{second}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @AllowedFor(Role.AUDITOR)
    byte[] tile(@PathVariable String level, @PathVariable String first, @PathVariable String second) {
        return bytes(level, first, second);
    }

    @GetMapping(
            path = "/log/tile/{level}/{first}/{second}/{third}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @AllowedFor(Role.AUDITOR)
    byte[] tile(
            @PathVariable String level,
            @PathVariable String first,
            @PathVariable String second,
            @PathVariable String third) {
        return bytes(level, first, second, third);
    }

    private byte[] bytes(String... parts) {
        LogReader reader = reader();
        try {
            Optional<Tile> tile = Tile.at("tile/" + String.join("/", parts));
            Optional<byte[]> bytes = tile.isPresent() ? reader.bytes(tile.get()) : Optional.empty();
            return bytes.orElseThrow(() -> new RejectedException(RequestRejection.UNKNOWN_PATH));
        } catch (LogFault e) {
            throw new RejectedException(RequestRejection.HISTORY_DAMAGED);
        }
    }

    /** @param position of the event in the history, from 1 on */
    @GetMapping(path = "/log/proof/{position}", produces = MediaType.TEXT_PLAIN_VALUE)
    @AllowedFor(Role.AUDITOR)
    String proof(@PathVariable long position) {
        LogReader reader = reader();
        if (position < 1 || position > reader.size()) {
            throw new RejectedException(RequestRejection.UNKNOWN_PATH);
        }
        try {
            return reader.inclusion(position - 1).text();
        } catch (UncheckedIOException e) {
            throw new RejectedException(RequestRejection.HISTORY_DAMAGED);
        }
    }

    private LogReader reader() {
        try {
            return LogReader.of(folder);
        } catch (LogFault e) {
            throw new RejectedException(
                    folder.holdsHead() ? RequestRejection.HISTORY_DAMAGED : RequestRejection.UNKNOWN_PATH);
        }
    }
}
