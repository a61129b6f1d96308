package org.quitclaim.domain;

/** An order to one stream; it carries no time of its own, the command side sets it. */
public interface DomainCommand {
    /** The stream that decides. */
    OpaqueId target();
}
