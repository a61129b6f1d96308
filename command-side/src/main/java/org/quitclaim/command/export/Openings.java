package org.quitclaim.command.export;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.command.export.DataExport.Opened;
import org.quitclaim.command.rights.Reading;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Access;
import org.quitclaim.vault.Accessor;

/**
 * Who opened what of hers, and why.
 *
 * <p><b>Guarantees:</b> names no employee and no account, only roles. Source: GDPR Art. 15; CJEU C-579/21; R50.
 */
final class Openings {
    private final Map<RecordId, String> records = new LinkedHashMap<>();

    /** @param what by a stable word */
    void about(RecordId record, String what) {
        records.putIfAbsent(record, what);
    }

    List<Opened> list(PersonId person, Reading reading) {
        return records.entrySet().stream()
                .flatMap(record -> reading.accesses(record.getKey()).stream()
                        .map(access -> opened(access, record.getValue(), person)))
                .distinct()
                .sorted(Comparator.comparing(Opened::at).thenComparing(Opened::what))
                .toList();
    }

    private static Opened opened(Access access, String what, PersonId person) {
        return new Opened(
                access.at(),
                what,
                by(access.reason().who(), person),
                access.reason().role(),
                access.reason().why().name());
    }

    private static String by(Accessor who, PersonId person) {
        return switch (who) {
            case Accessor.Staff staff -> "STAFF";
            case Accessor.Portrayed portrayed -> portrayed.person().equals(person) ? "YOU" : "PERSON";
            case Accessor.SystemTask task -> "SOFTWARE";
        };
    }
}
