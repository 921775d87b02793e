package io.throughline.survey.port;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.PaletteSource;
import io.throughline.survey.Answering;
import io.throughline.survey.Surveys;
import io.throughline.survey.design.SurveyLinks;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Surveys in the command palette: to work on for those who ask, to answer for customers. */
@Component
class SurveyPalette implements PaletteSource {

    private final Surveys surveys;
    private final Answering answering;

    SurveyPalette(Surveys surveys, Answering answering) {
        this.surveys = surveys;
        this.answering = answering;
    }

    @Override
    public List<Entry> find(Viewer viewer, String query, int limit) {
        if (viewer.is(Role.PROJECT_MANAGER) || viewer.is(Role.MANAGER)) {
            return surveys.list(query, 0, limit).stream()
                    .map(row -> new Entry(
                            "palette.survey",
                            row.key() + " " + row.title().in(viewer.locale()),
                            SurveyLinks.survey(row.id())))
                    .toList();
        }
        if (!viewer.is(Role.CUSTOMER)) {
            return List.of();
        }
        var wanted = query.toLowerCase(Locale.ROOT);
        return answering.open().stream()
                .filter(survey -> survey.title()
                        .in(viewer.locale())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .limit(limit)
                .map(survey -> new Entry(
                        "palette.survey", survey.title().in(viewer.locale()), SurveyLinks.answer(survey.id())))
                .toList();
    }
}
