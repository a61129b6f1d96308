package org.quitclaim.vault.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/** What is to be done on a connection. */
@FunctionalInterface
interface SqlWork<T> {
    T on(Connection connection) throws SQLException;

    /** Work without a result. */
    @FunctionalInterface
    interface Step {
        void on(Connection connection) throws SQLException;
    }
}
