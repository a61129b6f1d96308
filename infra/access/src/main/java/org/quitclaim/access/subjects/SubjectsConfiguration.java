package org.quitclaim.access.subjects;

import org.quitclaim.domain.vocabulary.ReadVocabulary;
import org.quitclaim.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One list of subjects for the gate, for whoever asks, and for the status of photos. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubjectSettings.class)
public class SubjectsConfiguration {
    @Bean
    Vocabulary vocabulary(ReadVocabulary stream, Vault vault, SubjectSettings settings) {
        return new Vocabulary(stream, vault, settings.read());
    }
}
