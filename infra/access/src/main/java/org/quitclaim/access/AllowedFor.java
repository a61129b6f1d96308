package org.quitclaim.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which roles may call a controller method; one of them is enough. A method without this or {@link Public} is refused. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AllowedFor {
    Role[] value();

    /** Whether somebody may call it who still has to replace a one-time password. */
    boolean withOneTimePassword() default false;
}
