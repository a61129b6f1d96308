package org.quitclaim.command.work;

import java.sql.Connection;
import java.sql.SQLException;
import org.quitclaim.command.dispatch.Cause;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.breach.BreachEvent;
import org.quitclaim.domain.collection.CollectionEvent;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.link.LinkEvent;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.vault.RecordId;

/** What each event does to the work index. Every statement bears being repeated. */
final class WorkRows {
    private final Rows rows;
    private final ConsentRows consent;
    private final PhotoRows photo;
    private final PictureRows pictures;
    private final CopyRows copies;
    private final PublicationRows publication;
    private final ErasureRows erasure;
    private final RightsRows rights;
    private final BreachRows breach;
    private final LinkRows links;
    private final PortraitRows portraits;

    WorkRows(Connection connection) {
        this.rows = new Rows(connection);
        this.consent = new ConsentRows(rows);
        this.photo = new PhotoRows(rows);
        this.pictures = new PictureRows(rows);
        this.copies = new CopyRows(rows);
        this.publication = new PublicationRows(rows);
        this.erasure = new ErasureRows(rows);
        this.rights = new RightsRows(rows);
        this.breach = new BreachRows(rows);
        this.links = new LinkRows(rows);
        this.portraits = new PortraitRows(rows);
    }

    void no(DomainEvent event, String id, long sequence) throws SQLException {
        NoList.on(rows, event, new RecordedNo(id, event.stream().value(), sequence, event.at()));
    }

    void on(DomainEvent event, Cause of, Doer by) throws SQLException {
        rows.because(of, by);
        for (RecordId record : NamedRecords.in(event)) {
            rows.run("insert or ignore into named values (?)", record.value());
        }
        switch (event) {
            case ConsentEvent e -> consent.on(e);
            case PhotoEvent e -> {
                photo.on(e);
                pictures.on(e);
                copies.on(e);
            }
            case PublicationEvent e -> publication.on(e);
            case ErasureEvent e -> erasure.on(e);
            case RightsEvent e -> rights.on(e);
            case BreachEvent e -> breach.on(e);
            case LinkEvent e -> links.on(e);
            case CollectionEvent.RecognitionPolicySet e -> portraits.policySet();
            default -> {}
        }
    }
}
