package org.quitclaim.standalone;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.quitclaim.access.account.PublishedLogins;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The demonstration and the drill, as far as the product knows of them. Nothing of theirs is in the product: the launcher puts
 * them on the class path for their own verbs, and for no other.
 */
public interface Demonstration {
    /** How its verbs are called: the launcher has to know before it can ask. */
    Set<String> VERBS = Set.of("demo", "restore-drill");

    /** The product with what the demonstration has beside it, not started. */
    SpringApplicationBuilder application(Options options);

    /** Who may log in to it. */
    PublishedLogins logins();

    /** What it answers to: {@link #VERBS}. */
    List<Verb> verbs();

    /** Empty where only the product is. */
    static Optional<Demonstration> onClassPath() {
        return ServiceLoader.load(Demonstration.class).findFirst();
    }
}
