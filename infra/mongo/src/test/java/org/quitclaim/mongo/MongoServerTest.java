package org.quitclaim.mongo;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = "MONGODB_URI",
        matches = "mongodb.*",
        disabledReason = "MONGODB_URI names no server to run the contract against")
class MongoServerTest extends ReadModelContract {
    @Override
    ReadModelDatabase open() {
        return ReadModelDatabase.server(System.getenv("MONGODB_URI"));
    }
}
