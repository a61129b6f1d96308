package org.quitclaim.domain.link;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.id.GrantId;
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

    /**
     * Somebody who holds the link looked at the answers and asked for the code that signs them.
     *
     * @param signs the SHA-256 of the answers, in the form of RFC 8785
     * @param grants what stands once the code is typed
     * @param letter where the code lies sealed under the person's IDENTITY key until it has left
     * @param statement where the answers lie sealed with a keyed digest of the code, until it was typed or is over
     */
    @Stored("link.code-asked")
    record CodeAsked(
            QuitclaimId quitclaim,
            LinkId link,
            String signs,
            List<GrantId> grants,
            RecordId letter,
            RecordId statement,
            Instant until,
            Instant at)
            implements LinkEvent {}

    /** @param contact the sealed identity that held the address */
    @Stored("link.code-mailed")
    record CodeMailed(QuitclaimId quitclaim, LinkId link, String signs, RecordId contact, Instant at)
            implements LinkEvent {}

    @Stored("link.code-not-mailed")
    record CodeNotMailed(QuitclaimId quitclaim, LinkId link, String signs, NotMailed why, Instant at)
            implements LinkEvent {}

    /** Something else was typed. */
    @Stored("link.code-missed")
    record CodeMissed(QuitclaimId quitclaim, LinkId link, String signs, Instant at) implements LinkEvent {}

    /** Whoever holds the link typed what was mailed. */
    @Stored("link.code-entered")
    record CodeEntered(QuitclaimId quitclaim, LinkId link, String signs, Instant at) implements LinkEvent {}
}
