package io.throughline.backlog;

import io.throughline.shared.ErrorCode;

/** What the backlog refuses. */
public enum BacklogError implements ErrorCode {
    /** Another open project holds the requirement. Argument: its key. */
    HELD_BY_ANOTHER_PROJECT,
    /** The state machine has no such step. Arguments: the requirement's key, its state, the state asked for. */
    NO_SUCH_STEP,
    /** Declining needs a reason. */
    REASON_REQUIRED,
    /** An expression that is no longer waiting can't be triaged again before it is taken back. */
    ALREADY_TRIAGED,
    /** The expression is not joined to a need. */
    NOT_JOINED,
    /** The area's name is taken. Argument: the name. */
    AREA_NAME_TAKEN,
    /** A requirement can't be its own prerequisite, directly or through others. Argument: the key. */
    PREREQUISITE_CYCLE,
    /** There is no room between the neighbours: release a pin nearby first. */
    NO_ROOM_BETWEEN,
    /** Only a ranked requirement can be moved. */
    NOT_RANKED,
    /** The chosen item has no figures yet: nobody answered the question. */
    NO_FIGURES,
    /** Somebody else changed the same field. Arguments: the field's label key, their value, the refused one. */
    CHANGED_MEANWHILE,
    /** One of the two needs already stands under another, or they are the same. Arguments: both keys. */
    NOT_MERGEABLE,
    /** The need is not merged. Argument: its key. */
    NOT_MERGED,
    /** Without a need behind it, a requirement says why it is there: a legal duty, an enabler. */
    NEED_OR_REASON,
    /** The formula can't be computed: a weight or input is missing. Argument: the input's name. */
    FORMULA_INCOMPLETE
}
