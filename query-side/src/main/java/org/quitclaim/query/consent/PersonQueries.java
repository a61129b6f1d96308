package org.quitclaim.query.consent;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.query.collection.Shoots;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.web.Asked;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PersonQueries {
    private final PersonProjector persons;
    private final Shoots shoots;
    private final Clock clock;

    PersonQueries(PersonProjector persons, Shoots shoots, Clock clock) {
        this.persons = persons;
        this.shoots = shoots;
        this.clock = clock;
    }

    @GetMapping("/api/persons")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Page<PersonView> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Asked.DEFAULT_LIMIT) int limit,
            Actor actor,
            Reach reach) {
        Cursor from = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        Page<PersonDocument> page = switch (reach) {
            case Reach.Everything everything -> persons.documents().page(from, most);
            case Reach.OwnCollections own ->
                persons.documents().page(Criteria.where("_id").in(ids(own)), from, most);
        };
        return page.map(document -> PersonView.of(document, clock.instant(), PersonReader.of(actor, reach)));
    }

    private Set<String> ids(Reach.OwnCollections own) {
        return shoots.participants(own).stream().map(PersonId::value).collect(Collectors.toUnmodifiableSet());
    }

    @GetMapping("/api/persons/{id}")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    PersonView get(@PathVariable String id, Actor actor, Reach reach) {
        return persons.documents()
                .find(new PersonId(id).value())
                .filter(found -> !(reach instanceof Reach.OwnCollections own)
                        || shoots.participants(own).contains(found.person().id()))
                .map(document -> PersonView.of(document, clock.instant(), PersonReader.of(actor, reach)))
                .orElseThrow(Asked::unknownId);
    }
}
