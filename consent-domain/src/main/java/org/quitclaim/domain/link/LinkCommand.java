package org.quitclaim.domain.link;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.vault.RecordId;

/** Orders about the links of one quitclaim. */
public sealed interface LinkCommand extends DomainCommand {
    QuitclaimId quitclaim();

    @Override
    default QuitclaimId target() {
        return quitclaim();
    }

    /** @param letter holds the secret, sealed, until it has left */
    record IssueFirstLink(
            QuitclaimId quitclaim, PersonId person, LinkId link, String sha256, Instant signsUntil, RecordId letter)
            implements LinkCommand, Creating {}

    /** One more; those that were issued before stay as they are until this one is used. */
    record IssueLink(QuitclaimId quitclaim, LinkId link, String sha256, Instant signsUntil, RecordId letter)
            implements LinkCommand {}

    /** @param contact the sealed identity whose address a mail server took it for */
    record MailLink(QuitclaimId quitclaim, LinkId link, RecordId contact) implements LinkCommand {}

    record LeaveUnmailed(QuitclaimId quitclaim, LinkId link, NotMailed why) implements LinkCommand {}

    /** Somebody prints its letter, and so can read it. */
    record PrintLink(QuitclaimId quitclaim, LinkId link) implements LinkCommand {}

    /** Something is sent with it for the first time. */
    record UseLink(QuitclaimId quitclaim, LinkId link) implements LinkCommand {}

    record RevokeLink(QuitclaimId quitclaim, LinkId link, RevokedBecause reason) implements LinkCommand {}

    /** Writes down that the time for signing is over. */
    record LapseSigning(QuitclaimId quitclaim, LinkId link) implements LinkCommand {}

    /** Says again, in a restored history, that a later link was used. */
    record PassSigningOn(QuitclaimId quitclaim, LinkId link) implements LinkCommand {}

    /**
     * @param signs the SHA-256 of the answers that the code signs
     * @param letter holds the code, sealed, until it has left
     * @param statement holds the answers, sealed, and what the code is known by
     */
    record AskCode(
            QuitclaimId quitclaim, LinkId link, String signs, List<GrantId> grants, RecordId letter, RecordId statement)
            implements LinkCommand {}

    /** @param contact the sealed identity whose address a mail server took it for */
    record MailCode(QuitclaimId quitclaim, LinkId link, String signs, RecordId contact) implements LinkCommand {}

    record LeaveCodeUnmailed(QuitclaimId quitclaim, LinkId link, String signs, NotMailed why) implements LinkCommand {}

    /** @param right whether what was typed is the code */
    record EnterCode(QuitclaimId quitclaim, LinkId link, String signs, boolean right) implements LinkCommand {}
}
