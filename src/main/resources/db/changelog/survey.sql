--liquibase formatted sql

--changeset survey:1
create sequence seq_sur start with 1 increment by 1 nocache;
create table survey (
    id uuid not null,
    version bigint not null,
    survey_key varchar(20) not null,
    owner_id uuid not null,
    state varchar(16) not null,
    content json not null,
    created_at datetime(6) not null,
    changed_at datetime(6) not null,
    primary key (id),
    constraint uq_survey_key unique (survey_key),
    constraint fk_survey_owner foreign key (owner_id) references person (id)
);
create index ix_survey_created on survey (created_at, id);
create table survey_co_editor (
    survey_id uuid not null,
    person_id uuid not null,
    primary key (survey_id, person_id),
    constraint fk_survey_co_editor_survey foreign key (survey_id) references survey (id),
    constraint fk_survey_co_editor_person foreign key (person_id) references person (id)
);
create table survey_version (
    id uuid not null,
    version bigint not null,
    survey_id uuid not null,
    number int not null,
    content json not null,
    languages varchar(64) not null,
    opens_at datetime(6) not null,
    closes_at datetime(6) not null,
    closed_at datetime(6) null,
    published_at datetime(6) not null,
    published_by uuid not null,
    primary key (id),
    constraint uq_survey_version_number unique (survey_id, number),
    constraint fk_survey_version_survey foreign key (survey_id) references survey (id),
    constraint fk_survey_version_publisher foreign key (published_by) references person (id)
);
--rollback drop table survey_version;
--rollback drop table survey_co_editor;
--rollback drop table survey;
--rollback drop sequence seq_sur;

--changeset survey:2 splitStatements:false
--comment: What people were asked never changes once they were asked; closing is all that may.
create trigger survey_version_immutable before update on survey_version for each row
begin
    if not (new.content <=> old.content and new.survey_id <=> old.survey_id and new.number <=> old.number
            and new.languages <=> old.languages and new.opens_at <=> old.opens_at
            and new.closes_at <=> old.closes_at) then
        signal sqlstate '45000' set message_text = 'a published survey version is immutable';
    end if;
end
--rollback drop trigger survey_version_immutable;

--changeset survey:3
--comment: Who is asked, with the weight and the segment frozen when the campaign was published.
create table survey_audience (
    survey_version_id uuid not null,
    organisation_id uuid not null,
    segment varchar(100) not null,
    weight decimal(12, 4) not null,
    primary key (survey_version_id, organisation_id),
    constraint fk_survey_audience_version foreign key (survey_version_id) references survey_version (id),
    constraint fk_survey_audience_organisation foreign key (organisation_id) references organisation (id)
) comment = 'insert-only';
create table response (
    id uuid not null,
    version bigint not null,
    survey_version_id uuid not null,
    person_id uuid not null,
    organisation_id uuid not null,
    segment varchar(100) null,
    weight decimal(12, 4) null,
    external_id varchar(100) null,
    started_at datetime(6) not null,
    submitted_at datetime(6) null,
    submitted_revision int not null,
    submitted_edits bigint not null,
    primary key (id),
    constraint uq_response_person unique (survey_version_id, person_id),
    constraint uq_response_external unique (survey_version_id, external_id),
    constraint fk_response_version foreign key (survey_version_id) references survey_version (id),
    constraint fk_response_person foreign key (person_id) references person (id),
    constraint fk_response_organisation foreign key (organisation_id) references organisation (id)
);
create index ix_response_person on response (person_id);
create table expression_text (
    id uuid not null,
    person_id uuid not null,
    organisation_id uuid null,
    source varchar(16) not null,
    response_id uuid null,
    question_id uuid null,
    language varchar(8) not null,
    words varchar(4000) not null,
    told_at datetime(6) not null,
    primary key (id),
    constraint fk_expression_text_person foreign key (person_id) references person (id),
    constraint fk_expression_text_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_expression_text_response foreign key (response_id) references response (id)
);
create index ix_expression_text_person on expression_text (person_id, told_at);
--comment: The working copy: one row per question, replaced by every save. tabs = highest sequence taken per tab.
create table answer (
    response_id uuid not null,
    question_id uuid not null,
    revision int not null,
    content json null,
    expression_text_id uuid null,
    text_base int not null,
    tab uuid not null,
    tabs json not null,
    saved_at datetime(6) not null,
    primary key (response_id, question_id),
    constraint fk_answer_response foreign key (response_id) references response (id),
    constraint fk_answer_expression_text foreign key (expression_text_id) references expression_text (id)
);
--comment: The defaults are never used. Without them MariaDB 11.4 refuses INSERT ... SELECT of several rows into a table
--comment: with an update trigger ("column cannot be null", though none is).
create table submitted_answer (
    response_id uuid not null default '00000000-0000-0000-0000-000000000000',
    revision int not null default 0,
    question_id uuid not null default '00000000-0000-0000-0000-000000000000',
    content json null,
    expression_text_id uuid null,
    primary key (response_id, revision, question_id),
    constraint fk_submitted_answer_response foreign key (response_id) references response (id),
    constraint fk_submitted_answer_expression_text foreign key (expression_text_id) references expression_text (id)
) comment = 'insert-only';
--rollback drop table submitted_answer;
--rollback drop table answer;
--rollback drop table expression_text;
--rollback drop table response;
--rollback drop table survey_audience;

