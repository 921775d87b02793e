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

--changeset people:2
create table account (
    id uuid not null,
    version bigint not null,
    email varchar(254) not null,
    email_key varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
    state varchar(16) not null,
    password_hash varchar(255) null,
    security_stamp uuid not null,
    session_epoch bigint not null,
    language varchar(8) not null,
    theme varchar(16) not null,
    zone varchar(64) not null,
    created_at datetime(6) not null,
    primary key (id),
    constraint fk_account_person foreign key (id) references person (id),
    constraint uq_account_email unique (email_key)
);
create table account_role (
    account_id uuid not null,
    role varchar(32) not null,
    primary key (account_id, role),
    constraint fk_account_role_account foreign key (account_id) references account (id)
);
create index ix_account_role_role on account_role (role, account_id);
create index ix_account_state on account (state);
--rollback drop table account_role;
--rollback drop table account;

--changeset people:3
-- Only the hash of a link's token is kept: whoever reads this table can open nothing with it.
create table one_time_link (
    id uuid not null,
    version bigint not null,
    account_id uuid null,
    purpose varchar(16) not null,
    token_hash char(64) character set ascii collate ascii_bin not null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    used_at datetime(6) null,
    primary key (id),
    constraint fk_one_time_link_account foreign key (account_id) references account (id),
    constraint uq_one_time_link_token unique (token_hash)
);
create index ix_one_time_link_account on one_time_link (account_id, purpose);
create index ix_one_time_link_expires on one_time_link (expires_at);
create table reset_request (
    account_id uuid not null,
    requested_at datetime(6) not null,
    primary key (account_id),
    constraint fk_reset_request_account foreign key (account_id) references account (id)
);
create table known_device (
    token_hash char(64) character set ascii collate ascii_bin not null,
    account_id uuid not null,
    last_used_at datetime(6) not null,
    primary key (token_hash, account_id),
    constraint fk_known_device_account foreign key (account_id) references account (id)
);
create index ix_known_device_account on known_device (account_id, last_used_at);
--rollback drop table known_device;
--rollback drop table reset_request;
--rollback drop table one_time_link;

--changeset people:4
-- Accounts of the demo, whose passwords are published: they sign in while the demo is on, and never otherwise.
create table demo_account (
    account_id uuid not null,
    password varchar(128) not null,
    primary key (account_id),
    constraint fk_demo_account_account foreign key (account_id) references account (id)
);
--rollback drop table demo_account;

--changeset people:personal-token
-- Tokens by which programs act as a person. Only the secret's hash is kept. Another epoch of the account ends them.
create table personal_token (
    id uuid not null,
    account_id uuid not null,
    epoch bigint not null,
    name varchar(100) not null,
    start varchar(16) character set ascii collate ascii_bin not null,
    token_hash char(64) character set ascii collate ascii_bin not null,
    scopes varchar(200) not null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    last_used_at datetime(6) null,
    revoked_at datetime(6) null,
    primary key (id),
    constraint fk_personal_token_account foreign key (account_id) references account (id),
    constraint uq_personal_token_hash unique (token_hash)
);
create index ix_personal_token_account on personal_token (account_id, created_at);
--rollback drop table personal_token;
