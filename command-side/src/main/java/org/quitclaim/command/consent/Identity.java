package org.quitclaim.command.consent;

/** Name and contact of a person, as they are sealed. */
public record Identity(String name, String email) {
    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
