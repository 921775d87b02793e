package io.throughline.delivery;

import io.throughline.backlog.NeedId;
import io.throughline.shared.PersonId;
import java.util.Set;

/** Knows whose words and answers led to needs: they may accept what serves them. Implemented by a room above this one. */
public interface Askers {

    /** All needs this person, who is the viewer, is behind. */
    Set<NeedId> needsOf(PersonId person);

    /** Whether any customer who can sign in, other than this person, may be behind one of these needs. */
    boolean anybodyBut(PersonId person, Set<NeedId> needs);
}
