package org.quitclaim.domain.vocabulary;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.VocabularyId;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

/** What became of the list of contexts. A code is one that Quitclaim brings, or a number: nobody types it. */
public sealed interface VocabularyEvent extends DomainEvent {
    VocabularyId vocabulary();

    @Override
    default VocabularyId stream() {
        return vocabulary();
    }

    @Stored("vocabulary.begun")
    record VocabularyBegun(VocabularyId vocabulary, List<ListedContext> contexts, Instant at)
            implements VocabularyEvent {
        public VocabularyBegun {
            contexts = List.copyOf(contexts);
        }
    }

    @Stored("vocabulary.context-added")
    record ContextAdded(VocabularyId vocabulary, UseContext context, boolean sensitive, RecordId words, Instant at)
            implements VocabularyEvent {}

    @Stored("vocabulary.context-taken-up")
    record ContextTakenUp(VocabularyId vocabulary, UseContext context, boolean sensitive, Instant at)
            implements VocabularyEvent {}

    /** Nothing new is asked or published under it; what is on record is read as before. */
    @Stored("vocabulary.context-retired")
    record ContextRetired(VocabularyId vocabulary, UseContext context, Instant at) implements VocabularyEvent {}

    @Stored("vocabulary.words-struck")
    record WordsStruck(VocabularyId vocabulary, UseContext context, RecordId words, Instant at)
            implements VocabularyEvent {}

    /** From now on "any subject" does not stand for it, whenever it was said. */
    @Stored("vocabulary.context-marked")
    record ContextMarked(VocabularyId vocabulary, UseContext context, Instant at) implements VocabularyEvent {}

    @Stored("vocabulary.unmarking-asked")
    record UnmarkingAsked(VocabularyId vocabulary, UseContext context, Voucher by, Instant until, Instant at)
            implements VocabularyEvent {}

    /** @param asked by whom; who agreed is whom the event is attributed to */
    @Stored("vocabulary.context-unmarked")
    record ContextUnmarked(VocabularyId vocabulary, UseContext context, AccountId asked, Instant at)
            implements VocabularyEvent {}
}
