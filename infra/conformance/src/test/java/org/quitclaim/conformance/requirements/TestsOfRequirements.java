package org.quitclaim.conformance.requirements;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quitclaim.domain.Requirement;

/** Which tests hold which requirement, read from the compiled test classes of all modules. */
record TestsOfRequirements(Map<String, TreeSet<String>> byNumber) {
    static TestsOfRequirements in(Collection<TestModule> modules) {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        modules.forEach(module -> new ClassFileImporter()
                .importPath(module.classes()).stream()
                        .filter(module::hasSourceOf)
                        .forEach(type -> collect(module, type, found)));
        return new TestsOfRequirements(found);
    }

    List<String> of(String number) {
        return List.copyOf(byNumber.getOrDefault(number, new TreeSet<>()));
    }

    private static void collect(TestModule module, JavaClass type, Map<String, TreeSet<String>> found) {
        String name = module.name() + ": " + type.getSimpleName();
        numbers(type).forEach(number -> add(found, number, name));
        for (JavaMember method : type.getMethods()) {
            numbers(method).forEach(number -> add(found, number, name + "." + method.getName()));
        }
    }

    private static Stream<String> numbers(HasAnnotations<?> annotated) {
        return annotated
                .tryGetAnnotationOfType(Requirement.class.getName())
                .map(TestsOfRequirements::values)
                .orElse(Stream.empty());
    }

    private static Stream<String> values(JavaAnnotation<?> annotation) {
        return switch (annotation.get("value").orElseThrow()) {
            case Object[] several -> Stream.of(several).map(String.class::cast);
            case Object one -> Stream.of((String) one);
        };
    }

    private static void add(Map<String, TreeSet<String>> found, String number, String test) {
        found.computeIfAbsent(number, any -> new TreeSet<>()).add(test);
    }
}
