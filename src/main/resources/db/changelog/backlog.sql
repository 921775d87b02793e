--liquibase formatted sql

--changeset backlog:1
create sequence seq_need start with 1 increment by 1 nocache;
--rollback drop sequence seq_need;

--changeset backlog:2
create sequence seq_req start with 1 increment by 1 nocache;
--rollback drop sequence seq_req;

--changeset backlog:3
create table area (
    id uuid not null primary key,
    version bigint not null,
    name varchar(120) not null,
    method json not null,
    created_by uuid not null,
    created_at datetime(6) not null,
    constraint uq_area_name unique (name),
    constraint fk_area_created_by foreign key (created_by) references person (id)
);
--rollback drop table area;

--changeset backlog:4
create table need (
    id uuid not null primary key,
    version bigint not null,
    need_key varchar(20) not null,
    title json not null,
    search_text varchar(1000) not null,
    created_by uuid not null,
    created_at datetime(6) not null,
    constraint uq_need_key unique (need_key),
    constraint fk_need_created_by foreign key (created_by) references person (id),
    fulltext index ft_need_search (search_text)
);
--rollback drop table need;

--changeset backlog:5
create table requirement (
    id uuid not null primary key,
    version bigint not null,
    req_key varchar(20) not null,
    area_id uuid not null,
    title json not null,
    statement varchar(4000) not null,
    fit_criterion varchar(4000) not null,
    search_text varchar(1000) not null,
    no_need_reason varchar(1000),
    state varchar(20) not null,
    content_version int not null,
    effort_hours decimal(12, 2) not null,
    cost decimal(14, 2) not null,
    must boolean not null,
    inputs json not null,
    decline_reason varchar(1000),
    project_name varchar(200),
    planned_from date,
    planned_to date,
    created_by uuid not null,
    created_at datetime(6) not null,
    constraint uq_requirement_key unique (req_key),
    constraint fk_requirement_area foreign key (area_id) references area (id),
    constraint fk_requirement_created_by foreign key (created_by) references person (id),
    index ix_requirement_area_state (area_id, state),
    fulltext index ft_requirement_search (search_text)
);
--rollback drop table requirement;

--changeset backlog:6
create table requirement_version (
    id uuid not null primary key,
    requirement_id uuid not null,
    number int not null,
    content json not null,
    written_by uuid not null,
    written_at datetime(6) not null,
    constraint uq_requirement_version_number unique (requirement_id, number),
    constraint fk_requirement_version_requirement foreign key (requirement_id) references requirement (id),
    constraint fk_requirement_version_written_by foreign key (written_by) references person (id)
) comment = 'insert-only';
--rollback drop table requirement_version;

--changeset backlog:7
create table requirement_need (
    requirement_id uuid not null,
    need_id uuid not null,
    linked_by uuid not null,
    linked_at datetime(6) not null,
    primary key (requirement_id, need_id),
    constraint fk_requirement_need_requirement foreign key (requirement_id) references requirement (id),
    constraint fk_requirement_need_need foreign key (need_id) references need (id),
    constraint fk_requirement_need_linked_by foreign key (linked_by) references person (id)
);
--rollback drop table requirement_need;

--changeset backlog:8
create table requirement_prerequisite (
    requirement_id uuid not null,
    prerequisite_id uuid not null,
    primary key (requirement_id, prerequisite_id),
    constraint fk_requirement_prerequisite_requirement foreign key (requirement_id) references requirement (id),
    constraint fk_requirement_prerequisite_prerequisite foreign key (prerequisite_id) references requirement (id)
);
--rollback drop table requirement_prerequisite;

--changeset backlog:9
create table requirement_hold (
    requirement_id uuid not null primary key,
    project_id uuid not null,
    held_at datetime(6) not null,
    constraint fk_requirement_hold_requirement foreign key (requirement_id) references requirement (id),
    index ix_requirement_hold_project (project_id)
);
--rollback drop table requirement_hold;

