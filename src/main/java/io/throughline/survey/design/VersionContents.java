package io.throughline.survey.design;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyVersionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contents of published versions, kept at hand: they never change. */
@Component
public class VersionContents {

    private static final int KEPT = 200;

    private final JdbcClient jdbc;
    private final Map<UUID, SurveyContent> recent = Collections.synchronizedMap(new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, SurveyContent> eldest) {
            return size() > KEPT;
        }
    });

    VersionContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public SurveyContent of(SurveyVersionId version) {
        var known = recent.get(version.value());
        if (known != null) {
            return known;
        }
        var content = jdbc.sql("select content from survey_version where id = ?")
                .param(version.value())
                .query(String.class)
                .optional()
                .map(SurveyJson::content)
                .orElseThrow(DomainException::notFound);
        recent.put(version.value(), content);
        return content;
    }
}
