package org.quitclaim.eventstore;

import org.quitclaim.eventstore.EventStoreProperties.Kind;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the setting names this store, in whichever spelling the settings themselves are read: {@code AXON_SERVER} too. */
abstract class StoreIs implements Condition {
    private final Kind kind;

    private StoreIs(Kind kind) {
        this.kind = kind;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                        .bind("quitclaim.event-store", Kind.class)
                        .orElse(Kind.SQLITE)
                == kind;
    }

    static final class Sqlite extends StoreIs {
        Sqlite() {
            super(Kind.SQLITE);
        }
    }

    static final class AxonServer extends StoreIs {
        AxonServer() {
            super(Kind.AXON_SERVER);
        }
    }
}
