package org.quitclaim.query.consent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.access.Reach;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.collection.Shoots;
import org.quitclaim.query.names.SealedNames;
import org.quitclaim.query.names.Viewer;

record PersonNames(PersonProjector projector, Shoots shoots) implements SealedNames {
    @Override
    public String prefix() {
        return PersonId.PREFIX;
    }

    @Override
    public Map<String, RecordId> records(Collection<String> ids, Viewer viewer) {
        return projector.documents().find(readable(ids, viewer)).stream()
                .collect(Collectors.toMap(
                        PersonDocument::documentId, one -> one.person().identity()));
    }

    /** Officers read everybody's, editors those of whoever takes part somewhere, photographers their own participants'. */
    private Collection<String> readable(Collection<String> ids, Viewer viewer) {
        if (viewer.readsEveryName()) {
            return ids;
        }
        List<PersonId> asked = ids.stream().map(PersonId::new).toList();
        Set<PersonId> readable = switch (viewer.reach()) {
            case Reach.Everything everything -> shoots.participating(asked);
            case Reach.OwnCollections own -> shoots.participants(own);
        };
        return asked.stream().filter(readable::contains).map(PersonId::value).toList();
    }
}
