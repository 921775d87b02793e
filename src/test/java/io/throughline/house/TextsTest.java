package io.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.SurveyError;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** English and German stay in step, and no text is missing. */
class TextsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\n]*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    static List<String> rooms() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith("_en.properties"))
                    .map(f -> f.substring(0, f.length() - "_en.properties".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void both_languages_have_the_same_keys_and_places(String room) throws IOException {
        var english = bundle(room, "en");
        var german = bundle(room, "de");
        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.forEach(
                (key, text) -> assertThat(places(german.get(key))).as(key).isEqualTo(places(text)));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void no_text_is_empty_or_has_an_apostrophe_that_would_swallow_a_place(String room) throws IOException {
        for (var language : List.of("en", "de")) {
            bundle(room, language).forEach((key, text) -> {
                assertThat(text).as(key).isNotBlank();
                assertThat(text).as(key).doesNotContain("'");
            });
        }
    }

    /** German has two words where English has one: what was delivered is "abgenommen"; what is wanted is "angenommen". */
    @Test
    void what_was_delivered_is_accepted_by_one_word() throws IOException {
        for (var room : List.of("delivery", "trace", "approval")) {
            bundle(room, "de")
                    .forEach((key, text) -> assertThat(text)
                            .as(key)
                            .doesNotContainPattern("(?iu)annehm|annahme|angenommen|zurückgewiesen"));
        }
    }

    @Test
    void a_key_stands_in_one_bundle_only() throws IOException {
        Map<String, String> owner = new HashMap<>();
        for (var room : rooms()) {
            for (var key : bundle(room, "en").keySet()) {
                assertThat(owner.put(key, room)).as(key).isNull();
            }
        }
    }

    @Test
    void every_refusal_has_its_words() {
        var texts = new Texts();
        var codes = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.throughline")
                        .stream()
                        .filter(c -> c.isEnum() && c.isAssignableTo(ErrorCode.class))
                        .flatMap(c -> Arrays.stream(c.reflect().getEnumConstants()))
                        .map(c -> ((ErrorCode) c).key())
                        .toList();
        assertThat(codes).isNotEmpty().allMatch(texts::has);
    }

    @Test
    void days_in_a_refusal_are_written_as_its_reader_writes_them() {
        var refusal = new DomainException(SurveyError.RETENTION_PROMISED, LocalDate.of(2027, 11, 28));
        assertThat(new Texts().of(refusal, Locale.GERMAN)).contains("28. November 2027");
        var removed = new DomainException(SurveyError.ANSWERS_REMOVED, Instant.parse("2027-11-28T23:59:59Z"));
        assertThat(new Texts().of(removed, Locale.ENGLISH)).contains("November 28, 2027");
    }

    @Test
    void numbers_in_a_refusal_have_all_their_decimals_as_its_reader_writes_them() {
        var refusal =
                new DomainException(SurveyError.NUMBER_OUT_OF_RANGE, new BigDecimal("0.0005"), new BigDecimal("1.50"));
        assertThat(new Texts().of(refusal, Locale.ENGLISH)).contains("from 0.0005 to 1.5");
        assertThat(new Texts().of(refusal, Locale.GERMAN)).contains("von 0,0005 bis 1,5");
    }

    @Test
    void a_range_of_one_value_is_said_as_that_value() {
        var texts = new Texts();
        var one = new DomainException(SurveyError.CHOOSE_OUT_OF_RANGE, 1, 1);
        assertThat(texts.of(one, Locale.ENGLISH)).contains("must be 1").doesNotContain("between");
        assertThat(texts.of(one, Locale.GERMAN)).contains("muss 1 sein").doesNotContain("zwischen");
        var three = new DomainException(CommonError.OUT_OF_RANGE, "surveys.design.group", 3, 3);
        assertThat(texts.of(three, Locale.ENGLISH)).endsWith("must be 3.");
        assertThat(texts.of(three, Locale.GERMAN)).endsWith("muss 3 sein.");
        var more = new DomainException(CommonError.OUT_OF_RANGE, "surveys.design.group", 3, 30);
        assertThat(texts.of(more, Locale.ENGLISH)).endsWith("between 3 and 30.");
        var day = LocalDate.of(2027, 11, 28);
        assertThat(texts.of(new DomainException(SurveyError.DATE_OUT_OF_RANGE, day, day), Locale.GERMAN))
                .contains("das Datum 28. November 2027");
    }

    @Test
    void a_limit_of_decimals_is_said_as_one_says_it() {
        var texts = new Texts();
        assertThat(texts.of(new DomainException(SurveyError.TOO_MANY_DECIMALS, 0), Locale.ENGLISH))
                .isEqualTo("No decimals can be given here.");
        assertThat(texts.of(new DomainException(SurveyError.TOO_MANY_DECIMALS, 1), Locale.ENGLISH))
                .startsWith("At most 1 decimal can");
        assertThat(texts.of(new DomainException(SurveyError.TOO_MANY_DECIMALS, 2), Locale.GERMAN))
                .isEqualTo("Hier sind höchstens 2 Nachkommastellen möglich.");
    }

    @Test
    void every_act_has_its_sentence() {
        var texts = new Texts();
        assertThat(Arrays.stream(ActKind.values()).map(kind -> "act." + kind)).allMatch(texts::has);
    }

    /** A key spelled out in the code must exist; keys put together at run time are covered by the views' own tests. */
    @Test
    void every_key_in_the_code_exists() throws IOException {
        var texts = new Texts();
        var key = Pattern.compile("getTranslation\\(\\s*\"([a-z][A-Za-z0-9.-]+[A-Za-z0-9])\"\\s*[,)]");
        var missing = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var matcher = key.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (!texts.has(matcher.group(1))) {
                        missing.add(file.getFileName() + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A key stands in the code, whole or by its beginning where the rest is put together at run time. */
    @Test
    void no_text_is_left_behind() throws IOException {
        var written = new HashSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file)).results().forEach(found -> written.add(found.group(1)));
            }
        }
        for (var room : rooms()) {
            assertThat(bundle(room, "en").keySet()).allMatch(key -> written.contains(key) || isBegunIn(written, key));
        }
    }

    private static boolean isBegunIn(Set<String> written, String key) {
        return IntStream.range(0, key.length())
                .filter(at -> key.charAt(at) == '.')
                .mapToObj(at -> key.substring(0, at))
                .anyMatch(begin -> written.contains(begin + ".") || begin.contains(".") && written.contains(begin));
    }

    /** Of a key written twice, one text is never seen. */
    @Test
    void no_key_stands_twice() throws IOException {
        var twice = new ArrayList<String>();
        try (var files = Files.list(BUNDLES)) {
            for (var file : files.toList()) {
                var seen = new TreeSet<String>();
                Files.readAllLines(file).stream()
                        .filter(line -> line.matches("[a-zA-Z].*=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .filter(key -> !seen.add(key))
                        .forEach(key -> twice.add(file.getFileName() + ": " + key));
            }
        }
        assertThat(twice).isEmpty();
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> bundle(String room, String language) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(BUNDLES.resolve(room + "_" + language + ".properties"))));
        return properties.entrySet().stream()
                .collect(Collectors.toMap(e -> (String) e.getKey(), e -> (String) e.getValue()));
    }
}
