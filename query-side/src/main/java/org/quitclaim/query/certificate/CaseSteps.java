package org.quitclaim.query.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.certificate.ErasureCertificate.RemnantSearch;
import org.quitclaim.certificate.ErasureCertificate.Step;
import org.quitclaim.certificate.Milestone;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.StoreCode;
import org.quitclaim.query.erasure.CaseFacts;

/** Reads the steps of a case as milestones. A step is looked up by its stable name: a case of old may not know it. */
final class CaseSteps {
    private static final String SEARCH = "SEARCH_CLEAN";
    private static final String EPOCH = "EPOCH_RETIRED";

    /** Stated elsewhere on the certificate. */
    private static final Set<String> ELSEWHERE = Set.of("KEY_DESTROYED", "CIPHERTEXT_DELETED", SEARCH, EPOCH);

    RemnantSearch remnantSearch(CaseFacts facts) {
        boolean ordered = facts.todo().stream().anyMatch(step -> step.name().equals(SEARCH));
        Milestone clean = at(facts, SEARCH)
                .<Milestone>map(Milestone.Done::new)
                .orElseGet(() -> new Milestone.NotYet(ordered ? "TO_BE_DONE" : "NOT_RECORDED"));
        return new RemnantSearch(
                clean, facts.searched().stream().map(StoreCode::code).toList());
    }

    List<Step> others(CaseFacts facts) {
        List<Step> steps = new ArrayList<>();
        facts.done().forEach((step, at) -> steps.add(new Step(step.name(), new Milestone.Done(at))));
        facts.todo().forEach(step -> steps.add(new Step(step.name(), new Milestone.NotYet("TO_BE_DONE"))));
        steps.removeIf(step -> ELSEWHERE.contains(step.code()));
        return steps;
    }

    private static Optional<Instant> at(CaseFacts facts, String name) {
        Stream<ErasureStep> named =
                facts.done().keySet().stream().filter(step -> step.name().equals(name));
        return named.findFirst().map(facts.done()::get);
    }
}
