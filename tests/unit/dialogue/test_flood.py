"""Too much at once: one kind reply, then silence for a while, then all is well again."""

from datetime import UTC, datetime, timedelta

from bot.app import words
from bot.dialogue.flood import MOST, MOST_STALE, WINDOW, Admission, Burst, admit, notice
from bot.events import Attached, Commanded, Event, Medium, Pressed, Wrote

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def admissions(events: list[Event], *, every: float = 0.1, begin: datetime = NOW) -> list[Admission]:
    burst: Burst | None = None
    found = []
    for number, event in enumerate(events):
        burst, admission = admit(burst, event, begin + timedelta(seconds=number * every))
        found.append(admission)
    return found


def test_a_person_in_a_hurry_is_answered_every_time() -> None:
    questions: list[Event] = [Wrote(at=NOW + timedelta(seconds=4 * number), text="x") for number in range(200)]
    assert set(admissions(questions, every=4)) == {Admission.ANSWER}


def test_a_flood_of_commands_gets_one_reply_and_then_silence() -> None:
    flood = admissions([Commanded(at=NOW, name="start")] * 50)
    assert flood == [Admission.ANSWER] * MOST + [Admission.FLOOD] + [Admission.SILENCE] * (50 - MOST - 1)


def test_after_the_silence_all_is_well_again() -> None:
    events: list[Event] = [Commanded(at=NOW, name="start")] * 50
    burst: Burst | None = None
    for event in events:
        burst, _ = admit(burst, event, NOW)
    assert admit(burst, events[0], NOW + timedelta(seconds=WINDOW))[1] is Admission.ANSWER


def test_an_album_gets_one_reply() -> None:
    album = admissions([Attached(at=NOW, medium=Medium.PHOTO)] * 10)
    assert album == [Admission.ANSWER] + [Admission.SILENCE] * 9


def test_a_question_after_an_album_is_answered() -> None:
    photo = Attached(at=NOW, medium=Medium.PHOTO)
    assert admissions([photo, photo, Wrote(at=NOW, text="x")])[-1] is Admission.ANSWER


def test_d9_of_thirty_texts_that_waited_a_few_are_answered_and_the_rest_explained_once() -> None:
    waited = [Wrote(at=NOW - timedelta(hours=3), text="x")] * 30
    found = admissions([*waited[:29]])
    assert found == [Admission.ANSWER] * MOST_STALE + [Admission.AWAY] + [Admission.SILENCE] * (29 - MOST_STALE - 1)


def test_a_fresh_question_after_those_that_waited_is_answered() -> None:
    waited = [Wrote(at=NOW - timedelta(hours=3), text="x")] * 5
    assert admissions([*waited, Wrote(at=NOW, text="x")])[-1] is Admission.ANSWER


def test_buttons_are_never_held_back() -> None:
    assert set(admissions([Pressed(at=NOW, action="t:x")] * 500)) == {Admission.ANSWER}


def test_a_clock_set_back_frees_rather_than_locks() -> None:
    burst = Burst(since=int(NOW.timestamp()) + 9_000, count=500, attached=int(NOW.timestamp()) + 9_000)
    assert admit(burst, Attached(at=NOW, medium=Medium.VOICE), NOW)[1] is Admission.ANSWER


def test_the_notices_are_said_in_both_languages() -> None:
    for say in words().values():
        assert notice(say, Admission.FLOOD)
        assert notice(say, Admission.AWAY)
        assert notice(say, Admission.SILENCE) is None
