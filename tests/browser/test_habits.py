"""Habits in a real browser: added, ticked, and their picture seen. Each takes its screenshot."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from playwright.async_api import Locator, expect

from tests.support.browser import Playground
from tests.support.pictures.heatmap import heatmap

ROOT = Path(__file__).parents[2]
SHOWN = ROOT / "docs" / "pictures" / "habits.png"
WIDTH = 1080
DONE = (
    "run monday",
    "run thursday",
    "water 1500 tuesday",
    "water 2000 friday",
    "meditate yesterday",
)
ALIKE = 4.0  # of 255; another version of the font or of the drawing library blurs edges otherwise


async def test_a_habit_is_made_ticked_and_pictured(playground: Playground) -> None:
    ann = await playground.opens("ann/private", height=980)
    await ann.says("/habit run 5 times per week")
    await ann.reads("5 times a week")
    await ann.says("/habit water 2000 ml every day")
    await ann.reads("2,000 ml a day")
    await ann.says("/habit meditate")
    await ann.reads("meditate")
    for text in DONE:
        await ann.says(f"/log {text}")
        await ann.reads(f"✅ {text.split()[0]}" if "1500" not in text else "1,500")
    await ann.says("/habits")
    board = await ann.reads("Habits · today")
    await ann.presses("☐ run")
    await expect(board).to_contain_text("✅ run")
    await ann.presses("+250")
    await expect(board).to_contain_text("250 / 2,000 ml")
    await ann.pictured("habits")
    await ann.says("/stats")
    shown = await ann.reads("📊 Your habits")
    await _is_drawn(shown.locator("img"))
    await ann.pictured("stats")
    await ann.presses("🟦 run")
    shown = await ann.reads("5 times a week")
    await _is_drawn(shown.locator("img"))
    await ann.presses("✏️ Open")
    await ann.reads("Today")


async def _is_drawn(picture: Locator) -> None:
    """The picture has come and is as wide as it was drawn."""
    await expect(picture).to_be_visible()
    await expect(picture).to_have_js_property("complete", True)
    await expect(picture).to_have_js_property("naturalWidth", WIDTH)


def test_the_readmes_heatmap_is_made_by_the_test_run() -> None:
    """With SCREENSHOTS it becomes the README's; otherwise the README's has to look like it."""
    png = heatmap()
    made = _opened(png)
    assert (made.format, made.width) == ("PNG", WIDTH)
    assert 800 <= made.height <= 2 * WIDTH
    if "SCREENSHOTS" in os.environ:
        SHOWN.parent.mkdir(exist_ok=True)
        SHOWN.write_bytes(png)
    shown = _opened(SHOWN.read_bytes())
    assert shown.size == made.size
    unlike = ImageStat.Stat(ImageChops.difference(made.convert("RGB"), shown.convert("RGB"))).mean
    assert max(unlike) < ALIKE, "`make screenshots` takes the README's pictures again"


def _opened(png: bytes) -> Image.Image:
    """A picture, read to its end. Raises what Pillow raises for a broken one."""
    picture = Image.open(BytesIO(png))
    picture.load()
    return picture
