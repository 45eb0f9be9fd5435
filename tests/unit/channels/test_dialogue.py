"""What a turn makes of what customers send: bad input, buttons, languages, markets."""

import pytest

from channels.calendars.links import Calendars
from channels.dialogue import OWN_SENTENCES, Dialogue, plain
from channels.exports.links import Exports
from channels.language import Languages
from channels.message import Location
from channels.metrics import Metrics
from channels.pictures.links import Pictures
from channels.rasa import Rasa
from channels.replies import Replies
from channels.texts import Texts
from knowledge import conversations
from tests.unit.channels.road import YES_NO, answer, echo, texts, until

KEPT = [
    "👍👍👍",
    "<script>alert(1)</script><b>price</b>",
    "'; DROP TABLE messages; --",
    'x" OR 1=1 /*',
    "{{7*7}} ${7*7} %s {0}",
    "\u202eprice\u202c \u200b \u0301\u0301",
    "x" * 1000,
]
INTENTS = [
    "/greet",
    '/inform{"phone":"0123456789"}',
    "  /restart",
    "//back",
    "/ /affirm",
    "\t\n/session_start",
]


@pytest.mark.parametrize("text", KEPT, ids=range(len(KEPT)))
async def test_odd_text_is_asked_and_kept_as_it_is(any_road, rasa, text):
    assert texts(await any_road.say(text)) == [f"[en] {text}"]
    assert rasa.texts() == [text]
    assert (await any_road.history())[0].text == text


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "/", " // ", "\x00"])
async def test_empty_message_is_not_asked(any_road, rasa, text):
    assert texts(await any_road.say(text)) == ["[en] utter_empty"]
    assert rasa.turns == []


async def test_long_message_is_kept_but_not_asked(any_road, rasa):
    text = "panjang " * 1250
    assert texts(await any_road.say(text)) == ["[ms] utter_too_long"]
    assert rasa.turns == []
    assert (await any_road.history())[0].text == text


@pytest.mark.parametrize("text", INTENTS)
async def test_text_never_reaches_rasa_as_an_intent(road, rasa, text):
    await road.say(text)

    (turn,) = rasa.turns
    assert not turn["message"].startswith("/")
    assert turn["choice"] is None
    assert (await road.history())[0].text == text


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
async def test_what_no_database_keeps_is_taken_out(any_road, rasa, text):
    await any_road.say(text)

    assert rasa.texts() in (["ab"], ["a?b"])


def test_plain_leaves_slashes_inside_alone():
    assert plain(" /a/b c/ ") == "a/b c/"


def test_plain_takes_no_entities_from_a_forged_intent():
    assert plain('/inform{"phone":"0123456789"}') == "inform"
    assert plain('{"phone":"0123456789"}') == '{"phone":"0123456789"}'


async def test_texts_are_never_logged(road, rasa, caplog):
    caplog.set_level("DEBUG")
    rasa.plan.append(503)
    await road.say("my phone is 0123456789", sender="+60123456789")

    await until(lambda: "outcome=answered" in caplog.text)
    assert "0123456789" not in caplog.text


async def test_button_is_an_opaque_token(any_road, rasa):
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    (said,) = await any_road.say("book")
    yes, no = said.reply.buttons
    assert yes.title == "Yes (en)"
    assert yes.payload.startswith("b-")
    assert len(yes.payload) == 14
    assert yes.payload != no.payload

    await any_road.say(no.payload)
    assert rasa.turns[-1]["choice"] == '/deny{"why":"no"}'
    assert rasa.turns[-1]["message"] == "No (en)"
    # The transcript has what the customer saw, not the token.
    assert [row.text for row in await any_road.history()][-2] == "No (en)"


async def test_button_works_again_later(road, rasa):
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    (said,) = await road.say("book")
    await road.say("wait")
    await road.say(said.reply.buttons[0].payload)

    assert rasa.turns[-1]["choice"] == "/affirm"


async def test_title_counts_as_pressing_only_while_it_is_the_last_on_show(road, rasa):
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    await road.say("book")
    await road.say(" yes (EN) ")
    assert rasa.turns[-1]["choice"] == "/affirm"

    await road.say("yes (en)")
    assert rasa.turns[-1]["choice"] is None


async def test_token_beside_a_title_is_the_token(road, rasa):
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    (said,) = await road.say("book")
    await road.say("No (en)", choice=said.reply.buttons[1].payload)

    assert rasa.turns[-1]["choice"] == '/deny{"why":"no"}'


@pytest.mark.parametrize("token", ["b-0123456789ab", " b-0123456789ab "])
async def test_token_that_is_not_known_any_more_is_owned_up_to(any_road, rasa, token):
    await any_road.say("berapa harga kereta ni")

    assert texts(await any_road.say(token)) == ["[ms] utter_old_button"]
    assert len(rasa.turns) == 1


async def test_token_of_another_conversation_presses_nothing(road, rasa):
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    (said,) = await road.say("book", sender="ann")

    assert texts(await road.say(said.reply.buttons[0].payload, sender="bob")) == ["[en] utter_old_button"]


async def test_button_does_not_change_the_language(road, rasa):
    await road.say("ราคาเท่าไร")
    rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
    (said,) = await road.say("#1")

    assert texts(await road.say(said.reply.buttons[0].payload)) == ["[th] Yes (th)"]
    assert rasa.turns[-1]["metadata"]["language"] == "th"


