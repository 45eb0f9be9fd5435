"""Names, plates, booking references, ratings and amounts in words."""

import pytest

from bot.nlu.entities import LexiconEntityExtractor

EXTRACTOR = LexiconEntityExtractor()


def found(text, kind):
    return [each["value"] for each in EXTRACTOR.entities(text) if each["entity"] == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("my name is Ahmad bin Ali and I want a test drive", ["Ahmad bin Ali"]),
        ("Nama saya Nurul Huda, nombor 012-3456789", ["Nurul Huda"]),
        ("我叫陈美玲", ["陈美玲"]),
        ("我是林小姐", ["林小姐"]),
        ("ผมชื่อสมชาย ใจดี ครับ", ["สมชาย ใจดี"]),
        ("call me Wei Jie", ["Wei Jie"]),
        ("call me back tomorrow", []),
        ("nama kereta ni apa", []),
        ("ชื่อรุ่นอะไร", []),
        ("我叫什么", []),
        ("what is the name of the app", []),
    ],
)
def test_names_where_the_message_says_so(text, names):
    assert found(text, "person_name") == names


@pytest.mark.parametrize(
    ("text", "plates"),
    [
        ("VKL 3321 due for service", ["VKL3321"]),
        ("请为车牌VKL 3321安排检修", ["VKL3321"]),
        ("plate no jqr7712", ["JQR7712"]),
        ("wxy 8810", ["WXY8810"]),
        ("no plat saya: w 1234 b", ["W1234B"]),
        ("5ขก 4417", ["5ขก4417"]),
        ("ทะเบียน ฮจ 4521", ["ฮจ4521"]),
        ("RM 2000", []),
        ("CCS 2", []),
        ("NCD 55%", []),
        ("3กข 7125, Bangkok", ["3กข7125"]),
        ("rujukan TD-8830", []),
        ("DEC 2026", []),
        ("dc 50", []),
        ("kul 2", []),
        ("รถ 300 คัน", []),
        ("ขอ 500", []),
        ("smart #1", []),
    ],
)
def test_plates(text, plates):
    assert found(text, "plate") == plates


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("PN88213", ["PN88213"]),
        ("booking no 6702-118", ["6702-118"]),
        ("my ref is ab12345", ["AB12345"]),
        ("เลขจอง TH40912", ["TH40912"]),
        ("预约号 SM-20261", ["SM-20261"]),
        ("rujukan TD-8830", ["TD-8830"]),
        ("temu janji servis SV-9012", ["SV-9012"]),
        ("td-7f3k2q", ["TD-7F3K2Q"]),
        ("my booking td 7f3k2q pls", ["TD-7F3K2Q"]),
        ("ขอดู hc - 23acdf หน่อย", ["HC-23ACDF"]),
        ("TDO3K2Q1", ["TD-O3K2Q1"]),
        ("sv service", []),
        ("012-3456789", []),
        ("2025-2026", []),
        ("booking tomorrow", []),
    ],
)
def test_booking_references(text, references):
    assert found(text, "booking_reference") == references


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("5 stars!", [5]),
        ("4/5", [4]),
        ("lima bintang", [5]),
        ("给三颗星", [3]),
        ("打4分", [4]),
        ("ให้ 5 ดาวเลย", [5]),
        ("⭐⭐⭐", [3]),
        ("wi 5 ⭐", [5]),
        ("two over five", [2]),
        ("三星手机", []),
        ("5分钟", []),
        ("14/5", []),
    ],
)
def test_ratings(text, ratings):
    assert found(text, "rating") == ratings


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("二十二万", [(220_000, "MYR")]),
        ("三万五", [(35_000, "MYR")]),
        ("三十八块", [(38, "MYR")]),
        ("18万", [(180_000, "MYR")]),
        ("四万两千公里", []),
        ("สองแสน", [(200_000, "THB")]),
        ("ล้านห้า", [(1_500_000, "THB")]),
        ("แปดร้อยบาท", [(800, "THB")]),
        ("กี่แสน", []),
        ("200 ribu", [(200_000, "MYR")]),
        ("150 thousand", [(150_000, "MYR")]),
        ("50 ribu km", []),
        ("RM 1,299.50", [(1_299, "MYR")]),
        ("1.5ล้าน", [(1_500_000, "THB")]),
        ("สี่หมื่นกว่าโล", []),
        ("三号", []),
    ],
)
def test_amounts_in_figures_and_words(text, amounts):
    assert [(each["amount"], each["currency"]) for each in found(text, "money")] == amounts
