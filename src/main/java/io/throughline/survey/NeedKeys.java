package io.throughline.survey;

import java.util.Collection;
import java.util.Map;

/** Which need somebody's words became part of; the room of needs knows. */
public interface NeedKeys {

    /** The readable key, such as NEED-3, by the words; words that are part of none are left out. */
    Map<ExpressionTextId, String> of(Collection<ExpressionTextId> words);
}
