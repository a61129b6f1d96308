package org.quitclaim.standalone;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.quitclaim.command.work.WorkProgress;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running Quitclaim. */
public final class Server implements AutoCloseable {
    private static final int USUAL_PORT = 8080;

    private final ConfigurableApplicationContext context;

    /** Over a context that was started. */
    public Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it, or says in plain words why not. */
    static Server start(Options options) {
        return new Server(application(options).run());
    }

    /** Started with lists of work that are made anew from the first event. */
    static Server rebuildingWork(Options options, WorkProgress progress) {
        FolderMark.requireOwn(options.data());
        return new Server(application(options)
                .properties(Map.of("quitclaim.rebuild-work", true))
                .initializers(
                        (GenericApplicationContext context) -> context.registerBean(WorkProgress.class, () -> progress))
                .run());
    }

    /** The application with its settings, not started. */
    public static SpringApplicationBuilder application(Options options) {
        return new SpringApplicationBuilder(QuitclaimApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(settings(options));
    }

    /** What a verb was told. */
    static Map<String, Object> settings(Options options) {
        Map<String, Object> settings = new HashMap<>(options.settings());
        settings.put("quitclaim.data", options.data().toString());
        settings.putIfAbsent(Options.PORT, USUAL_PORT);
        return settings;
    }

    /** False from the moment on in which it is told to stop. */
    boolean isServing() {
        return context.isActive();
    }

    public URI address() {
        WebServer server = ((ServletWebServerApplicationContext) context).getWebServer();
        int port = Objects.requireNonNull(server, "a web application has a web server")
                .getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
