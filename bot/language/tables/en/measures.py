"""English: units of amounts and their forms beside a number."""

from __future__ import annotations

from bot.language.engine.language import MeasureWords
from bot.language.engine.templates import one_or_many_of

MEASURES = MeasureWords(
    names={
        "ml": "ml|milliliter|millilitre|milliliters|millilitres",
        "cl": "cl|centiliter",
        "dl": "dl|deciliter",
        "l": "l|liter|liters|litre|litres",
        "sec": "s|sec|secs|second|seconds",
        "min": "min|mins|minute|minutes",
        "h": "h|hr|hrs|hour|hours",
        "m": "m|meter|meters|metre|metres",
        "km": "km|kilometer|kilometers|kilometre|kilometres",
        "g": "g|gram|grams",
        "kg": "kg|kilo|kilos",
    },
    times="x|×|time|times",
    in_parts="l|km|h|kg|mi",
    forms="""
    page pages|minute minutes|hour hours|second seconds|glass glasses|cup cups|coffee coffees
    tea teas|beer beers|drink drinks|bottle bottles|time times|step steps|pushup pushups
    push-up push-ups|pullup pullups|pull-up pull-ups|situp situps|sit-up sit-ups|squat squats
    rep reps|set sets|round rounds|lap laps|word words|sentence sentences|chapter chapters
    lesson lessons|exercise exercises|card cards|line lines|article articles|task tasks
    problem problems|book books|song songs|game games|mile miles|meter meters|metre metres
    kilometer kilometers|kilometre kilometres|liter liters|litre litres|gram grams
    calorie calories|cigarette cigarettes|sweet sweets|apple apples|portion portions
    serving servings|piece pieces|unit units|call calls|message messages|photo photos
    """,
    form=one_or_many_of,
)
