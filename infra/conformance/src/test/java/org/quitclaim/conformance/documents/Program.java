package org.quitclaim.conformance.documents;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What there is in the sources for a document to name. */
final class Program {
    private static final Pattern SETTING = Pattern.compile("\"\\$?\\{?(quitclaim\\.[a-z0-9.-]+)");
    private static final String COMMAND = "picocli.CommandLine$Command";
    private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules");
    private static final List<String> MAPPINGS = List.of("Get", "Post", "Put", "Delete", "Patch");

    private final Path root;
    private final Map<Path, String> sources = new HashMap<>();
    private final Set<String> files = new TreeSet<>();
    private final JavaClasses classes;

    private Program(Path root, JavaClasses classes) {
        this.root = root;
        this.classes = classes;
    }

    static Program in(Path root) throws IOException {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.quitclaim");
        Program program = new Program(root, classes);
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return SKIPPED.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                program.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return program;
    }

    private void add(Path file) {
        String name = root.relativize(file).toString();
        files.add(name);
        boolean document = name.endsWith(".md");
        boolean text = name.matches(".*\\.(java|properties|ya?ml|js|mjs|html|css|xml|jte|py|json|sh)")
                || name.equals("quitclaim");
        // names in documents prove nothing about documents
        if (text && !document && !name.contains("conformance/documents")) {
            sources.put(Path.of(name), Documents.read(file));
        }
    }

    /** Verb and address of each route, with {@code {}} for what changes. */
    Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        classes.stream().flatMap(type -> type.getMethods().stream()).forEach(method -> {
            for (String verb : MAPPINGS) {
                method.tryGetAnnotationOfType("org.springframework.web.bind.annotation." + verb + "Mapping")
                        .ifPresent(mapping -> addresses(mapping)
                                .forEach(path -> prefixes(method.getOwner())
                                        .forEach(prefix ->
                                                routes.add(verb.toUpperCase(Locale.ROOT) + ' ' + prefix + path))));
            }
        });
        return routes;
    }

    private static List<String> prefixes(JavaClass controller) {
        return controller
                .tryGetAnnotationOfType("org.springframework.web.bind.annotation.RequestMapping")
                .map(Program::addresses)
                .orElse(List.of(""));
    }

    /** An empty one where the whole address stands at the class. */
    private static List<String> addresses(JavaAnnotation<?> mapping) {
        List<String> paths = new ArrayList<>();
        for (String member : List.of("value", "path")) {
            mapping.get(member).ifPresent(value -> paths.addAll(List.of((String[]) value)));
        }
        return paths.isEmpty() ? List.of("") : paths;
    }

    Set<String> verbs() {
        Set<String> verbs = new TreeSet<>(Set.of("help"));
        classes.stream()
                .filter(type -> type.isAnnotatedWith(COMMAND))
                .forEach(type -> verbs.add(String.valueOf(
                        type.getAnnotationOfType(COMMAND).get("name").orElseThrow())));
        return verbs;
    }

    /** Those that are read by their names, and the components of records that settings are bound to. */
    Set<String> settings() {
        Set<String> settings = new TreeSet<>();
        sources.forEach((file, text) -> {
            if (file.toString().contains("src/main")) {
                SETTING.matcher(text).results().forEach(found -> settings.add(found.group(1)));
            }
        });
        classes.stream()
                .filter(type ->
                        type.isAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties"))
                .forEach(type -> {
                    JavaAnnotation<?> bound = type.getAnnotationOfType(
                            "org.springframework.boot.context.properties.ConfigurationProperties");
                    String prefix = bound.get("value")
                            .map(String::valueOf)
                            .filter(some -> !some.isEmpty())
                            .orElse("");
                    bind(prefix, type.reflect(), settings);
                });
        return settings;
    }

    private static void bind(String prefix, Class<?> type, Set<String> settings) {
        if (!type.isRecord()) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + '.' + kebab(component.getName());
            settings.add(Map.class.isAssignableFrom(component.getType()) ? name + ".*" : name);
            bind(name, component.getType(), settings);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** As the environment spells settings, and what scripts and tests read from it besides. */
    Set<String> variables() {
        return settings().stream()
                .map(setting -> setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean hasFile(String path) {
        return files.stream()
                .anyMatch(file -> file.equals(path) || file.startsWith(path + '/') || file.endsWith('/' + path));
    }

    boolean hasType(String name) {
        Pattern declared = Pattern.compile("\\b(class|record|enum|interface|import [\\w.]+\\.)\\s*" + name + "\\b");
        return sources.values().stream().anyMatch(text -> declared.matcher(text).find());
    }

    /** Somewhere in what is not a document. */
    boolean says(String word) {
        return sources.values().stream().anyMatch(text -> text.contains(word));
    }

    boolean hasMethod(String name) {
        Pattern declared = Pattern.compile("\\b" + name + "\\s*\\(");
        return sources.values().stream().anyMatch(text -> declared.matcher(text).find());
    }
}
