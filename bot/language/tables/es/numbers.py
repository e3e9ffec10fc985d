"""Spanish: numbers up to a hundred, and the ordinals of them, in one word or in two."""

from __future__ import annotations

from bot.language.engine.language import words

_WORDS = words(
    "cero|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_TENS = words("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
NUMBERS = {
    "cero": 0,
    "uno|una|un|1o": 1,
    **{word: n for n, word in enumerate(_WORDS[1:], 2)},
    **{word: 10 * n for n, word in enumerate(_TENS, 3)},
    "cien|ciento": 100,
}
_ONES = {
    "primer|primero|primera": 1, "segundo|segunda": 2, "tercer|tercero|tercera": 3,
    "cuarto|cuarta": 4, "quinto|quinta": 5, "sexto|sexta": 6, "séptimo|séptima": 7,
    "octavo|octava": 8, "noveno|novena": 9,
}  # fmt: skip
_TENTHS = words(
    "décim vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim"
)


def _joined(tenth: str, one: str) -> str:
    """vigésimo, segundo|segunda: vigesimosegundo|vigesimosegunda (décimo, octavo: decimoctavo)"""
    joints = {form: ("o", "") if form[0] == "o" else ("o",) for form in one.split("|")}
    return "|".join(f"{tenth}{o}{form}" for form, joint in joints.items() for o in joint)


ORDINALS = {
    **_ONES,
    "1er|1ro": 1,
    "undécimo|undécima": 11,
    "duodécimo|duodécima": 12,
    **{f"{tenth}o|{tenth}a": 10 * n for n, tenth in enumerate(_TENTHS, 1)},
    **{
        _joined(tenth, one): 10 * n + m
        for n, tenth in enumerate(_TENTHS, 1)
        for one, m in _ONES.items()
    },
    "centésimo|centésima": 100,
    "penúltimo|penúltima": -2,
    "último|última": -1,
}
