--liquibase formatted sql

--changeset shared:1
--comment: Events not yet heard by every listener; the name is upper case because the library's SQL is.
create table EVENT_PUBLICATION (
    ID varchar(36) not null,
    LISTENER_ID varchar(512) not null,
    EVENT_TYPE varchar(512) not null,
    SERIALIZED_EVENT varchar(4000) not null,
    PUBLICATION_DATE timestamp(6) not null,
    COMPLETION_DATE timestamp(6) null default null,
    STATUS varchar(20),
    COMPLETION_ATTEMPTS int,
    LAST_RESUBMISSION_DATE timestamp(6) null default null,
    primary key (ID),
    index EVENT_PUBLICATION_BY_COMPLETION_DATE_IDX (COMPLETION_DATE)
);
--rollback drop table EVENT_PUBLICATION;
