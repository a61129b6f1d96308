package org.quitclaim.command.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Listing;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is kept for a claim, of everybody, for whoever has to ask whether it still has to be. */
@RestController
class HoldQueries {
    private static final Pattern PLACE = Pattern.compile("(per_[a-z2-7]{26}):([A-Z]{1,20})");

    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Clock clock;

    HoldQueries(WorkIndex index, UpToDate upToDate, Clock clock) {
        this.index = index;
        this.upToDate = upToDate;
        this.clock = clock;
    }

    /** The reason is sealed, and not shown. */
    record HoldView(PersonId personId, KeyScope element, Instant since, Instant until) {}

    /** @param next where the next part begins, opaque; absent when there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holds(List<HoldView> items, @Nullable String next) {}

    /** By person; one whose time is over holds nothing any more and is not listed. */
    @GetMapping("/api/holds")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Holds list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Listing.DEFAULT_LIMIT) int limit) {
        Listing listing = new Listing(limit);
        String person = "";
        String element = "";
        if (!cursor.isEmpty()) {
            Matcher place = Listing.behind(cursor, PLACE);
            person = place.group(1);
            element = place.group(2);
        }
        upToDate.await();
        Listing.Part<HoldView> part = listing.part(
                index.all(
                        "select person, element, since, ends_at from hold where (person, element) > (?, ?)"
                                + " and ends_at > ? order by person, element limit ?",
                        row -> new HoldView(
                                new PersonId(row.getString(1)),
                                KeyScope.valueOf(row.getString(2)),
                                Instant.ofEpochMilli(row.getLong(3)),
                                Instant.ofEpochMilli(row.getLong(4))),
                        person,
                        element,
                        clock.millis(),
                        limit + 1),
                one -> one.personId().value() + ':' + one.element());
        return new Holds(part.items(), part.next());
    }
}
