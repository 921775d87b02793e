/** Surveys to start from: pure contents, each the usual way to learn one kind of thing. */
@NullMarked
package io.throughline.survey.template;

import org.jspecify.annotations.NullMarked;
