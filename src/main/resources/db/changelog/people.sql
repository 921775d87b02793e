--liquibase formatted sql

--changeset people:1
create table organisation (
    id uuid not null,
    version bigint not null,
    name varchar(200) not null,
    segment varchar(100) not null,
    weight decimal(12, 4) not null,
    primary key (id),
    constraint uq_organisation_name unique (name),
    constraint ck_organisation_weight check (weight >= 0)
);
create table person (
    id uuid not null,
    version bigint not null,
    name varchar(200) not null,
    organisation_id uuid null,
    primary key (id),
    constraint fk_person_organisation foreign key (organisation_id) references organisation (id)
);
--rollback drop table person;
--rollback drop table organisation;
