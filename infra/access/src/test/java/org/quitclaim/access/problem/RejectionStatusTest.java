package org.quitclaim.access.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.Denial;
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
    void aRefusalOfTheDomainHasTheStatusOfItsKind() {
        assertThat(RejectionStatus.of(ConsentRejection.UNKNOWN_PERSON)).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(RejectionStatus.of(PhotoRejection.UNKNOWN_PHOTO)).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(RejectionStatus.of(ConsentRejection.ALREADY_WITHDRAWN)).isEqualTo(HttpStatus.CONFLICT);
        assertThat(RejectionStatus.of(ConsentRejection.UNKNOWN_QUESTION)).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(RejectionStatus.of(NoticeRejection.INCOMPLETE)).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What a code's words say and what its status says are the same. */
    @Test
    void whatIsCalledUnknownIsAbsent() {
        assertThat(all())
                .filteredOn(rejection -> !(rejection instanceof EdgeRejection))
                .filteredOn(rejection -> rejection.code().matches(".*\\.unknown(-.*)?"))
                .isNotEmpty()
                .filteredOn(rejection -> rejection != ConsentRejection.UNKNOWN_QUESTION
                        && rejection != ConsentRejection.UNKNOWN_LANGUAGE)
                .allSatisfy(rejection ->
                        assertThat(rejection.kind()).as(rejection.code()).isEqualTo(Rejection.Kind.ABSENT));
    }

    @Test
    void aCodeHasOneMeaning() {
        assertThat(all().stream().map(Rejection::code)).doesNotHaveDuplicates();
    }

    @Test
    void everyRefusalIsExplainedInDutchAndNothingElseIs() throws IOException {
        Properties dutch = new Properties();
        for (URL module :
                Collections.list(RejectionStatusTest.class.getClassLoader().getResources(ProblemTexts.DUTCH))) {
            try (Reader file = new InputStreamReader(module.openStream(), StandardCharsets.UTF_8)) {
                dutch.load(file);
            }
        }
        Set<String> codes = all().stream().map(Rejection::code).collect(Collectors.toSet());
        Arrays.stream(Denial.values()).map(Denial::code).forEach(codes::add);
        codes.addAll(Set.of(
                "request.unknown-field",
                "request.unknown-parameter",
                "request.repeated-parameter",
                "request.unknown-part",
                "request.repeated-part",
                "access.too-many-attempts",
                "access.token-lacks-role",
                "access.token-lacks-scope",
                "access.token-waits",
                "consent.asked-too-soon",
                "consent.longer-than-allowed",
                "context.not-listed"));

        assertThat(dutch.stringPropertyNames().stream().filter(key -> !key.startsWith("status.")))
                .containsExactlyInAnyOrderElementsOf(codes);
    }
}
