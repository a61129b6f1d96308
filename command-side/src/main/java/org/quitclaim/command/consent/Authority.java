package org.quitclaim.command.consent;

/** Who a representative is and by what papers, as it is sealed. */
public record Authority(String name, String papers) {
    @Override
    public String toString() {
        return "Authority[hidden]";
    }
}
