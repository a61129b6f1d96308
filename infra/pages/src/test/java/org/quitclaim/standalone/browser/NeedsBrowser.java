package org.quitclaim.standalone.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Skipped, with the reason, on a machine without a browser. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "org.quitclaim.standalone.browser.Installed#somewhere",
        disabledReason = "no browser: install chromium and chromedriver (Debian: chromium chromium-driver)")
public @interface NeedsBrowser {}