async def test_buttons_of_cards_are_tokens_too(road, rasa):
    card = {"title": "Premium", "buttons": YES_NO[:1]}
    rasa.plan.append(answer(echo("which?", cards=[card], buttons=YES_NO[1:])))
    (said,) = await road.say("book")
    await road.say(said.reply.cards[0].buttons[0].payload)

    assert rasa.turns[-1]["choice"] == "/affirm"


async def test_only_the_last_forty_buttons_are_kept(road, rasa):
    tokens = []
    for _ in range(25):
        rasa.plan.append(answer(echo("sure?", buttons=YES_NO)))
        (said,) = await road.say("book")
        tokens += [button.payload for button in said.reply.buttons]

    assert list((await road.conversation()).choices["recent"]) == tokens[-40:]


@pytest.mark.parametrize(
    ("text", "language"),
    [("berapa harga kereta ni", "ms"), ("how much is it", "en"), ("多少钱", "zh"), ("ราคาเท่าไร", "th")],
)
async def test_language_of_the_message_is_answered_in(any_road, rasa, text, language):
    assert texts(await any_road.say(text)) == [f"[{language}] {text}"]
    talk = await any_road.conversation()
    assert (talk.language, talk.language_chosen) == (language, False)


async def test_language_stays_where_a_message_shows_none(road, rasa):
    await road.say("ราคาเท่าไร")
    assert texts(await road.say("#1")) == ["[th] #1"]
    assert texts(await road.say("Damansara")) == ["[th] Damansara"]


async def test_language_of_the_device_counts_where_nothing_else_tells(road, rasa):
    assert texts(await road.say("#1", hint="zh")) == ["[zh] #1"]
    assert texts(await road.say("how much is it", hint="zh")) == ["[en] how much is it"]
    assert texts(await road.say("#3", hint="zh")) == ["[en] #3"]
    assert not (await road.conversation()).language_chosen


async def test_language_follows_the_customer_until_one_is_chosen(road, rasa):
    await road.say("多少钱")
    assert texts(await road.say("how much is it")) == ["[en] how much is it"]
    await road.say("how much is it", language="ms")
    assert texts(await road.say("多少钱")) == ["[ms] 多少钱"]
    assert (await road.conversation()).language_chosen


async def test_language_that_rasa_understood_to_be_chosen_is_kept(any_road, rasa):
    rasa.plan.append(answer(echo("one"), echo("two", language="th"), echo("three")))

    assert texts(await any_road.say("ขอภาษาไทย", language=None)) == ["[th] one", "[th] two", "[th] three"]
    rasa.plan.append(answer(echo("one"), echo("two", language="ms"), echo("three")))
    assert texts(await any_road.say("boleh cakap melayu")) == ["[th] one", "[ms] two", "[ms] three"]
    talk = await any_road.conversation()
    assert (talk.language, talk.language_chosen) == ("ms", True)
    assert texts(await any_road.say("how much is it")) == ["[ms] how much is it"]


async def test_language_chosen_in_the_menu_during_a_turn_is_kept(any_road, rasa):
    await any_road.say("hello")
    talk = await any_road.conversation()
    rasa.reply = lambda body: answer(echo("late"))
    rasa.open.clear()
    rasa.arrived.clear()
    message = any_road.message("how much is it")
    await any_road.gateway.receive(message)
    await rasa.arrived.wait()
    await any_road.database.run(conversations.choose_language, talk.id, "zh")
    rasa.open.set()
    await any_road.done(2)

    talk = await any_road.conversation()
    assert (talk.language, talk.language_chosen) == ("zh", True)


async def test_language_that_we_do_not_speak_is_not_chosen(road, rasa):
    rasa.plan.append(answer(echo("hello", language="fr")))

    assert texts(await road.say("how much is it", language="de")) == ["[en] hello"]
    assert (await road.conversation()).language == "en"


async def test_thai_is_taken_for_thailand_and_that_stays(road, rasa):
    await road.say("how much is it")
    await road.say("ราคาเท่าไร")
    await road.say("how much is it")

    assert [turn["metadata"]["market"] for turn in rasa.turns] == ["MY", "TH", "TH"]
    assert (await road.conversation()).market == "TH"


async def test_location_goes_along_even_without_a_word(road, rasa):
    await road.say("", location=Location(3.1, 101.6))

    (turn,) = rasa.turns
    assert turn["message"] == ""
    assert turn["metadata"]["location"] == {"latitude": 3.1, "longitude": 101.6}


def test_catalogue_that_lacks_our_own_sentences_is_refused(tmp_path):
    for language in ("en", "ms", "zh", "th"):
        (tmp_path / language).mkdir()
    own = "\n".join(f"{sentence} = x" for sentence in OWN_SENTENCES)
    (tmp_path / "en" / "talk.ftl").write_text(own + "\n")
    with pytest.raises(ValueError, match="bot/messages/ms: utter_too_long"):
        Dialogue(
            Rasa("http://x", "http://x"),
            Replies(Texts.load(tmp_path), Pictures(b"k" * 32), Calendars(b"k" * 32), Exports(b"k" * 32)),
            Languages.load(),
            Metrics(),
        )
