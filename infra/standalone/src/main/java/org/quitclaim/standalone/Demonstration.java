package org.quitclaim.standalone;

import java.io.IOException;
import java.util.Optional;
import java.util.ServiceLoader;
import org.quitclaim.access.account.PublishedLogins;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The demonstration and the drill, as far as the product knows of them. Nothing of theirs is in the product: the launcher puts
 * them on the class path for their own verbs, and for no other.
 */
public interface Demonstration {
    /** The product with what the demonstration has beside it, not started. */
    SpringApplicationBuilder application(Options options);

    /** Who may log in to it. */
    PublishedLogins logins();

    /** @return the exit code, or a negative number when a server goes on running */
    int run(String verb, Options options, Console console) throws IOException;

    /** Empty where only the product is. */
    static Optional<Demonstration> onClassPath() {
        return ServiceLoader.load(Demonstration.class).findFirst();
    }
}
