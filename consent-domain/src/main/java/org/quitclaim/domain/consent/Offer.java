package org.quitclaim.domain.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.QuitclaimId;

/**
 * A quitclaim that was put to a person, and what became of it. Letting it run out is no refusal.
 *
 * @param justified whether it is recorded why asking was fair
 */
public record Offer(
        QuitclaimId id,
        NoticeId notice,
        Map<String, String> noticeSha256ByLanguage,
        List<Ask> asks,
        boolean justified,
        boolean answered,
        List<Refusal> refusals) {
    /** How much anybody is asked at once: who answers has to look at each. */
    public static final int MOST_ASKED = 80;

    public Offer {
        refusals = List.copyOf(refusals);
    }

    Offer withAnswer() {
        return new Offer(id, notice, noticeSha256ByLanguage, asks, justified, true, refusals);
    }

    Offer withRefusal(Refusal refusal) {
        if (refusal.ask() < 0 || refusal.ask() >= asks.size()) {
            return withAnswer();
        }
        List<Refusal> more = new ArrayList<>(refusals);
        more.add(refusal);
        return new Offer(id, notice, noticeSha256ByLanguage, asks, justified, true, more);
    }

    /** A yes to at least as much ends a no. */
    Offer supersededBy(Grant yes) {
        return withRefusals(refusal ->
                yes.terms().reachAsFarAs(asks.get(refusal.ask()).terms()) ? refusal.supersededBy(yes.id()) : refusal);
    }

    /** A no that such a yes had ended stands again. */
    Offer without(Collection<GrantId> invalid) {
        return withRefusals(refusal -> refusal.without(invalid));
    }

    private Offer withRefusals(UnaryOperator<Refusal> change) {
        return new Offer(
                id,
                notice,
                noticeSha256ByLanguage,
                asks,
                justified,
                answered,
                refusals.stream().map(change).toList());
    }

    /** What was refused and still is. */
    Stream<Refused> refused() {
        return refusals.stream().filter(refusal -> !refusal.superseded()).map(refusal -> {
            Terms terms = asks.get(refusal.ask()).terms();
            return new Refused(
                    terms, LocalDate.ofInstant(refusal.at(), terms.term().zone()));
        });
    }
}
