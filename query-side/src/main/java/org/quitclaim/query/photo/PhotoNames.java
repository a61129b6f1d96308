package org.quitclaim.query.photo;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.collection.Shoots;
import org.quitclaim.query.names.SealedNames;
import org.quitclaim.query.names.Viewer;

/** The file names under which photos came in. */
record PhotoNames(PhotoStatusProjector projector, Shoots shoots) implements SealedNames {
    @Override
    public String prefix() {
        return PhotoId.PREFIX;
    }

    @Override
    public Map<String, RecordId> records(Collection<String> ids, Viewer viewer) {
        return projector.photos().find(ids).stream()
                .filter(found -> shoots.reaches(viewer.reach(), found.photo().collection()))
                .collect(Collectors.toMap(
                        PhotoDocument::documentId, one -> one.photo().picture().name()));
    }
}
