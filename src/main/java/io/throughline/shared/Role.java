package io.throughline.shared;

/** What a person comes here to do. A person may hold several; separation of duties is judged per act. */
public enum Role {
    CUSTOMER,
    PROJECT_MANAGER,
    MANAGER,
    TEAM_MEMBER,
    ADMINISTRATOR
}
