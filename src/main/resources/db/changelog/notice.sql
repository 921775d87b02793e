--liquibase formatted sql

--changeset notice:1
--comment: The outbox: one row per person, kind, object and event. No address, no text and no link is kept: a mail is written
--comment: when it is sent. due_at = not before; claimed_until = which server is at work on it, while it lives.
create table mail (
    id uuid not null,
    person_id uuid not null,
    kind varchar(40) character set ascii collate ascii_bin not null,
    about uuid not null,
    event varchar(60) character set ascii collate ascii_bin not null,
    state varchar(16) character set ascii collate ascii_bin not null,
    due_at datetime(6) not null,
    ordered_at datetime(6) not null,
    attempts int not null default 0,
    claim uuid null,
    claimed_until datetime(6) not null,
    sent_at datetime(6) null,
    trouble varchar(100) null,
    primary key (id),
    constraint uq_mail_event unique (person_id, kind, about, event),
    constraint fk_mail_person foreign key (person_id) references person (id)
);
create index ix_mail_due on mail (state, due_at);
create index ix_mail_claim on mail (claim);
create index ix_mail_about on mail (about, kind, state);
create index ix_mail_ordered on mail (ordered_at, id);
--rollback drop table mail;
