"""A file dropped onto the page: looked through by the bot, put into the list, undone."""

from __future__ import annotations

from tests.support.browser import Playground

TODOIST = (
    "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE\n"
    "task,Buy oat milk @home,,4,1,,,tomorrow 10am,en,\n"
    "task,Call the plumber,,1,1,,,every monday,en,\n"
)
DROP = """(text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "todoist.csv", { type: "text/csv" }));
    const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
    document.getElementById("messages").dispatchEvent(drop);
}"""


async def test_a_dropped_file_becomes_tasks(playground: Playground) -> None:
    ann = await playground.opens("ann/private")
    await ann.says("/start")
    await ann.reads("Hello")
    await ann.says("Berlin")
    await ann.reads("Europe/Berlin")
    await ann.page.evaluate(DROP, TODOIST)
    await ann.page.get_by_role("button", name="Send", exact=True).last.click()
    await ann.reads("2 tasks")
    await ann.presses("📥 Import")
    await ann.says("/list")
    await ann.reads("Call the plumber")
    await ann.says("/undo")
    await ann.says("/list")
    await ann.reads("Nothing to do")
