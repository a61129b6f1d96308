package org.quitclaim.access.account;

/** Who is behind an account, opened for somebody who may know. */
public record StaffName(String login, String name) {
    @Override
    public String toString() {
        return "StaffName[hidden]";
    }
}
