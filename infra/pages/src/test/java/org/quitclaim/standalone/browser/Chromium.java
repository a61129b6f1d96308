package org.quitclaim.standalone.browser;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One headless Chromium without a past, looking at one server.
 *
 * <p><b>Guarantees</b>: uses what is installed and downloads nothing; writes down every request and every complaint of
 * the console since {@link #forget}.
 *
 * <p><b>Thread-safety</b>: used by one thread.
 */
public final class Chromium implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern REFUSAL = Pattern.compile("/(api/|login|q/).*the server responded with a status of 4");
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(40);

    private final URI base;
    private final ChromeDriver driver;
    private final List<String> early = new ArrayList<>();

    private Chromium(URI base, ChromeDriver driver) {
        this.base = base;
        this.driver = driver;
    }

    public static Chromium at(URI base) {
        Installed installed = Installed.here().orElseThrow();
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed.driver().toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(base, new ChromeDriver(service, options(installed)));
    }

    private static ChromeOptions options(Installed installed) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed.browser().toFile());
        options.addArguments(Installed.arguments());
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en"));
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    /** A new visitor: no cookies, this screen, the colours of day, nothing heard yet. */
    public void forget(Viewport screen) {
        closeOthers();
        driver.get("about:blank");
        early.forEach(script ->
                driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script)));
        early.clear();
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", screen.metrics());
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", screen.touch()));
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "Europe/Amsterdam"));
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        languages("en");
        colours("light");
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
    }

    /** What a page opened beside itself: behind another one a page hardly moves. */
    private void closeOthers() {
        String here = driver.getWindowHandle();
        for (String window : driver.getWindowHandles()) {
            if (!window.equals(here)) {
                driver.switchTo().window(window).close();
            }
        }
        driver.switchTo().window(here);
    }

    /** Pages run no script of theirs from now on, until {@link #forget}; what is asked of them here runs all the same. */
    public void withoutScript() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** What the browser prefers to read, until {@link #forget}. */
    public void languages(String accepted) {
        String agent = String.valueOf(
                driver.executeCdpCommand("Browser.getVersion", Map.of()).get("userAgent"));
        driver.executeCdpCommand(
                "Emulation.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", accepted));
    }

    public void back() {
        driver.navigate().back();
    }

    /** {@code light} or {@code dark}. */
    public void colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    public void open(String path) {
        driver.get(base.resolve(path).toString());
    }

    /** Runs before anything else on every page that is opened from now on, until {@link #forget}. */
    public void beforeEveryPage(String script) {
        early.add(String.valueOf(
                driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
                        .get("identifier")));
    }

    public URI address() {
        return URI.create(Objects.requireNonNull(driver.getCurrentUrl(), "a page has an address"));
    }

    /** The element with this {@code data-testid}, as soon as it is to be seen. */
    public WebElement find(String testId) {
        return await(
                "to see " + testId,
                () -> all(testId).stream().filter(WebElement::isDisplayed).findFirst());
    }

    public WebElement css(String selector) {
        return await(
                "to see " + selector,
                () -> driver.findElements(By.cssSelector(selector)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst());
    }

    public List<WebElement> all(String testId) {
        return allCss(selector(testId));
    }

    public List<WebElement> allCss(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    public static String selector(String testId) {
        return "[data-testid=\"" + testId + "\"]";
    }

    public boolean shows(String testId) {
        while (true) {
            try {
                return all(testId).stream().anyMatch(WebElement::isDisplayed);
            } catch (StaleElementReferenceException drawnAnew) {
                // the page put another in its place between the two questions
            }
        }
    }

    /** Clicks as a person does: on what lies on top at its middle. */
    public void click(String testId) {
        await("to click " + testId, () -> clicked(selector(testId)));
    }

    public void clickCss(String selector) {
        await("to click " + selector, () -> clicked(selector));
    }

    private Optional<Boolean> clicked(String selector) {
        Optional<WebElement> one = allCss(selector).stream()
                .filter(element -> element.isDisplayed() && element.isEnabled())
                .findFirst();
        one.ifPresent(WebElement::click);
        return one.map(element -> true);
    }

    /** Puts this in the place of what a field says; anew if the page was drawn anew meanwhile. */
    public void type(String selector, String text) {
        await("to type into " + selector, () -> {
            Optional<WebElement> field =
                    allCss(selector).stream().filter(WebElement::isDisplayed).findFirst();
            field.ifPresent(WebElement::clear);
            field.ifPresent(one -> one.sendKeys(text));
            return field.filter(one -> text.equals(one.getDomProperty("value")));
        });
    }

    /** What the element with this {@code data-testid} says under this attribute, as soon as it is to be seen. */
    public String attribute(String testId, String name) {
        return await(
                "to read " + name + " of " + testId,
                () -> all(testId).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .map(element -> String.valueOf(element.getDomAttribute(name))));
    }

    /** Presses the mouse on it, and holds it until {@link #letGo}. */
    public void hold(String selector) {
        new Actions(driver).clickAndHold(css(selector)).perform();
    }

    public void letGo() {
        new Actions(driver).release().perform();
    }

    /** Presses a key, and holds it until {@link #letGo(Keys)}. */
    public void hold(Keys key) {
        new Actions(driver).keyDown(key).perform();
    }

    public void letGo(Keys key) {
        new Actions(driver).keyUp(key).perform();
    }

    /** How often the page has had an answer from there. */
    public int answersFrom(String path) {
        return ((Number) Objects.requireNonNull(run(
                        "return performance.getEntriesByType('resource').filter(one => new URL(one.name).pathname ==="
                                + " arguments[0]).length",
                        path)))
                .intValue();
    }

    /** Sends keys to whatever has the focus. */
    public void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Goes on with the Tab key until the focus is on this; never with the mouse. */
    public void tabTo(String testId) {
        for (int presses = 0; presses < 60; presses++) {
            if (testId.equals(focused().getDomAttribute("data-testid"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("the Tab key does not reach " + testId);
    }

    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** All that is to be read; of the page that is there once it is read, where another one takes its place. */
    public String text() {
        while (true) {
            try {
                return driver.findElement(By.tagName("body")).getText();
            } catch (StaleElementReferenceException drawnAnew) {
                // the next round reads the page that took its place
            }
        }
    }

    public @Nullable Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    public void until(String what, BooleanSupplier so) {
        await(what, () -> so.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Looks again and again until it is there. */
    private <T> T await(String what, Supplier<Optional<T>> look) {
        try {
            return Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOK_AGAIN)
                    .ignoreExceptionsMatching(Chromium::isStillMoving)
                    .until(look::get, Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("waited in vain " + what + "; " + complaints() + " on the page:\n" + text(), e);
        }
    }

    /** What is being drawn anew is gone, or covered, for a moment. */
    private static boolean isStillMoving(Throwable thrown) {
        return thrown instanceof StaleElementReferenceException || thrown instanceof ElementNotInteractableException;
    }

    /** What the console complained about; a refusal by the interface is an answer and none of that. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !REFUSAL.matcher(message).find())
                .toList();
    }

    /** The addresses of all requests since the last look, but for what came out of memory. */
    public List<URI> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> JSON.readTree(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asString("").equals("Network.requestWillBeSent"))
                .map(message ->
                        message.path("params").path("request").path("url").asString())
                .map(URI::create)
                .filter(address -> !List.of("data", "blob", "about").contains(address.getScheme()))
                .toList();
    }

    /** What a script answers, as JSON. */
    public List<JsonNode> list(String script, Object... arguments) {
        JsonNode answer = JSON.readTree(Objects.requireNonNull(
                        run("return JSON.stringify((function () {" + script + "})(...arguments))", arguments))
                .toString());
        return StreamSupport.stream(answer.spliterator(), false).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
