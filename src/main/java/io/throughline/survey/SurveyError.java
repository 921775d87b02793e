package io.throughline.survey;

import io.throughline.shared.ErrorCode;

/** Refusals of this room. */
public enum SurveyError implements ErrorCode {
    // designing
    /** A survey that was published is published again as its next version. */
    NOT_A_DRAFT,
    /** The draft asks just what was asked last. */
    NOTHING_CHANGED,
    /** Argument: for how many edits nobody has said what becomes of the answers they touch. */
    UNDECIDED,
    /** An edit doesn't allow this decision. */
    DECISION_IMPOSSIBLE,
    /** Two items are mapped to one, and what was said about both can't be taken together. */
    MAPPED_TWICE,
    /** A survey needs a title in each language it is published in. */
    SURVEY_WITHOUT_TITLE,
    /** A survey needs a sentence saying why it asks. */
    SURVEY_WITHOUT_REASON,
    /** A survey needs at least one question. */
    NO_QUESTION,
    /** A question's id stands twice. */
    QUESTION_TWICE,
    QUESTION_WITHOUT_TITLE,
    /** Arguments: fewest, most. */
    ITEMS_OUT_OF_RANGE,
    ITEM_WITHOUT_TEXT,
    /** Argument: the key. */
    ITEM_KEY_INVALID,
    /** Arguments: smallest, largest. */
    CHOOSE_OUT_OF_RANGE,
    /** A condition looks at a question that is gone. */
    CONDITION_GONE,
    /** A condition names an answer that is not offered any more. Argument: the code of the question it was offered in. */
    CONDITION_ITEM_GONE,
    /** A condition looks at a question that is asked later. Argument: its code. */
    CONDITION_FORWARD,
    /** Two questions wait for each other. Arguments: their codes. */
    CONDITION_LOOP,
    /** No answers lead to a question. Argument: its code. */
    NEVER_ASKED,
    /** No answers lead to a section. */
    SECTION_NEVER_SHOWN,
    /** A text quotes the answer to a question there isn't. Argument: the code. */
    QUOTE_UNKNOWN,
    /** A text quotes the answer to a question that is asked later. Argument: its code. */
    QUOTE_FORWARD,
    NO_AUDIENCE,
    /** The campaign sends no mails: whoever asks tells people otherwise. */
    NO_MAILS,
    /** Enough answers of the viewer's segment are there: nobody begins any more. */
    QUOTA_REACHED,
    /** A list of addresses that is no CSV, or has no column of addresses. */
    AUDIENCE_UNREADABLE,
    /** Argument: the most lines. */
    AUDIENCE_TOO_LARGE,
    NO_LANGUAGE,
    /** Argument: the language's code. */
    LANGUAGE_INCOMPLETE,
    CLOSES_BEFORE_OPENING,
    CLOSES_IN_THE_PAST,
    /** Argument: the last day. */
    CLOSES_TOO_LATE,
    /** Argument: the first day. */
    OPENS_TOO_EARLY,
    /** Argument: the survey's readable key. */
    NOT_PUBLISHED,
    ALREADY_CLOSED,
    /** Only what is closed can be opened again. */
    NOT_CLOSED,
    /** An extension ends later than what was announced. */
    NOT_LATER,
    NOT_A_PROJECT_MANAGER,
    // answering
    NOT_YET_OPEN,
    /** Argument: when it closed. */
    CLOSED,
    WRONG_ANSWER_TYPE,
    UNKNOWN_QUESTION,
    UNKNOWN_ITEM,
    /** An item names a requirement that is not there, or not for its author to read. */
    UNKNOWN_REQUIREMENT,
    ITEM_NAMED_TWICE,
    /** Arguments: smallest, largest. */
    RATING_OUT_OF_RANGE,
    /** Arguments: how many may be named, how many were. */
    TOO_MANY_NAMED,
    NONE_AND_NAMED,
    /** Argument: how many may be named. */
    NOTHING_NAMED,
    /** Arguments: smallest, largest. */
    POINTS_OUT_OF_RANGE,
    /** Arguments: what they must come to, what they come to. */
    POINTS_SUM,
    /** Arguments: the limit, the length, in characters. */
    WORDS_TOO_LONG,
    WORDS_MISSING,
    /** Arguments: smallest, largest. */
    SET_SIZE_OUT_OF_RANGE,
    SETS_DO_NOT_FIT,
    /** The same item is said to matter most and least. */
    BEST_IS_WORST,
    /** Argument: how many sets are not complete. */
    SETS_LEFT,
    /** Argument: how many pairs are not complete. */
    PAIRS_LEFT,
    /** Arguments: smallest, largest. */
    RANK_OUT_OF_RANGE,
    NOTHING_RANKED,
    NOTHING_CHOSEN,
    /** Arguments: fewest, most, how many were chosen. */
    CHOSEN_OUT_OF_RANGE,
    /** Argument: how many items are not rated. */
    RATINGS_LEFT,
    /** Arguments: smallest, largest. */
    SCALE_OUT_OF_RANGE,
    /** Arguments: smallest, largest. */
    NUMBER_OUT_OF_RANGE,
    /** Arguments: how many decimals at the most. */
    TOO_MANY_DECIMALS,
    /** Argument: how many digits before the decimals. */
    NUMBER_TOO_LONG,
    /** Arguments: earliest, latest. */
    DATE_OUT_OF_RANGE,
    /** The lower limit is above the upper one. */
    LIMITS_CROSSED,
    NOTHING_GIVEN,
    /** A question asking for files takes none of any kind. */
    FILE_KINDS_MISSING,
    /** Arguments: fewest, most. */
    FILES_OUT_OF_RANGE,
    /** Arguments: smallest, largest, in megabytes. */
    FILE_SIZE_OUT_OF_RANGE,
    FILE_MISSING,
    /** Arguments: how many may be given, how many are. */
    TOO_MANY_FILES,
    /** A file that was not given in answer to this question of this response. */
    UNKNOWN_FILE,
    FILE_EMPTY,
    /** Argument: the limit in megabytes. */
    FILE_TOO_LARGE,
    /** Its content is of none of the kinds asked for, whatever it is called. */
    FILE_KIND_NOT_ASKED,
    /** Argument: how often a file may be given in answer to one question, those taken back included. */
    TOO_MANY_UPLOADS,
    /** Argument: how many questions are not complete. */
    INCOMPLETE,
    // anonymous surveys
    /** The survey is not anonymous: its answers are a response's. */
    NOT_ANONYMOUS,
    /** The survey is anonymous: its answers go by a ballot. */
    ANSWERED_BY_BALLOT,
    /** The code was not copied completely. */
    BALLOT_CODE_MISTYPED,
    /** No ballot has this code, or it was counted. */
    BALLOT_UNKNOWN,
    /** Too many codes that open nothing were tried. Argument: seconds to wait. */
    BALLOT_PAUSED,
    /** The viewer has a ballot; only its code opens it. */
    BALLOT_BEGUN,
    BALLOT_SUBMITTED,
    /** Argument: how many people are asked at least. */
    ANONYMOUS_TOO_FEW,
    /** A file could say whose it is. */
    ANONYMOUS_WITH_FILE,
    ANONYMOUS_STAYS_CLOSED,
    /** Who is not asked again would be known to have answered. */
    CONFIDENTIAL_ALL_ASKED,
    /** What is brought in has names. */
    ANONYMOUS_NO_IMPORT,
    /** Single responses would put a person's answers side by side. */
    ANONYMOUS_NO_ROWS,
    /** {0} people, of fewer of whom there are none. */
    UNNAMED_ROWS_OF_ALL,
    // keeping answers
    /** Those who answered were told an earlier day. Argument: that day. */
    RETENTION_PROMISED,
    /** Argument: the first day there may be. */
    RETENTION_TOO_EARLY,
    /** Argument: the last day there may be. */
    RETENTION_TOO_LATE,
    /** A round would end when its answers are due to be removed. Argument: the last day they are kept. */
    RETENTION_BEFORE_CLOSING,
    /** Single answers are not there any more. Argument: when they were removed. */
    ANSWERS_REMOVED,
    // importing
    /** Argument: what is wrong with the map. */
    IMPORT_MAP_INVALID,
    /** Argument: the readable key. */
    UNKNOWN_SURVEY_KEY,
    /** No response of this survey was imported under that id. Argument: the id. */
    NOT_A_RESPONDENT,
    /** The viewer would make the answers their own. */
    LINKED_BY_SELF,
    /** The viewer's answer to this survey came by an import. */
    ANSWERED_BY_IMPORT,
    /** The file can't be read as a table from a line on. */
    IMPORT_NOT_A_TABLE,
    /** Nothing stands in the file, or nothing in its first line. */
    IMPORT_EMPTY,
    /** Two columns are called the same. Argument: what. */
    IMPORT_HEADING_TWICE,
    /** More lines than a file may have. Argument: how many it may have. */
    IMPORT_TOO_LONG,
    /** Arguments: the segment, how many of it have submitted. */
    QUOTA_BELOW_REACHED,
    /** Who has answered would be told by which quota is refused. */
    ANONYMOUS_QUOTAS_STAY,
    /** Another file is brought into the survey just now. */
    IMPORT_RUNS,
    /** Arguments: how many columns the heading has, how many the line has. */
    IMPORT_CELLS,
    /** Arguments: the column, those there are. */
    IMPORT_COLUMN_MISSING,
    /** Nobody has said where the respondent or the organisation stands. */
    IMPORT_COLUMN_UNCHOSEN,
    IMPORT_RESPONDENT_MISSING,
    /** Argument: the respondent. */
    IMPORT_RESPONDENT_TWICE,
    /** Argument: the organisation's name. */
    IMPORT_ORGANISATION_UNKNOWN,
    /** Arguments: smallest, largest. */
    IMPORT_NOT_A_NUMBER,
    /** Argument: the largest. */
    IMPORT_NOT_A_JUDGEMENT,
    /** Argument: how many items there are. */
    IMPORT_NO_SUCH_CODE,
    /** No item has this key or text. */
    IMPORT_NO_SUCH_ITEM,
    IMPORT_NOT_A_MARK,
    /** A file without a map must be an export of the portal. */
    IMPORT_NO_EXPORT,
    /** Who exported it may not know who answered, so that its responses can't be told apart. */
    IMPORT_EXPORT_NAMELESS,
    IMPORT_NOT_A_DECIMAL,
    IMPORT_NOT_A_DATE,
    /** Argument: the most of one request. */
    TOO_MANY_RESPONSES,
    /** Another request was sent under this key. */
    IDEMPOTENCY_KEY_USED,
    /** The other answers of the line would have kept the question from being asked. Argument: its code. */
    IMPORT_NOT_ASKED,
    /** A file of another tool is broken, or does what is not allowed. Argument: the line. */
    FOREIGN_NOT_READABLE,
    /** Its letters are in another encoding than it says. Argument: the line. */
    FOREIGN_OTHER_ENCODING,
    /** It is larger or deeper than any survey. Argument: the line. */
    FOREIGN_TOO_MUCH,
    /** It holds no survey of a tool known here. */
    FOREIGN_NO_SURVEY
}
