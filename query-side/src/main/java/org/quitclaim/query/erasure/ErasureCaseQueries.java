package org.quitclaim.query.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.data.mongodb.core.query.Criteria;
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
        Instant now = clock.instant();
        Criteria wanted = new Criteria();
        person.ifPresent(id -> wanted.and(ErasureCaseDocument.PERSON).is(id.value()));
        wanted.and(ErasureCaseDocument.OPEN).in(either(open));
        wanted.and(ErasureCaseDocument.PARKED).in(either(parked));
        wanted.and(ErasureCaseDocument.CLAIMED).in(either(held.filter(is -> is)));
        held.ifPresent(is -> held(wanted.and(ErasureCaseDocument.HELD_UNTIL), is, Date.from(now)));
        return cases.page(wanted, Asked.cursor(cursor), Asked.limit(limit)).map(one -> ErasureCaseView.of(one, now));
    }

    /** All there is where nothing is asked, so that one index answers whatever is. */
    private static List<Boolean> either(Optional<Boolean> asked) {
        return asked.map(List::of).orElse(List.of(true, false));
    }

    private static void held(Criteria until, boolean is, Date now) {
        if (is) {
            until.gt(now);
        } else {
            until.not().gt(now);
        }
    }

    @GetMapping("/api/erasure-cases/{id}")
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    ErasureCaseView get(@PathVariable String id) {
        return cases.find(new ErasureCaseId(id).value())
                .map(one -> ErasureCaseView.of(one, clock.instant()))
                .orElseThrow(Asked::unknownId);
    }
}
