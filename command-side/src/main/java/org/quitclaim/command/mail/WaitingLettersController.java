package org.quitclaim.command.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.history.HistoryDamaged;
import org.quitclaim.domain.id.LinkId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.link.Delivery;
import org.quitclaim.domain.link.LinksState.Issued;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which letters have not left yet, of whomever: nobody else tells staff that somebody waits for one. */
@RestController
class WaitingLettersController {
    /** Of the oldest; who prints some sees the next. */
    private static final int MOST = 100;

    private final WorkIndex index;
    private final Streams streams;
    private final Clock clock;

    WaitingLettersController(WorkIndex index, Streams streams, Clock clock) {
        this.index = index;
        this.streams = streams;
        this.clock = clock;
    }

    /** @param delivery whether it waits to be mailed or to be printed; either can be printed now */
    record Letter(PersonId personId, QuitclaimId quitclaimId, LinkId linkId, Instant since, Delivery delivery) {}

    /** @param more whether there are others behind these */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Letters(List<Letter> items, boolean more) {}

    private record Row(LinkId link, QuitclaimId quitclaim, PersonId person, Instant since) {}

    @GetMapping("/api/letters")
    @AllowedFor({Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Letters waiting() {
        List<Row> rows = index.all(
                "select link, quitclaim, person, since from waiting order by since limit ?",
                row -> new Row(
                        new LinkId(row.getString(1)),
                        new QuitclaimId(row.getString(2)),
                        new PersonId(row.getString(3)),
                        Instant.ofEpochMilli(row.getLong(4))),
                MOST + 1);
        return new Letters(rows.stream().limit(MOST).flatMap(this::letter).toList(), rows.size() > MOST);
    }

    /** As the history has it: of somebody who was erased or has died nothing waits, and what cannot be read is not shown. */
    private Stream<Letter> letter(Row row) {
        try {
            return streams.consent(row.person()) instanceof Known known
                            && !known.erasureRequested()
                            && !known.deceased()
                            && streams.links(row.quitclaim()) instanceof Issued issued
                    ? issued.find(row.link()).filter(link -> link.waits(clock.instant())).stream()
                            .map(link ->
                                    new Letter(row.person(), row.quitclaim(), link.id(), row.since(), link.delivery()))
                    : Stream.empty();
        } catch (HistoryDamaged e) {
            return Stream.empty();
        }
    }
}
