package org.quitclaim.command.photo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.id.PersonId;

/** People and their names, for as long as one answer is made. */
final class NamedPeople {
    private final Map<PersonId, NameParts> names = new LinkedHashMap<>();

    void put(PersonId person, NameParts name) {
        names.put(person, name);
    }

    /** Whoever a file may mean by a name. */
    List<PersonId> meantBy(String name) {
        NameParts said = NameParts.of(name);
        return names.entrySet().stream()
                .filter(one -> one.getValue().isAlike(said))
                .map(Map.Entry::getKey)
                .toList();
    }
}
