package org.quitclaim.query.erasure;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ErasureCaseQueries {
    private final DocumentCollection<ErasureCaseDocument> cases;

    private final Clock clock;

    ErasureCaseQueries(ErasureCaseProjector projector, Clock clock) {
        this.cases = projector.documents();
        this.clock = clock;
    }

    @GetMapping("/api/erasure-cases")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Page<ErasureCaseView> list(
            @RequestParam Optional<PersonId> person,
            @RequestParam Optional<Boolean> open,
            @RequestParam Optional<Boolean> parked,
            @RequestParam Optional<Boolean> held,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit) {
        Predicate<ErasureCaseDocument> wanted =
                one -> (open.isEmpty() || open.get() == one.closed().isEmpty())
                        && (parked.isEmpty() || parked.get() == one.isParked())
                        && (held.isEmpty() || held.get() == one.isHeld(clock.instant()));
        Cursor from = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        return person.map(id -> cases.page(ErasureCaseDocument.PERSON, id.value(), from, most, wanted))
                .orElseGet(() -> cases.page(from, most, wanted))
                .map(one -> ErasureCaseView.of(one, clock.instant()));
    }

    @GetMapping("/api/erasure-cases/{id}")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    ErasureCaseView get(@PathVariable String id) {
        return cases.find(new ErasureCaseId(id).value())
                .map(one -> ErasureCaseView.of(one, clock.instant()))
                .orElseThrow(Asked::unknownId);
    }
}
