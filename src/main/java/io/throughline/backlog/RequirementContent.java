package io.throughline.backlog;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.TypedText;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The wording and estimates of a requirement, after ISO/IEC/IEEE 29148: what shall be true, and how one can tell.
 *
 * @param statement "The <system> shall <do> <what> <under which condition>"; at most 4,000 characters
 * @param fitCriterion the measurement that decides whether it is met; at most 4,000 characters
 * @param noNeedReason the stored reason where no need stands behind it (legal duty, enabler)
 * @param must forced into scope, whatever its score
 * @param inputs a person's estimates for the area's formula, by field name ("reach", "jobSize", …)
 */
public record RequirementContent(
        LocalizedText title,
        String statement,
        String fitCriterion,
        @Nullable String noNeedReason,
        Effort effort,
        Money cost,
        boolean must,
        Map<String, BigDecimal> inputs) {

    /** More days, money or of an input than these is a slip of the keyboard, and more than is stored or ranked by. */
    public static final int MOST_DAYS = 100_000;

    private static final long MOST_COST = 999_999_999_999L;
    private static final long MOST_INPUT = 1_000_000_000L;
    private static final int LONG_TEXT = 4000;
    private static final int SHORT_TEXT = 300;

    public RequirementContent {
        TypedText.required(title, "backlog.requirement.title", SHORT_TEXT);
        if (statement.length() > LONG_TEXT) {
            throw new DomainException(CommonError.TOO_LONG, "backlog.requirement.statement", LONG_TEXT);
        }
        if (fitCriterion.length() > LONG_TEXT) {
            throw new DomainException(CommonError.TOO_LONG, "backlog.requirement.fit", LONG_TEXT);
        }
        if (noNeedReason != null && noNeedReason.length() > 1000) {
            throw new DomainException(CommonError.TOO_LONG, "backlog.requirement.noNeedReason", 1000);
        }
        if (cost.isNegative()) {
            throw new DomainException(CommonError.OUT_OF_RANGE, "backlog.requirement.cost", 0, MOST_COST);
        }
        inputs = java.util.Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    /** A first wording with nothing but a title. */
    public static RequirementContent titled(LocalizedText title) {
        return new RequirementContent(title, "", "", null, Effort.ZERO, Money.ZERO, false, Map.of());
    }

    /** What is written keeps to it; what was written before there was a limit is read all the same. */
    public void requireInRange() {
        if (effort.compareTo(Effort.ofDays(MOST_DAYS)) > 0) {
            throw new DomainException(CommonError.OUT_OF_RANGE, "backlog.requirement.effort", 0, MOST_DAYS);
        }
        if (cost.compareTo(Money.of(MOST_COST)) > 0) {
            throw new DomainException(CommonError.OUT_OF_RANGE, "backlog.requirement.cost", 0, MOST_COST);
        }
        inputs.forEach((field, value) -> {
            if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(MOST_INPUT)) > 0) {
                throw new DomainException(CommonError.OUT_OF_RANGE, "enum.Field." + field, 0, MOST_INPUT);
            }
        });
    }

    public boolean saysWhyWithoutNeed() {
        return noNeedReason != null && !TypedText.showsNothing(noNeedReason);
    }

    public RequirementContent withNoNeedReason(@Nullable String changed) {
        return new RequirementContent(title, statement, fitCriterion, changed, effort, cost, must, inputs);
    }

    public RequirementContent withStatement(String changed) {
        return new RequirementContent(title, changed, fitCriterion, noNeedReason, effort, cost, must, inputs);
    }

    public RequirementContent withFitCriterion(String changed) {
        return new RequirementContent(title, statement, changed, noNeedReason, effort, cost, must, inputs);
    }

    public RequirementContent withEstimate(Effort changedEffort, Money changedCost) {
        return new RequirementContent(
                title, statement, fitCriterion, noNeedReason, changedEffort, changedCost, must, inputs);
    }

    public RequirementContent withMust(boolean changed) {
        return new RequirementContent(title, statement, fitCriterion, noNeedReason, effort, cost, changed, inputs);
    }
}
