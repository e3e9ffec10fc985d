"""The playground's page in a browser: windows of people who write, press and read."""

from __future__ import annotations

import os
import re

from playwright.async_api import Browser, Locator, Page, expect

SHOWN_WITHIN = 60_000  # milliseconds; the first answer waits for the bot to start

# two emoji look alike where no font has them: then both are the same empty box
HAS_EMOJI = """() => {
    const paper = document.createElement("canvas").getContext("2d");
    const drawn = ["✅", "📋"].map((sign) => {
        paper.clearRect(0, 0, 300, 150);
        paper.fillText(sign, 10, 20);
        return paper.canvas.toDataURL();
    });
    return drawn[0] !== drawn[1];
}"""
# without the answer to a press, and without the tools of the message that has the focus
AT_REST = """() => {
    document.querySelectorAll(".toast").forEach((shown) => shown.remove());
    document.activeElement?.blur();
}"""

expect.set_options(timeout=SHOWN_WITHIN)


class Window:
    """One person's browser window."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.newest = page.locator(".message:not(.mine)").last

    async def says(self, text: str) -> None:
        field = self.page.get_by_label("Message", exact=True)
        await field.fill(text)
        await field.press("Enter")

    async def reads(self, words: str) -> Locator:
        """Wait until the newest message of others says this."""
        await expect(self.newest).to_contain_text(words)
        return self.newest

    async def presses(self, button: str) -> None:
        """Press a button of the newest message that has it."""
        words = re.compile(rf"^\s*{re.escape(button)}\s*$")
        await self.page.locator(".key").filter(has_text=words).last.click()

    async def passes(self, length: str) -> None:
        """Press a button of the clock; it is busy until everything on the way was sent."""
        button = self.page.get_by_role("button", name=length, exact=True)
        await button.click()
        await expect(button).not_to_have_attribute("aria-busy", "true")

    async def pictured(self, name: str) -> None:
        """Leave a screenshot; `make screenshots` puts it where the README shows it."""
        folder = os.environ.get("SCREENSHOTS", ".cache/screenshots")
        if "SCREENSHOTS" in os.environ:
            assert await self.page.evaluate(HAS_EMOJI), "apt-get install fonts-noto-color-emoji"
        await self.page.mouse.move(0, 0)
        await self.page.evaluate(AT_REST)
        await self.page.screenshot(path=f"{folder}/{name}.png", animations="disabled")


class Playground:
    """The address of a running playground, and windows on it."""

    def __init__(self, address: str, browser: Browser) -> None:
        self.address = address
        self._browser = browser

    async def opens(
        self,
        place: str,
        *,
        width: int = 1100,
        height: int = 760,
        dark: bool = False,
        zone: str = "America/New_York",
    ) -> Window:
        """A window at `person/chat`, such as `ann/private`, in a browser of that time zone."""
        page = await self._browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale="en-GB",
            timezone_id=zone,
        )
        await page.goto(f"{self.address}#{place}")
        await expect(page.get_by_label("Message", exact=True)).to_be_visible()
        return Window(page)
