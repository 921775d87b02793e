package io.throughline.plan;

import io.throughline.backlog.AreaId;
import io.throughline.shared.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One project.
 *
 * @param baseline the one in force
 * @param draft of the first plan; null once that is approved, and for those who may not see what things cost
 */
public record ProjectDetail(
        ProjectId id,
        long version,
        String key,
        String name,
        LocalizedText publicName,
        AreaId area,
        @Nullable BaselineId baseline,
        int baselineNumber,
        @Nullable DraftId draft,
        List<ProjectMember> members,
        Access access) {}
