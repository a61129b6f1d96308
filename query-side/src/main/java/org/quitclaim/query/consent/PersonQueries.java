package org.quitclaim.query.consent;

import java.time.Clock;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PersonQueries {
    private final PersonProjector persons;
    private final Clock clock;

    PersonQueries(PersonProjector persons, Clock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    @GetMapping("/api/persons")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Page<PersonView> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit) {
        return persons.documents()
                .page(Asked.cursor(cursor), Asked.limit(limit), any -> true)
                .map(document -> PersonView.of(document, clock.instant()));
    }

    @GetMapping("/api/persons/{id}")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    PersonView get(@PathVariable String id) {
        return persons.documents()
                .find(new PersonId(id).value())
                .map(document -> PersonView.of(document, clock.instant()))
                .orElseThrow(Asked::unknownId);
    }
}
