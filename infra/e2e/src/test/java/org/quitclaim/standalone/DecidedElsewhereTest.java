package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.publication.GateBesideAnother;
import org.quitclaim.command.publication.PublicationGate;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.standalone.Office.Taken;

/** Whoever is refused because another process was first reads why it refused, and not that somebody withdrew. */
class DecidedElsewhereTest {
    @TempDir
    Path folder;

    @Test
    void the_verdict_of_the_process_that_decided_is_told_with_its_reason() {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Office office = Office.at(server.address());
            Taken photo = office.take(office.openCollection("Two"), "sky.jpg", Pictures.another(Pictures.sky(), 1));
            office.review(photo).orFail();
            Rest.await(server);
            Use use = new Use(
                    new PhotoId(photo.photo()),
                    new RenditionId(photo.rendition()),
                    Channel.WEBSITE,
                    new Territory("NL"),
                    UseContext.GENERAL);

            assertThat(GateBesideAnother.reasons(
                            server.bean(PublicationGate.class),
                            server.bean(Commands.class),
                            use,
                            "publication.interrupted"))
                    .containsExactly("publication.interrupted");

            PhotoState now = server.bean(Streams.class).photo(use.photo());
            assertThat(GateBesideAnother.cleared(
                            server.bean(PublicationGate.class),
                            server.bean(Commands.class),
                            use,
                            ((PhotoState.Registered) now).version()))
                    .as("what the other process cleared is asked for anew, and not called blocked")
                    .isTrue();
        }
    }
}
