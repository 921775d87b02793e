--liquibase formatted sql

--changeset plan:1
create sequence seq_prj start with 1 increment by 1 nocache;
--rollback drop sequence seq_prj;

--changeset plan:2
create table project (
    id uuid not null primary key,
    version bigint not null,
    project_key varchar(20) not null,
    name varchar(200) not null,
    public_name json not null,
    area_id uuid not null,
    baseline_id uuid,
    baseline_number int not null,
    opened_by uuid not null,
    opened_at datetime(6) not null,
    constraint uq_project_key unique (project_key),
    constraint fk_project_area foreign key (area_id) references area (id),
    constraint fk_project_opened_by foreign key (opened_by) references person (id),
    index ix_project_name (name)
);
--rollback drop table project;

--changeset plan:3
create table project_member (
    project_id uuid not null,
    person_id uuid not null,
    manages boolean not null,
    primary key (project_id, person_id),
    constraint fk_project_member_project foreign key (project_id) references project (id),
    constraint fk_project_member_person foreign key (person_id) references person (id),
    index ix_project_member_person (person_id, project_id)
);
--rollback drop table project_member;

--changeset plan:4
create table draft (
    id uuid not null primary key,
    version bigint not null,
    project_id uuid not null,
    purpose varchar(20) not null,
    state varchar(20) not null,
    base_baseline_id uuid,
    base_number int not null,
    submission_id uuid,
    content longtext not null,
    steps int not null,
    created_by uuid not null,
    created_at datetime(6) not null,
    constraint fk_draft_project foreign key (project_id) references project (id),
    constraint fk_draft_created_by foreign key (created_by) references person (id),
    index ix_draft_project (project_id, purpose, state)
);
--rollback drop table draft;

--changeset plan:5
create table draft_step (
    id uuid not null primary key,
    draft_id uuid not null,
    number int not null,
    kind varchar(10) not null,
    operations longtext not null,
    person_id uuid not null,
    done_at datetime(6) not null,
    constraint uq_draft_step_number unique (draft_id, number),
    constraint fk_draft_step_draft foreign key (draft_id) references draft (id),
    constraint fk_draft_step_person foreign key (person_id) references person (id),
    index ix_draft_step_person (draft_id, person_id)
) comment = 'insert-only';
--rollback drop table draft_step;

--changeset plan:6
create table submission (
    id uuid not null primary key,
    project_id uuid not null,
    draft_id uuid not null,
    base_number int not null,
    content longtext not null,
    content_hash char(64) character set ascii collate ascii_bin not null,
    engine varchar(20) not null,
    finish date not null,
    cost decimal(16, 2) not null,
    submitted_by uuid not null,
    submitted_at datetime(6) not null,
    constraint fk_submission_project foreign key (project_id) references project (id),
    constraint fk_submission_draft foreign key (draft_id) references draft (id),
    constraint fk_submission_submitted_by foreign key (submitted_by) references person (id),
    index ix_submission_project (project_id, submitted_at)
) comment = 'insert-only';
--rollback drop table submission;

--changeset plan:7
create table submission_author (
    submission_id uuid not null,
    person_id uuid not null,
    primary key (submission_id, person_id),
    constraint fk_submission_author_submission foreign key (submission_id) references submission (id),
    constraint fk_submission_author_person foreign key (person_id) references person (id),
    index ix_submission_author_person (person_id)
) comment = 'insert-only';
--rollback drop table submission_author;

--changeset plan:8
create table submission_post (
    id uuid not null primary key,
    submission_id uuid not null,
    kind varchar(20) not null,
    text varchar(4000) not null,
    person_id uuid not null,
    posted_at datetime(6) not null,
    constraint fk_submission_post_submission foreign key (submission_id) references submission (id),
    constraint fk_submission_post_person foreign key (person_id) references person (id),
    index ix_submission_post_submission (submission_id, posted_at)
) comment = 'insert-only';
--rollback drop table submission_post;

--changeset plan:9
create table decision (
    id uuid not null primary key,
    submission_id uuid not null,
    outcome varchar(20) not null,
    reason varchar(4000),
    content_hash char(64) character set ascii collate ascii_bin not null,
    decided_by uuid not null,
    decided_at datetime(6) not null,
    constraint uq_decision_submission unique (submission_id),
    constraint fk_decision_submission foreign key (submission_id) references submission (id),
    constraint fk_decision_decided_by foreign key (decided_by) references person (id),
    constraint ck_decision_reason check (outcome = 'APPROVED' or reason is not null)
) comment = 'insert-only';
--rollback drop table decision;

--changeset plan:10 splitStatements:false stripComments:false
create trigger decision_by_another before insert on decision for each row
begin
    if new.decided_by in (select submitted_by from submission where id = new.submission_id)
        or new.decided_by in (select person_id from submission_author where submission_id = new.submission_id)
        or new.decided_by in (
            select t.person_id from draft_step t join submission s on s.draft_id = t.draft_id
            where s.id = new.submission_id)
        or new.decided_by in (
            select d.created_by from draft d join submission s on s.draft_id = d.id where s.id = new.submission_id)
    then
        signal sqlstate '45000' set message_text = 'an author of a submission cannot decide on it';
    end if;
    if not exists (select 1 from submission where id = new.submission_id and content_hash = new.content_hash) then
        signal sqlstate '45000' set message_text = 'a decision is on the content that was submitted';
    end if;
