"""What a customer does besides plain writing."""

from playwright.async_api import expect

from tests.e2e.conftest import PHONE, Visit
from tests.e2e.standin import MARKUP, RasaStandIn


async def test_escape_closes_and_the_focus_returns(visit: Visit) -> None:
    widget = await visit()
    await widget.launcher.focus()
    await widget.page.keyboard.press("Enter")
    await expect(widget.input).to_be_focused()
    await widget.page.keyboard.press("Escape")
    await expect(widget.panel).to_be_hidden()
    await expect(widget.launcher).to_be_focused()


async def test_enter_sends_and_shift_enter_begins_a_line(visit: Visit) -> None:
    widget = await (await visit()).open()
    await widget.page.keyboard.type("one")
    await widget.page.keyboard.press("Shift+Enter")
    await widget.page.keyboard.type("two")
    await expect(widget.input).to_have_value("one\ntwo")
    await widget.page.keyboard.press("Enter")
    await expect(widget.mine).to_have_text("one\ntwo")
    await expect(widget.input).to_be_focused()
    await expect(widget.input).to_have_value("")


async def test_enter_in_an_input_method_does_not_send(visit: Visit) -> None:
    widget = await (await visit()).open()
    keyboard = await widget.page.context.new_cdp_session(widget.page)
    composition = {"text": "chong dian", "selectionStart": 10, "selectionEnd": 10}
    await keyboard.send("Input.imeSetComposition", composition)
    # As browsers report Enter while an input method is open: 229, whatever the key.
    enter = {"type": "rawKeyDown", "key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229}
    await keyboard.send("Input.dispatchKeyEvent", enter)
    await widget.input.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    await expect(widget.mine).to_have_count(0)
    await keyboard.send("Input.insertText", {"text": "充电"})
    await expect(widget.input).to_have_value("充电")
    await widget.page.keyboard.press("Enter")
    await expect(widget.mine).to_have_text("充电")


async def test_nothing_but_spaces_is_not_sent(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await (await visit()).open()
    send = widget.panel.get_by_role("button", name="Send")
    await widget.say("   ")
    await expect(send).to_be_disabled()
    await expect(widget.mine).to_have_count(0)


async def test_a_text_that_is_too_long_is_kept_and_says_by_how_much(visit: Visit) -> None:
    widget = await (await visit()).open()
    await widget.say("🚗" * 4001)
    await expect(widget.panel.locator(".over")).to_have_text("Too long by 1")
    await expect(widget.theirs.last).to_be_in_viewport()
    await expect(widget.input).to_have_attribute("aria-invalid", "true")
    await expect(widget.mine).to_have_count(0)
    await widget.input.press("Backspace")
    await expect(widget.panel.locator(".over")).to_be_hidden()
    await widget.input.press("Enter")
    await expect(widget.mine).to_have_count(1)


async def test_the_first_suggestions_are_sent_as_written(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await (await visit()).open()
    await widget.panel.get_by_role("button", name="How much is the smart #1?").click()
    await widget.theirs.nth(1).wait_for()
    assert rasa.turns[0]["message"] == "How much is the smart #1?"
    await expect(widget.panel.locator(".choices")).to_have_count(0)
    await expect(widget.input).to_be_focused()


async def test_a_quick_reply_shows_its_title_and_means_its_choice(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await (await visit()).open()
    await widget.ask("buttons")
    await widget.panel.get_by_role("button", name="Compare the #1 and the #3").click()
    await widget.theirs.nth(2).wait_for()
    assert rasa.turns[-1]["choice"] == "/compare_models"
    assert (await widget.texts())[0] == ["buttons", "Compare the #1 and the #3"]
    await expect(widget.panel.locator(".choices")).to_have_count(0)


async def test_cards_can_be_leafed_through_and_pressed(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await (await visit()).open()
    await widget.ask("cards")
    row = widget.panel.locator(".cards")
    await expect(row.locator("li")).to_have_count(3)
    await widget.panel.get_by_role("button", name="Next").click()
    await widget.page.wait_for_function("row => row.scrollLeft > 100", arg=await row.element_handle())
    link = row.get_by_role("link").first
    assert await link.get_attribute("rel") == "noopener noreferrer"
    assert await link.get_attribute("href") == "https://example.com/car"
    await row.get_by_role("button").last.click()
    await widget.theirs.nth(2).wait_for()
    assert rasa.turns[-1]["choice"] == '/ask_price{"n":"3"}'


async def test_a_table_reads_well_on_a_phone(visit: Visit) -> None:
    widget = await (await visit(viewport=PHONE, is_mobile=True, has_touch=True)).open()
    await widget.ask("wide")
    region = widget.panel.get_by_role("region", name="smart", exact=True)
    assert await region.evaluate("each => each.scrollWidth > each.clientWidth")
    assert await widget.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    await region.evaluate("each => each.scrollLeft = 1000")
    first = await region.locator("tbody th").first.bounding_box()
    box = await region.bounding_box()
    assert first is not None
    assert box is not None
    assert abs(first["x"] - box["x"]) < 2
    await expect(region.get_by_role("rowheader", name="kW")).to_be_visible()


async def test_the_customers_own_data_can_be_fetched(visit: Visit) -> None:
    widget = await (await visit()).open()
    await widget.ask("my name is Aminah")
    await widget.ask("export")
    links = widget.panel.locator(".links").get_by_role("link")
    await expect(links).to_have_count(2)
    for link in await links.all():
        answer = await widget.page.request.get(str(await link.get_attribute("href")))
        assert answer.headers["content-disposition"].startswith("attachment")
        assert "my name is Aminah" in await answer.text()


async def test_links_are_safe(visit: Visit) -> None:
    widget = await (await visit()).open()
    await widget.ask("links")
    links = widget.theirs.last.get_by_role("link")
    found = [await each.get_attribute("href") for each in await links.all()]
    assert found == ["https://example.com/a?b=c", "mailto:x@example.com", "tel:1800881234"]
    for each in await links.all():
        assert "noopener" in str(await each.get_attribute("rel"))


async def test_links_below_a_message_stay_when_the_talk_goes_on(visit: Visit) -> None:
    widget = await (await visit()).open()
    await widget.ask("open")
    await widget.ask("and then")
    links = widget.panel.locator(".links").get_by_role("link")
    await expect(links).to_have_text(
        ["Add to calendar (opens in a new tab)", "Directions (opens in a new tab)"]
    )
    found = [await each.get_attribute("href") for each in await links.all()]
    origin = await widget.page.evaluate("location.origin")
    assert found == [f"{origin}/calendars/x.ics", "https://example.com/route"]


async def test_figures_are_no_telephone_numbers(visit: Visit) -> None:
    widget = await (await visit()).open()
    await widget.say("RM219,000 on 2026-01-01, 0.29, 10-80 % in 30 min, 273–411 l, 20231218")
    await widget.theirs.nth(1).wait_for()
    await expect(widget.panel.locator(".bubble a")).to_have_count(0)


async def test_markup_stays_text(visit: Visit) -> None:
    widget = await (await visit()).open()
    title = await widget.page.title()
    await widget.ask(MARKUP)
    await expect(widget.mine.last).to_have_text(MARKUP)
    await widget.ask("markup")
    await expect(widget.theirs.last).to_contain_text(MARKUP)
    await expect(widget.panel.locator("td, th").first).to_have_text(MARKUP)
    await expect(widget.panel.locator(".cards strong")).to_have_text(MARKUP)
    await expect(widget.panel.locator(".log :is(script, img, .cards a)")).to_have_count(0)
    await widget.page.reload()
    await expect(widget.theirs.last).to_contain_text(MARKUP)
    assert await widget.page.title() == title


async def test_the_menu_changes_labels_and_conversation(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await (await visit()).open()
    menu = widget.panel.locator("select")
    assert await menu.locator("option").all_inner_texts() == [
        "English", "Bahasa Melayu", "简体中文", "ภาษาไทย",
    ]  # fmt: skip
    await menu.select_option("th")
    await expect(widget.input).to_have_attribute("placeholder", "พิมพ์ข้อความ")
    await expect(widget.panel.locator(".choices button").last).to_have_text("คุยกับเจ้าหน้าที่")
    await widget.ask("hello")
    await expect(widget.theirs.last).to_have_text("ข้อความใหม่ hello ข้อความ")
    await expect(widget.panel.locator(".theirs").last).to_have_attribute("lang", "th")
    await menu.select_option("ms")
    await expect(widget.input).to_have_attribute("aria-label", "Mesej anda")
    await widget.ask("hello again")
    await expect(widget.theirs.last).to_have_text("Mesej baharu: hello again")
    await widget.page.reload()
    await expect(widget.input).to_have_attribute("aria-label", "Mesej anda")
    assert [turn["metadata"]["language"] for turn in rasa.turns] == ["th", "ms"]
    # Chosen once, not with each message: what is chosen in the conversation later must not be undone.
    await widget.ask("thai")
    await expect(widget.input).to_have_attribute("aria-label", "ข้อความของคุณ")
    await widget.ask("still")
    await expect(widget.theirs.last).to_have_text("ข้อความใหม่ still ข้อความ")


async def test_a_place_is_shared_on_a_click_only(visit: Visit, rasa: RasaStandIn) -> None:
    place = {"latitude": 3.139, "longitude": 101.6869}
    widget = await (await visit(geolocation=place, permissions=["geolocation"])).open()
    await widget.ask("hello")
    assert rasa.turns[0]["metadata"].get("location") is None
    await widget.panel.get_by_role("button", name="Share my location").click()
    await widget.theirs.nth(2).wait_for()
    assert rasa.turns[1]["metadata"]["location"] == place
    assert (await widget.texts())[0][1] == "Here is my location"


async def test_a_place_that_is_not_shared_is_no_dead_end(visit: Visit) -> None:
    widget = await (await visit(permissions=[])).open()
    await widget.panel.get_by_role("button", name="Share my location").click()
    await expect(widget.panel.locator(".system")).to_contain_text("write the name of a place")
    await expect(widget.panel.locator(".system")).to_have_count(1)


async def test_unread_messages_are_counted(visit: Visit) -> None:
    one = await (await visit()).open()
    await one.ask("hello")
    other = await visit(like=one)
    await expect(other.launcher.locator(".badge")).to_be_hidden()  # read in the first tab
    await other.page.bring_to_front()
    await one.page.evaluate("document.querySelector('smart-assistant').close()")
    await one.page.evaluate("document.querySelector('smart-assistant').open()")
    await one.say("many")
    await one.theirs.nth(4).wait_for()
    await one.page.close()
    third = await visit(like=other)
    await expect(third.launcher).to_be_visible()
    await third.open()
    await third.page.keyboard.press("Escape")
    await expect(third.launcher.locator(".badge")).to_be_hidden()


async def test_an_answer_after_closing_shows_on_the_button(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await (await visit()).open()
    rasa.held.clear()
    await widget.say("many")
    await widget.panel.locator(".typing").wait_for()
    await widget.page.keyboard.press("Escape")
    rasa.held.set()
    await expect(widget.launcher.locator(".badge")).to_have_text("3")
    await expect(widget.launcher).to_have_accessible_name(
        "Open the chat with smart assistant. New messages: 3"
    )
    await widget.open()
    await widget.page.keyboard.press("Escape")
    await expect(widget.launcher.locator(".badge")).to_be_hidden()


async def test_a_long_answer_is_read_from_its_start(visit: Visit) -> None:
    widget = await (await visit()).open()
    await widget.ask("hello")
    await widget.ask("long")
    log = await widget.panel.locator(".log").bounding_box()
    answer = await widget.theirs.last.bounding_box()
    assert log is not None
    assert answer is not None
    assert 0 <= answer["y"] - log["y"] < 30
    await widget.say("many")  # one's own message is always in view
    await expect(widget.mine.last).to_be_in_viewport()


async def test_reading_further_up_is_not_disturbed(visit: Visit, rasa: RasaStandIn) -> None:
    widget = await (await visit()).open()
    await widget.ask("long")
    rasa.held.clear()
    await widget.say("many")
    await widget.panel.locator(".typing").wait_for()
    log = widget.panel.locator(".log")
    await log.evaluate("each => each.scrollTop = 40")
    rasa.held.set()
    newest = widget.panel.get_by_role("button", name="New message")
    await newest.wait_for()
    assert await log.evaluate("each => each.scrollTop") == 40
    await newest.click()
    await expect(widget.theirs.last).to_be_in_viewport()
    await expect(newest).to_be_hidden()


async def test_the_end_stays_in_view_while_the_text_grows(visit: Visit) -> None:
    widget = await (await visit(viewport=PHONE)).open()
    for text in ("cards", "table", "many"):
        await widget.say(text)
        await widget.input.fill("line\n" * 9)
        await expect(widget.mine.last).to_have_text(text)
        await expect(widget.panel.locator(".typing")).to_be_hidden()
    await expect(widget.theirs.last).to_have_text("New messages: many 3")
    await expect(widget.theirs.last).to_be_in_viewport()
