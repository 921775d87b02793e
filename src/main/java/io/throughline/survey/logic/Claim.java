package io.throughline.survey.logic;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Something that holds of an answer or doesn't. Of a question nobody was asked, nothing holds but that it has no answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Claim.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Claim.Chosen.class, name = "chosen"),
    @JsonSubTypes.Type(value = Claim.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = Claim.Day.class, name = "day")
})
public sealed interface Claim {

    boolean holds(Facts facts);

    /** @param so whether it must have an answer, or must have none */
    record Answered(boolean so) implements Claim {

        @Override
        public boolean holds(Facts facts) {
            return facts.answered() == so;
        }
    }

    /**
     * Is it, or is it among what was chosen? Who has not answered has not chosen anything else either.
     *
     * @param item its key
     * @param so whether it must be, or must not be
     */
    record Chosen(String item, boolean so) implements Claim {

        @Override
        public boolean holds(Facts facts) {
            return facts.answered() && facts.chosen().contains(item) == so;
        }
    }

    /**
     * A number that was given.
     *
     * @param item what it was given to; empty for the question as a whole
     */
    record Amount(Order order, String item, BigDecimal amount) implements Claim {

        @Override
        public boolean holds(Facts facts) {
            var given = facts.amounts().get(item);
            return given != null && order.holds(given.compareTo(amount));
        }
    }

    /** A day that was named. */
    record Day(Order order, LocalDate day) implements Claim {

        @Override
        public boolean holds(Facts facts) {
            var given = facts.day();
            return given != null && order.holds(given.compareTo(day));
        }
    }

    /** How what was given stands to what it is compared with. */
    enum Order {
        AT_LEAST,
        AT_MOST,
        EQUAL,
        OTHER;

        private boolean holds(int comparison) {
            return switch (this) {
                case AT_LEAST -> comparison >= 0;
                case AT_MOST -> comparison <= 0;
                case EQUAL -> comparison == 0;
                case OTHER -> comparison != 0;
            };
        }
    }
}
