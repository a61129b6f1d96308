package org.quitclaim.eventstore;

import java.sql.SQLException;

/** One unit of work for the writer: the events of one command, or one snapshot. */
interface WriteUnit {
    void writeTo(WriterSession session) throws SQLException;

    /** It is on disk; called on the writer's thread, in the order of the positions, before anybody is told. */
    default void committed() {}
}
