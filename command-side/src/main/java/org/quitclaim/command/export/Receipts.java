package org.quitclaim.command.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.certificate.ConsentReceipt;
import org.quitclaim.certificate.coverage.CoverageWords;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.notice.NoticeContent;
import org.quitclaim.command.rights.Reading;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentEvent.ConsentGranted;
import org.quitclaim.domain.consent.ConsentEvent.ConsentRenewed;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Contexts;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.NoticeId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.notice.NoticeElement;
import org.quitclaim.domain.notice.NoticeState.Published;
import org.quitclaim.domain.notice.NoticeText;
import org.quitclaim.domain.vault.RecordId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receipts, made each time from the event that recorded the permission, so that they cannot differ. Source: R11.
 */
final class Receipts {
    private final Streams streams;
    private final Vocabulary vocabulary;
    private final JsonMapper json;

    public Receipts(Streams streams, Vocabulary vocabulary, JsonMapper json) {
        this.streams = streams;
        this.vocabulary = vocabulary;
        this.json = json;
    }

    /** A permission as the history has it. */
    record Given(
            GrantId grant,
            QuitclaimId quitclaim,
            NoticeId notice,
            String noticeSha256,
            String language,
            Terms terms,
            Signature signature,
            Instant at) {}

    /** In the order in which they were given. */
    List<Given> given(PersonId person) {
        return streams.events(person)
                .map(ConsentEvent.class::cast)
                .flatMap(event -> switch (event) {
                    case ConsentGranted e ->
                        Stream.of(new Given(
                                e.grant(),
                                e.quitclaim(),
                                e.notice(),
                                e.noticeSha256(),
                                e.language(),
                                e.terms(),
                                e.signature(),
                                e.at()));
                    case ConsentRenewed e ->
                        Stream.of(new Given(
                                e.grant(),
                                e.quitclaim(),
                                e.notice(),
                                e.noticeSha256(),
                                e.language(),
                                e.terms(),
                                e.signature(),
                                e.at()));
                    default -> Stream.empty();
                })
                .toList();
    }

    Optional<ConsentReceipt> find(Known person, GrantId grant, Reading reading) {
        return given(person.id()).stream()
                .filter(given -> given.grant().equals(grant))
                .findFirst()
                .map(given -> receipt(person, given, reading));
    }

    ConsentReceipt receipt(Known person, Given given, Reading reading) {
        Terms terms = given.terms();
        boolean recognition = terms.purpose() == Purpose.RECOGNITION;
        boolean special = recognition || person.capacity() == Capacity.PATIENT;
        return ConsentReceipt.of(new ConsentReceipt.Permission(
                ConsentReceipt.SCHEMA,
                given.grant().value(),
                person.id().value(),
                given.quitclaim().value(),
                notice(given, reading),
                terms.purpose().name(),
                recognition ? List.of("photograph", "faceprint") : List.of("photograph"),
                special,
                special ? "GDPR Art. 9(2)(a)" : "GDPR Art. 6(1)(a)",
                "GDPR",
                terms.channels().stream().map(Enum::name).toList(),
                terms.territories().stream().map(one -> one.code()).toList(),
                terms.contexts().named().stream().map(one -> one.code()).toList(),
                terms.contexts().anyOf().stream().map(one -> one.code()).toList(),
                words(terms.contexts()),
                terms.coverage().extent().name(),
                covered(terms.coverage()),
                terms.term().from().toString(),
                terms.term().until().toString(),
                terms.term().zone().getId(),
                given.at().toString(),
                collected(given.signature())));
    }

    private static ConsentReceipt.Signed collected(Signature signature) {
        return new ConsentReceipt.Signed(
                signature.by().name(),
                signature.representatives().size(),
                signature.level().name(),
                signature.method().name(),
                signature.confirmation().name());
    }

    /** In every language, as {@link CoverageWords} says it, without its quotation marks. */
    private Map<String, Map<String, String>> words(Contexts contexts) {
        return CoverageWords.of(contexts.all().stream().map(UseContext::code).toList(), vocabulary.words());
    }

    private static List<String> covered(Coverage coverage) {
        return Stream.concat(coverage.collections().stream(), coverage.photos().stream())
                .map(id -> id.value())
                .toList();
    }

    /** The text whose bytes have the digest that the history names; a text that does not is no evidence of it. */
    private ConsentReceipt.Notice notice(Given given, Reading reading) {
        Optional<NoticeContent> content =
                text(given).flatMap(reading::text).map(text -> json.readValue(text, NoticeContent.class));
        Map<String, String> sections = new TreeMap<>();
        content.ifPresent(one -> one.sections().forEach((element, words) -> sections.put(element.name(), words)));
        return new ConsentReceipt.Notice(
                given.notice().value(),
                given.language(),
                given.noticeSha256(),
                content.map(NoticeContent::title).orElse(""),
                sections,
                translations(given, reading));
    }

    /** Who cannot read the language of what was shown still finds what it is called in another. */
    private Map<String, ConsentReceipt.Heading> translations(Given given, Reading reading) {
        Map<String, ConsentReceipt.Heading> others = new TreeMap<>();
        texts(given)
                .filter(text -> !text.language().equals(given.language()))
                .forEach(text -> reading.text(text.text())
                        .map(content -> json.readValue(content, NoticeContent.class))
                        .ifPresent(content -> others.put(
                                text.language(),
                                new ConsentReceipt.Heading(
                                        content.title(),
                                        content.sections().getOrDefault(NoticeElement.CONTROLLER, "")))));
        return others;
    }

    private Optional<RecordId> text(Given given) {
        return texts(given)
                .filter(text -> text.sha256().equals(given.noticeSha256()))
                .map(NoticeText::text)
                .findFirst();
    }

    private Stream<NoticeText> texts(Given given) {
        return streams.notice(given.notice()) instanceof Published published
                ? published.texts().stream()
                : Stream.empty();
    }
}
