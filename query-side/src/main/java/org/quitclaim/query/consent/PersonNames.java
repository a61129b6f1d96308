package org.quitclaim.query.consent;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.names.SealedNames;

record PersonNames(PersonProjector projector) implements SealedNames {
    @Override
    public String prefix() {
        return PersonId.PREFIX;
    }

    @Override
    public Map<String, RecordId> records(Collection<String> ids) {
        return projector.documents().find(ids).stream()
                .collect(Collectors.toMap(
                        PersonDocument::documentId, one -> one.person().identity()));
    }
}