--changeset survey:4
--comment: An account's person is the same human as a respondent known by an import only.
create table respondent_link (
    person_id uuid not null,
    respondent_id uuid not null,
    linked_at datetime(6) not null,
    primary key (respondent_id),
    constraint fk_respondent_link_person foreign key (person_id) references person (id),
    constraint fk_respondent_link_respondent foreign key (respondent_id) references person (id)
);
--rollback drop table respondent_link;

--changeset survey:5
--comment: How many have answered is counted from this index alone.
create index ix_response_counted on response (survey_version_id, submitted_revision, organisation_id);
--rollback drop index ix_response_counted on response;

--changeset survey:need-in-four-parts
--comment: Beside the problem: whom it concerns, how often and how badly. Told with the words and redacted with them.
alter table expression_text
    add column who varchar(250) null,
    add column often varchar(16) null,
    add column badly varchar(16) null;
--rollback alter table expression_text drop column who, drop column often, drop column badly;

--changeset survey:6
--comment: A version is sent to an audience for a time, and may be sent again: a campaign is one such round. Those of old
--comment: keep the id of their version, so that whatever refers to one is moved without guessing.
create table campaign (
    id uuid not null,
    version bigint not null,
    survey_id uuid not null,
    survey_version_id uuid not null,
    number int not null,
    opens_at datetime(6) not null,
    closes_at datetime(6) not null,
    closed_at datetime(6) null,
    published_at datetime(6) not null,
    published_by uuid not null,
    primary key (id),
    constraint uq_campaign_number unique (survey_id, number),
    constraint fk_campaign_survey foreign key (survey_id) references survey (id),
    constraint fk_campaign_version foreign key (survey_version_id) references survey_version (id),
    constraint fk_campaign_publisher foreign key (published_by) references person (id)
);
insert into campaign (id, version, survey_id, survey_version_id, number, opens_at, closes_at, closed_at, published_at,
                      published_by)
select id, version, survey_id, id, number, opens_at, closes_at, closed_at, published_at, published_by
from survey_version;
--rollback drop table campaign;

--changeset survey:7
alter table survey_audience
    drop foreign key fk_survey_audience_version,
    change column survey_version_id campaign_id uuid not null,
    add constraint fk_survey_audience_campaign foreign key (campaign_id) references campaign (id);
alter table response
    drop foreign key fk_response_version,
    change column survey_version_id campaign_id uuid not null,
    add constraint fk_response_campaign foreign key (campaign_id) references campaign (id);
--comment: Every campaign has an audience: where one was a second round, the first statement is refused before anything is lost.
--rollback alter table survey_audience drop foreign key fk_survey_audience_campaign, change column campaign_id survey_version_id uuid not null, add constraint fk_survey_audience_version foreign key (survey_version_id) references survey_version (id);
--rollback alter table response drop foreign key fk_response_campaign, change column campaign_id survey_version_id uuid not null, add constraint fk_response_version foreign key (survey_version_id) references survey_version (id);

--changeset survey:8 splitStatements:false rollbackSplitStatements:false
drop trigger survey_version_immutable
--rollback create trigger survey_version_immutable before update on survey_version for each row
--rollback begin
--rollback     if not (new.content <=> old.content and new.survey_id <=> old.survey_id and new.number <=> old.number
--rollback             and new.languages <=> old.languages and new.opens_at <=> old.opens_at
--rollback             and new.closes_at <=> old.closes_at) then
--rollback         signal sqlstate '45000' set message_text = 'a published survey version is immutable';
--rollback     end if;
--rollback end

--changeset survey:9
alter table survey_version
    drop column opens_at,
    drop column closes_at,
    drop column closed_at;
