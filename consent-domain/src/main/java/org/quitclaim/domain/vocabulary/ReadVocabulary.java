package org.quitclaim.domain.vocabulary;

import org.quitclaim.domain.id.VocabularyId;

/** Reads the list of contexts as it is after every command that was answered before the call. */
@FunctionalInterface
public interface ReadVocabulary {
    /** Where nobody can read the stream there is a list with nothing on it but {@code general}. */
    VocabularyState read(VocabularyId id);
}
