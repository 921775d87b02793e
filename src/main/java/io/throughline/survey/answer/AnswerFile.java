package io.throughline.survey.answer;

import io.throughline.survey.FileId;

/**
 * A file somebody gave as an answer.
 *
 * @param name safe to be kept under on any machine
 * @param mediaType told from its content
 * @param bytes how many
 */
public record AnswerFile(FileId id, String name, String mediaType, long bytes) {}