--rollback alter table survey_version add column opens_at datetime(6), add column closes_at datetime(6), add column closed_at datetime(6) null;
--rollback update survey_version v join campaign c on c.survey_version_id = v.id set v.opens_at = c.opens_at, v.closes_at = c.closes_at, v.closed_at = c.closed_at;
--rollback alter table survey_version modify column opens_at datetime(6) not null, modify column closes_at datetime(6) not null;

--changeset survey:10 splitStatements:false
--comment: What people were asked never changes once they were asked: nothing about a version does.
create trigger survey_version_immutable before update on survey_version for each row
begin
    if not (new.content <=> old.content and new.survey_id <=> old.survey_id and new.number <=> old.number
            and new.languages <=> old.languages and new.published_at <=> old.published_at
            and new.published_by <=> old.published_by) then
        signal sqlstate '45000' set message_text = 'a published survey version is immutable';
    end if;
end
--rollback drop trigger survey_version_immutable;

--changeset survey:11
--comment: When answers stop being taken may change while people are asked; each time it does is kept, with the reason.
create table campaign_change (
    id uuid not null,
    campaign_id uuid not null,
    kind varchar(16) not null,
    closes_at datetime(6) not null,
    reason varchar(2000) not null,
    changed_by uuid not null,
    changed_at datetime(6) not null,
    primary key (id),
    constraint fk_campaign_change_campaign foreign key (campaign_id) references campaign (id),
    constraint fk_campaign_change_person foreign key (changed_by) references person (id)
) comment = 'insert-only';
create index ix_campaign_change on campaign_change (campaign_id, changed_at);
--rollback drop table campaign_change;

--changeset survey:unasked
--comment: Which questions a submitted response was not asked, as its own answers had it: they are not left out by the person.
alter table response add column hidden json null;
--rollback alter table response drop column hidden;

--changeset survey:audience
--comment: Who was invited is a fact of its own: people who come or go later don't change how many were. A following campaign
--comment: also asks who comes to an organisation asked as a whole, or to a segment asked, while it is open.
alter table campaign add column following boolean not null default true;
alter table survey_audience add column whole boolean not null default true;
create table campaign_segment (
    campaign_id uuid not null,
    segment varchar(100) not null,
    primary key (campaign_id, segment),
    constraint fk_campaign_segment_campaign foreign key (campaign_id) references campaign (id)
) comment = 'insert-only';
--comment: The defaults are never used; see submitted_answer.
create table campaign_invitation (
    campaign_id uuid not null default '00000000-0000-0000-0000-000000000000',
    person_id uuid not null default '00000000-0000-0000-0000-000000000000',
    organisation_id uuid not null default '00000000-0000-0000-0000-000000000000',
    invited_at datetime(6) not null default '1970-01-01',
    primary key (campaign_id, person_id),
    constraint fk_campaign_invitation_campaign foreign key (campaign_id) references campaign (id),
    constraint fk_campaign_invitation_person foreign key (person_id) references person (id),
    constraint fk_campaign_invitation_organisation foreign key (organisation_id) references organisation (id)
) comment = 'insert-only';
create index ix_campaign_invitation_organisation on campaign_invitation (campaign_id, organisation_id);
create index ix_campaign_invitation_person on campaign_invitation (person_id, campaign_id);
insert into campaign_invitation (campaign_id, person_id, organisation_id, invited_at)
select r.campaign_id, r.person_id, r.organisation_id, c.opens_at from response r join campaign c on c.id = r.campaign_id;
insert ignore into campaign_invitation (campaign_id, person_id, organisation_id, invited_at)
select c.id, p.id, p.organisation_id, c.opens_at
from campaign c
join survey_audience au on au.campaign_id = c.id
join person p on p.organisation_id = au.organisation_id;
--rollback drop table campaign_invitation;
--rollback drop table campaign_segment;
--rollback alter table survey_audience drop column whole;
--rollback alter table campaign drop column following;

