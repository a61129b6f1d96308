package org.quitclaim.command.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Public;
import org.quitclaim.access.edge.CostlyWork;
import org.quitclaim.access.edge.CostlyWork.Kind;
import org.quitclaim.certificate.ConsentReceipt;
import org.quitclaim.certificate.paper.ReceiptPaper;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.portal.PortalVisits;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's data for herself, by her own link. Fetching changes nothing, since programs open links too: what she asked for
 * stays open until an officer answers it.
 */
@RestController
@RequestMapping("/api/q/{token}")
class OwnExportController {
    private final PortalVisits visits;
    private final Handover handover;
    private final CostlyWork work;

    OwnExportController(PortalVisits visits, Handover handover, CostlyWork work) {
        this.visits = visits;
        this.handover = handover;
        this.work = work;
    }

    /** A ZIP; written as it is made. */
    @GetMapping("/export")
    @Public
    void export(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PersonId person = visits.person(token);
        ExportWords words = ExportWords.of(language, request.getLocale());
        work.run(Kind.OWN_EXPORT, () -> handover.archive(person, words, Origins.of(person), response));
    }

    /** The part for machines alone. Source: GDPR Art. 20. */
    @GetMapping("/data")
    @Public
    void data(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        PersonId person = visits.person(token);
        ExportWords words = ExportWords.of(language, request.getLocale());
        work.run(Kind.OWN_EXPORT, () -> handover.json(person, words, Origins.of(person), response));
    }

    @GetMapping(path = "/receipts/{grant}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Public
    byte[] receipt(@PathVariable String token, @PathVariable String grant) {
        return find(token, grant).bytes();
    }

    @GetMapping(path = "/receipts/{grant}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    @Public
    byte[] paper(@PathVariable String token, @PathVariable String grant) {
        ConsentReceipt receipt = find(token, grant);
        return work.get(Kind.OWN_PHOTO, () -> ReceiptPaper.of(receipt));
    }

    private ConsentReceipt find(String token, String grant) {
        PersonId person = visits.person(token);
        return handover.receipt(person, new GrantId(grant), Origins.of(person));
    }

    /** A photo of her, with everybody else covered; of one mark on it what is around it, with her other marks covered as well. */
    @GetMapping(path = "/photos/{photo}", produces = MediaType.IMAGE_JPEG_VALUE)
    @Public
    byte[] photo(
            @PathVariable String token,
            @PathVariable String photo,
            @RequestParam(required = false) @Nullable String face) {
        PersonId person = visits.person(token);
        PhotoId id = new PhotoId(photo);
        Origin origin = Origins.of(person);
        return work.get(
                Kind.OWN_PHOTO,
                () -> face == null
                        ? handover.photo(person, id, origin)
                        : handover.mark(person, id, new FaceId(face), origin));
    }
}
