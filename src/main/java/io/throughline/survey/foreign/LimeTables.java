package io.throughline.survey.foreign;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The tables of an {@code .lss} file: rows of named cells. Entities and document types are refused, depth and number limited. */
final class LimeTables {

    private static final int DEEPEST = 12;
    private static final int MOST_ELEMENTS = 300_000;

    private final Map<String, List<Map<String, String>>> tables = new HashMap<>();
    private final Map<List<String>, Map<String, List<Map<String, String>>>> indexes = new HashMap<>();
    private final List<String> languages = new ArrayList<>();
    private String type = "";

    private LimeTables() {}

    /** @throws DomainException FOREIGN_NOT_READABLE or FOREIGN_OTHER_ENCODING with the line, FOREIGN_TOO_MUCH, FOREIGN_NO_SURVEY */
    static LimeTables read(byte[] bytes) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var tables = new LimeTables();
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            tables.read(reader);
        } catch (XMLStreamException e) {
            throw new DomainException(
                    isOfLetters(e.getNestedException())
                            ? SurveyError.FOREIGN_OTHER_ENCODING
                            : SurveyError.FOREIGN_NOT_READABLE,
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber()));
        }
        if (!tables.type.equals("Survey")) {
            throw new DomainException(SurveyError.FOREIGN_NO_SURVEY);
        }
        return tables;
    }

    private static boolean isOfLetters(@Nullable Throwable cause) {
        return cause instanceof CharConversionException || cause instanceof CharacterCodingException;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        Deque<String> path = new ArrayDeque<>();
        Map<String, String> row = new LinkedHashMap<>();
        var text = new StringBuilder();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(reader.getLocalName());
                    text.setLength(0);
                    if (++elements > MOST_ELEMENTS || path.size() > DEEPEST) {
                        throw new DomainException(
                                SurveyError.FOREIGN_TOO_MUCH,
                                reader.getLocation().getLineNumber());
                    }
                    if (path.size() == 4 && path.peekLast().equals("row")) {
                        row = new LinkedHashMap<>();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(List.copyOf(path), text.toString(), row);
                    path.removeLast();
                    text.setLength(0);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new DomainException(
                            SurveyError.FOREIGN_NOT_READABLE,
                            reader.getLocation().getLineNumber());
                default -> {}
            }
        }
    }

    /** The path is document / table / rows / row / cell. */
    private void end(List<String> path, String text, Map<String, String> row) {
        if (path.size() == 5 && path.get(3).equals("row")) {
            row.put(path.get(4), text);
        } else if (path.size() == 4 && path.get(3).equals("row")) {
            tables.computeIfAbsent(path.get(1), table -> new ArrayList<>()).add(row);
        } else if (path.size() == 3 && path.get(1).equals("languages")) {
            languages.add(text.strip());
        } else if (path.size() == 2 && path.get(1).equals("LimeSurveyDocType")) {
            type = text.strip();
        }
    }

    /** Of those that hold anything. */
    Set<String> names() {
        return new TreeSet<>(tables.keySet());
    }

    List<Map<String, String>> table(String name) {
        return tables.getOrDefault(name, List.of());
    }

    /** The rows of a table that have this in a column; found without reading all of them again. */
    List<Map<String, String>> rows(String table, String column, String value) {
        return indexes.computeIfAbsent(
                        List.of(table, column),
                        _ -> table(table).stream()
                                .filter(row -> row.containsKey(column))
                                .collect(Collectors.groupingBy(row -> row.getOrDefault(column, ""))))
                .getOrDefault(value, List.of());
    }

    /** The first of those that have the same in a column: older files have a row for each language. */
    static List<Map<String, String>> distinct(List<Map<String, String>> rows, String key) {
        return List.copyOf(rows.stream()
                .collect(Collectors.toMap(
                        row -> row.getOrDefault(key, ""), row -> row, (first, _) -> first, LinkedHashMap::new))
                .values());
    }

    /** By a number in a column. */
    static List<Map<String, String>> ordered(List<Map<String, String>> rows, String by) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> Sketch.number(row.get(by)).orElse(BigDecimal.ZERO)))
                .toList();
    }

    List<String> languages() {
        return languages;
    }
}
