package org.quitclaim.access.web;

import java.util.Optional;
import org.quitclaim.access.Actor;
import org.quitclaim.access.ActorAuthentication;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Whoever sends the request that the calling thread is working on. A controller method may as well declare a parameter
 * of type {@link Actor}, or {@code Optional<Actor>} on a public route.
 *
 * <p><b>Thread-safety:</b> safe; the answer belongs to the calling thread.
 */
final class CurrentActor {

    /** Empty outside a request and for somebody who is not logged in. */
    public Optional<Actor> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known
                ? Optional.of(known.actor())
                : Optional.empty();
    }

    /** @throws RejectedException with {@code access.login-needed} if nobody is logged in */
    public Actor require() {
        return find().orElseThrow(() -> new RejectedException(AccessRejection.LOGIN_NEEDED));
    }
}
