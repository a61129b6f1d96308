package org.quitclaim.domain.id;

import org.quitclaim.domain.IdFormat;
import org.quitclaim.domain.OpaqueId;

/** Names the list of contexts of an installation, of which there is one. */
public record VocabularyId(String value) implements OpaqueId {
    public static final String PREFIX = "voc_";

    public VocabularyId {
        IdFormat.require(PREFIX, value);
    }

    /** It follows from the installation's id, so that no second one can begin beside it. */
    public static VocabularyId of(String installation) {
        return new VocabularyId(PREFIX + installation.substring(installation.indexOf('_') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
