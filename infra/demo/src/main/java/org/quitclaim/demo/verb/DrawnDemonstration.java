package org.quitclaim.demo.verb;

import java.util.List;
import java.util.Map;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.standalone.Demonstration;
import org.quitclaim.standalone.Options;
import org.quitclaim.standalone.Server;
import org.quitclaim.standalone.Verb;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The demonstration with drawn people. */
public final class DrawnDemonstration implements Demonstration {
    /** What the organisation of the demonstration and of the drill declares; a real one has to say so itself. */
    static final int HORIZON_DAYS = 30;

    /** Drawn people look more alike than real ones. */
    private static final double FALSE_POSITIVES = 0.001;

    @Override
    public SpringApplicationBuilder application(Options options) {
        return Server.application(options)
                .sources(DemonstrationConfiguration.class)
                .properties(Map.of(
                        "quitclaim.vault.backup-horizon-days", HORIZON_DAYS,
                        "quitclaim.disk.reserve", "8MB",
                        "quitclaim.recognition.false-positive-rate", FALSE_POSITIVES));
    }

    @Override
    public PublishedLogins logins() {
        return new StageLogins();
    }

    @Override
    public List<Verb> verbs() {
        return List.of(new DemoVerb(), new DrillVerb());
    }

    static Server start(Options options) {
        return new Server(new DrawnDemonstration().application(options).run());
    }
}
