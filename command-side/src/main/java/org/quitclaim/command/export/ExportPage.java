package org.quitclaim.command.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.ConsentReceipt;
import org.quitclaim.command.consent.ErasedElement;
import org.quitclaim.command.rights.RequestView;

/** The same data for reading: one page that needs nothing but the pictures beside it. */
final class ExportPage {
    private static final String STYLE = "body{font:16px/1.5"
            + " system-ui,sans-serif;color:#1d2733;background:#f6f7f9;margin:0}main{max-width:60rem;margin:0"
            + " auto;padding:1.5rem}h1{color:#0f5c63}h2{margin-top:2.5rem;border-bottom:2px solid"
            + " #0f5c63}table{border-collapse:collapse;width:100%;background:#fff}th,td{border:1px solid"
            + " #d5dbe1;padding:.4rem"
            + " .6rem;text-align:left;vertical-align:top}.wide,pre{overflow-x:auto}pre{background:#fff;padding:.6rem;white-space:pre-wrap;overflow-wrap:anywhere}img{max-width:100%;height:auto;margin:.5rem"
            + " 0}details{background:#fff;padding:.4rem .8rem;margin:.2rem 0}";

    private final DataExport data;
    private final ExportWords words;
    private final Html html = new Html();

    private ExportPage(DataExport data, ExportWords words) {
        this.data = data;
        this.words = words;
    }

    static String of(DataExport data, ExportWords words) {
        return new ExportPage(data, words).write();
    }

    private String write() {
        html.open(words.language(), words.say("title"), STYLE);
        html.paragraph(words.say("lead", words.moment(data.madeAt())));
        if (data.unreadable() > 0) {
            html.paragraph(words.say("unreadable", data.unreadable()));
        }
        person();
        remains();
        data.consents().forEach(this::consent);
        sightings();
        inFiles();
        comparisons();
        searches();
        suggestions();
        faceprints();
        publications();
        openings();
        requests();
        html.heading(words.say("retention")).paragraph(data.retention().explanation());
        logic();
        return html.close();
    }

    private void person() {
        DataExport.Person person = data.person();
        html.heading(words.say("person"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.say("person.id"), person.personId().value()));
        rows.add(List.of(words.say("person.name"), or(person.name(), withoutName(person))));
        rows.add(List.of(words.say("person.email"), or(person.email(), withoutName(person))));
        rows.add(List.of(words.say("person.capacity"), words.code("capacity", person.capacity())));
        rows.add(List.of(words.say("person.since"), words.moment(person.registeredAt())));
        person.corrections().forEach(one -> rows.add(List.of(words.say("person.corrected"), corrected(one))));
        if (person.restricted()) {
            rows.add(List.of(words.say("person.restricted"), words.say("yes")));
        }
        html.table(List.of(words.say("what"), words.say("value")), rows);
    }

    private String corrected(DataExport.Corrected one) {
        return String.join(
                ", ",
                words.moment(one.at()),
                words.code("capacity", one.capacity()),
                words.code("ageGroup", one.ageGroup()),
                words.code("because", one.because()));
    }

    private String withoutName(DataExport.Person person) {
        return data.unreadable() > 0 && !person.erased() ? "damaged" : "gone";
    }

    private String or(@Nullable String value, String otherwise) {
        return value == null ? words.say(otherwise) : value;
    }

    private void remains() {
        if (!data.erasure().isEmpty()) {
            html.heading(words.say("remains")).paragraph(words.say("remains.lead"));
            html.table(
                    List.of(words.say("what"), words.say("remains.state"), words.say("until")),
                    data.erasure().stream().map(this::element).toList());
            html.paragraph(words.say("remains.history"));
        }
    }

    private List<String> element(ErasedElement one) {
        return List.of(
                words.code("element", one.element()),
                words.code("remains", one.goes() ? "gone" : Objects.requireNonNull(one.reason())),
                moment(one.until()));
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "" : words.moment(at);
    }

