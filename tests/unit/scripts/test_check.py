from scripts import check

HARMLESS = (
    "/x/validation.py:134: DeprecationWarning: pkg_resources is deprecated as an API.",
    "2026-11-20 22:52:33 WARNING  rasa.utils  - The MultiProjectImporter is currently experimental and …",
    "2026-11-20 22:52:50 INFO     rasa.validator  - Validating intents...",
    "\x1b[93m/x/io.py:100: UserWarning: The utterance 'utter_a' is not used in any story or rule.",
)
TWO_MEANINGS = "The example 'hi' was found labeled with multiple different intents in the training data."
UNKNOWN_ACTION = "2026-11-20 22:52:51 ERROR    rasa.validator  - The action 'action_x' is not listed."


def test_only_warnings_that_matter_are_kept() -> None:
    said = "\n".join((*HARMLESS, f"\x1b[0m\x1b[93m/x/io.py:100: UserWarning: {TWO_MEANINGS}", UNKNOWN_ACTION))
    assert check.warnings_in(said) == [TWO_MEANINGS, UNKNOWN_ACTION]


def test_a_sound_report_is_silent() -> None:
    assert check.warnings_in("\n".join(HARMLESS)) == []
