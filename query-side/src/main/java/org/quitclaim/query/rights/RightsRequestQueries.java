package org.quitclaim.query.rights;

import java.util.List;
import java.util.Optional;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.data.mongodb.core.query.Criteria;
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
        Criteria wanted = new Criteria();
        person.ifPresent(id -> wanted.and(RightsRequestDocument.PERSON).is(id.value()));
        wanted.and(RightsRequestDocument.OPEN).in(open.map(List::of).orElse(List.of(true, false)));
        return requests.page(wanted, Asked.cursor(cursor), Asked.limit(limit)).map(RightsRequestView::of);
    }

    @GetMapping("/api/rights-requests/{id}")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    RightsRequestView get(@PathVariable String id) {
        return requests.find(new RightsRequestId(id).value())
                .map(RightsRequestView::of)
                .orElseThrow(Asked::unknownId);
    }
}
