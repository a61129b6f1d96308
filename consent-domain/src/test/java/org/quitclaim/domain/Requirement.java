package org.quitclaim.domain;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cites the numbered requirements from law, guidance and standards that a test holds; {@code docs/requirements.md} is
 * written from these.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requirement {
    /** Numbers such as {@code "R18"}. */
    String[] value();
}
