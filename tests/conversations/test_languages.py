"""Whole conversations in each of the four languages, and who chooses which one is spoken."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import text_of


def speaks(anywhere: Conversation, who: str, language: str) -> None:
    """From now on this is the language of their Telegram."""
    anywhere.user(who).language = language


async def test_a_conversation_in_english(anywhere: Conversation) -> None:
    hello = await anywhere.says("ann", "/start")
    assert "Hello, Ann!" in hello
    assert "Where are you?" in hello
    assert "Time zone: Europe/London. It's 13:30 there now." in await anywhere.says("ann", "London")
    said = await anywhere.says("ann", "Buy milk tomorrow 9:00 #home !high")
    assert said.splitlines() == [
        "➕ #1 Buy milk", "📅 tomorrow, 09:00", "❗ high priority", "🏷 #home",
    ]  # fmt: skip
    assert "#1 Buy milk tomorrow 9:00\n" in await anywhere.presses("ann", "tomorrow 9:00 ✕")
    task = anywhere.newest("ann")
    assert "📅 Fri 25 Sept, 18:00" in await anywhere.says("ann", "friday 18:00", reply_to=task)
    assert "🔁 every 2 days" in await anywhere.says("ann", "every 2 days", reply_to=task)
    assert "🏷 #garden #home" in await anywhere.says("ann", "#garden", reply_to=task)
    assert (
        "nothing is due in the next seven days"
        not in (await anywhere.says("ann", "/list week")).lower()
    )
    assert "Nothing is overdue" in await anywhere.says("ann", "/list overdue")
    assert "✅ Done for now: #1" in await anywhere.says("ann", "done", reply_to=task)
    assert "every other tuesday" in await anywhere.says("ann", "/help repeats")
    assert "/add: a new task" in await anywhere.says("ann", "/help")


async def test_a_conversation_in_russian(anywhere: Conversation) -> None:
    hello = await anywhere.says("dasha", "/start")
    assert "Привет, Dasha!" in hello
    assert "Где вы?" in hello
    said = await anywhere.says("dasha", "Екатеринбург")
    assert said == "🌍 Часовой пояс: Asia/Yekaterinburg, там сейчас 17:30."
    said = await anywhere.says("dasha", "Купить молоко завтра в 9:00 #дом !high")
    assert said.splitlines() == [
        "➕ #1 Купить молоко", "📅 завтра, 09:00", "❗ высокий приоритет", "🏷 #дом",
    ]  # fmt: skip
    assert "#1 Купить молоко завтра в 9:00\n" in await anywhere.presses("dasha", "завтра в 9:00 ✕")
    task = anywhere.newest("dasha")
    assert "📅 пт, 25 сент., 18:00" in await anywhere.says(
        "dasha", "в пятницу в 18:00", reply_to=task
    )
    assert "🔁 каждые 2 дня" in await anywhere.says("dasha", "каждые 2 дня", reply_to=task)
    assert "🏷 #дом #сад" in await anywhere.says("dasha", "#сад", reply_to=task)
    assert "1 задача" in await anywhere.says("dasha", "/list неделя")
    assert "Ничего не просрочено" in await anywhere.says("dasha", "/list просрочено")
    assert "У всех задач есть дата" in await anywhere.says("dasha", "/list без даты")
    assert "✅ На этот раз готово: #1" in await anywhere.says("dasha", "готово", reply_to=task)
    assert "каждый второй вторник" in await anywhere.says("dasha", "/help повторы")
    assert "/add: новая задача" in await anywhere.says("dasha", "/help")


async def test_a_conversation_in_german(anywhere: Conversation) -> None:
    speaks(anywhere, "bob", "de-AT")
    hello = await anywhere.says("bob", "/start")
    assert "Hallo, Bob!" in hello
    assert "Wo bist du?" in hello
    said = await anywhere.says("bob", "Wien")
    assert said == "🌍 Zeitzone: Europe/Vienna, dort ist es jetzt 14:30."
    said = await anywhere.says("bob", "Milch kaufen morgen um 9:00 #haus !high")
    assert said.splitlines() == [
        "➕ #1 Milch kaufen", "📅 morgen, 09:00", "❗ hohe Priorität", "🏷 #haus",
    ]  # fmt: skip
    assert "#1 Milch kaufen morgen um 9:00\n" in await anywhere.presses("bob", "morgen um 9:00 ✕")
    task = anywhere.newest("bob")
    assert "📅 Fr., 25. Sept., 18:00" in await anywhere.says(
        "bob", "Freitag um 18 Uhr", reply_to=task
    )
    assert "🔁 alle 2 Tage" in await anywhere.says("bob", "alle 2 Tage", reply_to=task)
    assert "🏷 #garten #haus" in await anywhere.says("bob", "#garten", reply_to=task)
    assert "eine Aufgabe" in await anywhere.says("bob", "/list woche")
    assert "Nichts ist überfällig" in await anywhere.says("bob", "/list überfällig")
    assert "Alle Aufgaben haben ein Datum" in await anywhere.says("bob", "/list ohne Datum")
    assert "✅ Für diesmal erledigt: #1" in await anywhere.says("bob", "erledigt", reply_to=task)
    assert "jeden zweiten Dienstag" in await anywhere.says("bob", "/help wiederholungen")
    assert "/add: eine neue Aufgabe" in await anywhere.says("bob", "/help")


async def test_a_conversation_in_spanish(anywhere: Conversation) -> None:
    speaks(anywhere, "chen", "es")
    hello = await anywhere.says("chen", "/start")
    assert "¡Hola, Chen!" in hello
    assert "¿Dónde estás?" in hello
    said = await anywhere.says("chen", "Ciudad de México")
    assert said == "🌍 Zona horaria: America/Mexico_City (hora local: 06:30)."
    said = await anywhere.says("chen", "Comprar leche mañana a las 9:00 #casa !high")
    assert said.splitlines() == [
        "➕ #1 Comprar leche", "📅 mañana, 09:00", "❗ prioridad alta", "🏷 #casa",
    ]  # fmt: skip
    given_back = await anywhere.presses("chen", "mañana a las 9:00 ✕")
    assert "#1 Comprar leche mañana a las 9:00\n" in given_back
    task = anywhere.newest("chen")
    said = await anywhere.says("chen", "el viernes a las 18:00", reply_to=task)
    assert "📅 vie, 25 sept, 18:00" in said
    assert "🔁 cada 2 días" in await anywhere.says("chen", "cada 2 días", reply_to=task)
    assert "🏷 #casa #jardín" in await anywhere.says("chen", "#jardín", reply_to=task)
    assert "una tarea" in await anywhere.says("chen", "/list semana")
    assert "No hay nada vencido" in await anywhere.says("chen", "/list vencidas")
    assert "Todas las tareas tienen fecha" in await anywhere.says("chen", "/list sin fecha")
    assert "✅ Hecha por esta vez: #1" in await anywhere.says("chen", "hecho", reply_to=task)
    assert "un martes sí y otro no" in await anywhere.says("chen", "/help repeticiones")
    assert "/add: una tarea nueva" in await anywhere.says("chen", "/help")


@pytest.mark.parametrize(
    ("language", "place", "zone"),
    [
        ("en", (51.51, -0.13), "Europe/London"),
        ("ru", (55.75, 37.62), "Europe/Moscow"),
        ("de", (52.52, 13.41), "Europe/Berlin"),
        ("es", (-34.6, -58.38), "America/Argentina/Buenos_Aires"),
    ],
)
async def test_the_zone_is_found_by_a_shared_place(
    anywhere: Conversation, language: str, place: tuple[float, float], zone: str
) -> None:
    speaks(anywhere, "ann", language)
    await anywhere.says("ann", "/start")
    before = anywhere.last_id("ann")
    anywhere.telegram.send_location(anywhere.user("ann"), *place)
    await anywhere.settle()
    assert anywhere.last_id("ann") > before
    assert zone in anywhere.newest("ann")["text"]
    assert zone in await anywhere.says("ann", "/settings")


async def test_the_greeting_asks_for_the_place_in_the_same_message(anywhere: Conversation) -> None:
    """Two messages at once wait a second for each other, and ring twice."""
    await anywhere.says("ann", "/start")
    assert [m["message_id"] for m in anywhere.messages("ann") if anywhere.is_bots(m)] == [
        anywhere.last_id("ann")
    ]
    assert "Where are you?" in text_of(anywhere.newest("ann"))
    await anywhere.presses("ann", "📍 Share my location")
    sent = anywhere.telegram.calls_of("sendMessage")[-1].params
    assert "request_location" in str(sent["reply_markup"])
    assert "Europe/Berlin" in await anywhere.says("ann", "Berlin")
    await anywhere.says("ann", "/start")
    assert "Where are you?" not in text_of(anywhere.newest("ann"))
    assert anywhere.buttons("ann") == ["👥 Add me to a group", "☀️ Morning agenda at 9:00"]


async def test_a_person_changes_the_language(anywhere: Conversation) -> None:
    await anywhere.says("dasha", "/start")
    assert await anywhere.says("dasha", "/language de") == "💬 Ab jetzt spreche ich Deutsch."
    assert "📅 morgen" in await anywhere.says("dasha", "/add Milch kaufen morgen")
    assert "💬 Sprache: Deutsch" in await anywhere.says("dasha", "/language")
    assert anywhere.buttons("dasha") == [
        "English", "Русский", "✓ Deutsch", "Español", "‹ Zurück",
    ]  # fmt: skip
    assert "💬 Idioma: Español" in await anywhere.presses("dasha", "Español")
    assert anywhere.alert == "Guardado"
    assert "Hablo español, inglés" in await anywhere.says("dasha", "/language klingon")
    assert "по-русски" in await anywhere.says("dasha", "/language русский")
    speaks(anywhere, "dasha", "es")
    assert "завтра" in await anywhere.says("dasha", "/add Купить хлеб завтра")


async def test_what_is_written_in_another_language_is_understood(anywhere: Conversation) -> None:
    said = await anywhere.says("dasha", "/add Milch kaufen morgen um 9:00")
    assert said.splitlines() == ["➕ #1 Milch kaufen", "📅 завтра, 09:00"]
    assert "Готово" in await anywhere.says("dasha", "erledigt", reply_to=anywhere.newest("dasha"))
    assert "1 задача" in await anywhere.says("dasha", "/list hechas")
    assert "Повторы" in await anywhere.says("dasha", "/help wiederholungen")


async def test_a_group_has_a_language_of_its_own(anywhere: Conversation) -> None:
    project = anywhere.in_("design")
    # none is set yet: each is answered in their own
    assert "На сегодня ничего нет" in await project.says("dasha", "/list сегодня")
    assert "Nothing is due today" in await project.says("ann", "/list today")
    assert "только её администраторы" in await project.says("dasha", "/language de")
    assert "Only administrators" in await project.says("bob", "/language de")
    assert "Ab jetzt spreche ich Deutsch" in await project.says("ann", "/language de")
    assert "📅 morgen" in await project.says("dasha", "/add Логотип завтра")
    assert "eine Aufgabe" in await project.says("bob", "/list")
    assert "kann nur Ann ändern" in await project.says("dasha", "/language ru")
    await project.presses("bob", "🔍 Filter")
    assert "Heute ist nichts fällig" in await project.presses("bob", "Heute")
    assert "Привет" in await anywhere.says("dasha", "/start")
    project.telegram.promote(project.town.project, project.user("dasha"))
    project.time.pass_(minutes=6)  # Telegram does not tell the bot; rights are asked for again
    assert "по-русски" in await project.says("dasha", "/language ru")
    assert "1 задача" in await project.says("bob", "/list все")


@pytest.mark.parametrize("language", ["en", "ru", "de", "es"])
async def test_a_group_is_greeted_in_the_language_of_who_asks(
    anywhere: Conversation, language: str
) -> None:
    speaks(anywhere, "bob", language)
    hello = await anywhere.in_("flat").says("bob", "/start")
    expected = {"en": "Hello!", "ru": "Привет!", "de": "Hallo!", "es": "¡Hola!"}
    assert expected[language] in hello
    assert hello.count("/add") == 2