--changeset backlog:10
create table standing (
    requirement_id uuid not null primary key,
    area_id uuid not null,
    closed boolean not null,
    score decimal(16, 6),
    score_low decimal(16, 6),
    score_high decimal(16, 6),
    evidence_value decimal(9, 6),
    evidence_low decimal(9, 6),
    evidence_high decimal(9, 6),
    evidence_n int,
    computed_key varchar(64) character set ascii collate ascii_bin not null,
    computed_rank int not null,
    place varchar(255) character set ascii collate ascii_bin not null,
    pinned boolean not null,
    pin_reason varchar(500),
    pinned_by uuid,
    pinned_at datetime(6),
    constraint fk_standing_requirement foreign key (requirement_id) references requirement (id),
    constraint fk_standing_area foreign key (area_id) references area (id),
    constraint fk_standing_pinned_by foreign key (pinned_by) references person (id),
    constraint uq_standing_place unique (area_id, closed, place),
    index ix_standing_pinned (area_id, closed, pinned, place),
    index ix_standing_computed (area_id, closed, computed_key),
    index ix_standing_rank (area_id, closed, computed_rank)
);
--rollback drop table standing;

--changeset backlog:11
create table requirement_status (
    id uuid not null primary key,
    requirement_id uuid not null,
    number int not null,
    status varchar(20) not null,
    project_name varchar(200),
    planned_from date,
    planned_to date,
    needs_text boolean not null,
    happened_at datetime(6) not null,
    constraint uq_requirement_status_number unique (requirement_id, number),
    constraint fk_requirement_status_requirement foreign key (requirement_id) references requirement (id)
) comment = 'insert-only';
--rollback drop table requirement_status;

--changeset backlog:12
create table status_text (
    id uuid not null primary key,
    status_id uuid not null,
    text json not null,
    written_by uuid not null,
    written_at datetime(6) not null,
    constraint fk_status_text_status foreign key (status_id) references requirement_status (id),
    constraint fk_status_text_written_by foreign key (written_by) references person (id),
    index ix_status_text_status (status_id, written_at)
) comment = 'insert-only';
--rollback drop table status_text;

--changeset backlog:13
create table expression (
    id uuid not null primary key,
    version bigint not null,
    event_id uuid not null,
    expression_text_id uuid not null,
    response_id uuid,
    survey_version_id uuid,
    person_id uuid,
    told_at datetime(6) not null,
    state varchar(20) not null,
    need_id uuid,
    decline_reason varchar(1000),
    triaged_by uuid,
    triaged_at datetime(6),
    constraint uq_expression_text unique (expression_text_id),
    constraint fk_expression_person foreign key (person_id) references person (id),
    constraint fk_expression_need foreign key (need_id) references need (id),
    constraint fk_expression_triaged_by foreign key (triaged_by) references person (id),
    index ix_expression_state (state, told_at, id),
    index ix_expression_response (response_id)
);
--rollback drop table expression;

--changeset backlog:14
create table evidence (
    id uuid not null primary key,
    requirement_id uuid,
    need_id uuid,
    survey_version_id uuid not null,
    question_id uuid not null,
    item_key varchar(80) not null,
    people int not null,
    figures json not null,
    attached_by uuid not null,
    attached_at datetime(6) not null,
    constraint fk_evidence_requirement foreign key (requirement_id) references requirement (id),
    constraint fk_evidence_need foreign key (need_id) references need (id),
    constraint fk_evidence_attached_by foreign key (attached_by) references person (id),
    constraint ck_evidence_supports check (requirement_id is not null or need_id is not null),
    index ix_evidence_requirement (requirement_id, attached_at),
    index ix_evidence_item (survey_version_id, question_id, item_key)
) comment = 'insert-only';
--rollback drop table evidence;

--changeset backlog:15
--comment: The arrows back into the survey room.
alter table expression
    add constraint fk_expression_text foreign key (expression_text_id) references expression_text (id),
    add constraint fk_expression_response foreign key (response_id) references response (id),
    add constraint fk_expression_survey_version foreign key (survey_version_id) references survey_version (id);
