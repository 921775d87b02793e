package io.throughline.shared.act;

/**
 * The closed list of acts that matter. Saving an answer is not one, submitting is. Each has a sentence for the audit
 * trail under {@code act.<CONSTANT>}, with {0} the actor and {1} the objects.
 */
public enum ActKind {
    // people
    ACCOUNT_CREATED,
    ACCOUNT_INVITED,
    ACCOUNT_ACTIVATED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    PERSON_CHANGED,
    EMAIL_CHANGED,
    ROLES_CHANGED,
    PASSWORD_CHANGED,
    PASSWORD_RESET_REQUESTED,
    PASSWORD_RESET_RELEASED,
    SIGNED_OUT_EVERYWHERE,
    ORGANISATION_CREATED,
    ORGANISATION_CHANGED,
    ORGANISATION_WEIGHT_CHANGED,
    PEOPLE_IMPORTED,
    TOKEN_ISSUED,
    TOKEN_REVOKED,
    // survey
    SURVEY_CREATED,
    SURVEY_PUBLISHED,
    VERSION_DECIDED,
    TEMPLATE_KEPT,
    TEMPLATE_CHANGED,
    TEMPLATE_REMOVED,
    SURVEY_CLOSED,
    CAMPAIGN_PUBLISHED,
    CAMPAIGN_EXTENDED,
    CAMPAIGN_REOPENED,
    CAMPAIGN_SETTINGS_CHANGED,
    CO_EDITOR_ADDED,
    CAMPAIGN_REMINDED,
    CAMPAIGN_OUTCOME_TOLD,
    LINK_RELEASED,
    LINK_REVOKED,
    RESPONSE_SUBMITTED,
    RESPONSES_IMPORTED,
    RESPONDENT_LINKED,
    NEED_TOLD,
    RESULTS_EXPORTED,
    RESULTS_SHARED,
    RETENTION_SET,
    ANSWERS_REMOVED,
    WEIGHTS_CHANGED,
    // backlog
    AREA_CREATED,
    AREA_FORMULA_CHANGED,
    NEED_CREATED,
    NEED_MERGED,
    NEED_UNMERGED,
    EXPRESSION_TRIAGED,
    REQUIREMENT_CREATED,
    REQUIREMENT_CHANGED,
    REQUIREMENT_DECLINED,
    EVIDENCE_ATTACHED,
    RANK_PINNED,
    RANK_RELEASED,
    // plan and change
    PROJECT_OPENED,
    PLAN_SUBMITTED,
    PLAN_QUESTIONED,
    PLAN_ANSWERED,
    PLAN_APPROVED,
    PLAN_REJECTED,
    CHANGE_PROPOSED,
    CHANGE_QUESTIONED,
    CHANGE_ANSWERED,
    CHANGE_APPROVED,
    CHANGE_REJECTED,
    CHANGE_WITHDRAWN,
    // delivery
    DELIVERABLE_DELIVERED,
    DELIVERABLE_ACCEPTED,
    DELIVERABLE_REFUSED,
    STATUS_TEXT_SAVED;

    /**
     * Whether whoever reads of it reads who did it. Only those are asked to accept something whose own answers led to it:
     * the name would say who gave them, also where the survey keeps that to a few.
     */
    public boolean namesActor() {
        return this != DELIVERABLE_ACCEPTED && this != DELIVERABLE_REFUSED;
    }
}
