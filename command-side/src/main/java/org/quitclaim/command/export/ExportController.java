package org.quitclaim.command.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.NeedsRoom;
import org.quitclaim.access.Role;
import org.quitclaim.access.edge.CostlyWork;
import org.quitclaim.access.edge.CostlyWork.Kind;
import org.quitclaim.certificate.paper.ReceiptPaper;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's data for the officer who hands it over. */
@RestController
@RequestMapping("/api/persons/{id}")
class ExportController {
    private final Handover handover;
    private final CostlyWork work;

    ExportController(Handover handover, CostlyWork work) {
        this.handover = handover;
        this.work = work;
    }

    /** A ZIP; written as it is made. */
    @GetMapping("/export")
    @NeedsRoom
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void export(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String language,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ExportWords words = ExportWords.of(language, request.getLocale());
        work.run(Kind.STAFF_EXPORT, () -> handover.archive(new PersonId(id), words, Origins.of(actor), response));
    }

    /** The part for machines alone. Source: GDPR Art. 20. */
    @GetMapping("/data")
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void data(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String language,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ExportWords words = ExportWords.of(language, request.getLocale());
        work.run(Kind.STAFF_EXPORT, () -> handover.json(new PersonId(id), words, Origins.of(actor), response));
    }

    @GetMapping(path = "/receipts/{grant}", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    byte[] receipt(@PathVariable String id, @PathVariable String grant, Actor actor) {
        return handover.receipt(new PersonId(id), new GrantId(grant), Origins.of(actor))
                .bytes();
    }

    @GetMapping(path = "/receipts/{grant}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    byte[] paper(@PathVariable String id, @PathVariable String grant, Actor actor) {
        return ReceiptPaper.of(handover.receipt(new PersonId(id), new GrantId(grant), Origins.of(actor)));
    }
}
