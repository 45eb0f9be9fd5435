import re

from scripts import settings_table
from scripts.places import ROOT


def test_the_page_of_settings_is_whole() -> None:
    assert settings_table.TABLE.read_text(encoding="utf-8") == settings_table.page(), (
        "run `python -m scripts.settings_table`"
    )


def test_every_variable_that_the_code_reads_is_on_the_page() -> None:
    read = re.compile(r"environ(?:\.get\(|\[)\s*[\"']([A-Z][A-Z_0-9]+)[\"']")
    page = settings_table.page()
    for folder in ("channels", "knowledge", "bot"):
        for file in (ROOT / folder).rglob("*.py"):
            for variable in read.findall(file.read_text(encoding="utf-8")):
                assert f"`{variable}`" in page, f"{file.relative_to(ROOT)} reads {variable}"
