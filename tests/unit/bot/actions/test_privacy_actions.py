"""Privacy in the chat: what is kept is told, a copy given, all erased on a yes, messages stopped and started."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.actions.answer import AnswerAction
from bot.actions.privacy import requests
from bot.actions.turn import Entity, Question, Turn
from channels.exports.links import LIFETIME
from knowledge.conversations import Conversation, InboxRow, StoredMessage
from knowledge.privacy import consents, may_message
from knowledge.privacy.tables import Consent
from tests.unit.knowledge.privacy import customers

LANGUAGES = ("en", "ms", "zh", "th")
NOW = datetime.now(UTC)


@pytest.fixture(name="talk")
def talk_of_a_customer(talk, session):
    """A customer who said something a while ago."""
    customers.talk(session, "talk", "hello", at=NOW - timedelta(days=3))
    return talk


def say(session, text="…", *, answered=True, at=NOW) -> InboxRow:
    """Add a message of the customer, and the answer to it; return its place in the inbox."""
    number = len(session.scalars(select(InboxRow)).all())
    event = f"event-{number}"
    asked = StoredMessage(
        conversation_id="talk",
        direction="in",
        author="customer",
        text=text,
        content={},
        event_id=event,
        created_at=at,
    )
    session.add(asked)
    session.flush()
    row = InboxRow(
        channel="web",
        event_id=event,
        conversation_id="talk",
        message_id=asked.id,
        received_at=at,
        status="done",
        next_attempt_at=at,
    )
    session.add(row)
    if answered:
        session.add(
            StoredMessage(
                conversation_id="talk",
                direction="out",
                author="assistant",
                text="…",
                content={},
                event_id=event,
                created_at=at,
            )
        )
    session.flush()
    return row


def ask(talk, text="", request=None, *, row=None, intent="ask_privacy"):
    """Ask as a message at a place in the inbox; return the one reply."""
    entities = (Entity("privacy_request", request),) if request else ()
    question = Question(intent, text, entities)
    turn = Turn(
        "talk", str(row.id if row else 1), text, talk.language, talk.market, (question,), (), dict(talk.slots)
    )
    talk.answer = AnswerAction.by_intent[intent].answer(talk.session, turn, question)
    talk.slots = {**talk.slots, "offer": None, **talk.answer.slots}
    [reply] = talk.replies
    return reply


def payloads(reply) -> list[str]:
    return [each.payload for each in reply.buttons]


def button(request: str) -> str:
    return f'/ask_privacy{{"privacy_request": "{request}"}}'


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_is_told_with_counts_and_ways(talk, session, language):
    talk.language = language
    customers.handover(session, "CB-ONE", "talk", NOW)
    consents.give(session, "talk", consents.BOOKINGS, "v", language, NOW)
    reply = ask(talk, "?")

    assert reply.text.count("•") == 3
    assert all(each in reply.text for each in ("2 ", "1 ", "12", "6"))
    assert payloads(reply) == [button(each) for each in ("export", "erase", "stop")] + ["/talk_to_agent"]
    assert "offer" not in talk.answer.slots


def test_english_counts_are_singular_and_plural(talk, session):
    customers.outlet(session)
    for number in range(2):
        customers.booking(session, f"TD-{number}", "talk", NOW + timedelta(days=number + 1))
    customers.waiting(session, "w", "talk", NOW.date())
    reply = ask(talk, "what do you keep?")
    assert "• 2 messages since" in reply.text
    assert "• 2 bookings with your details" in reply.text
    assert "• 1 place on a waiting list" in reply.text
    assert "your upcoming" not in reply.text
    assert "• your 2 upcoming bookings are cancelled" in ask(talk, "delete my data").text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["export my data", "muat turun data saya", "导出我的数据", "ขอสำเนาข้อมูลของฉัน"]
)
def test_a_copy_is_given_as_links_of_the_conversation(talk, language, text):
    talk.language = language
    reply = ask(talk, text)
    assert talk.answer.items[0]["export"] == "talk"
    assert f"{LIFETIME.seconds // 60}" in reply.text
    assert all(talk.texts.has(title, language) for title in ("link_export_json", "link_export_text"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_erasing_asks_first_and_says_what_goes(talk, session, language):
    talk.language = language
    customers.outlet(session)
    customers.booking(session, "TD-ONE", "talk", NOW + timedelta(days=2))
    row = say(session, "delete my data", answered=False)
    reply = ask(talk, "delete my data", row=row)

    assert reply.text.count("•") == 3
    assert payloads(reply) == [button("erase_confirmed"), button("keep")]
    assert "erase" not in talk.answer.items[0]
    assert (talk.slots["offer"], talk.slots["erasure_asked"]) == ("ask_privacy", str(row.id))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_yes_right_after_the_question_erases(talk, session, language):
    talk.language = language
    row = say(session, "delete my data")
    ask(talk, "delete my data", row=row)
    yes = say(session, "yes", answered=False)
    reply = ask(talk, "yes", row=yes, intent="affirm")
    assert talk.answer.items[0]["erase"] is True
    assert talk.answer.items[0]["args"] == {"cancelled": 0}
    assert reply.text.strip() == reply.text
    assert "  " not in reply.text


def test_the_erased_bookings_are_named(talk, session):
    customers.outlet(session)
    customers.booking(session, "TD-ONE", "talk", NOW + timedelta(days=2))
    assert "upcoming bookings are cancelled" in ask(talk, request="erase_confirmed").text


def test_a_yes_to_something_else_erases_nothing(talk, session):
    row = say(session, "delete my data")
    ask(talk, "delete my data", row=row)
    say(session, "hello")  # answered by a rule, which leaves what was offered as it was
    yes = say(session, "yes", answered=False)
    ask(talk, "yes", row=yes, intent="affirm")
    assert "erase" not in talk.answer.items[0]
    assert talk.answer.items[0]["response"] == "utter_privacy_erase"  # asked anew


def test_a_yes_to_a_reminder_erases_nothing(talk, session):
    row = say(session, "delete my data")
    ask(talk, "delete my data", row=row)
    session.add(
        StoredMessage(
            conversation_id="talk",
            direction="out",
            author="assistant",
            text="tomorrow at ten",
            content={},
            created_at=NOW,
        )
    )
    yes = say(session, "yes", answered=False)
    ask(talk, "yes", row=yes, intent="affirm")
    assert "erase" not in talk.answer.items[0]


def test_a_yes_much_later_erases_nothing(talk, session):
    row = say(session, "delete my data", at=NOW - timedelta(hours=2))
    ask(talk, "delete my data", row=row)
    yes = say(session, "yes", answered=False)
    ask(talk, "yes", row=yes, intent="affirm")
    assert "erase" not in talk.answer.items[0]


def test_a_no_leaves_all_as_it_is(talk, session):
    row = say(session, "delete my data")
    ask(talk, "delete my data", row=row)
    assert "nothing was deleted" in ask(talk, request="keep").text
    assert talk.slots["offer"] is None
    assert session.get(Conversation, "talk").state


def test_a_plain_yes_out_of_nowhere_has_nothing_to_do_with_it(talk, session):
    yes = say(session, "yes", answered=False)
    ask(talk, "yes", row=yes, intent="affirm")
    assert talk.answer.items[0]["response"] == "utter_affirm"


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_stopped_and_started_again(talk, session, language):
    talk.language = language
    assert payloads(ask(talk, "stop messaging me")) == [button("start")]
    assert not may_message(session, "talk")
    assert button("start") in payloads(ask(talk, "?"))
    reply = ask(talk, request="start")
    assert may_message(session, "talk")
    assert payloads(reply) == [button("stop")]
    held = session.scalars(select(Consent).where(Consent.withdrawn_at.is_(None))).one()
    assert (held.purpose, held.wording, held.language) == ("messages", consents.WORDING["messages"], language)


@pytest.mark.parametrize(
    ("request_", "texts"),
    [
        (
            "erase",
            """delete my data | Please DELETE all my info! | can you remove my phone number? | forget me
            padam data saya | buang no sy dr sistem | hapuskan maklumat peribadi saya | delete data sy
            删除我的资料 | 我要 delete 我的 data | 请抹掉我全部个人信息 | 注销 | 别存我的电话
            ลบข้อมูลของฉัน | ลบเบอร์โทรผมออกด้วย | ข้อมุลส่วนตัวลบไง | เอาเบอร์ผมออกจากระบบ | delete my data ค่ะ""",
        ),
        (
            "stop",
            """stop messaging me | unsubscribe | don’t message me again | remove me from your mailing list
            jangan hantar mesej lagi | jgn spam whatsapp aku lagi | keluarkan saya dari senarai | xnak terima sms lg
            不要再发信息给我 | 退订 | 不要再send广告给我了 | 把我从名单里拿掉 | 停止提醒
            เลิกส่งข้อความ | หยุดส่งโปรมาทางไลน์ซะที | อย่าส่งมาอีก | เอาชื่อออกจากลิสต์ | หยุดการแจ้งเตือน""",
        ),
        (
            "start",
            """start messaging me again | please turn on reminders | mula hantar peringatan semula
            恢复提醒 | 重新发消息给我 | ส่งข้อความอีกครั้ง | เปิดแจ้งเตือนอีกครั้ง""",
        ),
        (
            "export",
            """export my data | i want a copy of everything you keep on me | download my data
            saya nak salinan data saya | eksport data | bagi saya semua data yang awak ada pasal saya
            导出我的数据 | 我要一份我的资料 | ขอสำเนาข้อมูลของฉัน | ดาวน์โหลดข้อมูลส่วนตัวได้มั้ย""",
        ),
        (
            None,
            """what do you keep about me? | do you sell my data | how long do you keep my data | who can read this chat
            data saya selamat tak | jangan share nombor saya | berapa lama chat ni disimpan | salinan ic saya tu disimpan kat mana
            你们会保存我的资料吗 | 资料几久会删 | 身份证副本存在哪里 | 我的电话号码会给别人吗
            เก็บข้อมูลอะไรบ้าง | ข้อมูลบัตรเครดิตที่กรอกไปปลอดภัยมั้ย | เอาเบอร์ฉันไปทำอะไร | ไม่เอาไปทำอย่างอื่นนะ | my data""",
        ),
    ],
)
def test_what_is_asked_for_is_read_in_every_language(request_, texts):
    lines = [each.strip() for line in texts.splitlines() for each in line.split("|")]
    assert {each: requests.read(each) for each in lines} == dict.fromkeys(lines, request_)


def test_no_button_asks_for_what_the_action_does_not_know(talk):
    sent = {
        each.payload
        for request in (None, *requests.REQUESTS, "keep")
        for each in ask(talk, "?", request).buttons
    }
    known = {button(each) for each in (*requests.REQUESTS, requests.ERASE_CONFIRMED, requests.KEEP)}
    assert sent == known | {"/talk_to_agent"}
