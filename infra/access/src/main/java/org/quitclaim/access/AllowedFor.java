package org.quitclaim.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.quitclaim.domain.access.Scope;

/**
 * Who may call a controller method: one of the roles is enough, and for a machine one of the scopes. A method without this
 * or {@link Public} is refused, and so is one that names {@link Role#SERVICE}, which grants nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AllowedFor {
    Role[] value();

    /** What a token may be made for that opens this to it, whatever its roles are. */
    Scope[] scopes() default {};

    /** Whether somebody may call it who still has to replace a one-time password. */
    boolean withOneTimePassword() default false;
}
