package org.quitclaim.domain.link;

import java.time.Instant;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;

/** What happened to the links of one quitclaim; who did it is in the event's metadata. */
public sealed interface LinkEvent extends DomainEvent {
    QuitclaimId quitclaim();

    LinkId link();

    @Override
    default QuitclaimId stream() {
        return quitclaim();
    }

    /** @param sha256 of a random secret of 128 bits, which was shown once */
    @Stored("link.issued")
    record LinkIssued(
            QuitclaimId quitclaim, PersonId person, LinkId link, String sha256, Instant signsUntil, Instant at)
            implements LinkEvent {}

    /** Something was sent with it and taken in, for the first time. Looking at the page is no use: programs that check mail do that. */
    @Stored("link.used")
    record LinkUsed(QuitclaimId quitclaim, LinkId link, Instant at) implements LinkEvent {}

    /** It signs nothing any more; what it opens otherwise stays. */
    @Stored("link.signing-ended")
    record LinkSigningEnded(QuitclaimId quitclaim, LinkId link, SigningEnd why, Instant at) implements LinkEvent {}

    /** It opens nothing any more. */
    @Stored("link.revoked")
    record LinkRevoked(QuitclaimId quitclaim, LinkId link, RevokedBecause reason, Instant at) implements LinkEvent {}
}
