package org.quitclaim.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.notice.NoticeRejection;
import org.quitclaim.domain.photo.PhotoRejection;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpStatus;

class RejectionStatusTest {
    /** Every refusal that is an enum constant, found on the class path so that a new one cannot be forgotten. */
    private static List<Rejection> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Rejection.class));
        List<Rejection> found = scanner.findCandidateComponents("org.quitclaim").stream()
                .flatMap(type -> constants(String.valueOf(type.getBeanClassName())))
                .toList();
        assertThat(found).hasSizeGreaterThan(100);
        return found;
    }

    private static Stream<Rejection> constants(String type) {
        try {
            Class<?> found = Class.forName(type);
            return found.isEnum() ? Arrays.stream(found.getEnumConstants()).map(Rejection.class::cast) : Stream.empty();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusalsOfTheDomainAreAbsentUnacceptableOrAgainstTheState() {
        for (Rejection rejection : all()) {
            if (!(rejection instanceof EdgeRejection)) {
                assertThat(RejectionStatus.of(rejection))
                        .as(rejection.code())
                        .isIn(HttpStatus.NOT_FOUND, HttpStatus.CONFLICT, HttpStatus.UNPROCESSABLE_CONTENT);
            }
        }
        assertThat(RejectionStatus.of(ConsentRejection.UNKNOWN_PERSON)).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(RejectionStatus.of(PhotoRejection.UNKNOWN_PHOTO)).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(RejectionStatus.of(ConsentRejection.ALREADY_WITHDRAWN)).isEqualTo(HttpStatus.CONFLICT);
        assertThat(RejectionStatus.of(ConsentRejection.UNKNOWN_QUESTION)).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(RejectionStatus.of(NoticeRejection.INCOMPLETE)).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void theTablesNameOnlyCodesThatExist() {
        Set<String> codes = all().stream().map(Rejection::code).collect(Collectors.toSet());

        assertThat(codes).containsAll(RejectionStatus.UNACCEPTABLE).containsAll(RejectionStatus.ABSENT);
    }

    @Test
    void aCodeHasOneMeaning() {
        assertThat(all().stream().map(Rejection::code)).doesNotHaveDuplicates();
    }

    @Test
    void everyRefusalIsExplainedInDutchAndNothingElseIs() throws IOException {
        Properties dutch = new Properties();
        try (Reader file = new InputStreamReader(
                RejectionStatusTest.class.getResourceAsStream("/" + ProblemTexts.DUTCH), StandardCharsets.UTF_8)) {
            dutch.load(file);
        }
        Set<String> codes = all().stream().map(Rejection::code).collect(Collectors.toSet());
        codes.addAll(Set.of(
                "request.unknown-field",
                "request.unknown-parameter",
                "request.repeated-parameter",
                "request.unknown-part",
                "request.repeated-part",
                "access.too-many-attempts",
                "access.token-lacks-role",
                "access.token-lacks-scope",
                "access.token-waits"));

        assertThat(dutch.stringPropertyNames().stream().filter(key -> !key.startsWith("status.")))
                .containsExactlyInAnyOrderElementsOf(codes);
    }
}
