package org.quitclaim.face.permit;

import java.time.Instant;
import org.quitclaim.domain.vault.KeyGeneration;

/** How a person's recognition grant stands, as the person's own stream says. */
public sealed interface GrantState {

    /** In force until {@code endsAt}, its faceprint key being of {@code generation}. */
    record Live(KeyGeneration generation, Instant endsAt) implements GrantState {}

    /** In force but suspended: restriction of processing. */
    record Restricted() implements GrantState {}

    /** Given, and in force once a second employee has seen the person. */
    record Waiting() implements GrantState {}

    /** In force as far as the history tells, which may lack the person's no. */
    record Doubted() implements GrantState {}

    /** Never given, refused, withdrawn, expired or erased. */
    record Absent() implements GrantState {}
}
