"""Every query of tasks or habits names who asks, or the chat that it is about: read from the syntax
trees of the store."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

STORE = Path(__file__).parents[2] / "storage"
THINGS = frozenset({"Task", "Habit"})
STATEMENTS = frozenset({"select", "update", "delete", "exists", "aliased", "get", "get_one"})
CLAUSES = frozenset({"where", "select_from", "join", "outerjoin"})
# whoever asks, or the chat; an import has its chat and its deed in one value
VIEWERS = frozenset({"Asker", "Where", "Deed", "Chat", "NewlyKnown", "_Import"})
NAMES = frozenset({"chat_id", "into"})  # the key of a chat
CONDITIONS = frozenset({"visible_to", "visible_habits", "visible"})

# What is asked by nobody, or asked about rows that were read by their viewer before.
_OF_WORKER = "the worker's: it looks for what is due, of everybody"
_OF_ROWS = "of rows that the worker has claimed: their recipients were checked when it did"
_OF_RECIPIENT = "what a chat or person is reminded of, planned by the store itself"
_CONDITION = "a part of a statement whose caller names who asks"
EXCEPTIONS: dict[str, str] = {
    **dict.fromkeys(
        (
            *("claims._free", "missed.plan_silent", "together.nobody_gathers"),
            *("outcomes._of_its_task", "outcomes._close_orphan", "outcomes._plan_nag"),
        ),
        _OF_WORKER,
    ),
    **dict.fromkeys(
        (
            *(
                "plans.returns._note_changed",
                "arrived._simple",
                "arrived._locked_tasks",
                "claims._showing",
            ),
            *("contents.tasks_of", "contents.habit_push", "missed._repeating", "missed._locked"),
            "together.all_tasks_of",
        ),
        _OF_ROWS,
    ),
    **dict.fromkeys(
        (
            *("plans.habits.replan_habits_in", "plans.habits.plan_next"),
            *("plans.replanning._reminding", "plans.zones._plan_snoozes"),
        ),
        _OF_RECIPIENT,
    ),
}
EXCEPTIONS = {f"storage.pushes.{name}": why for name, why in EXCEPTIONS.items()}
EXCEPTIONS |= {
    "storage.habits.find.listed": "a statement whose parameters name who asks: list_params",
    "storage.habits.statements.statement_of": "the same",
    "storage.habits.statements._habits": "the same; of habits that were read by who asks",
    "storage.habits.participants.participants_of": "of habits that were read by who asks",
    **dict.fromkeys(
        ("storage.statistics._tasks", "storage.statistics._habits"),
        "counts for operators: no row is shown",
    ),
    **dict.fromkeys(
        (
            *(f"storage.erasing.shared.{name}" for name in ("_tasks", "_habits", "_pushes")),
            *("storage.erasing.shared.groups_of", "storage.erasing.shared._of_groups"),
        ),
        "of the chats of whoever is erased: nothing is shown, their names are taken out",
    ),
    "storage.tasks.turns._turns_of": "their own turns, in the chats that they are in",
    **dict.fromkeys(
        ("storage.transfer.feeds._page", "storage.transfer.feeds._habits"),
        "of an OpenFeed, which names who asks; they are still in the chats, see _chats",
    ),
    "storage.pushes.upkeep.retry_dead": "the operator's: no task is shown, its reminder is",
    **dict.fromkeys((f"storage.tasks.lists.{name}" for name in ("_tagged",)), _CONDITION),
    **dict.fromkeys(
        (f"storage.tasks.parts.{name}" for name in ("listed", "picked", "selected", "locked")),
        _CONDITION,
    ),
}

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


def queries() -> Iterator[tuple[str, Function | None]]:
    """The place of each query of tasks or habits, and the outermost function that it is in."""
    for path in sorted(STORE.rglob("*.py")):
        if "models" in path.parts:
            continue
        module = path.relative_to(STORE.parent).with_suffix("").as_posix().replace("/", ".")
        yield from _queries_in(ast.parse(path.read_text(encoding="utf-8")), module)


def _queries_in(tree: ast.Module, module: str) -> Iterator[tuple[str, Function | None]]:
    for top in tree.body:
        owners = top.body if isinstance(top, ast.ClassDef) else [top]
        for owner in owners:
            if any(_is_query(node) for node in ast.walk(owner)):
                function = owner if isinstance(owner, Function) else None
                yield f"{module}.{function.name if function else '(module)'}", function


def _is_query(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func.attr if isinstance(node.func, ast.Attribute) else None
    name = node.func.id if isinstance(node.func, ast.Name) else called
    if name in CLAUSES:
        return any(_thing_of(inner) in THINGS for one in node.args for inner in _values_in(one))
    return name in STATEMENTS and any(_thing_of(argument) in THINGS for argument in node.args)


def _values_in(tree: ast.expr) -> Iterator[ast.expr]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.expr))


def _thing_of(argument: ast.expr) -> str:
    """`Task`, of Task, Task.id and col(Task.id)."""
    match argument:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value):
            return _thing_of(value)
        case ast.Call(func=ast.Name(id="col"), args=[value]):
            return _thing_of(value)
        case _:
            return ""


def names_who_asks(function: Function | None) -> bool:
    if function is None:
        return False
    arguments = function.args
    given = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    said = {node.id for one in given if one.annotation for node in _names_in(one.annotation)}
    if said & VIEWERS or NAMES & {one.arg for one in given}:
        return True
    return any(node.id in CONDITIONS for node in _names_in(function))


def _names_in(tree: ast.AST) -> Iterator[ast.Name]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Name))


def test_statements_of_tasks_are_made_for_who_asks() -> None:
    """What makes them takes conditions only: whoever calls it gives the one of `visible_to`."""
    makers = {"listed", "picked", "selected", "locked"}
    for path in sorted((STORE / "tasks").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in (one for one in ast.walk(tree) if isinstance(one, Function)):
            if function.name not in makers and makers & {one.id for one in _called(function)}:
                assert _knows_who_asks(tree, function), (path.name, function.name)


def _called(tree: ast.AST) -> Iterator[ast.Name]:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return (called for called in calls if isinstance(called, ast.Name))


def _knows_who_asks(tree: ast.Module, function: Function) -> bool:
    """It, what it calls or whatever calls it there names who asks, or the chat."""
    others = [one for one in ast.walk(tree) if isinstance(one, Function) and one is not function]
    called = {one.id for one in _called(function)}
    parts = [function, *(one for one in others if one.name in called)]
    if any(names_who_asks(one) for one in parts):
        return True
    callers = [one for one in others if function.name in {node.id for node in _called(one)}]
    return bool(callers) and all(_knows_who_asks(tree, one) for one in callers)


def test_every_query_of_a_task_or_habit_names_who_asks() -> None:
    silent = {place for place, function in queries() if not names_who_asks(function)}
    assert silent - EXCEPTIONS.keys() == set(), "take an Asker, Where, Deed or the chat"
    assert EXCEPTIONS.keys() - silent == set(), "no longer an exception"


@pytest.mark.parametrize(
    ("source", "is_found", "names"),
    [
        ("async def f(s, ids): return select(Task).where(col(Task.id).in_(ids))", True, False),
        ("async def f(s, ids, *, asker: Asker): return select(Task)", True, True),
        ("async def f(s, key): return await s.get(Habit, key)", True, False),
        ("async def f(s, chat: Chat | None): return select(Task.id)", True, True),
        ("def f(asker): return select(col(Habit.id)).where(visible_habits(asker))", True, True),
        ("QUERY = select(Task)", True, False),
        ("async def f(s): return select(User)", False, False),
        ("def f(s): return select(func.count()).where(Task.number == 1)", True, False),
    ],
)
def test_what_the_test_itself_finds(source: str, is_found: bool, names: bool) -> None:
    found = list(_queries_in(ast.parse(source), "m"))
    assert bool(found) == is_found
    assert all(names_who_asks(function) == names for _, function in found)
