package org.quitclaim.query.collection;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.names.SealedNames;
import org.quitclaim.query.names.Viewer;

record CollectionNames(CollectionProjector projector, Shoots shoots) implements SealedNames {
    @Override
    public String prefix() {
        return CollectionId.PREFIX;
    }

    @Override
    public Map<String, RecordId> records(Collection<String> ids, Viewer viewer) {
        return projector.documents().find(ids).stream()
                .filter(found ->
                        shoots.reaches(viewer.reach(), found.collection().id()))
                .collect(Collectors.toMap(CollectionDocument::documentId, CollectionDocument::name));
    }
}
