package org.quitclaim.domain.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;

/** The links to what one person was asked. */
public sealed interface LinksState {
    record Unissued() implements LinksState {}

    /**
     * @param links in the order in which they were issued
     * @param codes in the order in which they were asked for; of the day before the last one
     */
    record Issued(QuitclaimId quitclaim, PersonId person, List<Link> links, List<Code> codes) implements LinksState {
        public Issued {
            links = List.copyOf(links);
            codes = List.copyOf(codes);
        }

        public Optional<Link> find(LinkId id) {
            return links.stream().filter(link -> link.id().equals(id)).findFirst();
        }

        /** The one that may sign; those before it cannot any more. */
        public Optional<Code> code(LinkId link) {
            return CodeRules.latest(codes.stream().filter(code -> code.link().equals(link)));
        }

        /** Why this code signs nothing with this link at this moment; empty if it would. */
        public Optional<LinkRejection> codeObstacle(LinkId link, String signs, Instant at) {
            Optional<Code> latest = code(link);
            if (latest.filter(code -> code.signs().equals(signs)).isPresent()) {
                return latest.get().obstacle(at);
            }
            boolean former = codes.stream()
                    .anyMatch(code -> code.link().equals(link) && code.signs().equals(signs));
            return Optional.of(former ? LinkRejection.CODE_REPLACED : LinkRejection.CODE_UNKNOWN);
        }

        Issued with(List<Code> next) {
            return new Issued(quitclaim, person, links, next);
        }
    }

    LinksState NONE = new Unissued();
}
