package org.quitclaim.domain.vocabulary;

import java.util.List;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.VocabularyId;
import org.quitclaim.domain.vault.RecordId;

/** Orders about the list of contexts. None of them carries a text that somebody typed. */
public sealed interface VocabularyCommand extends DomainCommand {
    VocabularyId vocabulary();

    @Override
    default VocabularyId target() {
        return vocabulary();
    }

    record BeginVocabulary(VocabularyId vocabulary, List<ListedContext> contexts)
            implements VocabularyCommand, Creating {
        public BeginVocabulary {
            contexts = List.copyOf(contexts);
        }
    }

    /**
     * A context of this installation's own.
     *
     * @param number as whoever adds it read it: of two who add at once the second is refused, and compares the words again
     * @param words what it is called, sealed
     */
    record AddContext(VocabularyId vocabulary, int number, boolean sensitive, RecordId words)
            implements VocabularyCommand {}

    /** One that Quitclaim brings and that is not on the list, or one that was retired. */
    record TakeUpContext(VocabularyId vocabulary, UseContext context, boolean sensitive) implements VocabularyCommand {}

    record RetireContext(VocabularyId vocabulary, UseContext context) implements VocabularyCommand {}

    /** Its words should never have been typed: they are destroyed, and it never comes back. */
    record StrikeWords(VocabularyId vocabulary, UseContext context) implements VocabularyCommand {}

    record MarkSensitive(VocabularyId vocabulary, UseContext context) implements VocabularyCommand {}

    record AskToUnmark(VocabularyId vocabulary, UseContext context, Voucher by) implements VocabularyCommand {}

    /** @param required whether the organisation asks for two people */
    record AgreeToUnmark(VocabularyId vocabulary, UseContext context, boolean required, Voucher by)
            implements VocabularyCommand {}
}
