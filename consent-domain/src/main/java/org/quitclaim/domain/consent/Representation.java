package org.quitclaim.domain.consent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.vault.RecordId;

/** Who speaks for a person, in the order in which they were added. */
record Representation(Map<RepresentativeId, Representative> all) {
    public static final Representation NONE = new Representation(Map.of());

    public Representation {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    boolean isDisputed() {
        return all.values().stream().anyMatch(Representative::disputed);
    }

    Representation with(Representative one) {
        Map<RepresentativeId, Representative> more = new LinkedHashMap<>(all);
        more.put(one.id(), one);
        return new Representation(more);
    }

    Representation disputed(RepresentativeId id, boolean contested) {
        return changed(id, one -> one.withDispute(contested));
    }

    Representation corrected(RepresentativeId id, RecordId authority) {
        return changed(id, one -> one.corrected(authority));
    }

    private Representation changed(RepresentativeId id, UnaryOperator<Representative> change) {
        Map<RepresentativeId, Representative> next = new LinkedHashMap<>(all);
        next.computeIfPresent(id, (known, one) -> change.apply(one));
        return new Representation(next);
    }
}
