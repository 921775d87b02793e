package io.throughline.survey.foreign;

import io.throughline.survey.Entry;
import io.throughline.survey.question.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Small files of our own, as other tools write them. */
final class Files {

    private Files() {}

    static byte[] bytes(String name) {
        try (var in = Files.class.getResourceAsStream("/foreign/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A survey of LimeSurvey in English, with these tables. */
    static Foreign lime(String tables) {
        return LimeSurvey.read(
                ("<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>en</language></languages>"
                                + tables + "</document>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Foreign js(String json) {
        return SurveyJs.read(json.getBytes(StandardCharsets.UTF_8));
    }

    static Entry entry(Foreign foreign, String code) {
        return foreign.content().entries().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code));
    }

    static <Q extends Question> Q question(Foreign foreign, String code, Class<Q> type) {
        return type.cast(entry(foreign, code).question());
    }
}
