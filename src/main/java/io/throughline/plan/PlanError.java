package io.throughline.plan;

import io.throughline.shared.ErrorCode;

/** What this room refuses. */
public enum PlanError implements ErrorCode {
    /** Activities wait for each other. Argument: their titles in order. */
    CYCLE,
    /** The plan would make no sense. Arguments: the item's title, what is wrong. */
    BROKEN,
    /** Something is missing before it can be submitted. Arguments: the item's title, what is missing. */
    INCOMPLETE,
    /** An item can't go while others refer to it. Arguments: its title, the title of one that does. */
    STILL_USED,
    /** An item is no longer as the author saw it. Argument: its title. */
    ITEM_CHANGED,
    /** It lies with a manager and can't be edited meanwhile. */
    DRAFT_SUBMITTED,
    /** It was approved, rejected or withdrawn and is closed. */
    DRAFT_CLOSED,
    NOTHING_TO_UNDO,
    NOTHING_TO_REDO,
    /** Whoever wrote, assembled or submitted it can't decide on it. */
    AUTHOR_CANNOT_DECIDE,
    /** Somebody decided already. */
    ALREADY_DECIDED,
    /** It is with its author, who was asked a question or is editing. */
    WITH_THE_AUTHOR,
    /** A question must be open to be answered. */
    NO_OPEN_QUESTION,
    /** Another baseline was approved meanwhile. Argument: its number. */
    STALE_BASELINE,
    /** A requirement of the scope isn't in the backlog. Argument: its key. */
    UNKNOWN_REQUIREMENT,
    /** What was delivered stays in scope. Argument: the keys of the requirements taken out. */
    DELIVERED_DROPPED,
    /** What was declined in the backlog is not planned. Argument: the keys of those in scope. */
    DECLINED_IN_SCOPE,
    /** What another open project holds is not planned here. Argument: the keys of those in scope. */
    HELD_BY_ANOTHER,
    /** A task is given to somebody who is not in the project. Argument: the task's title. */
    NOT_IN_PROJECT,
    /** Only who is a project manager and can sign in manages a project. */
    NOT_A_PROJECT_MANAGER,
    /** A project keeps at least one project manager. */
    LAST_PROJECT_MANAGER,
    /** The operations would leave everything as it is. */
    NOTHING_CHANGED
}
