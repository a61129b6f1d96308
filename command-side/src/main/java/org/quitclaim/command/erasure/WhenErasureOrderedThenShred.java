package org.quitclaim.command.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.faceprint.GalleryKeeper;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentCommand.RecordShredding;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.erasure.ErasureCaseId;
import org.quitclaim.domain.erasure.ErasureCommand.CloseErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.OpenErasureCase;
import org.quitclaim.domain.erasure.ErasureCommand.RecordErasureStep;
import org.quitclaim.domain.erasure.ErasureState;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.PhotoCommand.RetractSuggestion;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;

/**
 * Carries out an order to erase, from opening the case to closing it.
 *
 * <p><b>Guarantees:</b> every step bears repeating; a crash leaves the case open and the order on the list. The key goes
 * first, everything else after it.
 */
public final class WhenErasureOrderedThenShred implements Duty {
    private final Commands commands;
    private final Streams streams;
    private final Vault vault;
    private final GalleryKeeper gallery;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Clock clock;

    public WhenErasureOrderedThenShred(
            Commands commands,
            Streams streams,
            Vault vault,
            GalleryKeeper gallery,
            WorkIndex index,
            UpToDate upToDate,
            Clock clock) {
        this.commands = commands;
        this.streams = streams;
        this.vault = vault;
        this.gallery = gallery;
        this.index = index;
        this.upToDate = upToDate;
        this.clock = clock;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.ERASURE;
    }

    @Override
    public void perform(Todo todo) {
        String[] ordered = todo.detail().split(":", 2);
        carryOut(
                new PersonId(todo.subject()),
                KeyScope.valueOf(ordered[0]),
                Integer.parseInt(ordered[1]),
                Origin.system("erasure-policy"));
    }

    private void carryOut(PersonId person, KeyScope scope, int generation, Origin origin) {
        ErasureCaseId id = caseOf(person, scope, generation);
        if (streams.erasure(id) instanceof ErasureState.Unopened) {
            LocalDate due = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusMonths(1);
            commands.offer(
                    new OpenErasureCase(id, person, scope, generation, cause(person, scope, generation), due), origin);
        }
        shred(KeyRef.of(person, scope, new KeyGeneration(generation)));
        done(id, ErasureStep.KEY_DESTROYED, origin);
        done(id, ErasureStep.CIPHERTEXT_DELETED, origin);
        commands.offer(new RecordShredding(person, scope, generation), origin);
        if (scope == KeyScope.RECOGNITION) {
            gallery.judgeAnew(person);
            done(id, ErasureStep.GALLERY_CLEARED, origin);
            retractSuggestions(person, generation, origin);
            done(id, ErasureStep.SUGGESTIONS_RETRACTED, origin);
        }
        commands.offer(new CloseErasureCase(id), origin);
    }

    private ErasureCaseId caseOf(PersonId person, KeyScope scope, int generation) {
        String material = person.value() + ':' + scope + ':' + generation;
        return IdMint.fromMac(
                vault.secrets().mac("erasure-case", material.getBytes(StandardCharsets.US_ASCII)),
                ErasureCaseId.PREFIX,
                ErasureCaseId::new);
    }

    private ErasureCause cause(PersonId person, KeyScope scope, int generation) {
        return streams.events(person)
                .filter(ConsentEvent.ErasureOrdered.class::isInstance)
                .map(ConsentEvent.ErasureOrdered.class::cast)
                .filter(order -> order.scope() == scope && order.keyGeneration() == generation)
                .map(ConsentEvent.ErasureOrdered::cause)
                .findFirst()
                .orElse(ErasureCause.REQUEST);
    }

    private void shred(KeyRef key) {
        try {
            vault.shred(key);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private void done(ErasureCaseId id, ErasureStep step, Origin origin) {
        if (streams.erasure(id) instanceof Open open && open.todo().contains(step)) {
            commands.offer(new RecordErasureStep(id, step), origin);
        }
    }

    private record Suggested(PhotoId photo, FaceId face) {}

    private void retractSuggestions(PersonId person, int generation, Origin origin) {
        upToDate.await();
        index.all(
                        "select photo, face from suggestion where person = ? and generation <= ?",
                        row -> new Suggested(new PhotoId(row.getString(1)), new FaceId(row.getString(2))),
                        person.value(),
                        generation)
                .forEach(one -> commands.offer(new RetractSuggestion(one.photo(), one.face(), person), origin));
    }
}
