package org.quitclaim.access.subjects;

import org.quitclaim.domain.consent.Subjects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One list of subjects for the gate, for whoever asks, and for the status of photos. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubjectSettings.class)
public class SubjectsConfiguration {
    @Bean
    Subjects subjects(SubjectSettings settings) {
        return settings.read();
    }
}