end
--rollback drop trigger decision_by_another;

--changeset plan:11 splitStatements:false stripComments:false
create trigger submission_author_before_decision before insert on submission_author for each row
begin
    if exists (select 1 from decision where submission_id = new.submission_id) then
        signal sqlstate '45000' set message_text = 'the authors of a decided submission stand';
    end if;
end
--rollback drop trigger submission_author_before_decision;

--changeset plan:12
create table baseline (
    id uuid not null primary key,
    project_id uuid not null,
    number int not null,
    submission_id uuid not null,
    content longtext not null,
    content_hash char(64) character set ascii collate ascii_bin not null,
    engine varchar(20) not null,
    start date not null,
    finish date not null,
    cost decimal(16, 2) not null,
    approved_by uuid not null,
    approved_at datetime(6) not null,
    constraint uq_baseline_number unique (project_id, number),
    constraint uq_baseline_submission unique (submission_id),
    constraint fk_baseline_project foreign key (project_id) references project (id),
    constraint fk_baseline_submission foreign key (submission_id) references submission (id),
    constraint fk_baseline_approved_by foreign key (approved_by) references person (id)
) comment = 'insert-only';
--rollback drop table baseline;

--changeset plan:13 splitStatements:false stripComments:false
create trigger baseline_of_approval before insert on baseline for each row
begin
    if not exists (
        select 1 from decision d join submission s on s.id = d.submission_id
        where d.submission_id = new.submission_id and d.outcome = 'APPROVED' and d.decided_by = new.approved_by
            and s.content_hash = new.content_hash and s.project_id = new.project_id
            and new.content_hash = sha2(new.content, 256))
    then
        signal sqlstate '45000' set message_text = 'a baseline is an approved submission';
    end if;
end
--rollback drop trigger baseline_of_approval;

--changeset plan:14
create table baseline_item (
    baseline_id uuid not null,
    item_id uuid not null,
    kind varchar(20) not null,
    parent_id uuid,
    requirement_id uuid,
    person_id uuid,
    start date,
    finish date,
    cost decimal(16, 2),
    primary key (baseline_id, item_id),
    constraint fk_baseline_item_baseline foreign key (baseline_id) references baseline (id),
    constraint fk_baseline_item_requirement foreign key (requirement_id) references requirement (id),
    constraint fk_baseline_item_person foreign key (person_id) references person (id),
    index ix_baseline_item_requirement (requirement_id, baseline_id),
    index ix_baseline_item_person (person_id, baseline_id)
) comment = 'insert-only';
--rollback drop table baseline_item;

--changeset plan:15
--comment: What the backlog knows by a project's English name is told in every language its project is named in.
drop trigger if exists requirement_status_no_update;
update requirement r
    join requirement_hold h on h.requirement_id = r.id
    join project p on p.id = h.project_id
        and coalesce(nullif(json_value(p.public_name, '$.en'), ''), json_value(p.public_name, '$.de'))
            = json_value(r.project_name, '$.en')
set r.project_name = p.public_name;
update requirement_status s
    join requirement_hold h on h.requirement_id = s.requirement_id
    join project p on p.id = h.project_id
        and coalesce(nullif(json_value(p.public_name, '$.en'), ''), json_value(p.public_name, '$.de'))
            = json_value(s.project_name, '$.en')
set s.project_name = p.public_name;
--rollback empty

--changeset plan:16 splitStatements:false stripComments:false rollbackSplitStatements:false
--comment: Who handed in or spoke for a plan that was sent back has a part in what is handed in after it.
create or replace trigger decision_by_another before insert on decision for each row
begin
    if new.decided_by in (select submitted_by from submission where id = new.submission_id)
        or new.decided_by in (
            select a.person_id from submission s join submission e on e.draft_id = s.draft_id
                join submission_author a on a.submission_id = e.id
            where s.id = new.submission_id)
        or new.decided_by in (
            select t.person_id from draft_step t join submission s on s.draft_id = t.draft_id
            where s.id = new.submission_id)
        or new.decided_by in (
            select d.created_by from draft d join submission s on s.draft_id = d.id where s.id = new.submission_id)
    then
        signal sqlstate '45000' set message_text = 'an author of a submission cannot decide on it';
    end if;
    if not exists (select 1 from submission where id = new.submission_id and content_hash = new.content_hash) then
        signal sqlstate '45000' set message_text = 'a decision is on the content that was submitted';
    end if;
end
--rollback create or replace trigger decision_by_another before insert on decision for each row
--rollback begin
--rollback     if new.decided_by in (select submitted_by from submission where id = new.submission_id)
--rollback         or new.decided_by in (select person_id from submission_author where submission_id = new.submission_id)
--rollback         or new.decided_by in (
--rollback             select t.person_id from draft_step t join submission s on s.draft_id = t.draft_id
--rollback             where s.id = new.submission_id)
--rollback         or new.decided_by in (
--rollback             select d.created_by from draft d join submission s on s.draft_id = d.id where s.id = new.submission_id)
--rollback     then
--rollback         signal sqlstate '45000' set message_text = 'an author of a submission cannot decide on it';
--rollback     end if;
--rollback     if not exists (select 1 from submission where id = new.submission_id and content_hash = new.content_hash) then
--rollback         signal sqlstate '45000' set message_text = 'a decision is on the content that was submitted';
--rollback     end if;
--rollback end
