package org.quitclaim.domain.link;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;

/** The links to what one person was asked. */
public sealed interface LinksState {
    record Unissued() implements LinksState {}

    /** @param links in the order in which they were issued */
    record Issued(QuitclaimId quitclaim, PersonId person, List<Link> links) implements LinksState {
        public Issued {
            links = List.copyOf(links);
        }

        public Optional<Link> find(LinkId id) {
            return links.stream().filter(link -> link.id().equals(id)).findFirst();
        }
    }

    LinksState NONE = new Unissued();
}
