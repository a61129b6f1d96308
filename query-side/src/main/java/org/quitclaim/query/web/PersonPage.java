package org.quitclaim.query.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.access.Public;
import org.quitclaim.certificate.OrganisationDetails;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.query.organisation.Organisations;
import org.quitclaim.vault.VaultException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The portrayed person's own page. The token in its address is the key to it, so the page is the same for everybody and
 * keeps the address to itself; what it shows it asks for with the token.
 *
 * <p><b>Guarantees:</b> where no script runs it says what it is for, who to tell and how to take back without it.
 */
@RestController
class PersonPage {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Organisations organisations;
    private final String page = read();

    PersonPage(Organisations organisations) {
        this.organisations = organisations;
    }

    private static String read() {
        try {
            return new ClassPathResource("/static/q.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(path = "/q/{token}", produces = MediaType.TEXT_HTML_VALUE)
    @Public
    @SuppressWarnings("unused") // named so that the description of the interface names it
    ResponseEntity<String> page(@PathVariable String token) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .body(page.replace("<!--organisation:en-->", who("The organisation"))
                        .replace("<!--organisation:nl-->", who("De organisatie")));
    }

    private String who(String title) {
        OrganisationDetails said = details();
        String lines = Stream.of(said.name(), said.contact(), said.dpoContact())
                .filter(Objects::nonNull)
                .map(HtmlUtils::htmlEscape)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : "<h2>" + title + "</h2><address>" + lines + "</address>";
    }

    /** The page opens whatever became of what the organisation said of itself. */
    private OrganisationDetails details() {
        try {
            return organisations.details();
        } catch (VaultException | StreamDamaged e) {
            return OrganisationDetails.NONE;
        }
    }
}
