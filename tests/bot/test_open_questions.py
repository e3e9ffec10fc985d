"""What the store keeps of an open question: its facts as JSON, read back as the same question."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions import KINDS, AboutHabit, AskedHabit, NewHabitStep, question_of
from storage.rules.schedules import Direction, Goal

OF_HABITS = [
    kind for kind in KINDS.values() if issubclass(kind, AboutHabit | AskedHabit | NewHabitStep)
]
amounts = st.floats(0, 1e9)
goals = st.builds(Goal, amounts, st.text(max_size=6), st.sampled_from(Direction))
st.register_type_strategy(Goal, goals)


@pytest.mark.parametrize("kind", OF_HABITS, ids=lambda kind: kind.kind)
@settings(deadline=None, max_examples=30, derandomize=True)
@given(data=st.data())
def test_a_question_is_read_back_as_it_was_asked(kind: type, data: st.DataObject) -> None:
    own = {"amount": st.none() | amounts} if kind is AskedHabit else {}
    question = data.draw(st.builds(kind, **own))
    kept = json.loads(json.dumps(question.to_facts()))
    assert question_of(question.kind, kept) == question


def test_a_question_of_another_version_is_none() -> None:
    draft = {"name": "read", "goal": [20, "pages", "at_least"], "schedule": None, "asked": ["time"]}
    assert question_of("habit-time", draft) is None
    assert question_of("habit-time", {"draft": {"asked": ["colour"]}}) is None
    assert question_of("habit-colour", {"draft": {}}) is None
