package org.quitclaim.domain.consent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.GrantId;

/**
 * Whether a person said no to being shown, and no later yes reaches as far; or is restricted, disputed, dead or erased.
 *
 * <p>A no to being recognised is none to being shown, and what ran out is no no (what
 * {@link org.quitclaim.domain.photo.Unseen} covers on screens is more).
 */
public final class SaidNo {
    private SaidNo() {}

    /** @param history all of it: what was taken back in part is not in the state any more */
    public static boolean by(Known person, Stream<? extends ConsentEvent> history) {
        Outlook outlook = person.outlook();
        return outlook.standing() != Outlook.Standing.NORMAL
                || outlook.refusals().stream().anyMatch(no -> no.terms().purpose() == Purpose.PUBLICATION)
                || withdrew(person, history);
    }

    private static boolean withdrew(Known person, Stream<? extends ConsentEvent> history) {
        List<? extends ConsentEvent> events = history.toList();
        Set<GrantId> never =
                Stream.concat(invalid(events), unconfirmed(person)).collect(Collectors.toUnmodifiableSet());
        Map<GrantId, Terms> given = new LinkedHashMap<>();
        List<Terms> withdrawn = new ArrayList<>();
        events.forEach(event -> {
            if (event instanceof ConsentEvent.ConsentGranted e) {
                given.put(e.grant(), e.terms());
                yes(e.grant(), e.terms(), never, withdrawn);
            } else if (event instanceof ConsentEvent.ConsentRenewed e) {
                given.put(e.grant(), e.terms());
                yes(e.grant(), e.terms(), never, withdrawn);
            } else if (event instanceof ConsentEvent.ConsentWithdrawn e) {
                e.withdrawn().forEach(part -> no(part, given, withdrawn));
            }
        });
        return !withdrawn.isEmpty();
    }

    /** A yes that was never hers takes back no no. */
    private static Stream<GrantId> invalid(List<? extends ConsentEvent> events) {
        return events.stream()
                .filter(ConsentEvent.ConsentInvalidated.class::isInstance)
                .flatMap(event -> ((ConsentEvent.ConsentInvalidated) event).ended().stream())
                .map(EndedGrant::grant);
    }

    /** Nor does one that nobody confirmed who had to. */
    private static Stream<GrantId> unconfirmed(Known person) {
        return person.grants().values().stream().filter(person::isUnconfirmed).map(Grant::id);
    }

    private static void yes(GrantId grant, Terms terms, Set<GrantId> never, List<Terms> withdrawn) {
        if (!never.contains(grant)) {
            withdrawn.removeIf(terms::reachAsFarAs);
        }
    }

    private static void no(Withdrawn part, Map<GrantId, Terms> given, List<Terms> withdrawn) {
        Terms terms = given.get(part.grant());
        if (terms != null && terms.purpose() == Purpose.PUBLICATION) {
            withdrawn.add(terms.withChannels(part.channels()));
        }
    }
}
