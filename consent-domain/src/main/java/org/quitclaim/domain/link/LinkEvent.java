package org.quitclaim.domain.link;

import java.time.Instant;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.vault.RecordId;

/** What happened to the links of one quitclaim; who did it is in the event's metadata. */
public sealed interface LinkEvent extends DomainEvent {
    QuitclaimId quitclaim();

    LinkId link();

    @Override
    default QuitclaimId stream() {
        return quitclaim();
    }

    /**
     * @param sha256 of a random secret of 128 bits, which is shown to nobody of staff
     * @param letter where the secret lies sealed under the person's IDENTITY key until it has left
     */
    @Stored("link.issued")
    record LinkIssued(
            QuitclaimId quitclaim,
            PersonId person,
            LinkId link,
            String sha256,
            Instant signsUntil,
            RecordId letter,
            Instant at)
            implements LinkEvent {}

    /**
     * A mail server took it; whether anybody reads it is not known.
     *
     * @param contact the sealed identity that held the address
     */
    @Stored("link.mailed")
    record LinkMailed(QuitclaimId quitclaim, LinkId link, RecordId contact, Instant at) implements LinkEvent {}

    /** It was not mailed and will not be. */
    @Stored("link.not-mailed")
    record LinkNotMailed(QuitclaimId quitclaim, LinkId link, NotMailed why, Instant at) implements LinkEvent {}

    /** Its letter was printed; by whom is in the metadata, and whoever it was could read it. */
    @Stored("link.printed")
    record LinkPrinted(QuitclaimId quitclaim, LinkId link, Instant at) implements LinkEvent {}

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
