package org.quitclaim.access.subjects;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseContext;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which subjects photos are used for here. Each list replaces the one of {@link Subjects#DEFAULT}.
 *
 * @param everyday what "any subject" stands for
 * @param sensitive never covered by "any subject"; a subject in neither list counts as sensitive too
 */
@ConfigurationProperties("quitclaim.contexts")
public record SubjectSettings(
        @Nullable List<String> everyday, @Nullable List<String> sensitive) {
    public SubjectSettings {
        require("everyday", everyday);
        require("sensitive", sensitive);
    }

    private static void require(String list, @Nullable List<String> codes) {
        try {
            codes(codes, Set.of());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "quitclaim.contexts." + list + " takes codes of lower-case letters, digits and hyphens, with commas"
                            + " between them, such as health-care,refugees",
                    e);
        }
    }

    Subjects read() {
        return new Subjects(
                codes(everyday, Subjects.DEFAULT.everyday()), codes(sensitive, Subjects.DEFAULT.sensitive()));
    }

    private static Set<UseContext> codes(@Nullable List<String> codes, Set<UseContext> otherwise) {
        return codes == null ? otherwise : codes.stream().map(UseContext::new).collect(Collectors.toSet());
    }
}
