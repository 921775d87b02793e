--liquibase formatted sql

--changeset change:1
create sequence seq_cr start with 1 increment by 1 nocache;
--rollback drop sequence seq_cr;

--changeset change:2
create table change_request (
    id uuid not null primary key,
    version bigint not null,
    change_key varchar(20) not null,
    project_id uuid not null,
    baseline_id uuid not null,
    draft_id uuid not null,
    submission_id uuid,
    title varchar(200) not null,
    reason varchar(4000) not null,
    state varchar(20) not null,
    proposed_by uuid not null,
    proposed_at datetime(6) not null,
    constraint uq_change_request_key unique (change_key),
    constraint uq_change_request_draft unique (draft_id),
    constraint fk_change_request_project foreign key (project_id) references project (id),
    constraint fk_change_request_baseline foreign key (baseline_id) references baseline (id),
    constraint fk_change_request_draft foreign key (draft_id) references draft (id),
    constraint fk_change_request_submission foreign key (submission_id) references submission (id),
    constraint fk_change_request_proposed_by foreign key (proposed_by) references person (id),
    index ix_change_request_project (project_id, state),
    index ix_change_request_state (state)
);
--rollback drop table change_request;

--changeset change:3
create table change_submission (
    submission_id uuid not null primary key,
    change_request_id uuid not null,
    difference longtext not null,
    impact longtext not null,
    computed_at datetime(6) not null,
    constraint fk_change_submission_submission foreign key (submission_id) references submission (id),
    constraint fk_change_submission_change foreign key (change_request_id) references change_request (id),
    index ix_change_submission_change (change_request_id)
) comment = 'insert-only';
--rollback drop table change_submission;
