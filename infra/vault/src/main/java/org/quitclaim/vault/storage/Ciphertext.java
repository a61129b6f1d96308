package org.quitclaim.vault.storage;

/** Where the ciphertext of a record lies. */
public sealed interface Ciphertext {

    /** In the row itself. */
    record Inline(byte[] bytes) implements Ciphertext {
        @Override
        public String toString() {
            return "Inline[" + bytes.length + " bytes]";
        }
    }

    /** In a file of the {@link FileStore}, named by the record id. */
    record InFile() implements Ciphertext {}
}
