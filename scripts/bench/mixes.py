"""What the benchmark's customers write: conversations of ten messages, played over and over.

Ours are in four languages and mostly need an action and the database; the stock bot's follow the stories that
it was trained on, with words of its own training data and near to it.
"""

from __future__ import annotations

Script = tuple[str, ...]

#: All of one length, so that both systems begin new conversations equally often.
TURNS = 10

ENGLISH: tuple[Script, ...] = (
    (
        "hello",
        "how much is the smart #3 premium?",
        "and the brabus?",
        "what about the range?",
        "what is the dc charging power of the #1?",
        "compare #1 and #3",
        "which one is bigger?",
        "who makes smart cars?",
        "what is the boot space of the #3",
        "thanks a lot",
    ),
    (
        "hi there",
        "which models do you have?",
        "price of the #1 pro",
        "what is the range of the smart #1?",
        "how much power does the brabus have",
        "I need a car for my family, what do you recommend?",
        "how many cars did smart deliver in 2023?",
        "does it get software updates?",
        "what is the warranty on the battery?",
        "bye",
    ),
)
MALAY: tuple[Script, ...] = (
    (
        "hai, selamat pagi",
        "berapa harga smart #3?",
        "yang brabus pula?",
        "jarak pemanduan smart #1 berapa km?",
        "apa beza #1 dengan #3?",
        "kapasiti bateri smart #1 premium berapa?",
        "smart ni syarikat dari mana?",
        "kuasa motor #3 brabus berapa?",
        "ada model apa?",
        "terima kasih",
    ),
)
CHINESE: tuple[Script, ...] = (
    (
        "你好",
        "精灵3号多少钱?",
        "brabus 版呢?",
        "精灵#1续航多少公里?",
        "1号和3号有什么区别?",
        "精灵1号快充功率多大?",
        "smart 是哪里的公司?",
        "#3 的后备箱多大?",
        "有哪些车型?",
        "谢谢",
    ),
)
THAI: tuple[Script, ...] = (
    (
        "สวัสดีครับ",
        "smart #3 ราคาเท่าไหร่",
        "#1 วิ่งได้กี่กิโล",
        "ขอเปรียบเทียบ #1 กับ #3 หน่อย",
        "แบตเตอรี่ #1 กี่ kWh",
        "มีรุ่นไหนบ้าง",
        "สมาร์ทเป็นบริษัทของใคร",
        "#3 brabus แรงม้าเท่าไหร่",
        "#3 ยาวเท่าไหร่",
        "ขอบคุณครับ",
    ),
)
OURS: tuple[Script, ...] = (ENGLISH[0], MALAY[0], CHINESE[0], THAI[0], ENGLISH[1])

#: For one long conversation, in which all languages meet.
OURS_LONG: Script = (
    "hello",
    "how much is the smart #3 premium?",
    "jarak pemanduan smart #1 berapa km?",
    "精灵#1续航多少公里?",
    "ขอเปรียบเทียบ #1 กับ #3 หน่อย",
    "compare #1 and #3",
    "berapa harga smart #3?",
    "smart 是哪里的公司?",
    "#1 วิ่งได้กี่กิโล",
    "what is the boot space of the #3",
)

STOCK: tuple[Script, ...] = (
    (
        "hello",
        "I am feeling very good",
        "are you a bot?",
        "bye",
        "good morning",
        "so sad",
        "yes",
        "am I talking to a human?",
        "see you later",
        "hey there",
    ),
    (
        "hi",
        "not very good",
        "no",
        "are you a human?",
        "good evening",
        "wonderful",
        "goodbye",
        "hey",
        "extremely sad",
        "of course",
    ),
)
STOCK_LONG: Script = STOCK[0]
