package org.quitclaim.domain.consent;

/** In which capacity somebody is portrayed, and whether somebody else signs for them: how much the rules protect them. */
public record Circumstances(Capacity capacity, AgeGroup ageGroup) {
    /** Whether nothing that holds for {@code others} is missing here. */
    boolean protectAsMuchAs(Circumstances others) {
        return ageGroup.compareTo(others.ageGroup) >= 0 && capacity.protection() >= others.capacity.protection();
    }

    /** Of each the one that protects more; of two capacities that protect alike, this one. */
    Circumstances or(Circumstances others) {
        return new Circumstances(
                others.capacity.protection() > capacity.protection() ? others.capacity : capacity,
                others.ageGroup.compareTo(ageGroup) > 0 ? others.ageGroup : ageGroup);
    }
}
