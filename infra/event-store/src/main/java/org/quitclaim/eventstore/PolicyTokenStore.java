package org.quitclaim.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far each policy has come, durable beside the events and not in the read models' cache, which may be dropped.
 *
 * <p>A file of its own, so that tokens never wait for the event writer's lock. One caller at a time: that is what the
 * row locks do that SQLite does not have. Two connections, because Axon asks for the segments while it holds a token.
 */
final class PolicyTokenStore extends JdbcTokenStore implements AutoCloseable {
    static final String FILE = "policy-tokens.db";

    private static final Logger LOG = LoggerFactory.getLogger(PolicyTokenStore.class);

    private final HikariDataSource connections;

    private PolicyTokenStore(Builder builder, HikariDataSource connections) {
        super(builder);
        this.connections = connections;
    }

    static PolicyTokenStore open(Path folder, Serializer serializer) {
        removeSpoilt(folder.resolve(FILE));
        HikariConfig config = new HikariConfig();
        config.setPoolName("policy-tokens");
        config.setDataSource(new SqliteFile(folder.resolve(FILE)).connections());
        config.setMaximumPoolSize(2);
        HikariDataSource connections = new HikariDataSource(config);
        PolicyTokenStore store = new PolicyTokenStore(
                builder().connectionProvider(connections::getConnection).serializer(serializer), connections);
        store.createSchema(GenericTokenTableFactory.INSTANCE);
        return store;
    }

    /** Nothing is lost with it: a policy without its token sees every event again, which it bears. */
    private static void removeSpoilt(Path file) {
        if (!Files.exists(file) || isSound(file)) {
            return;
        }
        LOG.warn(
                "{} is no sound database. It is made anew, and every policy looks at the history from its beginning.",
                file);
        try {
            for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(file.resolveSibling(FILE + suffix));
            }
        } catch (IOException e) {
            throw new RefusedStart(
                    "start.policy-tokens-spoilt", file + " is spoilt and cannot be removed. Remove it by hand.", e);
        }
    }

    private static boolean isSound(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet said = statement.executeQuery("PRAGMA quick_check(1)")) {
            return said.next() && "ok".equals(said.getString(1));
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    protected PreparedStatement select(Connection connection, String processor, int segment, boolean forUpdate)
            throws SQLException {
        return super.select(connection, processor, segment, false);
    }

    @Override
    public synchronized void initializeTokenSegments(String processor, int count, @Nullable TrackingToken initial) {
        super.initializeTokenSegments(processor, count, initial);
    }

    @Override
    public synchronized void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        super.initializeSegment(token, processor, segment);
    }

    @Override
    public synchronized void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        super.storeToken(token, processor, segment);
    }

    @Override
    public synchronized @Nullable TrackingToken fetchToken(String processor, int segment) {
        return super.fetchToken(processor, segment);
    }

    @Override
    public synchronized @Nullable TrackingToken fetchToken(String processor, Segment segment) {
        return super.fetchToken(processor, segment);
    }

    @Override
    public synchronized void extendClaim(String processor, int segment) {
        super.extendClaim(processor, segment);
    }

    @Override
    public synchronized void releaseClaim(String processor, int segment) {
        super.releaseClaim(processor, segment);
    }

    @Override
    public synchronized void deleteToken(String processor, int segment) {
        super.deleteToken(processor, segment);
    }

    @Override
    public void close() {
        connections.close();
    }
}
