package org.quitclaim.access.subjects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.VocabularyId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.domain.vocabulary.ReadVocabulary;
import org.quitclaim.domain.vocabulary.VocabularyState;
import org.quitclaim.domain.vocabulary.VocabularyState.Begun;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contexts of this installation, as its own history has them.
 *
 * <p><b>Guarantees:</b> no text of a request becomes a context: {@link #listed} answers one of the list or refuses, and
 * what it refuses is repeated nowhere. Words that were struck are forgotten with the next call.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class Vocabulary implements Supplier<Subjects> {
    private static final AccessReason READING =
            new AccessReason(new Accessor.SystemTask("vocabulary"), "SYSTEM", AccessPurpose.INDEXING);
    private static final Logger LOG = LoggerFactory.getLogger(Vocabulary.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReadVocabulary stream;
    private final Vault vault;
    private final Subjects beforeTheFirstStart;
    private final Map<RecordId, Map<String, String>> opened = new ConcurrentHashMap<>();

    public Vocabulary(ReadVocabulary stream, Vault vault, Subjects beforeTheFirstStart) {
        this.stream = stream;
        this.vault = vault;
        this.beforeTheFirstStart = beforeTheFirstStart;
    }

    private VocabularyState state() {
        return stream.read(VocabularyId.of(vault.installation().value()));
    }

    /** What is known and what is sensitive now; what the settings say before the list was begun. */
    @Override
    public Subjects get() {
        return state() instanceof Begun begun ? begun.subjects() : beforeTheFirstStart;
    }

    public boolean sensitive(UseContext subject) {
        return get().sensitive(subject);
    }

    /**
     * The context with this code, for something new.
     *
     * @throws RejectedException {@code context.not-listed}, with the codes there are
     */
    public UseContext listed(String code) {
        Subjects subjects = get();
        return subjects.listed().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RejectedException(ContextNotListed.of(subjects)));
    }

    /**
     * The context with this code, to ask about what is on record; it may be retired.
     *
     * @throws RejectedException {@code context.not-listed}
     */
    public UseContext known(String code) {
        Subjects subjects = get();
        return subjects.known().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RejectedException(ContextNotListed.of(subjects)));
    }

    /**
     * By code and language what the contexts are called that this installation added. One whose words nobody can open has
     * none, and is shown by its code.
     */
    public Map<String, Map<String, String>> words() {
        if (!(state() instanceof Begun begun)) {
            return Map.of();
        }
        Map<UseContext, RecordId> records = new LinkedHashMap<>();
        begun.contexts().forEach((code, known) -> known.words().forEach(record -> records.put(code, record)));
        opened.keySet().retainAll(records.values());
        open(records.values().stream()
                .filter(record -> !opened.containsKey(record))
                .toList());
        Map<String, Map<String, String>> words = new TreeMap<>();
        records.forEach((code, record) -> {
            Map<String, String> said = opened.get(record);
            if (said != null) {
                words.put(code.code(), said);
            }
        });
        return words;
    }

    private void open(List<RecordId> records) {
        if (records.isEmpty()) {
            return;
        }
        try {
            vault.openAll(new ArrayList<>(records), READING).forEach((record, opening) -> {
                if (opening instanceof Opening.Opened(Plaintext content)) {
                    opened.put(record, read(content.bytes()));
                }
            });
        } catch (VaultException e) {
            // a page without these words says the codes; what it is for goes on
            LOG.warn("No words for contexts: {}", e.code());
        }
    }

    /** The sealed form of {@link #words} of one context. */
    public static String sealed(Map<String, String> words) {
        return JSON.writeValueAsString(new TreeMap<>(words));
    }

    private static Map<String, String> read(byte[] sealed) {
        return JSON.readValue(new String(sealed, StandardCharsets.UTF_8), new TypeReference<Map<String, String>>() {});
    }
}