alter table evidence
    add constraint fk_evidence_survey_version foreign key (survey_version_id) references survey_version (id);
--rollback alter table evidence drop foreign key fk_evidence_survey_version;
--rollback alter table expression drop foreign key fk_expression_text, drop foreign key fk_expression_response, drop foreign key fk_expression_survey_version;

--changeset backlog:16
--comment: Ranks are counted in blocks, so that a move or a new score writes a handful of rows however long the list is.
create table rank_block (
    id uuid not null primary key,
    area_id uuid not null,
    ordering varchar(8) character set ascii collate ascii_bin not null,
    parent uuid,
    low varchar(255) character set ascii collate ascii_bin not null,
    size int not null,
    constraint fk_rank_block_area foreign key (area_id) references area (id),
    constraint fk_rank_block_parent foreign key (parent) references rank_block (id),
    index ix_rank_block_children (parent, low),
    index ix_rank_block_area (area_id, ordering, parent)
);
--rollback drop table rank_block;

--changeset backlog:17
alter table standing
    add column shown_block uuid,
    add column computed_block uuid,
    add constraint fk_standing_shown_block foreign key (shown_block) references rank_block (id),
    add constraint fk_standing_computed_block foreign key (computed_block) references rank_block (id),
    add index ix_standing_shown_block (shown_block, place),
    add index ix_standing_computed_block (computed_block, computed_key),
    drop index ix_standing_rank,
    drop column computed_rank;
--rollback alter table standing add column computed_rank int not null default 0, drop foreign key fk_standing_shown_block, drop foreign key fk_standing_computed_block, drop index ix_standing_shown_block, drop index ix_standing_computed_block, drop column shown_block, drop column computed_block;
--rollback alter table standing add index ix_standing_rank (area_id, closed, computed_rank);
--rollback update standing s join (select requirement_id, row_number() over (partition by area_id order by computed_key) rank from standing where closed = 0) n on n.requirement_id = s.requirement_id set s.computed_rank = n.rank;

--changeset backlog:18
--comment: What is already ranked goes into one block each; they split as they are written to.
insert into rank_block (id, area_id, ordering, parent, low, size)
select uuid(), o.area_id, o.ordering, null, '', o.size from (
    select a.id area_id, w.ordering, (select count(*) from standing s where s.area_id = a.id and s.closed = 0) size
    from area a cross join (select 'SHOWN' ordering union all select 'COMPUTED') w) o;
insert into rank_block (id, area_id, ordering, parent, low, size)
select uuid(), r.area_id, r.ordering, r.id, '', r.size from rank_block r where r.parent is null;
insert into rank_block (id, area_id, ordering, parent, low, size)
select uuid(), c.area_id, c.ordering, c.id, '', c.size from rank_block c
    join rank_block r on r.id = c.parent where r.parent is null;
insert into rank_block (id, area_id, ordering, parent, low, size)
select uuid(), c.area_id, c.ordering, c.id, '', c.size from rank_block c
    join rank_block p on p.id = c.parent join rank_block r on r.id = p.parent where r.parent is null;
update standing s
    join rank_block shown on shown.area_id = s.area_id and shown.ordering = 'SHOWN'
        and not exists (select 1 from rank_block child where child.parent = shown.id)
    join rank_block computed on computed.area_id = s.area_id and computed.ordering = 'COMPUTED'
        and not exists (select 1 from rank_block child where child.parent = computed.id)
set s.shown_block = shown.id, s.computed_block = computed.id where s.closed = 0;
--rollback update standing set shown_block = null, computed_block = null;
--rollback delete from rank_block where id not in (select parent from (select distinct parent from rank_block where parent is not null) p);
--rollback delete from rank_block where id not in (select parent from (select distinct parent from rank_block where parent is not null) p);
--rollback delete from rank_block where id not in (select parent from (select distinct parent from rank_block where parent is not null) p);
--rollback delete from rank_block;

