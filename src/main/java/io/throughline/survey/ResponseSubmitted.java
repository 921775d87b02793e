package io.throughline.survey;

import java.util.UUID;

/** A response was submitted, for the first time or again after an edit. Its own words may be new expressions. */
public record ResponseSubmitted(UUID eventId, ResponseId response, SurveyVersionId surveyVersion) {}
