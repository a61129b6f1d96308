package org.quitclaim.query.vocabulary;

import java.util.List;
import java.util.Map;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.certificate.coverage.CoverageWords;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.UseContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the contexts of this installation: nobody's personal data, and whoever works here needs them to ask. */
@RestController
class ContextQueries {
    private final Vocabulary vocabulary;

    ContextQueries(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @param words by language; the code where they were struck
     * @param sensitive covered only where it was named itself
     * @param retired nothing new is asked or published under it
     */
    record Listed(UseContext code, Map<String, String> words, boolean sensitive, boolean retired) {}

    @GetMapping("/api/contexts")
    @AllowedFor(
            value = {Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER, Role.ADMIN, Role.AUDITOR},
            scopes = {Scope.PUBLISH, Scope.READ_STATUS})
    List<Listed> list() {
        Subjects subjects = vocabulary.get();
        Map<String, Map<String, String>> words =
                CoverageWords.of(subjects.known().stream().map(UseContext::code).toList(), vocabulary.words());
        return subjects.known().stream()
                .map(one -> new Listed(
                        one,
                        words.getOrDefault(one.code(), Map.of()),
                        subjects.sensitive(one),
                        subjects.retired().contains(one)))
                .toList();
    }
}
