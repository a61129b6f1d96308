package org.quitclaim.command.portal;

import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.consent.QuitclaimLookup;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.consent.QuitclaimId;
import org.springframework.http.HttpStatus;

/** Whose page a link opens. Whoever holds the link is the person; nothing else is asked. Source: GDPR Art. 12(6); R54. */
public final class PortalVisits {
    private final SigningLinks links;
    private final QuitclaimLookup quitclaims;
    private final Streams streams;

    public PortalVisits(SigningLinks links, QuitclaimLookup quitclaims, Streams streams) {
        this.links = links;
        this.quitclaims = quitclaims;
        this.streams = streams;
    }

    /** @throws RejectedException for a link that was not issued here */
    public QuitclaimId quitclaim(String token) {
        return links.read(token)
                .orElseThrow(() -> new RejectedException(new InputRejection(
                        "portal.unknown-link",
                        "This link is not known here. Ask for a new one.",
                        HttpStatus.NOT_FOUND)));
    }

    /** Also of somebody who was erased: what remains is hers to know. */
    public PersonId person(String token) {
        return quitclaims.personOf(quitclaim(token));
    }

    /** @throws RejectedException if the person was erased */
    public Known known(QuitclaimId quitclaim) {
        if (streams.consent(quitclaims.personOf(quitclaim)) instanceof Known known && !known.erasureRequested()) {
            return known;
        }
        throw new RejectedException(ConsentRejection.PERSON_ERASED);
    }
}
