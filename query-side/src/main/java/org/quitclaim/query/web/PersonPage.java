package org.quitclaim.query.web;

import org.quitclaim.access.Public;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The portrayed person's own page. The token in its address is the key to it, so the page is the same for everybody and
 * keeps the address to itself; what it shows it asks for with the token.
 */
@RestController
class PersonPage {
    private static final Resource PAGE = new ClassPathResource("/static/q.html");

    @GetMapping(path = "/q/{token}", produces = MediaType.TEXT_HTML_VALUE)
    @Public
    @SuppressWarnings("unused") // named so that the description of the interface names it
    ResponseEntity<Resource> page(@PathVariable String token) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .body(PAGE);
    }
}
