package org.quitclaim.command.photo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.LookReason;
import org.quitclaim.domain.photo.PhotoCommand.LookUncovered;
import org.quitclaim.domain.photo.Unseen;
import org.quitclaim.domain.vault.ActorId;

/**
 * Who stated a reason to see whom screens cover, and until when that holds.
 *
 * <p><b>Guarantees:</b> nobody sees more before the event is stored. What is kept here opens for one account, one photo and
 * one reason; it ends by the clock, and with the process: then the reason is stated again.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class StatedLooks {
    private static final int MOST = 10_000;

    private final Commands commands;
    private final Clock clock;
    private final Cache<Look, Instant> looks = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Unseen.LOOK)
            .build();

    public StatedLooks(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    private record Look(ActorId by, PhotoId photo, LookReason reason) {}

    /** @return until when it holds */
    Instant state(PhotoId photo, LookReason reason, ActorId by, Origin origin) {
        Instant until = clock.instant().plus(Unseen.LOOK);
        commands.send(new LookUncovered(photo, reason), origin);
        looks.put(new Look(by, photo, reason), until);
        return until;
    }

    /** @return until when the last of them holds */
    Optional<Instant> until(ActorId by, PhotoId photo, Collection<LookReason> reasons) {
        return reasons.stream()
                .map(reason -> looks.getIfPresent(new Look(by, photo, reason)))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    List<LookReason> of(ActorId by, PhotoId photo) {
        Instant now = clock.instant();
        return Arrays.stream(LookReason.values())
                .filter(reason -> {
                    Instant until = looks.getIfPresent(new Look(by, photo, reason));
                    return until != null && now.isBefore(until);
                })
                .toList();
    }
}
