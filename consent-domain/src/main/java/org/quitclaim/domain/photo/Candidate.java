package org.quitclaim.domain.photo;

import org.quitclaim.domain.id.PersonId;

/**
 * Somebody whose faceprint faces are held against.
 *
 * @param generation of the key under which the faceprint lies: another consent, another candidate
 */
public record Candidate(PersonId person, int generation) {}
