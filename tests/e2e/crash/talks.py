"""What the customers of the crash test say: facts, follow-ups, buttons, people and callbacks in four languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Press:
    """Presses a button of the newest reply that has any."""

    index: int


Step = str | Press


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation from its beginning to its end, with the requests for a person that come of it."""

    language: str
    steps: tuple[Step, ...]
    agents: int  # requests for a person in the chat: one, however often the customer asks
    callbacks: int


TALKS = (
    Talk(
        "en",
        (
            "hello",
            "how much is the #3 premium",
            "and the brabus?",
            "what about the range",
            "compare the #1 and the #3",
            "talk to a human please",
            "tell me about the warranty and how much is the smart #1 pro?",
            "I want a real person",
            "please call me back",
            "how far does the #1 go",
            "012-345 6789",
            "who makes smart?",
        ),
        agents=1,
        callbacks=1,
    ),
    Talk(
        "ms",
        (
            "berapa harga smart #1 brabus",
            "yang premium pula?",
            "apa beza #1 dengan #3",
            "tolong telefon saya balik",
            "013-456 7890",
            "terangkan pilot assist",
            "saya nak bercakap dengan orang",
            "cadangkan kereta untuk keluarga",
            "tolong telefon saya balik",
            "019-876 5432",
            "terima kasih",
        ),
        agents=1,
        callbacks=1,
    ),
    Talk(
        "zh",
        (
            "你好",
            "精灵#3多少钱",
            "brabus呢",
            "续航呢",
            "精灵1号和3号有什么区别",
            "我要人工客服",
            "智能驾驶是什么",
            "请给我回电话",
            "+60 12-345 6789",
            "电池保修多久",
        ),
        agents=1,
        callbacks=1,
    ),
    Talk(
        "th",
        (
            "#3 วิ่งได้ไกลแค่ไหน",
            "แล้ว #1 ล่ะ",
            "ขอเปรียบเทียบ #1 กับ #3 หน่อย",
            "ราคาเท่าไหร่",
            "ช่วยโทรกลับหน่อย",
            "081 234 5678",
            "อัพเดต ota คืออะไร",
            "ขอคุยกับเจ้าหน้าที่",
            "ขอคุยกับเจ้าหน้าที่",
            "รับประกันแบตกี่ปี",
        ),
        agents=1,
        callbacks=1,
    ),
    Talk(
        "en",
        (
            "what can you do",
            Press(0),
            "ภาษาไทย",
            Press(1),
            "bahasa melayu",
            "berapa julat #3 premium",
            "中文",
            "精灵#1多少钱",
            "english please",
            Press(0),
            "how much is the #1 premium",
            "what is the range of the #3 brabus",
            "and the pro?",
        ),
        agents=0,
        callbacks=0,
    ),
)
