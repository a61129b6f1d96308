package org.quitclaim.command.consent;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that a letter can be sent to.
 *
 * <p><b>Guarantees:</b> one address and nothing else: no line break, no second recipient, no sign that nobody sees, so it
 * can neither add a header nor a command to what is sent. A domain in other letters is held in the form that mail servers
 * use.
 *
 * <p><b>Source:</b> RFC 5321, 4.5.3.1; RFC 5322, 3.2.3 (dot-atom).
 */
public record ContactPoint(String address) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    /** Empty for what mail cannot be sent to. */
    public static Optional<ContactPoint> parse(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL) {
            return Optional.empty();
        }
        String local = typed.substring(0, at);
        Optional<String> domain = ascii(typed.substring(at + 1));
        return domain.filter(there -> LOCAL.matcher(local).matches() && local.length() + 1 + there.length() <= LONGEST)
                .map(there -> new ContactPoint(local + "@" + there));
    }

    private static Optional<String> ascii(String domain) {
        // what IDN takes out or turns into something else would lead to another address than the one that is read
        if (domain.codePoints().anyMatch(sign -> Character.getType(sign) == Character.FORMAT || sign <= ' ')) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES))
                    .filter(there -> DOMAIN.matcher(there).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "ContactPoint[hidden]";
    }
}
