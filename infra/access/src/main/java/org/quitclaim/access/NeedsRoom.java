package org.quitclaim.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this controller method does makes the data grow, or takes much of the machine, and can wait: it is refused while the
 * machine runs out of something. Never on what a person may demand: withdrawing, objecting, refusing, being erased.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NeedsRoom {}
