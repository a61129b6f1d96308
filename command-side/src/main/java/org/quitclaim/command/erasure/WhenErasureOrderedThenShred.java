package org.quitclaim.command.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.erasure.ErasureCases.Order;
import org.quitclaim.command.photo.SealedWords;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkerGroup;
import org.quitclaim.domain.consent.ConsentCommand.RecordShredding;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.erasure.ErasureCommand.NoteHold;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.ParkedBecause;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;

/**
 * Destroys a key that was ordered to go, and what lies under it. Everything that takes longer follows in
 * {@link WhenKeyDestroyedThenFollowUp}.
 *
 * <p><b>Guarantees:</b> every step bears repeating; a crash leaves the order on the list. It is tried until it succeeds,
 * also while its failing is parked for somebody to see: nobody has to allow it, and what the search would look for need
 * not be known. A hold puts off only the element it is on. Source: R67, R72.
 */
final class WhenErasureOrderedThenShred implements Duty {
    private final ErasureCases cases;
    private final Commands commands;
    private final Streams streams;
    private final SealedWords words;
    private final Clock clock;
    private final FailedAttempts attempts = new FailedAttempts();

    public WhenErasureOrderedThenShred(
            ErasureCases cases, Commands commands, Streams streams, SealedWords words, Clock clock) {
        this.cases = cases;
        this.commands = commands;
        this.streams = streams;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.ERASURE;
    }

    @Override
    public WorkerGroup workers() {
        return WorkerGroup.REVOKING;
    }

    @Override
    public void perform(Todo todo) {
        String[] ordered = todo.detail().split(":", 2);
        Order order =
                new Order(new PersonId(todo.subject()), KeyScope.valueOf(ordered[0]), Integer.parseInt(ordered[1]));
        ErasureCaseId id = cases.idOf(order);
        Origin origin = Origin.system("erasure-policy").about(id);
        openOrGiveUpLooking(order, id, origin);
        Optional<Instant> held = heldUntil(order);
        if (held.isPresent()) {
            commands.offer(new NoteHold(id, held.get()), origin);
            return;
        }
        try {
            cases.shred(order.key());
        } catch (RuntimeException e) {
            if (attempts.exhausted(id, ErasureStep.KEY_DESTROYED, e)) {
                cases.park(id, ErasureStep.KEY_DESTROYED, ParkedBecause.FAILED, List.of(), origin);
            }
            throw e;
        }
        commands.offer(new RecordShredding(order.person(), order.scope(), order.generation()), origin);
        cases.done(id, ErasureStep.KEY_DESTROYED, origin);
        cases.done(id, ErasureStep.CIPHERTEXT_DELETED, origin);
    }

    /** Being unable to look for what is left afterwards puts the destruction off for a few attempts, not for ever. */
    private void openOrGiveUpLooking(Order order, ErasureCaseId id, Origin origin) {
        try {
            cases.open(order, origin);
            if (order.scope() == KeyScope.IDENTITY) {
                // as long as the name is known by which they are found
                words.forgetNamesOf(order.person(), id.value());
            }
        } catch (RuntimeException e) {
            if (!attempts.exhausted(id, ErasureStep.SEARCH_CLEAN)) {
                throw e;
            }
            cases.park(id, ErasureStep.SEARCH_CLEAN, ParkedBecause.FAILED, List.of(), origin);
        }
    }

    private Optional<Instant> heldUntil(Order order) {
        return streams.consent(order.person()) instanceof Known known
                        && known.retention().holds(order.scope(), clock.instant())
                ? Optional.of(Objects.requireNonNull(known.retention().holds().get(order.scope())))
                : Optional.empty();
    }
}
