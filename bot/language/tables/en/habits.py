"""English: habits."""

from __future__ import annotations

from bot.language.engine import build as b
from bot.language.engine.language import HabitWords
from bot.language.engine.measures import SYMBOLS
from bot.language.engine.phrases import Pattern

HABITS = HabitWords(
    units=SYMBOLS + "|push ups|push - ups|sit ups|sit - ups|pull ups|pull - ups|burpees"
    "|liter|liters|litre|litres|oz|ounce|ounces|kilometer|kilometers|kilometre|kilometres"
    "|meter|meters|metre|metres|mi|mile|miles|step|steps|page|pages|chapter|chapters|book|books"
    "|word|words|line|lines|sec|secs|second|seconds|mins|minute|minutes|hr|hrs|hour|hours|gram"
    "|grams|kilo|kilos|lb|lbs|cal|cals|calorie|calories|glass|glasses|cup|cups|bottle|bottles"
    "|mug|mugs|rep|reps|set|sets|lap|laps|round|rounds|pushups|situps|pullups|squats|lesson"
    "|lessons|problem|problems|exercise|exercises|flashcards|card|cards|pomodoro|pomodoros"
    "|session|sessions|pill|pills|tablet|tablets|capsule|capsules|drops|cigarette|cigarettes"
    "|drinks|beer|beers|coffee|coffees|piece|pieces|portion|portions|serving|servings|unit|units"
    "|point|points|dollar|dollars|euro|euros",
    counts={"once|one time": 1, "twice": 2, "thrice": 3},
    sets={
        "to_number": "-|–|to",
        "each": "for|about|around|approx|approximately",
        "of_what": "of",
        "times": "times|time|x|×|days|day",
        "thousand": "k|thousand",
        "per": "per|a|an|in a|in one|in|in the",
        "at_most": "at most|max|maximum|max .|no more than|not more than|at the most|maximally"
        "|or less|or fewer|tops|<=|≤|not over|limit|limited to|limit to",
        "at_least": "at least|minimum|min|min .|no less than|not less than|no fewer than|or more"
        "|>=|≥|minimally",
        "at_most_before": "up to|less than|fewer than|under|below|<",
        "at_least_before": "more than|over|>",
        "remind_at": "remind|reminder|reminders|and remind|with a reminder|with reminder|alert"
        "|notify|reminding|with reminders|remind me",
        "joint": "and|&|then|with",
        "limit": "after|before|until|till|past",
    },
    weekdays=(
        Pattern("on {wds}", b.every_weekdays, "named-day"),
        Pattern("{wd}", b.every_weekday, "day edge"),
        Pattern("on|at? the|a? weekend", b.weekends),
    ),
    repeats=(
        Pattern("on? the? mornings", b.every_part("morning"), "adverb"),
        Pattern("on? the? evenings", b.every_part("evening"), "adverb"),
        Pattern("nights|nightly", b.every_part("night"), "adverb"),
        Pattern("on? working|work|business days", b.workdays),
        Pattern("on? alternate|alternating days", b.every("DAILY", 2)),
    ),
    amounts=(Pattern("to {measure} <of_what>?", b.bounded(most=True), "limited"),),
    parts=(
        Pattern("and|, afternoon", b.part("afternoon"), "after-day"),
        Pattern("and|, evening|evenings", b.part("evening"), "after-day"),
        Pattern("and|, night", b.part("night"), "after-day"),
    ),
)
