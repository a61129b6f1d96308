package org.quitclaim.domain.publication;

import java.util.List;
import org.quitclaim.domain.Creating;
import org.quitclaim.domain.DomainCommand;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.vault.RecordId;

/** Orders to one publication. */
public sealed interface PublicationCommand extends DomainCommand {
    PublicationId publication();

    @Override
    default PublicationId target() {
        return publication();
    }

    /** Records the wish; {@code destination} is where it goes, sealed. */
    record RequestPublication(
            PublicationId publication, Use use, RecordId destination, Basis basis, List<OtherBasis> otherBasis)
            implements PublicationCommand, Creating {}

    /** The photo and everybody visible said yes. */
    record ClearPublication(
            PublicationId publication, int photoVersion, List<Authorisation> authorisations, int ruleVersion)
            implements PublicationCommand {}

    record BlockPublication(PublicationId publication, List<Reason> reasons) implements PublicationCommand {}

    /** The same yes, given anew after the faces on the photo changed. */
    record ReaffirmPublication(
            PublicationId publication, int photoVersion, List<Authorisation> authorisations, int ruleVersion)
            implements PublicationCommand {}

    /** It is online; never refused, because it is a fact. */
    record ConfirmPublished(PublicationId publication) implements PublicationCommand {}

    record OrderTakedown(PublicationId publication, TakedownCause cause, List<Reason> reasons)
            implements PublicationCommand {}

    record AcknowledgeTakedown(PublicationId publication) implements PublicationCommand {}

    record EscalateTakedown(PublicationId publication) implements PublicationCommand {}
}
