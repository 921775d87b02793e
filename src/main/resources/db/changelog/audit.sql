--liquibase formatted sql

--changeset audit:1
--comment: No foreign keys to what an entry names: it outlives that, and a lock on the actor's row would make people wait.
create table audit_entry (
    id uuid not null,
    act varchar(60) not null,
    actor uuid null,
    on_behalf_of uuid null,
    objects json not null,
    content_hash varchar(128) null,
    at datetime(6) not null,
    stored_at datetime(6) not null default current_timestamp(6),
    primary key (id),
    index ix_audit_entry_at (at, id),
    index ix_audit_entry_act (act, at, id),
    index ix_audit_entry_stored_at (stored_at)
) comment = 'insert-only: who did what';
create table audit_link (
    sequence bigint not null,
    entry uuid not null,
    canonical text not null,
    previous_hash char(64) not null,
    hash char(64) not null,
    primary key (sequence),
    constraint uq_audit_link_entry unique (entry),
    constraint fk_audit_link_entry foreign key (entry) references audit_entry (id)
) comment = 'insert-only: the chain over the entries';
create table audit_anchor (
    to_sequence bigint not null,
    line mediumtext not null,
    primary key (to_sequence)
) comment = 'insert-only: signed heads of the chain, a copy of the anchor file';
create table audit_sealer (
    id int not null,
    primary key (id)
) comment = 'one row, held by whoever seals';
insert into audit_sealer (id) values (1);
--rollback drop table audit_sealer;
--rollback drop table audit_anchor;
--rollback drop table audit_link;
--rollback drop table audit_entry;

--changeset audit:2
--comment: What is done to thousands of objects at once, an import of people say, is longer than a text may be.
alter table audit_link modify canonical mediumtext not null;
--rollback alter table audit_link modify canonical text not null;
