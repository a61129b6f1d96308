package org.quitclaim.access.subjects;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseContext;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * With which contexts the list begins at the first start; afterwards only the interface changes it.
 *
 * <p><b>Guarantees:</b> names only what Quitclaim brings, so that no text of a setting becomes a code.
 *
 * @param everyday what "any subject" stands for
 * @param sensitive never covered by "any subject"
 */
@ConfigurationProperties("quitclaim.contexts")
public record SubjectSettings(
        @Nullable List<String> everyday, @Nullable List<String> sensitive) {
    public SubjectSettings {
        require("everyday", everyday);
        require("sensitive", sensitive);
    }

    private static void require(String list, @Nullable List<String> codes) {
        if (codes != null && !codes.stream().allMatch(SubjectSettings::isBrought)) {
            throw new IllegalArgumentException("quitclaim.contexts." + list
                    + " takes codes that Quitclaim brings, with commas between them; add others by their words with POST"
                    + " /api/contexts. It brings: "
                    + Subjects.BUILT_IN.stream().map(UseContext::code).collect(Collectors.joining(", ")));
        }
    }

    private static boolean isBrought(String code) {
        return Subjects.BUILT_IN.stream().anyMatch(one -> one.code().equals(code));
    }

    /** What the list begins with. */
    public Subjects read() {
        return new Subjects(
                codes(everyday, Subjects.DEFAULT.everyday()), codes(sensitive, Subjects.DEFAULT.sensitive()));
    }

    private static Set<UseContext> codes(@Nullable List<String> codes, Set<UseContext> otherwise) {
        return codes == null ? otherwise : codes.stream().map(UseContext::new).collect(Collectors.toSet());
    }
}
