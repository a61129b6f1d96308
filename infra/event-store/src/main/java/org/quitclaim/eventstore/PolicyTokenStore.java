package org.quitclaim.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;

/**
 * How far each policy has come, durable beside the events and not in the read models' cache, which may be dropped.
 *
 * <p>A file of its own, so that tokens never wait for the event writer's lock. One connection serialises all access,
 * which is what the row locks do that SQLite does not have.
 */
final class PolicyTokenStore extends JdbcTokenStore implements AutoCloseable {
    static final String FILE = "policy-tokens.db";

    private final HikariDataSource connection;

    private PolicyTokenStore(Builder builder, HikariDataSource connection) {
        super(builder);
        this.connection = connection;
    }

    static PolicyTokenStore open(Path folder, Serializer serializer) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("policy-tokens");
        config.setDataSource(new SqliteFile(folder.resolve(FILE)).connections());
        config.setMaximumPoolSize(1);
        HikariDataSource connection = new HikariDataSource(config);
        PolicyTokenStore store = new PolicyTokenStore(
                builder().connectionProvider(connection::getConnection).serializer(serializer), connection);
        store.createSchema(GenericTokenTableFactory.INSTANCE);
        return store;
    }

    @Override
    protected PreparedStatement select(Connection connection, String processor, int segment, boolean forUpdate)
            throws SQLException {
        return super.select(connection, processor, segment, false);
    }

    @Override
    public void close() {
        connection.close();
    }
}