--changeset survey:mails
--comment: How a campaign's mails go out, decided when it is published; reminders and messages as they were ordered.
create table campaign_mailing (
    campaign_id uuid not null,
    link varchar(16) not null,
    remind_days int not null,
    thanks boolean not null,
    primary key (campaign_id),
    constraint fk_campaign_mailing_campaign foreign key (campaign_id) references campaign (id)
) comment = 'insert-only';
create table campaign_reminder (
    campaign_id uuid not null,
    occasion varchar(40) character set ascii collate ascii_bin not null,
    people int not null,
    ordered_by uuid null,
    ordered_at datetime(6) not null,
    primary key (campaign_id, occasion),
    constraint fk_campaign_reminder_campaign foreign key (campaign_id) references campaign (id),
    constraint fk_campaign_reminder_person foreign key (ordered_by) references person (id)
) comment = 'insert-only';
create table campaign_message (
    id uuid not null,
    campaign_id uuid not null,
    words varchar(4000) not null,
    sent_by uuid not null,
    sent_at datetime(6) not null,
    primary key (id),
    constraint fk_campaign_message_campaign foreign key (campaign_id) references campaign (id),
    constraint fk_campaign_message_person foreign key (sent_by) references person (id)
) comment = 'insert-only';
create index ix_campaign_message on campaign_message (campaign_id, sent_at);
--comment: Personal links: made when a mail is sent. Only the hash of a token is kept.
create table personal_link (
    id uuid not null,
    campaign_id uuid not null,
    person_id uuid not null,
    token_hash char(64) character set ascii collate ascii_bin not null,
    made_at datetime(6) not null,
    revoked_at datetime(6) null,
    primary key (id),
    constraint uq_personal_link_token unique (token_hash),
    constraint fk_personal_link_campaign foreign key (campaign_id) references campaign (id),
    constraint fk_personal_link_person foreign key (person_id) references person (id)
);
create index ix_personal_link_person on personal_link (campaign_id, person_id);
--rollback drop table personal_link;
--rollback drop table campaign_message;
--rollback drop table campaign_reminder;
--rollback drop table campaign_mailing;

--changeset survey:quotas
create table campaign_quota (
    campaign_id uuid not null,
    segment varchar(100) not null,
    enough int not null,
    primary key (campaign_id, segment),
    constraint fk_campaign_quota_campaign foreign key (campaign_id) references campaign (id)
) comment = 'insert-only';
--rollback drop table campaign_quota;

--changeset survey:answer-file
--comment: Files given as answers. What a person took back again stays, so that nothing submitted ever misses one.
create table answer_file (
    id uuid not null,
    response_id uuid not null,
    question_id uuid not null,
    name varchar(200) not null,
    media_type varchar(100) not null,
    bytes bigint not null,
    content longblob not null,
    given_at datetime(6) not null,
    primary key (id),
    constraint fk_answer_file_response foreign key (response_id) references response (id)
) comment = 'insert-only';
create index ix_answer_file_question on answer_file (response_id, question_id);
--rollback drop table answer_file;

--changeset survey:response-revision
--comment: A revision that another one took the place of keeps its time, so that its author sees what was sent when; and
--comment: what was doubtful about the answers of each (the same for every item, contradicting, inconsistent) is flagged,
--comment: never removed.
create table response_revision (
    response_id uuid not null,
    revision int not null,
    submitted_at datetime(6) not null,
    primary key (response_id, revision),
    constraint fk_response_revision_response foreign key (response_id) references response (id)
) comment = 'insert-only';
create table response_doubt (
    response_id uuid not null,
    revision int not null,
    question_id uuid not null,
    kind varchar(32) not null,
    primary key (response_id, revision, question_id, kind),
    constraint fk_response_doubt_response foreign key (response_id) references response (id)
) comment = 'insert-only';
--rollback drop table response_doubt;
--rollback drop table response_revision;

--changeset survey:response-request
--comment: What a program sent is carried out once, however often it is sent: its own key says which request it was.
create table response_request (
    person_id uuid not null,
    request_key varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    request_hash char(64) character set ascii collate ascii_bin not null,
    stored int not null,
    known int not null,
    received_at datetime(6) not null,
    primary key (person_id, request_key),
    constraint fk_response_request_person foreign key (person_id) references person (id)
) comment = 'insert-only';
--rollback drop table response_request;

--changeset survey:result-cells
--comment: What is kept of the answers that were counted, so that results cost what is new and not what is there. A response
--comment: remembers which revision is counted; what it was counted as stands apart, to be taken back exactly. It belongs to
--comment: the week (UTC, its Monday) in which it was submitted first.
alter table response
    add column first_submitted_at datetime(6) null after submitted_at,
    add column counted_revision int not null default 0;
update response r
set first_submitted_at = coalesce(
    (select v.submitted_at from response_revision v where v.response_id = r.id and v.revision = 1), r.submitted_at);
alter table response
    add column week date as (cast(coalesce(first_submitted_at, submitted_at, started_at) as date)
        - interval weekday(coalesce(first_submitted_at, submitted_at, started_at)) day) virtual,
    add column uncounted boolean as (submitted_revision <> counted_revision) virtual;
