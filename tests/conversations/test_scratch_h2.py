from datetime import date, timedelta

import pytest

from tests.conversations.conftest import Conversation, buttons_of, data_of, text_of


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_scores(anywhere: Conversation) -> None:
    today = date(2026, 9, 23)
    await anywhere.says("ann", "/habit read every day")
    for n in range(60):
        await anywhere.says("ann", f"/log read {today - timedelta(days=n):%Y-%m-%d}")
        if n + 1 in (1, 13, 20, 30, 60):
            said = await anywhere.says("ann", "/stats read")
            print(n + 1, text_of(anywhere.newest("ann")).splitlines()[2:5])
    said = await anywhere.later("ann", days=1)
    await anywhere.says("ann", "/stats read"); print(text_of(anywhere.newest("ann")).splitlines()[2:5])
    said = await anywhere.later("ann", days=1)
    await anywhere.says("ann", "/stats read"); print(text_of(anywhere.newest("ann")).splitlines()[2:5])

@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_many(anywhere: Conversation) -> None:
    anywhere.stage.trouble_is_meant = True
    for n in range(101):
        said = await anywhere.says("ann", f"/habit Очень длинное имя привычки для проверки номер {n} <b>&amp; каждый день")
    print("101:", said)
    await anywhere.says("ann", "/habits"); m = anywhere.newest("ann"); print(len(text_of(m)), len(buttons_of(m)), text_of(m)[:200])
    await anywhere.says("ann", "/stats"); m = anywhere.newest("ann"); print(len(text_of(m)), len(buttons_of(m)), text_of(m)[-200:])
    await anywhere.says("ann", "/today"); m = anywhere.newest("ann"); print(len(text_of(m)), len(buttons_of(m)), text_of(m)[-300:])
    print((await anywhere.says("ann", "/log привычки"))[:300])
    m = anywhere.newest("ann"); print(buttons_of(m)[:9])
    print((await anywhere.says("ann", "/log nonsense"))[:200], len(text_of(anywhere.newest("ann"))))
    for c in anywhere.telegram.calls:
        if c.refusal: print("REFUSED", c.method, c.refusal.description)

@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_rights(anywhere: Conversation) -> None:
    anywhere.stage.trouble_is_meant = True
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit dishes every day")
    board = flat.newest("ann")
    tick = data_of(board, "☑️ dishes"); key = tick.split(":")[1]
    await anywhere.says("dasha", "/start")
    for data in (tick, f"hab:{key}", f"hjoin:{key}", f"hleave:{key}", f"hrank:{key}", f"hpause:{key}:7", f"harch:{key}:1", f"hdel:{key}:yes", f"hedit:{key}:up", f"stats:{key}", f"stats:{key}:all", f"hsnooze:{key}:1h", f"hrem:{key}:0800", f"hremind:{key}:1900", f"hin:{key}:20260923:b", f"hskip:{key}:20260923:b", f"hadd:{key}:20260923:5:b", f"hadd:{key}:20260923:type:b", f"hpick:{key}", f"hundo:{key}:{key}", "board:-5:0", "board:9999:0", "board:x:0", f"htick:{key}:20991231:b", f"htick:{key}:20200101:b"):
        said = await anywhere.forges("dasha", data, on=anywhere.newest("dasha"))
        print("dasha", data[:12], "->", said[:110], "|", text_of(anywhere.newest("dasha"))[:50].replace("\n"," "))
    await flat.says("ann", "/habits")
    for data in ("board:-5:0", "board:9999:0", f"htick:{key}:20991231:b", f"htick:{key}:20200101:b", f"htick:{key}:20260924:b", f"hadd:{key}:20260923:1e99:b", f"hadd:{key}:20260923:nan:b", f"hrem:{key}:2561", f"hedit:{key}:colour:99", f"hpause:{key}:99999"):
        said = await flat.forges("ann", data, on=flat.newest("ann"))
        print("ann", data[:10], "->", said[:110], "|", text_of(flat.newest("ann"))[:80].replace("\n"," "))
    print(await flat.says("ann", "/habits"))
    print([e for e in anywhere.stage.log if e["log_level"] in ("warning","error","critical")])
