"""German: numbers up to a hundred, and the stems of their ordinals."""

from __future__ import annotations

from bot.language.engine.language import words

ONES = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = words("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
_TENS = {word: 10 * n for n, word in enumerate(words(
    "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
), 2)}  # fmt: skip
NUMBERS = {
    **{word: n for n, word in enumerate(ONES) if n != 1},
    "eins|ein|eine|einen|einem|einer|eines|ner|nem|ne|nen": 1,
    "hundert|einhundert": 100,
    **{word: n for n, word in enumerate(_TEENS, 10)},
    **_TENS,
    **{
        f"{one}und{ten}": n + tens for ten, tens in _TENS.items() for n, one in enumerate(ONES) if n
    },
}
_STEMS = words(
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt "
    "fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt"
)
ORDINALS = {
    **{stem: n for n, stem in enumerate(_STEMS, 1)},
    **{f"{word}st": n for word, n in NUMBERS.items() if 20 <= n < 100},
    "hundertst": 100,
    "letzt": -1,
}
