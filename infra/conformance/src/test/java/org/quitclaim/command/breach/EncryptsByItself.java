package org.quitclaim.command.breach;

import com.google.crypto.tink.Aead;

/** Breaks a rule on purpose. */
record EncryptsByItself(Aead aead) {}
