"""The widget on the whole assistant: Rasa with its model, the actions, the seeded database."""

import pytest
from playwright.async_api import Browser, expect

from tests.e2e.conftest import DESKTOP, Widget
from tests.stack import Stack


@pytest.mark.parametrize("locale", ["en-MY", "ms-MY", "zh-CN", "th-TH"])
async def test_the_suggestions_are_answered_in_their_language(
    chromium: Browser, stack: Stack, locale: str
) -> None:
    context = await chromium.new_context(viewport=DESKTOP, locale=locale)
    widget = Widget(await context.new_page())
    await widget.page.goto(stack.url)
    await widget.open()
    for suggestion in await widget.panel.locator(".choices button").all_inner_texts():
        await widget.ask(suggestion)
        await expect(widget.panel.locator(".typing")).to_be_hidden()
    languages = await widget.panel.locator(".theirs").evaluate_all("all => all.map(each => each.lang)")
    assert set(languages) == {locale[:2]}
    assert widget.problems == []
    await context.close()
