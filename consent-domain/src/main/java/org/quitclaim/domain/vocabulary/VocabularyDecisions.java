package org.quitclaim.domain.vocabulary;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.access.AgreementRules;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.vocabulary.VocabularyCommand.AddContext;
import org.quitclaim.domain.vocabulary.VocabularyCommand.AgreeToUnmark;
import org.quitclaim.domain.vocabulary.VocabularyCommand.AskToUnmark;
import org.quitclaim.domain.vocabulary.VocabularyCommand.BeginVocabulary;
import org.quitclaim.domain.vocabulary.VocabularyCommand.MarkSensitive;
import org.quitclaim.domain.vocabulary.VocabularyCommand.RetireContext;
import org.quitclaim.domain.vocabulary.VocabularyCommand.StrikeWords;
import org.quitclaim.domain.vocabulary.VocabularyCommand.TakeUpContext;
import org.quitclaim.domain.vocabulary.VocabularyEvent.ContextAdded;
import org.quitclaim.domain.vocabulary.VocabularyEvent.ContextMarked;
import org.quitclaim.domain.vocabulary.VocabularyEvent.ContextRetired;
import org.quitclaim.domain.vocabulary.VocabularyEvent.ContextTakenUp;
import org.quitclaim.domain.vocabulary.VocabularyEvent.ContextUnmarked;
import org.quitclaim.domain.vocabulary.VocabularyEvent.UnmarkingAsked;
import org.quitclaim.domain.vocabulary.VocabularyEvent.VocabularyBegun;
import org.quitclaim.domain.vocabulary.VocabularyEvent.WordsStruck;
import org.quitclaim.domain.vocabulary.VocabularyState.Begun;
import org.quitclaim.domain.vocabulary.VocabularyState.Unknown;

/**
 * Decides about the list of contexts.
 *
 * <p><b>Guarantees:</b> no event holds a code that somebody typed: each is one of {@link Subjects#BUILT_IN} or a number.
 * A mark is set by one person and taken away by two; retiring a context and taking it up again takes no mark away.
 */
public final class VocabularyDecisions {
    static final Duration AGREED_WITHIN = Duration.ofHours(24);

    private VocabularyDecisions() {}

    public static Decision<VocabularyEvent> decide(VocabularyState state, VocabularyCommand command, Instant at) {
        return switch (state) {
            case Unknown u ->
                command instanceof BeginVocabulary c ? begin(c, at) : Decision.reject(VocabularyRejection.NOT_BEGUN);
            case Begun begun -> decideBegun(begun, command, at);
        };
    }

    private static Decision<VocabularyEvent> begin(BeginVocabulary c, Instant at) {
        boolean brought = c.contexts().stream().map(ListedContext::context).allMatch(Subjects.BUILT_IN::contains);
        return brought
                ? Decision.accept(new VocabularyBegun(c.vocabulary(), c.contexts(), at))
                : Decision.reject(VocabularyRejection.UNKNOWN);
    }

    private static Decision<VocabularyEvent> decideBegun(Begun list, VocabularyCommand command, Instant at) {
        return switch (command) {
            case BeginVocabulary c -> Decision.reject(VocabularyRejection.BEGUN);
            case AddContext c ->
                c.number() == list.next()
                        ? Decision.accept(
                                new ContextAdded(list.id(), UseContext.own(c.number()), c.sensitive(), c.words(), at))
                        : Decision.reject(VocabularyRejection.STALE);
            case TakeUpContext c -> takeUp(list, c, at);
            case RetireContext c ->
                onTheList(list, c.context())
                        .or(() -> alterable(c.context()))
                        .<Decision<VocabularyEvent>>map(Decision::reject)
                        .orElseGet(() -> Decision.accept(new ContextRetired(list.id(), c.context(), at)));
            case StrikeWords c -> strike(list, c.context(), at);
            case MarkSensitive c ->
                known(list, c.context())
                        .or(() -> alterable(c.context()))
                        .or(() -> when(sensitive(list, c.context()), VocabularyRejection.SENSITIVE))
                        .<Decision<VocabularyEvent>>map(Decision::reject)
                        .orElseGet(() -> Decision.accept(new ContextMarked(list.id(), c.context(), at)));
            case AskToUnmark c ->
                known(list, c.context())
                        .or(() -> when(!sensitive(list, c.context()), VocabularyRejection.NOT_SENSITIVE))
                        .<Decision<VocabularyEvent>>map(Decision::reject)
                        .orElseGet(() -> Decision.accept(
                                new UnmarkingAsked(list.id(), c.context(), c.by(), at.plus(AGREED_WITHIN), at)));
            case AgreeToUnmark c -> agree(list, c, at);
        };
    }

