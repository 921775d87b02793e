package io.throughline.backlog;

import io.throughline.shared.LocalizedText;

/**
 * A need in one line.
 *
 * @param answersBehind expressions joined to it plus the people behind its evidence (the largest n where several
 *     pieces of evidence quote the same question)
 */
public record NeedSummary(NeedId id, String key, LocalizedText title, long answersBehind) {}
