package org.quitclaim.conformance.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which public types nobody outside their package has a use for: not another package, not another module, not a test.
 *
 * <p>A type that a public member of a public neighbour names is of use to whoever calls that member, even where the caller
 * never writes its name.
 *
 * @param all main and test classes of every module
 * @param inspected those of them that are to be judged
 */
record OpenDoors(JavaClasses all, Predicate<JavaClass> inspected) {
    /** The web server makes it from its name. */
    private static final Set<String> MADE_BY_NAME = Set.of("org.quitclaim.access.edge.BoundedProtocol");

    List<String> withoutNeed() {
        return all.stream()
                .filter(inspected)
                .filter(type -> type.isTopLevelClass() && isPublic(type))
                .filter(type -> !startsAProgram(type) && !isGenerated(type) && !isProvided(type))
                .filter(type -> !hasConstants(type) && !MADE_BY_NAME.contains(type.getName()))
                .filter(type -> !usedOutside(type) && !namedByNeighbour(type))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private boolean usedOutside(JavaClass type) {
        return withNested(type)
                .flatMap(one -> one.getDirectDependenciesToSelf().stream())
                .map(Dependency::getOriginClass)
                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()));
    }

    private boolean namedByNeighbour(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(neighbour -> isPublic(neighbour) && !belongsTo(neighbour, type))
                .flatMap(neighbour -> neighbour.getCodeUnits().stream())
                .filter(OpenDoors::isPublic)
                .anyMatch(member -> member.getAllInvolvedRawTypes().stream().anyMatch(named -> belongsTo(named, type)));
    }

    private Stream<JavaClass> withNested(JavaClass type) {
        return type.getPackage().getClasses().stream().filter(one -> belongsTo(one, type));
    }

    private static boolean belongsTo(JavaClass one, JavaClass type) {
        return one.getName().equals(type.getName()) || one.getName().startsWith(type.getName() + "$");
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isPublic(JavaCodeUnit member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean startsAProgram(JavaClass type) {
        return type.tryGetMethod("main", String[].class).isPresent();
    }

    /** Found by name, which only works where it is public. */
    private static boolean isProvided(JavaClass type) {
        return type.getInterfaces().stream()
                .anyMatch(one -> OpenDoors.class.getResource("/META-INF/services/" + one.getName()) != null);
    }

    /** The compiler copies constants to where they are used, so nobody can see whether anybody does. */
    private static boolean hasConstants(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers()
                        .containsAll(Set.of(JavaModifier.PUBLIC, JavaModifier.STATIC, JavaModifier.FINAL)))
                .map(JavaField::getRawType)
                .anyMatch(value -> value.isPrimitive() || value.isEquivalentTo(String.class));
    }

    /** The compiler of page templates opens all that it makes. */
    private static boolean isGenerated(JavaClass type) {
        return type.getSimpleName().startsWith("Jte") && type.getSimpleName().endsWith("Generated");
    }
}
