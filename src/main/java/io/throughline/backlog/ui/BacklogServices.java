package io.throughline.backlog.ui;

import io.throughline.backlog.Backlog;
import io.throughline.backlog.BacklogSearch;
import io.throughline.backlog.Evidence;
import io.throughline.backlog.Needs;
import io.throughline.backlog.Ranking;
import io.throughline.backlog.Requirements;
import io.throughline.backlog.StatusTexts;
import io.throughline.backlog.Triage;
import io.throughline.shared.CurrentViewer;
import io.throughline.survey.ItemSource;
import io.throughline.survey.SurveyResults;
import org.springframework.stereotype.Component;

/** What the parts of the backlog's pages ask. */
@Component
record BacklogServices(
        Backlog backlog,
        BacklogSearch search,
        Requirements requirements,
        Ranking ranking,
        Evidence evidence,
        Needs needs,
        Triage triage,
        StatusTexts statusTexts,
        SurveyResults results,
        ItemSource items,
        CurrentViewer viewer) {}
