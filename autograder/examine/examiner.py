"""One exercise of one submission: call it, judge it, forgive what is not its own."""

from dataclasses import replace

from autograder.examine.past import Past
from autograder.examine.rooms import Rooms
from autograder.examine.trial import Attempt, Trial
from autograder.examine.verdict import Result


def examine_exercise(trial: Trial, rooms: Rooms, past: Past) -> Result:
    """What becomes of an exercise.

    A slip costs once: a function that calls earlier ones is judged with the learner's
    own and, if that fails, again with the reference versions of those that failed. What
    does not come back is replaced from the first.

    Parameters
    ----------
    trial : Trial
    rooms : Rooms
    past : Past
        Of the exercises before this one; learns from it.
    """
    stuck = past.stuck(trial)
    attempt = trial.judge(rooms.outcomes(trial, stuck), slip=stuck)
    doubtful = past.doubtful(trial)
    if doubtful != stuck and attempt.share < 1 and not attempt.idle:
        again = trial.judge(rooms.outcomes(trial, doubtful), slip=doubtful)
        attempt = better(attempt, again)
    past.keep(attempt)
    if attempt.share < 1 and not attempt.idle:
        rooms.leave()
    return attempt.result()


def better(own: Attempt, again: Attempt) -> Attempt:
    """The attempt that counts; of two that are equal, the second tells more.

    Parameters
    ----------
    own : Attempt
        With the learner's own functions.
    again : Attempt
        With more reference versions; a slip only where these helped.
    """
    if again.share > own.share:
        return again
    return replace(again, slip=own.slip) if again.share == own.share else own
