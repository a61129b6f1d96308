package org.quitclaim.access.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A refusal as a client sees it.
 *
 * @param type an identifier of the code, not an address
 * @param detail what to do next, in the reader's language
 * @param code stable: what programs decide on
 * @param incident by which whoever runs the system finds the error in the log; empty unless it was one, and then left
 *     out
 *     <p><b>Source:</b> RFC 9457.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, String incident) {}