--changeset backlog:19
--comment: Two needs that turn out to be the same are merged; the one merged away keeps its rows and can be had back.
alter table need
    add column merged_into uuid,
    add column merged_at datetime(6),
    add column merged_by uuid,
    add constraint fk_need_merged_into foreign key (merged_into) references need (id),
    add constraint fk_need_merged_by foreign key (merged_by) references person (id);
--rollback alter table need drop foreign key fk_need_merged_into, drop foreign key fk_need_merged_by, drop column merged_into, drop column merged_at, drop column merged_by;

--changeset backlog:20
--comment: A block knows how many rows stand in the blocks before it under the same parent, so that a rank is read, not summed.
alter table rank_block add column ahead int not null default 0;
update rank_block b
    join (select id, sum(size) over (partition by parent order by low) - size ahead
          from rank_block where parent is not null) n on n.id = b.id
set b.ahead = n.ahead;
--rollback alter table rank_block drop column ahead;

--changeset backlog:21
--comment: What rests on too few people is not ranked among the others.
alter table standing add column too_few boolean not null default 0 after score_high;
--rollback alter table standing drop column too_few;

--changeset backlog:22
--comment: By which version of the rule for few people an area was scored; those of before are scored anew at the next start.
alter table area add column credibility int not null default 0;
alter table area alter column credibility set default 1;
--rollback alter table area drop column credibility;

--changeset backlog:23
--comment: What is looked for by state, or because it has no score, is read page by page in rank order.
alter table standing
    add column state varchar(20) character set ascii collate ascii_bin not null default 'PROPOSED' after closed,
    add column unscored boolean generated always as (score is null) stored,
    add index ix_standing_state (area_id, state, place),
    add index ix_standing_unscored (area_id, closed, unscored, place);
update standing s join requirement r on r.id = s.requirement_id set s.state = r.state;
--rollback alter table standing drop index ix_standing_unscored, drop index ix_standing_state, drop column unscored, drop column state;

--changeset backlog:24
--comment: How many requirements of an area are in each state.
create table standing_tally (
    area_id uuid not null,
    state varchar(20) character set ascii collate ascii_bin not null,
    size int not null,
    primary key (area_id, state),
    constraint fk_standing_tally_area foreign key (area_id) references area (id)
);
insert into standing_tally (area_id, state, size) select area_id, state, count(*) from standing group by area_id, state;
--rollback drop table standing_tally;

--changeset backlog:25
--comment: Customers read a project's name in their language; so far only the English one was kept.
drop trigger if exists requirement_status_no_update;
alter table requirement modify project_name longtext;
update requirement set project_name = json_object('en', project_name) where project_name is not null;
alter table requirement modify project_name json;
alter table requirement_status modify project_name longtext;
update requirement_status set project_name = json_object('en', project_name) where project_name is not null;
alter table requirement_status modify project_name json;
--rollback drop trigger if exists requirement_status_no_update;
--rollback alter table requirement_status modify project_name longtext;
--rollback update requirement_status set project_name = coalesce(nullif(json_value(project_name, '$.en'), ''), json_value(project_name, '$.de')) where project_name is not null;
--rollback alter table requirement_status modify project_name varchar(200);
--rollback alter table requirement modify project_name longtext;
--rollback update requirement set project_name = coalesce(nullif(json_value(project_name, '$.en'), ''), json_value(project_name, '$.de')) where project_name is not null;
--rollback alter table requirement modify project_name varchar(200);

--changeset backlog:26
--comment: Where not everybody may know who said something, neither its place among others nor its id tells when it was said.
--comment: What was sorted already keeps its id, by which the audit trail knows it.
update expression x join response r on r.id = x.response_id join campaign c on c.id = r.campaign_id
set x.told_at = c.opens_at where c.confidentiality <> 'NAMED';
update expression x join response r on r.id = x.response_id join campaign c on c.id = r.campaign_id
set x.id = insert(insert(lower(hex(random_bytes(16))), 13, 1, '4'), 17, 1, '8')
where c.confidentiality = 'CONFIDENTIAL' and x.triaged_at is null;
--rollback update expression x join expression_text t on t.id = x.expression_text_id set x.told_at = t.told_at;