    private void consent(DataExport.Consent consent) {
        ConsentReceipt.Permission given = consent.receipt().record();
        html.heading(words.code("purpose", given.purpose()));
        html.table(
                List.of(words.say("what"), words.say("value")),
                Stream.of(
                                List.of(words.say("consent.status"), words.code("status", consent.status())),
                                List.of(
                                        words.say("consent.neverHers"),
                                        consent.neverHers() == null ? "" : words.code("never", consent.neverHers())),
                                List.of(words.say("consent.given"), words.moment(Instant.parse(given.eventTime()))),
                                List.of(words.say("consent.covers"), covers(given)),
                                List.of(words.say("consent.basis"), words.code("law", given.lawfulBasis())),
                                List.of(words.say("consent.record"), given.recordId()),
                                List.of("SHA-256", consent.receipt().sha256()),
                                List.of(
                                        words.say("consent.text"),
                                        given.notice().noticeId()),
                                List.of(
                                        words.say("consent.language"),
                                        given.notice().language()),
                                List.of(
                                        words.say("consent.textDigest"),
                                        given.notice().sha256()))
                        .filter(row -> !row.getLast().isEmpty())
                        .toList());
        if (consent.evidenceTypedByStaff()) {
            html.paragraph(words.say("consent.evidenceTypedByStaff"));
        }
        html.part(given.notice().title());
        given.notice().sections().forEach((element, text) -> html.folded(words.code("notice", element), text));
    }

    private String covers(ConsentReceipt.Permission given) {
        return String.join(" ", words.coverage().lines(given.covered()));
    }

    private void sightings() {
        html.heading(words.say("sightings"));
        html.paragraph(words.say(data.sightings().isEmpty() ? "sightings.none" : "sightings.lead"));
        for (DataExport.Sighting one : data.sightings()) {
            html.part(one.photoId().value());
            html.paragraph(words.code("confirmed", or(one.confirmedBy(), "")) + " " + moment(one.confirmedAt()));
            if (one.distance() != null || one.suspended()) {
                html.paragraph(words.say("suggestions.distance") + ": " + distance(one.distance(), one.suspended()));
            }
            html.image(one.file(), words.say("sightings.picture"));
        }
    }

    private void inFiles() {
        if (!data.inFiles().isEmpty()) {
            html.heading(words.say("inFiles")).paragraph(words.say("inFiles.lead"));
            html.table(
                    List.of(words.say("photo"), words.say("inFiles.names"), words.say("inFiles.places")),
                    data.inFiles().stream()
                            .map(one -> List.of(
                                    one.photoId().value(),
                                    String.join("; ", one.names()),
                                    Integer.toString(one.places().size())))
                            .toList());
        }
    }

    private void comparisons() {
        html.heading(words.say("comparisons"));
        html.paragraph(words.say(data.comparisons().isEmpty() ? "comparisons.none" : "comparisons.lead"));
        html.table(
                List.of(words.say("photo"), words.say("when"), words.say("comparisons.role")),
                data.comparisons().stream()
                        .map(one ->
                                List.of(one.photoId().value(), words.moment(one.at()), words.code("role", one.role())))
                        .toList());
    }

    private void searches() {
        if (data.searches().isEmpty()) {
            return;
        }
        html.paragraph(words.say("searches.lead"));
        html.table(
                List.of(
                        words.say("when"),
                        words.say("searches.faces"),
                        words.say("searches.among"),
                        words.say("comparisons.role")),
                data.searches().stream()
                        .map(one -> List.of(
                                words.day(one.day()),
                                Integer.toString(one.faces()),
                                words.code("searches", one.among()),
                                words.code("role", one.role())))
                        .toList());
    }

