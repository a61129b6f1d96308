package org.quitclaim.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.quitclaim.vault.RecordKind;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.RecordStore;
import org.quitclaim.vault.storage.StoredRecord;

/** A disk that takes every record but those of one kind. */
public final class RefusingRecords {
    private volatile String refused = "";

    public void refuse(RecordKind kind) {
        refused = kind.code();
    }

    public void takeAll() {
        refused = "";
    }

    RecordStore over(RecordStore store) {
        return (RecordStore) Proxy.newProxyInstance(
                RecordStore.class.getClassLoader(), new Class<?>[] {RecordStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("insert") && isRefused((List<?>) arguments[0])) {
                        throw new StorageFailure("no space left");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private boolean isRefused(List<?> records) {
        return records.stream()
                .map(StoredRecord.Indexed.class::cast)
                .anyMatch(one -> one.record().kind().code().equals(refused));
    }
}
