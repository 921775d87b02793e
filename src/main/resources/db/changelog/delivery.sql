--liquibase formatted sql

--changeset delivery:1
create table handover (
    id uuid not null primary key,
    project_id uuid not null,
    baseline_id uuid not null,
    deliverable_id uuid not null,
    number int not null,
    public_name varchar(500) not null,
    project_name json not null,
    note varchar(4000) not null,
    delivered_by uuid not null,
    delivered_at datetime(6) not null,
    constraint uq_handover_number unique (project_id, deliverable_id, number),
    constraint fk_handover_project foreign key (project_id) references project (id),
    constraint fk_handover_item foreign key (baseline_id, deliverable_id) references baseline_item (baseline_id, item_id),
    constraint fk_handover_delivered_by foreign key (delivered_by) references person (id)
) comment = 'insert-only';
--rollback drop table handover;

--changeset delivery:2
create table handover_requirement (
    handover_id uuid not null,
    requirement_id uuid not null,
    primary key (handover_id, requirement_id),
    constraint fk_handover_requirement_handover foreign key (handover_id) references handover (id),
    constraint fk_handover_requirement_requirement foreign key (requirement_id) references requirement (id),
    index ix_handover_requirement (requirement_id)
) comment = 'insert-only';
--rollback drop table handover_requirement;

--changeset delivery:3
create table handover_need (
    handover_id uuid not null,
    need_id uuid not null,
    primary key (handover_id, need_id),
    constraint fk_handover_need_handover foreign key (handover_id) references handover (id),
    constraint fk_handover_need_need foreign key (need_id) references need (id),
    index ix_handover_need (need_id)
) comment = 'insert-only';
--rollback drop table handover_need;

--changeset delivery:4
create table acceptance (
    id uuid not null primary key,
    handover_id uuid not null,
    outcome varchar(20) not null,
    reason varchar(4000),
    decided_by uuid not null,
    decided_at datetime(6) not null,
    constraint uq_acceptance_handover unique (handover_id),
    constraint fk_acceptance_handover foreign key (handover_id) references handover (id),
    constraint fk_acceptance_decided_by foreign key (decided_by) references person (id),
    constraint ck_acceptance_reason check (outcome = 'ACCEPTED' or reason is not null)
) comment = 'insert-only';
--rollback drop table acceptance;

--changeset delivery:5 splitStatements:false stripComments:false
create trigger acceptance_by_another before insert on acceptance for each row
begin
    if new.decided_by in (select delivered_by from handover where id = new.handover_id) then
        signal sqlstate '45000' set message_text = 'who delivers cannot accept';
    end if;
end
--rollback drop trigger acceptance_by_another;

--changeset delivery:6
--comment: Customers read what is handed over in their language; so far there was one name, in whichever.
drop trigger if exists handover_no_update;
alter table handover modify public_name longtext not null;
update handover set public_name = json_object('en', public_name);
alter table handover modify public_name json not null;
--rollback drop trigger if exists handover_no_update;
--rollback alter table handover modify public_name longtext not null;
--rollback update handover set public_name = coalesce(nullif(json_value(public_name, '$.en'), ''), json_value(public_name, '$.de'));
--rollback alter table handover modify public_name varchar(500) not null;

--changeset delivery:7
--comment: Where no customer can be asked, a manager says whether it is as promised: on nobody's behalf, and said so.
alter table acceptance
    add column for_nobody boolean not null default false,
    add constraint ck_acceptance_for_nobody check (not for_nobody or reason is not null);
--rollback alter table acceptance drop constraint ck_acceptance_for_nobody, drop column for_nobody;