    private static Decision<VocabularyEvent> takeUp(Begun list, TakeUpContext c, Instant at) {
        KnownContext known = list.contexts().get(c.context());
        if (known == null && !Subjects.BUILT_IN.contains(c.context())) {
            return Decision.reject(VocabularyRejection.UNKNOWN);
        }
        if (known != null && !known.retired()) {
            return Decision.reject(VocabularyRejection.LISTED);
        }
        if (known != null && known.struck()) {
            return Decision.reject(VocabularyRejection.STRUCK);
        }
        // what Quitclaim brings as sensitive stays so until two people say otherwise, as everywhere
        boolean marked =
                c.sensitive() || (known == null && Subjects.DEFAULT.sensitive().contains(c.context()));
        return Decision.accept(new ContextTakenUp(list.id(), c.context(), marked, at));
    }

    private static Decision<VocabularyEvent> strike(Begun list, UseContext context, Instant at) {
        KnownContext known = list.contexts().get(context);
        if (known == null) {
            return Decision.reject(VocabularyRejection.UNKNOWN);
        }
        if (known.struck()) {
            return Decision.reject(VocabularyRejection.STRUCK);
        }
        return known.words().isEmpty()
                ? Decision.reject(VocabularyRejection.NO_OWN_WORDS)
                : Decision.accept(
                        new WordsStruck(list.id(), context, known.words().getFirst(), at));
    }

    private static Decision<VocabularyEvent> agree(Begun list, AgreeToUnmark c, Instant at) {
        Optional<Unmarking> asked = Optional.ofNullable(list.contexts().get(c.context())).stream()
                .flatMap(known -> known.unmarking().stream())
                .filter(one -> at.isBefore(one.until()))
                .findFirst();
        if (asked.isEmpty()) {
            return Decision.reject(VocabularyRejection.NO_UNMARKING_ASKED);
        }
        Optional<Rejection> obstacle = c.required()
                ? AgreementRules.between(
                        asked.get().by(), c.by(), VocabularyRejection.SAME_PERSON, VocabularyRejection.SAME_WORD)
                : Optional.empty();
        return obstacle.<Decision<VocabularyEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new ContextUnmarked(
                        list.id(), c.context(), asked.get().by().account(), at)));
    }

    private static Optional<Rejection> known(Begun list, UseContext context) {
        return when(!list.contexts().containsKey(context), VocabularyRejection.UNKNOWN);
    }

    private static Optional<Rejection> onTheList(Begun list, UseContext context) {
        KnownContext known = list.contexts().get(context);
        return known == null
                ? Optional.of(VocabularyRejection.UNKNOWN)
                : when(known.retired(), VocabularyRejection.NOT_LISTED);
    }

    private static Optional<Rejection> alterable(UseContext context) {
        return when(context.equals(UseContext.GENERAL), VocabularyRejection.GENERAL_STAYS);
    }

    private static boolean sensitive(Begun list, UseContext context) {
        KnownContext known = list.contexts().get(context);
        return known != null && known.sensitive();
    }

    private static Optional<Rejection> when(boolean so, Rejection refusal) {
        return so ? Optional.of(refusal) : Optional.empty();
    }

    /** Total, so that any history can be folded. */
    public static VocabularyState evolve(VocabularyState state, VocabularyEvent event) {
        return switch (state) {
            case Unknown u -> event instanceof VocabularyBegun e ? begun(e) : u;
            case Begun list -> evolveBegun(list, event);
        };
    }

    private static Begun begun(VocabularyBegun e) {
        Map<UseContext, KnownContext> contexts = new LinkedHashMap<>();
        contexts.put(UseContext.GENERAL, KnownContext.listed(false, List.of()));
        e.contexts()
                .forEach(one -> contexts.putIfAbsent(one.context(), KnownContext.listed(one.sensitive(), List.of())));
        return new Begun(e.vocabulary(), contexts);
    }

    private static Begun evolveBegun(Begun list, VocabularyEvent event) {
        return switch (event) {
            case VocabularyBegun e -> list;
            case ContextAdded e -> put(list, e.context(), KnownContext.listed(e.sensitive(), List.of(e.words())));
            case ContextTakenUp e ->
                list.contexts().containsKey(e.context())
                        ? alter(list, e.context(), known -> known.takeUp(e.sensitive()))
                        : put(list, e.context(), KnownContext.listed(e.sensitive(), List.of()));
            case ContextRetired e -> alter(list, e.context(), KnownContext::retire);
            case WordsStruck e -> alter(list, e.context(), KnownContext::strike);
            case ContextMarked e -> alter(list, e.context(), known -> known.mark(true));
            case UnmarkingAsked e -> alter(list, e.context(), known -> known.ask(new Unmarking(e.by(), e.until())));
            case ContextUnmarked e -> alter(list, e.context(), known -> known.mark(false));
        };
    }

    private static Begun alter(Begun list, UseContext context, UnaryOperator<KnownContext> how) {
        KnownContext known = list.contexts().get(context);
        return known == null ? list : put(list, context, how.apply(known));
    }

    private static Begun put(Begun list, UseContext context, KnownContext known) {
        Map<UseContext, KnownContext> contexts = new LinkedHashMap<>(list.contexts());
        contexts.put(context, known);
        return new Begun(list.id(), contexts);
    }
}