create index ix_response_uncounted on response (campaign_id, uncounted);
create table counted_response (
    response_id uuid not null,
    organisation_id uuid not null,
    segment varchar(100) not null,
    week date not null,
    hidden json null,
    primary key (response_id),
    constraint fk_counted_response_response foreign key (response_id) references response (id)
);
create table campaign_count (
    campaign_id uuid not null,
    counted bigint not null,
    anew bigint not null,
    form int not null,
    primary key (campaign_id),
    constraint fk_campaign_count_campaign foreign key (campaign_id) references campaign (id)
);
create table result_cell (
    campaign_id uuid not null,
    week date not null,
    organisation_id uuid not null,
    segment varchar(100) not null,
    question_id uuid not null,
    counted bigint not null,
    content longblob not null,
    primary key (campaign_id, week, organisation_id, segment, question_id),
    constraint fk_result_cell_campaign foreign key (campaign_id) references campaign (id)
);
create index ix_result_cell_counted on result_cell (campaign_id, week, counted);
--rollback drop table result_cell;
--rollback drop table campaign_count;
--rollback drop table counted_response;
--rollback drop index ix_response_uncounted on response;
--rollback alter table response drop column uncounted, drop column week, drop column counted_revision, drop column first_submitted_at;
--changeset survey:versions
--comment: What becomes of the answers an edit of the draft touches, as long as it is a draft: a decision holds for the edit
--comment: as it was seen, whose fingerprint stands beside it.
create table draft_decision (
    survey_version_id uuid not null,
    edit_key varchar(160) character set ascii collate ascii_bin not null,
    fingerprint char(64) character set ascii collate ascii_bin not null,
    draft_version bigint not null,
    choice varchar(16) not null,
    target varchar(64) not null,
    decided_by uuid not null,
    decided_at datetime(6) not null,
    primary key (survey_version_id, edit_key),
    constraint fk_draft_decision_version foreign key (survey_version_id) references survey_version (id),
    constraint fk_draft_decision_person foreign key (decided_by) references person (id)
);
--comment: The same once the next version is published, with the answers that were touched then.
create table version_decision (
    survey_version_id uuid not null,
    edit_key varchar(160) character set ascii collate ascii_bin not null,
    choice varchar(16) not null,
    target varchar(64) not null,
    draft_version bigint not null,
    submitted int not null,
    begun int not null,
    counted_all boolean not null,
    decided_by uuid not null,
    decided_at datetime(6) not null,
    primary key (survey_version_id, edit_key),
    constraint fk_version_decision_version foreign key (survey_version_id) references survey_version (id),
    constraint fk_version_decision_person foreign key (decided_by) references person (id)
) comment = 'insert-only';
--comment: What the decisions amount to: how a question's answers stand to those of the version before. What is compared
--comment: rests on these rows alone, so that it never depends on how edits are found.
create table question_line (
    survey_version_id uuid not null,
    question_id uuid not null,
    continues boolean not null,
    items json not null,
    primary key (survey_version_id, question_id),
    constraint fk_question_line_version foreign key (survey_version_id) references survey_version (id)
) comment = 'insert-only';
--comment: Who is left out of a campaign, having answered the version before.
create table campaign_left_out (
    campaign_id uuid not null,
    person_id uuid not null,
    primary key (campaign_id, person_id),
    constraint fk_campaign_left_out_campaign foreign key (campaign_id) references campaign (id),
    constraint fk_campaign_left_out_person foreign key (person_id) references person (id)
) comment = 'insert-only';
--rollback drop table campaign_left_out;
--rollback drop table question_line;
--rollback drop table version_decision;
--rollback drop table draft_decision;
--changeset survey:template
--comment: What somebody keeps to start surveys from. Only its owner changes or deletes it; nothing refers to it.
create table survey_template (
    id uuid not null,
    version bigint not null,
    owner_id uuid not null,
    name varchar(120) not null,
    about varchar(1000) not null,
    content json not null,
    changed_at datetime(6) not null,
    primary key (id),
    constraint fk_survey_template_owner foreign key (owner_id) references person (id)
);
--rollback drop table survey_template;
--changeset survey:confidentiality
--comment: Who gets to know who gave which answer, as the version asked has it: fixed with the campaign.
alter table campaign add column confidentiality varchar(16) not null default 'NAMED';
--rollback alter table campaign drop column confidentiality;

