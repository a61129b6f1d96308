package org.quitclaim.command.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.subjects.SubjectSettings;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.certificate.coverage.CoverageWords;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.VocabularyId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.domain.vocabulary.ListedContext;
import org.quitclaim.domain.vocabulary.VocabularyCommand;
import org.quitclaim.domain.vocabulary.VocabularyCommand.AddContext;
import org.quitclaim.domain.vocabulary.VocabularyCommand.BeginVocabulary;
import org.quitclaim.domain.vocabulary.VocabularyCommand.StrikeWords;
import org.quitclaim.domain.vocabulary.VocabularyEvent;
import org.quitclaim.domain.vocabulary.VocabularyRejection;
import org.quitclaim.domain.vocabulary.VocabularyState.Begun;
import org.quitclaim.domain.vocabulary.VocabularyState.Unknown;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Begins the list of contexts and records what becomes of it.
 *
 * <p><b>Guarantees:</b> what somebody types is sealed and never a code. Words that were struck are destroyed when this
 * answers; after a crash in between the next start does it.
 */
public final class KeepingContexts {
    private final Commands commands;
    private final SealedCommands sealedCommands;
    private final Streams streams;
    private final Vocabulary vocabulary;
    private final Vault vault;
    private final VocabularyId id;

    public KeepingContexts(
            Commands commands,
            SealedCommands sealedCommands,
            Streams streams,
            Vocabulary vocabulary,
            Vault vault,
            Installation installation) {
        this.commands = commands;
        this.sealedCommands = sealedCommands;
        this.streams = streams;
        this.vocabulary = vocabulary;
        this.vault = vault;
        this.id = VocabularyId.of(installation.id().value());
    }

    /** The settings fill the list once. */
    public void atStart(SubjectSettings settings) {
        if (streams.vocabulary(id) instanceof Unknown) {
            commands.offer(new BeginVocabulary(id, listed(settings.read())), Origin.system("start"));
        }
        destroyStruck();
    }

    private static List<ListedContext> listed(Subjects subjects) {
        return subjects.known().stream()
                .map(one -> new ListedContext(one, subjects.sensitive(one)))
                .toList();
    }

    VocabularyId id() {
        return id;
    }

    /** One that was ever on the list, or that Quitclaim brings; what else was sent goes no further than this. */
    UseContext find(String code) {
        return Stream.concat(vocabulary.get().known().stream(), Subjects.BUILT_IN.stream())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RejectedException(VocabularyRejection.UNKNOWN));
    }

    UseContext add(ContextWords words, boolean sensitive, Origin origin) {
        if (!(streams.vocabulary(id) instanceof Begun list)) {
            throw new RejectedException(VocabularyRejection.NOT_BEGUN);
        }
        Optional<UseContext> same = same(words, sensitive);
        if (same.isPresent()) {
            return same.get();
        }
        if (called().anyMatch(words::readsLike)) {
            throw new RejectedException(VocabularyRejection.WORDS_TAKEN);
        }
        int number = list.next();
        sealedCommands.send(origin, draft -> {
            RecordId sealed = draft.text(
                    id, KeyScope.EDITORIAL, RecordKinds.CONTEXT_WORDS, Vocabulary.sealed(words.byLanguage()));
            return new AddContext(id, number, sensitive, sealed);
        });
        return UseContext.own(number);
    }

    private Optional<UseContext> same(ContextWords words, boolean sensitive) {
        Subjects now = vocabulary.get();
        return vocabulary.words().entrySet().stream()
                .filter(one -> one.getValue().equals(words.byLanguage()))
                .map(one -> new UseContext(one.getKey()))
                .filter(one -> now.lists(one) && now.sensitive(one) == sensitive)
                .findFirst();
    }

    private Stream<Map<String, String>> called() {
        List<String> codes = Stream.concat(vocabulary.get().known().stream(), Subjects.BUILT_IN.stream())
                .map(UseContext::code)
                .distinct()
                .toList();
        return CoverageWords.of(codes, vocabulary.words()).values().stream();
    }

    void strike(UseContext context, Origin origin) {
        commands.send(new StrikeWords(id, context), origin);
        destroyStruck();
    }

    void send(VocabularyCommand command, Origin origin) {
        commands.send(command, origin);
    }

    private void destroyStruck() {
        List<RecordId> struck = streams.events(id)
                .flatMap(
                        event -> event instanceof VocabularyEvent.WordsStruck e ? Stream.of(e.words()) : Stream.empty())
                .toList();
        try {
            for (RecordId words : struck) {
                vault.delete(words);
            }
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
