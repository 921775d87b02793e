package io.throughline.demo;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.Areas;
import io.throughline.backlog.Evidence;
import io.throughline.backlog.ItemRef;
import io.throughline.backlog.RequirementContent;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.Requirements;
import io.throughline.backlog.StatusTexts;
import io.throughline.backlog.Triage;
import io.throughline.demo.Asking.Asked;
import io.throughline.demo.Cast.Players;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** From answers to a ranked backlog: items become requirements, own words become needs. Estimates are examples. */
@Component
class Prioritising {

    private static final Duration LONGEST_WAIT_FOR_WORDS = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Areas areas;
    private final Evidence evidence;
    private final Requirements requirements;
    private final Triage triage;
    private final StatusTexts statusTexts;

    Prioritising(Areas areas, Evidence evidence, Requirements requirements, Triage triage, StatusTexts statusTexts) {
        this.areas = areas;
        this.evidence = evidence;
        this.requirements = requirements;
        this.triage = triage;
        this.statusTexts = statusTexts;
    }

    /** @param closure the requirement the first deliverable serves; photo, map: two others of the first project */
    record Ranked(AreaId area, RequirementId closure, RequirementId photo, RequirementId map) {}

    private record Draft(
            Asked survey,
            String item,
            String english,
            String german,
            String statement,
            String fit,
            int days,
            int cost) {}

    Ranked rank(Players players, Asked city, Asked streets) {
        return Acting.as(players.projectManager(), () -> {
            var area = areas.create("Street works (example)");
            var made = new LinkedHashMap<String, RequirementId>();
            for (var draft : drafts(city, streets)) {
                made.put(draft.survey() == city ? "city-" + draft.item() : draft.item(), make(area, draft));
            }
            joinWords(made);
            return new Ranked(area, get(made, "city-3"), get(made, "photo"), get(made, "map"));
        });
    }

    /** What customers read once a step of a requirement is theirs to see. */
    void tell(Players players) {
        Acting.as(
                players.projectManager(),
                () -> statusTexts
                        .owed(100)
                        .forEach(owed -> statusTexts.save(
                                owed.id(),
                                LocalizedText.en("We are working on it in “Street works online” (example).")
                                        .with(
                                                Locale.GERMAN,
                                                "Wir arbeiten daran in „Straßenarbeiten online“ (Beispiel)."))));
    }

    private RequirementId make(AreaId area, Draft draft) {
        var title = LocalizedText.en(draft.english()).with(Locale.GERMAN, draft.german());
        var id = evidence.toRequirement(
                new ItemRef(draft.survey().version(), draft.survey().question(), draft.item()), area, title);
        var seen = requirements.detail(id);
        requirements.reword(
                id,
                seen.version(),
                RequirementContent.titled(title),
                RequirementContent.titled(title)
                        .withStatement(draft.statement())
                        .withFitCriterion(draft.fit())
                        .withEstimate(Effort.ofDays(draft.days()), Money.of(draft.cost())));
        requirements.accept(id, requirements.detail(id).version());
        return id;
    }

    /** The own words arrive as events; the first of them stand under the needs of the requirements they speak of. */
    private void joinWords(Map<String, RequirementId> made) {
        awaitWords(6);
        var about = Map.of(
                "fixed", "city-3", "hole three times", "photo", "streets are next", "map", "street number", "photo");
        for (var row : triage.waiting(0, 50)) {
            about.entrySet().stream()
                    .filter(entry -> row.words().contains(entry.getKey()))
                    .findFirst()
                    .ifPresent(entry -> triage.join(
                            row.id(),
                            row.version(),
                            requirements
                                    .detail(get(made, entry.getValue()))
                                    .needs()
                                    .getFirst()
                                    .id()));
        }
    }

    private void awaitWords(int expected) {
        var until = System.nanoTime() + LONGEST_WAIT_FOR_WORDS.toNanos();
        while (triage.countWaiting() < expected && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static RequirementId get(Map<String, RequirementId> made, String key) {
        return Objects.requireNonNull(made.get(key), key);
    }

    private static List<Draft> drafts(Asked city, Asked streets) {
        return List.of(
                new Draft(
                        city,
                        "3",
                        "Residents follow a street repair from report to closure",
                        "Bürger verfolgen eine Straßenreparatur von der Meldung bis zum Abschluss",
                        "The portal shall show the state of every street report to the person who made it.",
                        "Every report shows its state; closing it notifies the reporter within one hour, with a photo.",
                        24,
                        6_000),
                new Draft(
                        city,
                        "1",
                        "Police answers a non-urgent report within a day",
                        "Die Polizei beantwortet eine nicht dringende Meldung binnen eines Tages",
                        "The portal shall pass non-urgent reports to the police and show the answer.",
                        "95 % of non-urgent reports of a month are answered within 24 hours.",
                        15,
                        4_000),
                new Draft(
                        city,
                        "6",
                        "Illegal dumping removed, neighbours told",
                        "Wilder Müll wird beseitigt, die Nachbarschaft erfährt es",
                        "The portal shall tell subscribed neighbours when a dumping site was cleared.",
                        "Neighbours within 200 m who subscribed get a message on the day of removal.",
                        9,
                        2_500),
                new Draft(
                        city,
                        "14",
                        "Flood-prone drains are announced before heavy rain",
                        "Überflutungsgefährdete Abläufe werden vor Starkregen angekündigt",
                        "The portal shall warn residents of drains at risk before forecast heavy rain.",
                        "A warning goes out at least six hours before forecast rain of 25 mm an hour.",
                        18,
                        7_500),
                new Draft(
                        streets,
                        "photo",
                        "A report can carry a photo",
                        "Eine Meldung kann ein Foto enthalten",
                        "The portal shall accept one to five photos with a report.",
                        "A photo of 10 MB uploads on a phone and is shown beside the report.",
                        4,
                        500),
                new Draft(
                        streets,
                        "map",
                        "Planned works are shown on a map",
                        "Geplante Arbeiten stehen auf einer Karte",
                        "The portal shall show all works of the next 90 days on a public map.",
                        "A change of the works plan is on the map within one hour.",
                        12,
                        9_000),
                new Draft(
                        streets,
                        "answer",
                        "Every report is answered within one day",
                        "Jede Meldung wird binnen eines Tages beantwortet",
                        "The service desk shall answer every report within one working day.",
                        "98 % of the reports of a month have a first answer within one working day.",
                        6,
                        1_000));
    }
}