--changeset survey:weight-set
--comment: Weights are frozen when a campaign is published; a later change is another set, with a reason, beside the first.
create table weight_set (
    id uuid not null,
    campaign_id uuid not null,
    number int not null,
    reason varchar(2000) not null,
    changed_by uuid not null,
    changed_at datetime(6) not null,
    primary key (id),
    constraint uq_weight_set unique (campaign_id, number),
    constraint fk_weight_set_campaign foreign key (campaign_id) references campaign (id),
    constraint fk_weight_set_person foreign key (changed_by) references person (id)
) comment = 'insert-only';
--comment: The defaults are never used; see submitted_answer.
create table weight_set_entry (
    weight_set_id uuid not null default '00000000-0000-0000-0000-000000000000',
    organisation_id uuid not null default '00000000-0000-0000-0000-000000000000',
    weight decimal(12, 4) not null default 0,
    primary key (weight_set_id, organisation_id),
    constraint fk_weight_set_entry_set foreign key (weight_set_id) references weight_set (id),
    constraint fk_weight_set_entry_organisation foreign key (organisation_id) references organisation (id)
) comment = 'insert-only';
--rollback drop table weight_set_entry;
--rollback drop table weight_set;
--changeset survey:ballots
--comment: Anonymous surveys. The register says who has begun and, for many at once, who has answered; a ballot is nobody's.
--comment: Neither has a time, a counter or an id that grows: nothing in them tells which belongs to which.
alter table campaign add column group_size int not null default 5;
create table ballot_register (
    campaign_id uuid not null,
    person_id uuid not null,
    state varchar(16) not null,
    primary key (campaign_id, person_id),
    constraint fk_ballot_register_campaign foreign key (campaign_id) references campaign (id),
    constraint fk_ballot_register_person foreign key (person_id) references person (id)
);
create table ballot (
    id uuid not null,
    campaign_id uuid not null,
    key_hash char(64) character set ascii collate ascii_bin not null,
    sealed boolean not null,
    place varbinary(200) not null,
    primary key (id),
    constraint uq_ballot_key unique (key_hash),
    constraint fk_ballot_campaign foreign key (campaign_id) references campaign (id)
);
create table ballot_answer (
    ballot_id uuid not null,
    question_id uuid not null,
    content mediumblob not null,
    primary key (ballot_id, question_id),
    constraint fk_ballot_answer_ballot foreign key (ballot_id) references ballot (id)
);
create table ballot_place (
    response_id uuid not null,
    place varbinary(200) not null,
    primary key (response_id),
    constraint fk_ballot_place_response foreign key (response_id) references response (id)
);
alter table response
    modify column person_id uuid null,
    modify column organisation_id uuid null;
alter table expression_text modify column person_id uuid null;
--comment: Where a response is nobody's, the statements are refused before anything is lost.
--rollback alter table expression_text modify column person_id uuid not null;
--rollback alter table response modify column person_id uuid not null, modify column organisation_id uuid not null;
--rollback drop table ballot_place;
--rollback drop table ballot_answer;
--rollback drop table ballot;
--rollback drop table ballot_register;
--rollback alter table campaign drop column group_size;
--changeset survey:campaign-request
--comment: Publishing as a program asks for it is done once for each of its keys.
create table campaign_request (
    person_id uuid not null,
    request_key varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
    request_hash char(64) character set ascii collate ascii_bin not null,
    campaign_id uuid not null,
    received_at datetime(6) not null,
    primary key (person_id, request_key),
    constraint fk_campaign_request_person foreign key (person_id) references person (id),
    constraint fk_campaign_request_campaign foreign key (campaign_id) references campaign (id)
) comment = 'insert-only';
--rollback drop table campaign_request;

--changeset survey:weekly-cells
--comment: All weeks together are put together when they are looked at; campaigns are counted anew (their form is another one).
delete from result_cell where week = '1970-01-01';
drop index ix_result_cell_counted on result_cell;
create index ix_result_cell_counted on result_cell (campaign_id, counted);
create index ix_response_begun on response (campaign_id, submitted_revision, organisation_id);
--rollback drop index ix_response_begun on response;
--rollback drop index ix_result_cell_counted on result_cell;
--rollback create index ix_result_cell_counted on result_cell (campaign_id, week, counted);

--changeset survey:result-journal
--comment: What was counted, entry by entry, so that the figures of those who gave a certain answer are added up from it.
--comment: Campaigns are counted anew (their form is another one).
create table result_journal (
    campaign_id uuid not null,
    first_entry bigint not null,
    entries int not null,
    places json not null,
    content longblob not null,
    primary key (campaign_id, first_entry),
    constraint fk_result_journal_campaign foreign key (campaign_id) references campaign (id)
);
--rollback drop table result_journal;
--changeset survey:response-import
--comment: Files of answers are brought in beside the page: one at a time for each survey, each with what became of it.
create table response_import (
    id uuid not null,
    survey_id uuid not null,
    campaign_id uuid not null,
    person_id uuid not null,
    file_name varchar(255) not null,
    mapping json not null,
    state varchar(20) not null,
    running tinyint null,
    lines_read int not null default 0,
    lines_all int null,
    stored int not null default 0,
    known int not null default 0,
    wrong int not null default 0,
    errors json not null,
    started_at datetime(6) not null,
    alive_until datetime(6) not null,
    ended_at datetime(6) null,
    noted boolean not null default false,
    primary key (id),
    constraint uq_response_import_running unique (survey_id, running),
    constraint fk_response_import_survey foreign key (survey_id) references survey (id),
    constraint fk_response_import_campaign foreign key (campaign_id) references campaign (id),
    constraint fk_response_import_person foreign key (person_id) references person (id)
);
create index ix_response_import_noted on response_import (person_id, noted);
--rollback drop table response_import;

