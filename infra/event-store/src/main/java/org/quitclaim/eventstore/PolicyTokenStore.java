package org.quitclaim.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * How far each policy has come, durable beside the events and not in the read models' cache, which may be dropped.
 *
 * <p>A file of its own, so that tokens never wait for the event writer's lock. One caller at a time: that is what the
 * row locks do that SQLite does not have. Two connections, because Axon asks for the segments while it holds a token.
 */
final class PolicyTokenStore extends JdbcTokenStore implements AutoCloseable {
    static final String FILE = "policy-tokens.db";

    private final HikariDataSource connections;

    private PolicyTokenStore(Builder builder, HikariDataSource connections) {
        super(builder);
        this.connections = connections;
    }

    static PolicyTokenStore open(Path folder, Serializer serializer) {
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
