"""English: entries of habits, and wishes about habits."""

from __future__ import annotations

from bot.language.engine import build as b
from bot.language.engine.language import EntryWords
from bot.language.engine.phrases import Pattern

ENTRIES = EntryWords(
    days=(
        Pattern("yesterday morning|afternoon|evening|night", b.offset(-1)),
        Pattern("yesterday", b.offset(-1)),
        Pattern("last night|evening", b.offset(-1)),
        Pattern("<on>? the? day before yesterday", b.offset(-2)),
        Pattern("this|today morning|afternoon|evening", b.offset(0)),
        Pattern("{length} ago", b.ago),
        Pattern("<on>? last|past {wd}", b.last_weekday),
        Pattern("{wd}", b.coming, "day edge"),
    ),
    typo_words="yesterday",
    wishes={
        "did": "did|logged|done with|i did|i've done|i have done|done|finished|i logged",
        "did_after": "done|logged|did|finished|did it",
        "log": "log|track|log my",
        "log_after": "",
        "skip": "skip|skipping|leave out",
        "skipped": "skipped|missed|i skipped|i missed",
        "pause": "pause|paused|pausing|suspend|stop|freeze|hold",
        "resume": "resume|continue|unpause|restart|reactivate|unfreeze|resuming",
        "habits": "habits|habit",
        "filling": "all|my|the|of|every|please|on|put|now|again|let's|our|end|with|pause",
        "away": "vacation|away|on vacation|i'm away|i am away|i'm on vacation|holiday|on holiday"
        "|i'm on holiday|pause|i am on vacation",
        "gone": "i'm away|i am away|away|i'm on vacation|i am on vacation|i'm on holiday"
        "|i am on holiday|i'll be away|i will be away",
        "back": "back from vacation|i'm back|i am back|end vacation|vacation is over|end the pause"
        "|vacation over|end pause|stop vacation|back from holiday|i'm back from vacation|unpause",
    },
)
