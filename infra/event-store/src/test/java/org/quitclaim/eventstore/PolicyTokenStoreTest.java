package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTokenStoreTest {
    private static final String POLICY = "policy";

    @TempDir
    Path folder;

    private PolicyTokenStore open() {
        return PolicyTokenStore.open(folder, TokenSerializers.create());
    }

    @Test
    void a_spoilt_file_is_made_anew_and_policies_begin_at_the_first_event() throws Exception {
        try (PolicyTokenStore store = open()) {
            store.initializeTokenSegments(POLICY, 1, new GlobalSequenceTrackingToken(7));
        }
        byte[] noise = new byte[9000];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve(PolicyTokenStore.FILE), noise);
        try (PolicyTokenStore store = open()) {
            assertThat(store.fetchSegments(POLICY)).isEmpty();
            store.initializeTokenSegments(POLICY, 1, new GlobalSequenceTrackingToken(8));
        }
        try (PolicyTokenStore store = open()) {
            assertThat(store.fetchSegments(POLICY)).as("a sound file stays").hasSize(1);
        }
    }
}
