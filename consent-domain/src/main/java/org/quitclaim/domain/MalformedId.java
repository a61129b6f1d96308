package org.quitclaim.domain;

/** An identifier that does not have the form its type demands; it names the expected prefix, never the input. */
public final class MalformedId extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String prefix;

    MalformedId(String prefix) {
        super("An identifier here starts with " + prefix + " followed by 26 characters a-z or 2-7.");
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }
}
