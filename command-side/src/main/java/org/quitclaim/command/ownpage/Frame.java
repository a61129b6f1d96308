package org.quitclaim.command.ownpage;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.quitclaim.access.problem.Language;
import org.quitclaim.certificate.OrganisationDetails;

/**
 * What is around every page of hers.
 *
 * @param link the path of the page itself
 * @param name whose page it is; empty where nobody may read or can open it
 * @param elsewhere whether another copy of the installation works in place of this one
 * @param languages in which it can be read
 * @param said what was just taken in: a word, and what belongs to it
 * @param key sent along with a form, so that the same form sent twice is taken in once
 */
record Frame(
        Speech say,
        String link,
        OrganisationDetails organisation,
        String name,
        boolean elsewhere,
        List<Language> languages,
        List<String> said,
        String key) {
    String t(String word) {
        return say.t(word);
    }

    /** The routes of the same link for programs. */
    String api() {
        return "/api" + link;
    }

    boolean said(String word) {
        return !said.isEmpty() && said.getFirst().equals(word);
    }

    Frame of(String whose, boolean child, boolean copy) {
        return new Frame(say.ofAChild(child), link, organisation, whose, copy, languages, said, key);
    }

    /** The same without what was just taken in. */
    Frame silent() {
        return new Frame(say, link, organisation, name, elsewhere, languages, List.of(""), key);
    }

    String controller() {
        String who = organisation.name();
        return who == null ? "Quitclaim" : who;
    }

    /** Whom to tell, where this page can do nothing. */
    List<String> contact() {
        return Stream.of(organisation.name(), organisation.contact(), organisation.dpoContact())
                .filter(Objects::nonNull)
                .toList();
    }
}
