"""For everyone: screen readers, keyboards, zoom, phones, dark rooms, other people's pages."""

import re
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from tests.e2e.conftest import HOST_PAGE, PHONE, Application, HostPages, Visit, Widget
from tests.e2e.standin import RasaStandIn

LIVE = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]"


async def serious(widget: Widget) -> list[str]:
    await widget.still()  # contrast cannot be judged in the middle of a movement
    results: dict[str, Any] = (await Axe().run(widget.page)).response
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in results["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("language", ["en-MY", "ms-MY", "zh-CN", "th-TH"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desktop", "phone"])
async def test_axe_finds_nothing_serious(
    visit: Visit, language: str, scheme: str, viewport: dict[str, int] | None
) -> None:
    options = {"viewport": viewport} if viewport else {}
    widget = await visit(locale=language, color_scheme=scheme, **options)
    assert await serious(widget) == []
    await widget.open()
    assert await serious(widget) == []
    for text in ("table", "cards", "links", "buttons"):
        await widget.ask(text)
    await widget.input.fill("x" * 4001)
    assert await serious(widget) == []


async def test_there_is_one_live_region_and_it_says_what_is_new(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await (await visit()).open()
    live = widget.page.locator("smart-assistant").locator(LIVE)
    await expect(live).to_have_count(1)
    await widget.ask("buttons")
    await expect(live.locator("p").last).to_have_text(
        "smart assistant: New messages: buttons. Suggested replies: "
        "How much is the smart #1?, Compare the #1 and the #3, Talk to a person"
    )
    await expect(live.locator("p").last).to_have_attribute("lang", "en")
    await widget.page.reload()
    await expect(widget.theirs).to_have_count(2)
    await expect(live.locator("p")).to_have_count(0)  # what was there before is not read out again


async def test_every_message_says_whose_it_is_and_its_language(visit: Visit) -> None:
    widget = await (await visit()).open()
    await widget.ask("thai")
    await expect(widget.panel.locator(".mine > .sr")).to_have_text("คุณ: ")
    await expect(widget.panel.locator(".theirs > .sr").last).to_have_text("ผู้ช่วย: ")
    await expect(widget.panel.locator(".theirs").last).to_have_attribute("lang", "th")
    await expect(widget.page.locator(".root")).to_have_attribute("lang", "th")


async def test_the_whole_window_is_reached_by_keyboard(visit: Visit) -> None:
    widget = await (await visit()).open()
    await widget.ask("cards")
    seen = set()
    for _ in range(30):
        await widget.page.keyboard.press("Shift+Tab")
        seen.add(
            await widget.page.evaluate(
                "(at => at ? at.className || at.tagName : '')"
                "(document.querySelector('smart-assistant').shadowRoot.activeElement)"
            )
        )
    assert {"round", "SELECT", "log", "cards", "choice", "A"} <= seen


async def test_on_a_phone_it_fills_the_screen_and_keeps_the_focus(visit: Visit) -> None:
    widget = await (await visit(viewport=PHONE, is_mobile=True, has_touch=True)).open()
    await widget.still()
    box = await widget.panel.bounding_box()
    assert box == {"x": 0, "y": 0, **PHONE}
    await expect(widget.panel).to_have_attribute("aria-modal", "true")
    await expect(widget.panel).to_be_focused()  # and no keyboard over the greeting
    for _ in range(12):
        await widget.page.keyboard.press("Tab")
        inside = "document.activeElement === document.querySelector('smart-assistant')"
        assert await widget.page.evaluate(inside)
    sizes = await widget.panel.locator("button:visible, select").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert min(sizes) >= 40


@pytest.mark.parametrize("viewport", [{"width": 640, "height": 360}, {"width": 320, "height": 256}])
async def test_great_zoom_leaves_everything_usable(visit: Visit, viewport: dict[str, int]) -> None:
    widget = await (await visit(viewport=viewport)).open()
    await widget.ask("table")
    for part in (widget.input, widget.panel.get_by_role("button", name="Close the chat")):
        box = await part.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= viewport["height"]
    log = await widget.panel.locator(".log").bounding_box()
    assert log is not None
    assert log["height"] >= 100
    assert not await widget.panel.locator(".log").evaluate("each => each.scrollWidth > each.clientWidth")


async def test_nothing_moves_for_those_who_do_not_want_it(visit: Visit, rasa: RasaStandIn) -> None:
    for wish, moving in (("reduce", 0), ("no-preference", 3)):
        widget = await (await visit(reduced_motion=wish)).open()
        rasa.held.clear()
        await widget.say("hello")
        await widget.panel.locator(".typing").wait_for()
        count = await widget.panel.locator(".typing span").evaluate_all(
            "all => all.filter(each => each.getAnimations().length).length"
        )
        rasa.held.set()
        assert count == moving


async def test_the_focus_can_be_seen(visit: Visit) -> None:
    widget = await (await visit()).open()
    for _ in range(6):
        await widget.page.keyboard.press("Tab")
        outline = await widget.page.evaluate(
            "(at => at ? getComputedStyle(at).outlineStyle : 'solid')"
            "(document.querySelector('smart-assistant').shadowRoot.activeElement)"
        )
        assert outline == "solid"


async def surface(widget: Widget) -> str:
    colour = await widget.panel.evaluate("each => getComputedStyle(each).backgroundColor")
    return str(colour)


async def test_dark_follows_the_system_or_the_page(visit: Visit) -> None:
    widget = await (await visit(color_scheme="dark")).open()
    dark = await surface(widget)
    await widget.page.evaluate("document.querySelector('smart-assistant').dataset.theme = 'light'")
    light = await surface(widget)
    assert light == "rgb(255, 255, 255)" != dark
    await widget.page.evaluate("document.querySelector('smart-assistant').dataset.theme = 'dark'")
    assert await surface(widget) == dark


async def test_it_works_in_a_page_of_somebody_else(
    visit: Visit, application: Application, host: HostPages
) -> None:
    host.html = (
        HOST_PAGE.format(assistant=application.url).replace(
            " defer", ' data-language="zh" data-colour="gold" data-position="left" data-theme="light" defer'
        )
        + "<style>* { color: red !important; display: block; } button { display: none }</style>"
    )
    # What docs/widget.md asks a strict page to allow, and its own style above.
    ours, socket = application.url, application.url.replace("http", "ws")
    host.headers = {
        "Content-Security-Policy": f"default-src 'none'; style-src 'unsafe-inline'; script-src {ours}; "
        f"connect-src {ours} {socket}; img-src {ours}"
    }
    widget = await (await visit(host.url)).open()
    await widget.still()
    await widget.ask("cards 车")
    await expect(widget.theirs.last).to_have_text("新消息：cards 车 条")
    box = await widget.panel.bounding_box()
    assert box is not None
    assert box["x"] == 20
    bubble = widget.mine.last
    assert await bubble.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(255, 215, 0)"
    assert await bubble.evaluate("each => getComputedStyle(each).color") == "rgb(0, 0, 0)"
    assert await serious(widget) == []


async def test_a_page_that_was_not_named_gets_no_answer(
    visit: Visit, application: Application, rasa: RasaStandIn
) -> None:
    async with HostPages() as stranger:
        stranger.html = HOST_PAGE.format(assistant=application.url)
        widget = await (await visit(stranger.url)).open()
        await widget.say("hello")
        await expect(widget.panel.locator(".notice")).to_be_visible()
        await expect(widget.panel.locator(".mine .state")).to_contain_text("Waiting")
        assert rasa.turns == []
        # The browser reports the refusal; nothing else went wrong.
        assert all(re.search("CORS|403|ERR_FAILED", each) for each in widget.problems), widget.problems
        widget.problems.clear()
