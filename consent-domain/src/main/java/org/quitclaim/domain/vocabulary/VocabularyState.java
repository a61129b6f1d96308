package org.quitclaim.domain.vocabulary;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.quitclaim.domain.FrozenMap;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.VocabularyId;

/** Which contexts there are now. */
public sealed interface VocabularyState {
    record Unknown() implements VocabularyState {}

    record Begun(VocabularyId id, Map<UseContext, KnownContext> contexts) implements VocabularyState {
        public Begun {
            contexts = FrozenMap.of(contexts);
        }

        /** How the gate and the pages read it: retired ones keep their mark, and nothing new is asked under them. */
        public Subjects subjects() {
            Set<UseContext> everyday = new HashSet<>();
            Set<UseContext> sensitive = new HashSet<>();
            Set<UseContext> retired = new HashSet<>();
            contexts.forEach((code, known) -> {
                (known.sensitive() ? sensitive : everyday).add(code);
                if (known.retired()) {
                    retired.add(code);
                }
            });
            return new Subjects(everyday, sensitive, retired);
        }

        /** What the next context that this installation adds is numbered. */
        public int next() {
            return 1
                    + contexts.keySet().stream()
                            .mapToInt(UseContext::number)
                            .max()
                            .orElse(0);
        }
    }

    VocabularyState NONE = new Unknown();
}
