package org.quitclaim.eventstore;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.Ask;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Contexts;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.Through;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.rights.Concern;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.RecordId;

/**
 * One event of a kind with every component filled, the same on every run: a list holds one element, a set of an
 * enumeration all words that {@link SpecimenWords} names, and a single one is the last of them. A word that is added to an
 * enumeration is in no specimen, so no file changes for it.
 */
final class Specimen {
    private static final Term TERM =
            new Term(LocalDate.of(2026, 11, 23), LocalDate.of(2027, 11, 23), ZoneId.of("Europe/Amsterdam"));
    private static final Coverage COVERAGE =
            new Coverage(Coverage.Extent.COLLECTIONS, List.of(Sample.collection("shoot")), List.of());

    /** Values whose constructors ask for more than filling, and values of the platform. */
    private static final Map<Class<?>, Object> FIXED = Map.ofEntries(
            Map.entry(int.class, 3),
            Map.entry(double.class, 0.01),
            Map.entry(long.class, 5_000_000_000L),
            Map.entry(boolean.class, true),
            Map.entry(Instant.class, Instant.parse("2026-11-23T11:00:00.123456Z")),
            Map.entry(LocalDate.class, LocalDate.of(2026, 12, 23)),
            Map.entry(ZoneId.class, ZoneId.of("Europe/Amsterdam")),
            Map.entry(Box.class, new Box(0.125, 0.25, 0.1, 0.2)),
            Map.entry(Coverage.class, COVERAGE),
            Map.entry(Term.class, TERM),
            Map.entry(ErasureStep.class, ErasureStep.SUGGESTIONS_RETRACTED),
            Map.entry(Concern.class, new Concern.Sighting(Sample.photo("photo"), Sample.face("face"))),
            Map.entry(
                    NotedNo.class,
                    new NotedNo.Refusal(
                            new PersonId("per_golden77777777777777777777"),
                            new QuitclaimId("qcl_golden77777777777777777777"),
                            "en",
                            List.of(0, 1),
                            new Signature(
                                    Signature.SignedBy.PERSON,
                                    List.of(),
                                    Signature.Level.SIMPLE,
                                    Signature.Method.LINK,
                                    Signature.Confirmation.TWO_STEPS,
                                    new RecordId("rec_golden77777777777777777777")),
                            Through.OWN_PAGE)),
            Map.entry(Doubt.class, new Doubt.PositionsMissing(400, 401)),
            Map.entry(ActorId.class, new AccountId("acc_golden77777777777777777777")),
            Map.entry(Basis.class, Basis.JOURNALISTIC),
            Map.entry(Ask.class, new Ask(3, publication(Set.of(Channel.WEBSITE)))),
            Map.entry(Terms.class, publication(SpecimenWords.PINNED.of(Channel.class))));

    private final SpecimenWords words;

    Specimen(SpecimenWords words) {
        this.words = words;
    }

    static <T extends DomainEvent> T of(Class<T> event) {
        return event.cast(new Specimen(SpecimenWords.PINNED).value(event));
    }

    private static Terms publication(Collection<Channel> channels) {
        return new Terms(
                Purpose.PUBLICATION,
                Set.copyOf(channels),
                Set.of(Territory.EEA, new Territory("NL")),
                new Contexts(
                        Set.of(UseContext.GENERAL, new UseContext("hip-surgery")), Set.of(new UseContext("open-day"))),
                COVERAGE,
                TERM);
    }

    Object value(Class<?> type) {
        Object fixed = FIXED.get(type);
        if (fixed != null) {
            return fixed;
        }
        if (type.isEnum()) {
            return words.of(type).getLast();
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new AssertionError("no specimen of " + type + ": give it a fixed value");
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component -> component(type, component))
                .toArray();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no specimen of " + type, e);
        }
    }

    private Object component(Class<?> owner, RecordComponent component) {
        if (component.getType() == String.class) {
            return text(owner, component.getName());
        }
        return component.getGenericType() instanceof ParameterizedType several
                ? several(several)
                : value(component.getType());
    }

    private Object several(ParameterizedType type) {
        if (type.getRawType() == Map.class) {
            return Map.of("en", Sample.sha256('e'), "nl", Sample.sha256('d'));
        }
        Type[] arguments = type.getActualTypeArguments();
        Class<?> element = (Class<?>) arguments[0];
        List<Object> values = element.isEnum() ? List.copyOf(words.of(element)) : List.of(value(element));
        return type.getRawType() == Set.class ? new LinkedHashSet<>(values) : values;
    }

    private static String text(Class<?> owner, String name) {
        if (OpaqueId.class.isAssignableFrom(owner)) {
            return Sample.id(prefix(owner), "golden");
        }
        return switch (name) {
            case "language" -> "nl";
            case "pack" -> "face-api-1";
            case "detector" -> "face-api/1 passes/1";
            case "sha256", "noticeSha256", "signs" -> Sample.sha256('a');
            case "code" ->
                switch (owner.getSimpleName()) {
                    case "Territory" -> "NL";
                    case "StoreCode" -> "records";
                    default -> "consent-withdrawn";
                };
            default -> throw new AssertionError("no specimen of the text " + name + " of " + owner);
        };
    }

    private static String prefix(Class<?> id) {
        try {
            return (String) id.getField("PREFIX").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
