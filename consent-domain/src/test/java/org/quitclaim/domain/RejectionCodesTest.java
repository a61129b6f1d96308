package org.quitclaim.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.access.StaffRejection;
import org.quitclaim.domain.breach.BreachRejection;
import org.quitclaim.domain.collection.CollectionRejection;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.Denial;
import org.quitclaim.domain.erasure.ErasureRejection;
import org.quitclaim.domain.governance.GovernanceRejection;
import org.quitclaim.domain.link.LinkRejection;
import org.quitclaim.domain.notice.NoticeRejection;
import org.quitclaim.domain.organisation.OrganisationRejection;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.publication.PublicationRejection;
import org.quitclaim.domain.rights.RightsRejection;
import org.quitclaim.domain.vocabulary.VocabularyRejection;

class RejectionCodesTest {
    private static final List<Rejection> ALL = Stream.<Rejection[]>of(
                    NoticeRejection.values(),
                    ConsentRejection.values(),
                    CollectionRejection.values(),
                    PhotoRejection.values(),
                    PublicationRejection.values(),
                    ErasureRejection.values(),
                    RightsRejection.values(),
                    GovernanceRejection.values(),
                    BreachRejection.values(),
                    OrganisationRejection.values(),
                    VocabularyRejection.values(),
                    LinkRejection.values(),
                    StaffRejection.values())
            .flatMap(Stream::of)
            .toList();

    @Test
    void everyRefusalHasACodeOfItsOwnUnderItsCapabilityAndSaysWhatToDo() {
        List<String> codes = new ArrayList<>();
        for (Rejection rejection : ALL) {
            String capability = rejection.getClass().getPackageName().replaceFirst(".*\\.", "");
            assertThat(rejection.code()).matches(capability + "\\.[a-z]+(-[a-z]+)*");
            assertThat(rejection.advice()).endsWith(".").hasSizeGreaterThan(15);
            codes.add(rejection.code());
        }
        assertThat(codes).doesNotHaveDuplicates();
    }

    /** A denied use and a refused order must not be mistaken for each other where they differ in meaning. */
    @Test
    void denialsHaveStableCodes() {
        assertThat(Stream.of(Denial.values()).map(Denial::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("consent\\.[a-z]+(-[a-z]+)*"));
    }

    /** So that a refusal is made in one module: its kind and English where it stands, its Dutch beside it. */
    @Test
    void everyRefusalAndDenialIsExplainedInDutch() throws IOException {
        Properties dutch = new Properties();
        try (InputStream file = Rejection.class.getResourceAsStream("/META-INF/quitclaim/problems_nl.properties")) {
            dutch.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }

        assertThat(dutch.stringPropertyNames())
                .containsAll(ALL.stream().map(Rejection::code).toList())
                .containsAll(Stream.of(Denial.values()).map(Denial::code).toList());
    }
}