--changeset survey:respondents-as-written
--comment: a1 and A1 are two respondents, as they are two lines of a file.
alter table response modify column external_id varchar(100) character set utf8mb4 collate utf8mb4_bin null;
--rollback alter table response modify column external_id varchar(100) null;
--changeset survey:result-sharing
--comment: Whether those asked get to see what their campaign found out. Nobody was told so of those that are there.
alter table campaign
    add column shared_with varchar(16) not null default 'NOBODY',
    add column shared_from varchar(16) not null default 'CLOSING';
--rollback alter table campaign drop column shared_with, drop column shared_from;

--changeset survey:retention
--comment: Until when the answers to a survey are kept. Once that is over, what people said can be taken out, campaign by
--comment: campaign; the figures over all, as they were then, stay.
create table survey_retention (
    survey_id uuid not null,
    keep_until date not null,
    primary key (survey_id),
    constraint fk_survey_retention_survey foreign key (survey_id) references survey (id)
);
--rollback drop table survey_retention;

--changeset survey:kept-results
create table kept_result (
    campaign_id uuid not null,
    kind varchar(8) not null,
    segment varchar(100) not null,
    question_id uuid not null,
    content json not null,
    primary key (campaign_id, kind, segment, question_id),
    constraint fk_kept_result_campaign foreign key (campaign_id) references campaign (id)
) comment = 'insert-only';
create table kept_turnout (
    campaign_id uuid not null,
    segment varchar(100) not null,
    invited int not null,
    answered int not null,
    primary key (campaign_id, segment),
    constraint fk_kept_turnout_campaign foreign key (campaign_id) references campaign (id)
) comment = 'insert-only';
alter table campaign add column removed_at datetime(6) null;
alter table response add column removed boolean not null default false;
create index ix_response_removed on response (campaign_id, removed);
alter table expression_text add column removed_at datetime(6) null;
--rollback alter table expression_text drop column removed_at;
--rollback drop index ix_response_removed on response;
--rollback alter table response drop column removed;
--rollback alter table campaign drop column removed_at;
--rollback drop table kept_turnout;
--rollback drop table kept_result;

--changeset survey:removal-due splitStatements:false rollbackSplitStatements:false
--comment: Answers are taken out once they are due, and never come back: the database itself sees to it, since from then on
--comment: rows may be deleted that can't be deleted otherwise.
create trigger campaign_removal_due before update on campaign for each row
begin
    if not (new.removed_at <=> old.removed_at) and (old.removed_at is not null or not exists (
            select 1 from survey_retention k where k.survey_id = new.survey_id and k.keep_until < utc_date())) then
        signal sqlstate '45000' set message_text = 'the answers are not to be removed yet, or are removed';
    end if;
end
--rollback drop trigger campaign_removal_due;

--changeset survey:removable
--comment: Rows of these can be deleted where the answers of their campaign are removed, and only there; see
--comment: shared.database.Grants.
alter table submitted_answer comment = 'insert-only until removed';
alter table answer_file comment = 'insert-only until removed';
alter table response_revision comment = 'insert-only until removed';
alter table response_doubt comment = 'insert-only until removed';
--rollback alter table submitted_answer comment = 'insert-only';
--rollback alter table answer_file comment = 'insert-only';
--rollback alter table response_revision comment = 'insert-only';
--rollback alter table response_doubt comment = 'insert-only';

