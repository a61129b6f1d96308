package org.quitclaim.vault.seal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.quitclaim.vault.KeyDamage;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.storage.KeyPage;
import org.quitclaim.vault.storage.KeyRow;
import org.quitclaim.vault.storage.StoredKey;
import org.quitclaim.vault.storage.Stores;
import org.quitclaim.vault.storage.WrappedKey;

/**
 * Looks at every key, and whether each opens under its key-encryption key as the one that its row names: one that was
 * altered, exchanged for another or lost is found before somebody needs it.
 */
final class KeyLook {
    private static final int PAGE = 2000;

    private final Stores stores;
    private final ActiveKeys keys;
    private final KeyLocks locks;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile KeyDamage last = KeyDamage.NONE;
    /** Where the last look found rows that are not the key they name: one of them may be another's. */
    private volatile List<Long> suspects = List.of();

    KeyLook(Stores stores, ActiveKeys keys, KeyLocks locks) {
        this.stores = stores;
        this.keys = keys;
        this.locks = locks;
    }

    KeyDamage last() {
        return last;
    }

    KeyDamage look() throws VaultException {
        turn.lock();
        try {
            Set<KeyRef> inUse = stores.records().keysInUse();
            Set<KeyRef> sound = new HashSet<>();
            List<Long> unsound = new ArrayList<>();
            int strays = 0;
            long behind = KeyPage.BEGINNING;
            List<KeyRow> page = stores.keys().rows(behind, PAGE);
            while (!page.isEmpty()) {
                for (KeyRow row : page) {
                    behind = row.place();
                    if (row.key().isPresent() && isSound(row.key().get())) {
                        sound.add(row.key().get().ref());
                    } else {
                        unsound.add(row.place());
                        strays += row.key()
                                        .filter(key -> inUse.contains(key.ref()))
                                        .isPresent()
                                ? 0
                                : 1;
                    }
                }
                page = stores.keys().rows(behind, PAGE);
            }
            suspects = List.copyOf(unsound);
            last = new KeyDamage(unsound(inUse, sound), strays, stores.records().ofNobody());
            return last;
        } finally {
            turn.unlock();
        }
    }

    private boolean isSound(StoredKey key) throws VaultException {
        return switch (key.state()) {
            case ACTIVE, SUSPENDED -> keys.isKeyOf(key.ref(), key.wrapped());
            case DESTROYED -> true;
            case DAMAGED -> false;
        };
    }

    /** Looked at once more, each by itself: work goes on beside a look. */
    private Set<KeyRef> unsound(Set<KeyRef> inUse, Set<KeyRef> sound) throws VaultException {
        Set<KeyRef> unsound = new HashSet<>();
        for (KeyRef ref : inUse) {
            if (!sound.contains(ref) && isUnsound(ref)) {
                unsound.add(ref);
            }
        }
        return unsound;
    }

    private boolean isUnsound(KeyRef ref) throws VaultException {
        try (var held = locks.shared(Set.of(ref))) {
            var stored = stores.keys().find(ref);
            return (stored.isEmpty() || !isSound(stored.get()))
                    && !stores.records().sealedUnder(ref).isEmpty();
        }
    }

    /** Where else this key lies: in rows that name somebody else, or nobody, as far as the last look found such rows. */
    List<KeyRow> strays(KeyRef ref) throws VaultException {
        List<KeyRow> found = new ArrayList<>();
        for (long place : suspects) {
            for (KeyRow row : stores.keys().rows(place - 1, 1)) {
                boolean its = row.key().map(StoredKey::ref).filter(ref::equals).isPresent();
                if (row.place() == place && !its && keys.isKeyOf(ref, row.wrapped())) {
                    found.add(row);
                }
            }
        }
        return found;
    }

    /**
     * Where the row of this key holds another one's, that goes back into its own row: the row is about to be overwritten,
     * and nobody is to lose a key because somebody else is erased.
     */
    void giveBack(KeyRef ref) throws VaultException {
        Optional<StoredKey> row = stores.keys().find(ref);
        if (row.isEmpty() || holdsItsKey(row.get())) {
            return;
        }
        for (KeyRef other : look().keys()) {
            if (!other.equals(ref) && keys.isKeyOf(other, row.get().wrapped())) {
                giveBack(other, ref);
                return;
            }
        }
    }

    private boolean holdsItsKey(StoredKey row) throws VaultException {
        return row.state() == KeyState.DESTROYED || keys.isKeyOf(row.ref(), row.wrapped());
    }

    /** Read once more with nobody else at either: what lies in the other's row may be the key that is sought here. */
    private void giveBack(KeyRef other, KeyRef holder) throws VaultException {
        try (var held = locks.exclusive(List.of(other, holder))) {
            Optional<StoredKey> lying = stores.keys().find(holder);
            Optional<StoredKey> own = stores.keys().find(other);
            boolean alreadyThere = own.isPresent() && holdsItsKey(own.get());
            if (alreadyThere
                    || stores.keys().receipt(other).isPresent()
                    || lying.isEmpty()
                    || !keys.isKeyOf(other, lying.get().wrapped())) {
                return;
            }
            StoredKey back = in(other, own.orElse(lying.get()), lying.get().wrapped());
            if (own.isEmpty()) {
                stores.keys().insert(back);
            } else if (keys.isKeyOf(holder, own.get().wrapped())) {
                stores.keys()
                        .overwrite(
                                List.of(back, in(holder, lying.get(), own.get().wrapped())));
            } else {
                stores.keys().overwrite(List.of(back));
            }
            forget(other);
        }
    }

    /** As the row says that it is in; where nobody can read that any more, in use. */
    private static StoredKey in(KeyRef ref, StoredKey row, WrappedKey wrapped) {
        KeyState state = row.isSound() && row.state() != KeyState.DESTROYED ? row.state() : KeyState.ACTIVE;
        return new StoredKey(ref, state, row.createdAt(), wrapped);
    }

    /** The key was destroyed, or lies again where it belongs: it is damaged no more. */
    void forget(KeyRef ref) {
        KeyDamage before = last;
        if (before.keys().contains(ref)) {
            Set<KeyRef> left = new HashSet<>(before.keys());
            left.remove(ref);
            last = new KeyDamage(left, before.strays(), before.records());
        }
    }
}
