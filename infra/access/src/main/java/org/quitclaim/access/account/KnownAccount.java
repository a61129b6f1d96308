package org.quitclaim.access.account;

import org.quitclaim.access.Actor;
import org.quitclaim.domain.vault.RecordId;

/** Who an account is, without its name: kept in memory so that a request needs no opening of records. */
public record KnownAccount(Actor actor, RecordId record, boolean mustChangePassword, boolean demo) {}
