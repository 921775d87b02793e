package io.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules that only the text of the sources shows. */
class SourceTest {

    private static final Path JAVA = Path.of("src/main/java");

    @Test
    void no_style_of_another_theme_is_used() throws IOException {
        assertThat(linesOf(JAVA, Pattern.compile("LUMO|LumoUtility|--lumo"))).isEmpty();
        assertThat(linesOf(Path.of("frontend"), Pattern.compile("--lumo"))).isEmpty();
    }

    @Test
    void no_query_is_built_by_concatenation() throws IOException {
        var query = Pattern.compile("(?i)\"\\s*(select|update|delete|insert)\\s[^\"]*\"\\s*\\+\\s*[a-z]");
        assertThat(linesOf(JAVA, query)).isEmpty();
    }

    @Test
    void numbers_are_typed_into_a_field_that_refuses_what_nobody_could_write_out() throws IOException {
        assertThat(linesOf(JAVA, Pattern.compile("new BigDecimalField\\("))).isEmpty();
    }

    /** What people typed is text wherever it comes out. */
    @Test
    void nothing_is_written_as_markup() throws IOException {
        var markup = Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|srcdoc|unsafeHTML"
                + "|createContextualFragment|setHTML|parseFromString");
        assertThat(linesOf(JAVA, markup)).isEmpty();
        assertThat(linesOf(Path.of("frontend"), markup)).isEmpty();
        assertThat(linesOf(JAVA, Pattern.compile("new Html\\(")))
                .as("a bar is made of numbers")
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Kit.java"));
    }

    /** A plan begun in the demo and gone on with by hand must not spell its codes in two ways. */
    @Test
    void the_demo_numbers_its_plan_as_the_forms_do() throws IOException {
        var demo = JAVA.resolve("io/throughline/demo");
        assertThat(linesOf(demo, Pattern.compile("\"[STMD]-\\d\""))).isNotEmpty();
        assertThat(linesOf(demo, Pattern.compile("\"[STMD]\\d\""))).isEmpty();
    }

    private static List<String> linesOf(Path root, Pattern pattern) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> {
                        try {
                            return Files.readAllLines(file).stream()
                                    .filter(line -> pattern.matcher(line).find())
                                    .map(line -> file + ": " + line.strip());
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
