package org.quitclaim.face.breach;

import org.quitclaim.vault.Vault;

/** Breaks a rule on purpose. */
record OpensTheVault(Vault vault) {}
