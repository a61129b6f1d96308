package org.quitclaim.domain.consent;

import java.util.Set;
import java.util.TreeSet;
import org.quitclaim.domain.Ordered;

/**
 * For which subjects something is asked, allowed or refused.
 *
 * <p><b>Guarantees:</b> what is not written down here is not allowed. "Any subject" is a list too, frozen when it was
 * asked for, so that no later change of the installation's list allows more than was read; one that shrinks allows less.
 *
 * @param named subjects that were named themselves, sensitive ones among them
 * @param anyOf the everyday subjects that stood for "any subject" at the time of asking; empty when that was not asked
 */
public record Contexts(Set<UseContext> named, Set<UseContext> anyOf) {
    /** Of recognition, which has no subject. */
    public static final Contexts NONE = new Contexts(Set.of(), Set.of());

    /** What is meant where no subject was named. */
    public static final Contexts GENERAL = of(UseContext.GENERAL);

    public Contexts {
        named = Ordered.set(named);
        anyOf = Ordered.set(anyOf);
    }

    /** Exactly these. */
    public static Contexts of(UseContext... named) {
        return new Contexts(Set.of(named), Set.of());
    }

    boolean isEmpty() {
        return named.isEmpty() && anyOf.isEmpty();
    }

    /** Whether a yes to these is one to this subject; "any subject" never stands for a sensitive one. */
    public boolean cover(UseContext subject, boolean sensitive) {
        return named.contains(subject) || (!sensitive && anyOf.contains(subject));
    }

    /** Whether a no to these is one to this subject; who refuses any subject refuses a sensitive one all the more. */
    boolean concern(UseContext subject) {
        return !anyOf.isEmpty() || named.contains(subject);
    }

    /** Whether a no to these is one to a subject of {@code allowed}. */
    boolean meet(Contexts allowed) {
        return allowed.all().stream().anyMatch(this::concern);
    }

    /**
     * Whether these cover what {@code other} covers, whatever becomes sensitive later: only {@link UseContext#GENERAL}
     * never does, so that it alone may be named there and one of many here.
     */
    boolean reachAsFarAs(Contexts other) {
        Set<UseContext> lasting = new TreeSet<>(named);
        if (anyOf.contains(UseContext.GENERAL)) {
            lasting.add(UseContext.GENERAL);
        }
        return lasting.containsAll(other.named)
                && other.anyOf.stream().allMatch(one -> anyOf.contains(one) || named.contains(one));
    }

    /** Every subject that is written down here. */
    public Set<UseContext> all() {
        Set<UseContext> all = new TreeSet<>(named);
        all.addAll(anyOf);
        return Ordered.set(all);
    }
}