--changeset survey:ballot-steps
--comment: Until closing it is kept, locked, in which step a ballot was counted and which questions it answers, so that by then nothing
--comment: is told of a group that, beside what was told before, would tell of a few. Answers to a question that were too few
--comment: to be told wait: counted, but held. What may be told of groups is written down once, at closing;
--comment: of campaigns that closed before that was done, nothing is.
alter table ballot_place modify column place varbinary(2000) not null;
create table told_step (
    campaign_id uuid not null,
    question_id uuid not null,
    step int not null,
    primary key (campaign_id, question_id, step),
    constraint fk_told_step_campaign foreign key (campaign_id) references campaign (id)
);
create table held_answer (
    campaign_id uuid not null,
    question_id uuid not null,
    response_id uuid not null,
    primary key (campaign_id, question_id, response_id),
    constraint fk_held_answer_response foreign key (response_id) references response (id)
);
create table told_groups (
    campaign_id uuid not null,
    question_id uuid not null,
    apart boolean not null,
    segments json not null,
    primary key (campaign_id, question_id),
    constraint fk_told_groups_campaign foreign key (campaign_id) references campaign (id)
);
--rollback drop table told_groups;
--rollback drop table held_answer;
--rollback drop table told_step;
--rollback alter table ballot_place modify column place varbinary(200) not null;

--changeset survey:campaign-settings
--comment: Quotas, reminders and thanks can be changed until a campaign closes; what they were before, and who changed them,
--comment: is kept. A value of null is no limit; thanks are 1 for yes and 0 for no.
drop trigger if exists campaign_quota_no_update;
drop trigger if exists campaign_quota_no_delete;
drop trigger if exists campaign_mailing_no_update;
drop trigger if exists campaign_mailing_no_delete;
alter table campaign_quota comment = '';
alter table campaign_mailing comment = '';
create table campaign_setting_change (
    id uuid not null,
    campaign_id uuid not null,
    setting varchar(16) character set ascii collate ascii_bin not null,
    segment varchar(100) not null,
    old_value int null,
    new_value int null,
    changed_by uuid not null,
    changed_at datetime(6) not null,
    primary key (id),
    constraint fk_campaign_setting_change_campaign foreign key (campaign_id) references campaign (id),
    constraint fk_campaign_setting_change_person foreign key (changed_by) references person (id)
) comment = 'insert-only';
create index ix_campaign_setting_change on campaign_setting_change (campaign_id, changed_at);
--rollback drop table campaign_setting_change;
--rollback alter table campaign_mailing comment = 'insert-only';
--rollback alter table campaign_quota comment = 'insert-only';

--changeset survey:template-draft
--comment: What the owner of a template edits is nobody else's until it is put in force; null where nothing is edited.
alter table survey_template add column draft json null after content;
--rollback alter table survey_template drop column draft;

--changeset survey:anonymous-frozen
--comment: Of an anonymous round nobody is asked who comes later. Which ones did ask is not kept: going back, they stay as they are.
update campaign set following = false where confidentiality = 'ANONYMOUS' and following;
--rollback update campaign set following = false where confidentiality = 'ANONYMOUS';

--changeset survey:cells-in-rows
--comment: A row holds the cells of all questions of a group and week. Campaigns are counted anew (their form is another one).
delete from result_cell;
alter table result_cell
    drop primary key,
    drop column question_id,
    add primary key (campaign_id, week, organisation_id, segment);
--rollback delete from result_cell;
--rollback alter table result_cell add column question_id uuid not null after segment, drop primary key, add primary key (campaign_id, week, organisation_id, segment, question_id);

--changeset survey:messages-by-language
--comment: What became of a campaign can be said in each of its languages; so far it was said in one. Nobody knows in which:
--comment: it stands under the first of its languages, and everybody still reads it.
drop trigger if exists campaign_message_no_update;
alter table campaign_message modify words longtext not null;
update campaign_message m join campaign c on c.id = m.campaign_id join survey_version v on v.id = c.survey_version_id set m.words = json_object(substring_index(v.languages, ',', 1), m.words);
alter table campaign_message modify words json not null;
--rollback drop trigger if exists campaign_message_no_update;
--rollback alter table campaign_message modify words longtext not null;
--rollback update campaign_message set words = coalesce(nullif(json_value(words, '$.en'), ''), json_unquote(json_extract(words, concat('$.', json_unquote(json_extract(json_keys(words), '$[0]'))))));
--rollback alter table campaign_message modify words varchar(4000) not null;

--changeset survey:reminder-number
--comment: Which of its campaign's reminders it is: two ordered at the same moment, by hand and by the clock, are one. Null for
--comment: those ordered before this was kept.
alter table campaign_reminder
    add column number int null after occasion,
    add constraint uq_campaign_reminder_number unique (campaign_id, number);
--rollback alter table campaign_reminder drop index uq_campaign_reminder_number, drop column number;

--changeset survey:response-hash-salt
--comment: What the audit trail's hash of submitted answers is made with, and goes with them. Null for those submitted before.
alter table response add column hash_salt uuid null;
--rollback alter table response drop column hash_salt;
