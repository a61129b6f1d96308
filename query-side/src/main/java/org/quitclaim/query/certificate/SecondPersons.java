package org.quitclaim.query.certificate;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.quitclaim.certificate.ErasureCertificate.Rule;
import org.quitclaim.certificate.ErasureCertificate.SecondPerson;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.GovernanceState.TwoPeopleRule;
import org.quitclaim.domain.id.InstallationId;

/** Whether what takes two people does, as the organisation recorded it: that it once did not is never left out. */
@FunctionalInterface
interface SecondPersons {
    SecondPerson declared();

    static SecondPersons recorded(EventStore store, InstallationId installation) {
        return () -> of(InstallationState.read(store, installation));
    }

    static SecondPerson of(GovernanceState state) {
        if (!(state instanceof Founded founded) || founded.twoPeople().isEmpty()) {
            return SecondPerson.NEVER_DECLARED;
        }
        TwoPeopleRule last = founded.twoPeople().getLast();
        return new SecondPerson(last.required() ? Rule.REQUIRED_AGAIN : Rule.NOT_REQUIRED, last.since());
    }
}