    private void suggestions() {
        html.heading(words.say("suggestions")).paragraph(words.say("suggestions.lead"));
        html.table(
                List.of(
                        words.say("photo"),
                        words.say("when"),
                        words.say("suggestions.distance"),
                        words.say("suggestions.band"),
                        words.say("suggestions.model"),
                        words.say("suggestions.outcome")),
                data.suggestions().stream()
                        .map(one -> List.of(
                                one.photoId().value(),
                                words.moment(one.at()),
                                distance(one.distance(), one.suspended()),
                                words.code("band", one.band()),
                                one.model(),
                                words.code("outcome", one.outcome())))
                        .toList());
    }

    private String distance(@Nullable Double distance, boolean suspended) {
        return distance == null ? words.say(suspended ? "suspended" : "gone") : distance.toString();
    }

    private void faceprints() {
        html.heading(words.say("faceprint"));
        html.paragraph(words.say(data.faceprints().isEmpty() ? "faceprint.none" : "faceprint.lead"));
        data.faceprints()
                .forEach(one -> html.part(one.model())
                        .paragraph(words.moment(one.madeAt()))
                        .code(
                                one.numbers() == null
                                        ? words.say(one.withheld() ? "faceprint.withheld" : "suspended")
                                        : one.numbers().toString()));
    }

    private void publications() {
        html.heading(words.say("publications")).paragraph(words.say("publications.lead"));
        html.table(
                List.of(
                        words.say("photo"),
                        words.say("publications.recipient"),
                        words.say("consent.channels"),
                        words.say("publications.subject"),
                        words.say("publications.state"),
                        words.say("when")),
                data.publications().stream()
                        .map(one -> List.of(
                                one.photoId().value(),
                                or(one.recipient(), "gone"),
                                words.code("channel", one.channel()),
                                words.coverage()
                                        .subject(
                                                one.context().code(),
                                                Map.of(one.context().code(), one.subject())),
                                words.code("state", one.state()),
                                words.moment(one.askedAt())))
                        .toList());
    }

    private void openings() {
        html.heading(words.say("openings")).paragraph(words.say("openings.lead"));
        html.table(
                List.of(
                        words.say("when"),
                        words.say("what"),
                        words.say("openings.by"),
                        words.say("openings.role"),
                        words.say("openings.why"),
                        words.say("openings.times")),
                OpenedOnDay.of(data.openings()).stream()
                        .map(one -> List.of(
                                words.day(one.day()),
                                words.code("record", one.what()),
                                words.code("by", one.by()),
                                words.code("role", one.role()),
                                words.code("why", one.purpose()),
                                Integer.toString(one.times())))
                        .toList());
    }

    private void requests() {
        html.heading(words.say("requests"));
        html.table(
                List.of(words.say("what"), words.say("when"), words.say("requests.due"), words.say("requests.outcome")),
                data.requests().stream().map(this::request).toList());
    }

    private List<String> request(RequestView one) {
        Object came = one.outcome() != null ? one.outcome() : one.refusedFor() != null ? one.refusedFor() : one.state();
        return List.of(
                words.code("right", one.right()),
                words.moment(one.receivedAt()),
                words.day(one.dueOn()),
                words.code("answer", came));
    }

    private void logic() {
        DataExport.Logic logic = data.logic();
        html.heading(words.say("logic")).paragraph(logic.explanation());
        html.table(
                List.of(words.say("what"), words.say("value")),
                List.of(
                        List.of(words.say("suggestions.model"), logic.model()),
                        List.of(words.say("logic.rate"), Double.toString(logic.falsePositiveRate())),
                        List.of(words.say("logic.weight"), Double.toString(logic.weightOfNext())),
                        List.of(words.say("logic.farthest"), Double.toString(logic.nextAtMost())),
                        List.of(words.say("logic.limit.one"), Double.toString(logic.namedBelow())),
                        List.of(words.say("logic.limit.hundred"), Double.toString(logic.namedBelowAmongHundred())),
                        List.of(words.say("logic.strong"), Double.toString(logic.strongBelow())),
                        List.of(words.say("logic.close"), Double.toString(logic.closeBeyondRatio()))));
    }
}
