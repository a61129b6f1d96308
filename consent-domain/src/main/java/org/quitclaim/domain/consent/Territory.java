package org.quitclaim.domain.consent;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a use takes place: {@code WORLD}, {@code EEA} or an ISO 3166-1 alpha-2 country.
 *
 * <p><b>Guarantees:</b> {@link #covers} is reflexive; WORLD covers everything, EEA its members, a country itself only.
 */
public record Territory(String code) implements Comparable<Territory> {
    public static final Territory WORLD = new Territory("WORLD");
    public static final Territory EEA = new Territory("EEA");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Set<String> EEA_MEMBERS = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO");

    public Territory {
        if (!code.equals("WORLD")
                && !code.equals("EEA")
                && !COUNTRY.matcher(code).matches()) {
            throw new IllegalArgumentException("a territory is WORLD, EEA or a two-letter country code");
        }
    }

    public boolean covers(Territory other) {
        return equals(WORLD) || equals(other) || (equals(EEA) && EEA_MEMBERS.contains(other.code));
    }

    @Override
    public int compareTo(Territory other) {
        return code.compareTo(other.code);
    }
}
