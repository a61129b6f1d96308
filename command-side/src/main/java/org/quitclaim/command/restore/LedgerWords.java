package org.quitclaim.command.restore;

import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.quitclaim.command.work.RecordedNo;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.vault.LedgerEntry;

/** How the ledger tells a no: the event as the store keeps it. Shape: type, a line end, revision, a line end, JSON. */
final class LedgerWords {
    private final Serializer serializer;

    LedgerWords(Serializer serializer) {
        this.serializer = serializer;
    }

    LedgerEntry entry(RecordedNo no, DomainEvent event) {
        SerializedObject<String> stored = serializer.serialize(event, String.class);
        return new LedgerEntry(
                no.id(),
                event.at(),
                stored.getType().getName() + '\n' + stored.getType().getRevision() + '\n' + stored.getData());
    }

    DomainEvent event(LedgerEntry entry) {
        String[] fields = entry.said().split("\n", 3);
        return serializer.deserialize(new SimpleSerializedObject<>(fields[2], String.class, fields[0], fields[1]));
    }
}
