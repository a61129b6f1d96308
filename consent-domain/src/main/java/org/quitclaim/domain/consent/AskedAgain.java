package org.quitclaim.domain.consent;

/**
 * Why somebody who said no is asked again. Wanting a yes is none of them: repeated asking makes consent less free.
 *
 * <p><b>Source:</b> GDPR Art. 4(11), recital 32; EDPB 05/2020 on repeated requests.
 */
public enum AskedAgain {
    /** The person came back to it by herself. */
    PERSON_CAME_BACK(true),
    /** What is asked differs from what was refused; it comes from the organisation, so it waits. */
    OTHER_QUESTION(false),
    /** The no was recorded or given by mistake, as the person said. */
    NO_BY_MISTAKE(true);

    private final boolean comesFromHer;

    AskedAgain(boolean comesFromHer) {
        this.comesFromHer = comesFromHer;
    }

    /** Whether the person began, so that asking presses nobody. */
    boolean comesFromHer() {
        return comesFromHer;
    }
}
