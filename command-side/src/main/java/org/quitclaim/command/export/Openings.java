package org.quitclaim.command.export;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.quitclaim.command.export.DataExport.Opened;
import org.quitclaim.command.rights.Reading;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Access;
import org.quitclaim.vault.Accessor;

/**
 * Who opened what of hers, and why: whatever lies or lay under her own keys, and the photos that show her or were held to.
 *
 * <p><b>Guarantees:</b> names no employee and no account, only roles. Source: GDPR Art. 15; CJEU C-579/21; R50.
 */
final class Openings {
    private final Map<RecordId, Subject> records = new LinkedHashMap<>();

    /** What a record is, by a stable word, and while when it was hers. */
    private record Subject(String what, Predicate<Instant> hers) {}

    /** The word that is said first stays. */
    void about(RecordId record, String what) {
        about(record, what, at -> true);
    }

    /** As {@link #about(RecordId, String)}, for what was held to be hers for a while only. */
    void about(RecordId record, String what, Predicate<Instant> hers) {
        records.putIfAbsent(record, new Subject(what, hers));
    }

    List<Opened> list(PersonId person, Reading reading) {
        return records.entrySet().stream()
                .flatMap(record -> reading.accesses(record.getKey()).stream()
                        .filter(access -> record.getValue().hers().test(access.at()))
                        .map(access -> opened(access, record.getValue().what(), person)))
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
