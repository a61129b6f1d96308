package org.quitclaim.domain.consent;

import java.time.Instant;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.AuthoriseUse;
import org.quitclaim.domain.consent.ConsentState.Known;

/** The person's answer to the gate, always from the current state. */
final class UseRules {
    private UseRules() {}

    static Decision<ConsentEvent> authorise(Known person, AuthoriseUse command, Instant at) {
        return switch (person.outlook().permission(command.question(), at)) {
            case Permission.Denied denied -> Decision.reject(new UseDenied(denied.reason(), denied.on()));
            case Permission.Permitted permitted ->
                Decision.accept(new ConsentEvent.UseAuthorised(
                        person.id(),
                        command.publication(),
                        command.rendition(),
                        command.question(),
                        permitted.grant().id(),
                        permitted.grant().notice(),
                        permitted.grant().noticeSha256(),
                        permitted.until(),
                        at));
        };
    }
}
