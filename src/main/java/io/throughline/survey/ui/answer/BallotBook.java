package io.throughline.survey.ui.answer;

import io.throughline.survey.AnswerSheet;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Gap;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Saved;
import io.throughline.survey.Stamp;
import io.throughline.survey.ballot.BallotKey;
import io.throughline.survey.ballot.Ballots;
import io.throughline.survey.question.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers kept in the ballot a key opens. Nothing is known of when another tab saved: no time is stored. */
record BallotBook(Ballots ballots, CampaignId campaign, BallotKey key) implements AnswerBook {

    @Override
    public AnswerSheet sheet() {
        return ballots.sheet(campaign, key);
    }

    @Override
    public Saved save(QuestionId question, Answer answer, Stamp stamp) {
        return new Saved(0, ballots.save(campaign, key, question, answer), false, null);
    }

    @Override
    public Optional<Instant> savedElsewhere(UUID tab) {
        return Optional.empty();
    }

    @Override
    public List<Gap> gaps() {
        return ballots.gaps(campaign, key);
    }

    @Override
    public void submit() {
        ballots.submit(campaign, key);
    }
}
