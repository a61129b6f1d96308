package org.quitclaim.command.publication;

import java.util.List;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.PhotoEvent.ReleaseAuthorised;

/** Ends the authorisations of a publication that is blocked or has to go offline. */
final class WhenPublicationOverThenRelease implements Duty {
    private final Streams streams;
    private final PublicationGate gate;

    public WhenPublicationOverThenRelease(Streams streams, PublicationGate gate) {
        this.streams = streams;
        this.gate = gate;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.RELEASE;
    }

    @Override
    public void perform(Todo todo) {
        PublicationId publication = new PublicationId(todo.subject());
        if (gate.atWork(publication)) {
            return;
        }
        PhotoId photo = new PhotoId(todo.detail());
        List<PersonId> persons = streams.events(photo)
                .filter(ReleaseAuthorised.class::isInstance)
                .map(ReleaseAuthorised.class::cast)
                .filter(release -> release.publication().equals(publication))
                .flatMap(release -> release.visible().stream())
                .distinct()
                .toList();
        gate.release(publication, photo, persons, Origin.system("release-policy"));
    }
}
