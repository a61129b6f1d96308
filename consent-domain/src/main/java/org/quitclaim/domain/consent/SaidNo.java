package org.quitclaim.domain.consent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<GrantId, Terms> given = new LinkedHashMap<>();
        List<Terms> withdrawn = new ArrayList<>();
        history.forEach(event -> {
            if (event instanceof ConsentEvent.ConsentGranted e) {
                yes(person, e.grant(), e.terms(), given, withdrawn);
            } else if (event instanceof ConsentEvent.ConsentRenewed e) {
                yes(person, e.grant(), e.terms(), given, withdrawn);
            } else if (event instanceof ConsentEvent.ConsentWithdrawn e) {
                e.withdrawn().forEach(part -> no(part, given, withdrawn));
            }
        });
        return !withdrawn.isEmpty();
    }

    private static void yes(Known person, GrantId id, Terms terms, Map<GrantId, Terms> given, List<Terms> withdrawn) {
        given.put(id, terms);
        Grant grant = person.grants().get(id);
        if (grant != null && !person.isUnconfirmed(grant)) {
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
