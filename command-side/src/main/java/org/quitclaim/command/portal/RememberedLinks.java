package org.quitclaim.command.portal;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.link.LinkSecret;
import org.quitclaim.command.portal.PortalVisits.Visit;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.link.Delivery;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.link.LinkRejection;
import org.quitclaim.domain.vault.RecordId;

/** Which links were ever issued, as the lists of work remember it; asked only where their own history is damaged. */
record RememberedLinks(WorkIndex index) {
    private static final RecordId UNKNOWN = new RecordId(RecordId.PREFIX + "a".repeat(26));

    private record Row(LinkId link, PersonId person, boolean revoked) {}

    /** @throws RejectedException for a link that was revoked, as far as the lists know */
    Optional<Visit> visit(LinkSecret secret) {
        Optional<Row> row = index.one(
                "select link, person, revoked from link where sha256 = ?",
                one -> new Row(new LinkId(one.getString(1)), new PersonId(one.getString(2)), one.getBoolean(3)),
                secret.sha256());
        if (row.filter(Row::revoked).isPresent()) {
            throw new RejectedException(LinkRejection.REVOKED);
        }
        return row.map(one -> new Visit(
                secret.quitclaim(),
                one.person(),
                new Link(
                        one.link(),
                        secret.sha256(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        true,
                        Link.Power.LAPSED,
                        UNKNOWN,
                        Delivery.PRINTED,
                        false),
                false));
    }
}
