from scripts import check

SAID = """\
/x/rasa/shared/utils/validation.py:134: DeprecationWarning: pkg_resources is deprecated as an API.
  import pkg_resources
2026-11-20 22:52:33 WARNING  rasa.shared.utils.common  - The MultiProjectImporter is currently experimental and \
might change or be removed in the future
2026-11-20 22:52:50 INFO     rasa.validator  - Validating intents...
\x1b[93m/x/rasa/shared/utils/io.py:100: UserWarning: The example 'hi' was found labeled with multiple different \
intents in the training data.
\x1b[0m2026-11-20 22:52:50 INFO     rasa.validator  - Validating utterances...
\x1b[93m/x/rasa/shared/utils/io.py:100: UserWarning: The utterance 'utter_ask_phone' is not used in any story or rule.
2026-11-20 22:52:51 ERROR    rasa.validator  - The action 'action_x' is used in the rules, but is not listed.
"""


def test_only_warnings_that_matter_are_kept() -> None:
    assert check.warnings_in(SAID) == [
        "The example 'hi' was found labeled with multiple different intents in the training data.",
        "2026-11-20 22:52:51 ERROR    rasa.validator  - The action 'action_x' is used in the rules, but is not"
        " listed.",
    ]
