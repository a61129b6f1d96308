package org.quitclaim.query.photo;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.names.SealedNames;

/** The file names under which photos came in. */
record PhotoNames(PhotoStatusProjector projector) implements SealedNames {
    @Override
    public String prefix() {
        return PhotoId.PREFIX;
    }

    @Override
    public Map<String, RecordId> records(Collection<String> ids) {
        return projector.photos().find(ids).stream()
                .collect(Collectors.toMap(
                        PhotoDocument::documentId, one -> one.registered().name()));
    }
}
