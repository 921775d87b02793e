package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.question.stats.Respondent;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The resident survey of Kansas City, Missouri (source: demo/README.txt), as answers. */
public final class KansasCity {

    private KansasCity() {}

    public static ImportanceSatisfaction question() {
        var items = IntStream.rangeClosed(1, 16)
                .mapToObj(code -> new Item(String.valueOf(code), LocalizedText.en("service " + code)))
                .toList();
        return new ImportanceSatisfaction(
                QuestionId.next(), LocalizedText.en("Emphasis"), LocalizedText.en(""), true, 3, items);
    }

    /** Each district one organisation of weight 1. */
    public static List<Given> answers() {
        try (var in = KansasCity.class.getResourceAsStream("/demo/kcmo-2022-wave1.csv");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                var parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.stream().map(KansasCity::given).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Given given(CSVRecord row) {
        var named = new ArrayList<String>();
        for (int i = 1; i <= 3; i++) {
            if (!row.get("top_" + i).isEmpty()) {
                named.add(row.get("top_" + i));
            }
        }
        var ratings = new LinkedHashMap<String, Integer>();
        for (int code = 1; code <= 16; code++) {
            var rating = row.get("satisfaction_%02d".formatted(code));
            if (!rating.isEmpty()) {
                ratings.put(String.valueOf(code), Integer.valueOf(rating));
            }
        }
        var by = new Respondent(
                new UUID(1, Long.parseLong(row.get("respondent"))),
                new UUID(2, Long.parseLong(row.get("district"))),
                1);
        return new Given(by, new ImportanceSatisfaction.Answer(named, named.isEmpty(), ratings));
    }
}
