package org.quitclaim.command.erasure;

import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentEvent.UseAuthorised;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.erasure.ErasureState.Open;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;

/**
 * Waits until everybody who published the person was told and said so, or until that was escalated.
 *
 * <p><b>Source:</b> GDPR Art. 17(2), 19; R45.
 */
record TellRecipients(Streams streams, WorkIndex index, UpToDate upToDate) implements FollowUp {
    @Override
    public ErasureStep step() {
        return ErasureStep.RECIPIENTS_TOLD;
    }

    @Override
    public Outcome take(Open open, Origin origin) {
        PersonId person = open.work().person();
        boolean followedUp =
                !(streams.consent(person) instanceof Known known) || known.followedUp() == known.revocations();
        if (!followedUp) {
            return Outcome.WAITING;
        }
        upToDate.await();
        boolean waiting = streams.events(person)
                .filter(UseAuthorised.class::isInstance)
                .map(event -> ((UseAuthorised) event).publication())
                .distinct()
                .anyMatch(this::unanswered);
        return waiting ? Outcome.WAITING : Outcome.DONE;
    }

    /** Ordered, and neither acknowledged nor escalated: an escalated one has its level in the detail. */
    private boolean unanswered(PublicationId publication) {
        return index.one(
                        "select 1 from todo where kind = ? and subject = ? and detail = ''",
                        row -> true,
                        TodoKind.TAKEDOWN.name(),
                        publication.value())
                .isPresent();
    }
}
