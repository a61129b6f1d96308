package org.quitclaim.demo.verb;

import java.net.URI;
import org.quitclaim.access.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says where the mailboxes of the demonstration are; what is in them is nowhere on this server. */
@RestController
class DemoMailController {
    private final MailWindow window;

    DemoMailController(MailWindow window) {
        this.window = window;
    }

    record Mailboxes(URI at) {}

    @GetMapping("/api/demo/mail")
    @Public
    Mailboxes mailboxes() {
        return new Mailboxes(window.address());
    }
}
