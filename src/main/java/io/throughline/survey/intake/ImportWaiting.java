package io.throughline.survey.intake;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.SurveyLinks;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files of answers that came to an end while whoever brought them in looked elsewhere. */
@Component
class ImportWaiting implements WaitingSource {

    private static final int MOST = 20;

    private final ImportRecords records;
    private final SurveyAccess access;

    ImportWaiting(ImportRecords records, SurveyAccess access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public List<Waiting> waitingFor(Viewer viewer) {
        if (!viewer.is(Role.PROJECT_MANAGER)) {
            return List.of();
        }
        return records.unnoted(viewer.id(), MOST).stream()
                .filter(one -> access.isReadable(one.survey()))
                .map(one -> new Waiting(
                        "surveys",
                        "survey.waiting.import." + one.state(),
                        List.of(
                                one.fileName(),
                                one.stored(),
                                access.readable(one.survey()).key(),
                                one.wrong()),
                        SurveyLinks.imports(one.survey()),
                        null))
                .toList();
    }
}
