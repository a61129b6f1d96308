package org.quitclaim.command.mail;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.certificate.paper.InvitationPaper;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.link.LinkCommand.PrintLink;
import org.quitclaim.domain.link.LinkRejection;
import org.quitclaim.domain.link.LinksState.Issued;
import org.quitclaim.vault.AccessPurpose;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Prints the letter of a link that was not mailed: the one place where staff can read a link, and so each print is an
 * event that names who did, before the letter is there to be read.
 */
@RestController
@RequestMapping("/api/quitclaims/{id}/links/{link}/letter")
class LettersController {
    private static final InputRejection NOWHERE = new InputRejection(
            "link.leads-nowhere",
            "The organisation has not said at which address its pages are reached, so a letter would lead nowhere. An"
                    + " administrator gives the address under \"the organisation\".",
            HttpStatus.CONFLICT);
    private static final InputRejection GONE = new InputRejection(
            "link.letter-gone",
            "The letter of this link is not kept any more. Issue a new link if the person needs one.",
            HttpStatus.CONFLICT);

    private final Streams streams;
    private final Commands commands;
    private final SealedLetters letters;
    private final LinkPlace place;
    private final Installation installation;
    private final Clock clock;

    LettersController(
            Streams streams,
            Commands commands,
            SealedLetters letters,
            LinkPlace place,
            Installation installation,
            Clock clock) {
        this.streams = streams;
        this.commands = commands;
        this.letters = letters;
        this.place = place;
        this.installation = installation;
        this.clock = clock;
    }

    @PostMapping(produces = MediaType.APPLICATION_PDF_VALUE)
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    ResponseEntity<byte[]> print(@PathVariable String id, @PathVariable String link, Actor actor) {
        QuitclaimId quitclaim = new QuitclaimId(id);
        if (!(streams.links(quitclaim) instanceof Issued issued)) {
            throw new RejectedException(LinkRejection.UNKNOWN);
        }
        Link one = issued.find(new LinkId(link)).orElseThrow(() -> new RejectedException(LinkRejection.UNKNOWN));
        requireSomebody(issued);
        OrganisationDetails said = place.organisation();
        if (place.of(said, "/").isEmpty()) {
            throw new RejectedException(NOWHERE);
        }
        commands.send(new PrintLink(quitclaim, one.id()), Origins.of(actor));
        URI address = letters.path(
                        one, actor.reason(AccessPurpose.CONSENT, issued.person().value()))
                .flatMap(path -> place.of(said, path))
                .orElseThrow(() -> new RejectedException(GONE));
        LocalDate last = LocalDate.ofInstant(one.signsUntil().minusMillis(1), installation.zone());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"letter.pdf\"")
                .body(InvitationPaper.of(address, said, last, clock.instant()));
    }

    private void requireSomebody(Issued issued) {
        if (!(streams.consent(issued.person()) instanceof Known known) || known.erasureRequested()) {
            throw new RejectedException(ConsentRejection.PERSON_ERASED);
        }
        if (known.deceased()) {
            throw new RejectedException(ConsentRejection.PERSON_DECEASED);
        }
    }
}
