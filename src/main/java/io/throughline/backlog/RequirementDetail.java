package io.throughline.backlog;

import io.throughline.shared.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param version travels with every command on it
 * @param contentVersion number of its wording
 * @param heldByProject whether an open project holds it
 * @param history oldest first
 */
public record RequirementDetail(
        RequirementId id,
        long version,
        String key,
        AreaId area,
        String areaName,
        RequirementContent content,
        int contentVersion,
        RequirementState state,
        @Nullable String declineReason,
        @Nullable LocalizedText projectName,
        @Nullable LocalDate plannedFrom,
        @Nullable LocalDate plannedTo,
        boolean heldByProject,
        RequirementPlace place,
        List<NeedSummary> needs,
        List<RequirementName> prerequisites,
        List<StatusStep> history) {}
