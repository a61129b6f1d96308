package org.quitclaim.query.rights;

import java.util.Optional;
import java.util.function.Predicate;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RightsRequestQueries {
    private final DocumentCollection<RightsRequestDocument> requests;

    RightsRequestQueries(RightsRequestProjector projector) {
        this.requests = projector.documents();
    }

    @GetMapping("/api/rights-requests")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Page<RightsRequestView> list(
            @RequestParam Optional<PersonId> person,
            @RequestParam Optional<Boolean> open,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit) {
        Predicate<RightsRequestDocument> wanted = one -> open.isEmpty() || open.get() == one.isOpen();
        Cursor from = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        return person.map(id -> requests.page(RightsRequestDocument.PERSON, id.value(), from, most, wanted))
                .or(() -> open.map(
                        is -> requests.page(RightsRequestDocument.OPEN, Boolean.toString(is), from, most, wanted)))
                .orElseGet(() -> requests.page(from, most, wanted))
                .map(RightsRequestView::of);
    }

    @GetMapping("/api/rights-requests/{id}")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    RightsRequestView get(@PathVariable String id) {
        return requests.find(new RightsRequestId(id).value())
                .map(RightsRequestView::of)
                .orElseThrow(Asked::unknownId);
    }
}
