package io.throughline.trace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.backlog.AnswerStatus;
import io.throughline.backlog.Outcome;
import io.throughline.backlog.PublishedRequirement;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Strip;
import io.throughline.shared.ui.Written;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** One thing a customer said, how far it has come, and why. */
class OutcomeCard extends Composite<Div> {

    private enum Step {
        SAID,
        NEED,
        REQUIREMENT,
        PLANNED,
        DELIVERED,
        CONFIRMED
    }

    OutcomeCard(Outcome outcome, ZoneId zone) {
        getContent().addClassNames("tl-card", "tr-outcome");
        getContent()
                .add(
                        Kit.row(new StatusBadge(outcome.status()), new Moment(outcome.at(), zone)),
                        words(outcome),
                        progress(outcome.status()));
        var need = outcome.need();
        if (need != null) {
            getContent().add(new Div(getTranslation("trace.joined", need.in(getLocale()))));
        }
        if (outcome.reason() != null) {
            getContent().add(new Div(getTranslation("trace.reason", outcome.reason())));
        }
        if (!outcome.requirements().isEmpty()) {
            getContent().add(requirements(outcome.requirements()));
        }
    }

    private Component words(Outcome outcome) {
        var survey = outcome.survey();
        var source = survey == null ? getTranslation("trace.said.box") : survey.in(getLocale());
        var said = outcome.said().in(getLocale());
        return outcome.ownWords()
                ? Kit.quote(said, source)
                : Kit.div("tr-item", new Span(getTranslation("trace.said.item", said)), Kit.dim(source));
    }

    /** The customer's own strip: how far it has come, what is not there yet dashed. */
    private Component progress(AnswerStatus status) {
        if (status == AnswerStatus.DECLINED) {
            return new Span();
        }
        int at = reached(status).ordinal();
        var stops = new ArrayList<Strip.Stop>();
        for (var step : Step.values()) {
            var place = step.ordinal() < at
                    ? Strip.Place.THERE
                    : step.ordinal() == at ? Strip.Place.HERE : Strip.Place.MISSING;
            stops.add(new Strip.Stop(getTranslation("trace.step." + step.name()), null, place));
        }
        return new Strip(getTranslation("trace.progress"), stops);
    }

    private static Step reached(AnswerStatus status) {
        return switch (status) {
            case RECEIVED, DECLINED -> Step.SAID;
            case JOINED -> Step.NEED;
            case REQUIREMENT -> Step.REQUIREMENT;
            case PLANNED, CHANGED -> Step.PLANNED;
            case PARTLY_DONE, DELIVERED -> Step.DELIVERED;
            case DONE -> Step.CONFIRMED;
        };
    }

    private Component requirements(List<PublishedRequirement> requirements) {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        for (var one : requirements) {
            var item = new ListItem(
                    Kit.row(new StatusBadge(one.status()), new Span(one.title().in(getLocale()))));
            var project = one.projectName();
            if (project != null && one.status() == AnswerStatus.DONE) {
                item.add(new Div(Kit.dim(getTranslation("trace.done.in", project.in(getLocale())))));
            } else if (project != null && one.from() != null && one.to() != null) {
                item.add(new Div(Kit.dim(getTranslation(
                        "trace.planned",
                        project.in(getLocale()),
                        Written.date(one.from(), getLocale()),
                        Written.date(one.to(), getLocale())))));
            }
            var text = one.text();
            if (text != null) {
                item.add(Kit.quote(text.in(getLocale()), getTranslation("trace.why")));
            }
            list.add(item);
        }
        return list;
    }
}
