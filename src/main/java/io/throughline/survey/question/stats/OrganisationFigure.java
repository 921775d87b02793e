package io.throughline.survey.question.stats;

import java.util.UUID;

/**
 * A figure inside one organisation, every person counted once.
 *
 * @param people of this organisation who answered the question
 * @param value mean, or share naming the item
 * @param deviation standard deviation of single answers around it: how much they disagree
 */
public record OrganisationFigure(UUID organisation, int people, double value, double deviation) {}
