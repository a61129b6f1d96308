/** Ports to what is durable: wrapped keys, sealed rows, sealed files, key-encryption keys. Adapters store bytes they cannot read. */
@NullMarked
package org.quitclaim.vault.storage;

import org.jspecify.annotations.NullMarked;
