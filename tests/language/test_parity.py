"""Every language has the same files, messages, variables and intents, and enough sentences for each."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, SelectExpression, VariableReference
from fluent.syntax.visitor import Visitor

from channels.texts import CURRENCY_SIGNS

ROOT = Path(__file__).parents[2]
LIVE = [
    row["code"]
    for row in yaml.safe_load((ROOT / "bot/languages.yml").read_text(encoding="utf-8"))
    if row["status"] == "live"
]
OTHERS = [language for language in LIVE if language != "en"]
# Small talk has fewer ways to say it than a question has.
LEAST_SENTENCES, LEAST_TALK = 140, 90
TALK = [
    *("greet", "goodbye", "thank", "affirm", "deny", "cancel"),
    *("ask_help", "ask_identity", "smalltalk", "change_language"),
]
INTENTS = (  # stored buttons, reports and other programs go by these names
    "greet goodbye thank affirm deny cancel ask_help ask_identity smalltalk change_language "
    "ask_lineup ask_spec compare_models recommend_model ask_driver_assistance ask_connectivity "
    "ask_ota ask_battery ask_warranty ask_sustainability ask_company ask_price ask_financing "
    "ask_promotion ask_running_cost ask_delivery ask_trade_in ask_buying_process find_charger "
    "check_charger ask_charging_time ask_charging_cost ask_home_charger ask_charging_howto "
    "plan_journey ask_service report_breakdown complain book_test_drive book_service "
    "book_home_charger check_booking change_booking cancel_booking find_outlet talk_to_agent "
    "request_callback ask_privacy give_feedback inform out_of_scope"
)


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: SelectExpression) -> None:
        self.generic_visit(node)


def messages(language: str) -> dict[str, tuple[str, frozenset[str]]]:
    found = {}
    for path in sorted((ROOT / "bot/messages" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{path.name}: {entry.id.name} stands twice"
                variables = Variables()
                variables.visit(entry)
                found[entry.id.name] = (path.name, frozenset(variables.names))
    return found


def sentences(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "bot/data/nlu" / language).glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = (line.removeprefix("- ").strip() for line in block["examples"].splitlines())
            found[block["intent"]] += [line for line in lines if line]
    return found


def domain_intents() -> dict[str, str]:
    return {
        intent: path.name
        for path in (ROOT / "bot/domain").glob("*.yml")
        for intent in yaml.safe_load(path.read_text(encoding="utf-8")).get("intents", [])
    }


@pytest.mark.parametrize("folder", ["bot/messages", "bot/data/nlu", "knowledge/seed/articles"])
@pytest.mark.parametrize("language", OTHERS)
def test_the_same_files_in_every_language(folder, language):
    ours, english = ({path.name for path in (ROOT / folder / code).iterdir()} for code in (language, "en"))
    assert ours == english


@pytest.mark.parametrize("language", OTHERS)
def test_the_same_messages_with_the_same_variables(language):
    ours, english = messages(language), messages("en")
    assert ours.keys() == english.keys()
    for message, (file, variables) in english.items():
        assert ours[message][0] == file, f"{message} stands in {ours[message][0]}, not in {file}"
        differing = ours[message][1] ^ variables
        # A month is shown by name or by number.
        assert not differing or differing == {"month", "number"}, (
            f"{language}: {message} differs in {differing}"
        )


@pytest.mark.parametrize("language", LIVE)
def test_every_intent_has_enough_sentences(language):
    found = sentences(language)
    least = {intent: LEAST_TALK if intent in TALK else LEAST_SENTENCES for intent in domain_intents()}
    short = {intent: len(found[intent]) for intent in least if len(found[intent]) < least[intent]}
    assert not short
    assert found.keys() <= domain_intents().keys()


@pytest.mark.parametrize("language", LIVE)
def test_sentences_stand_in_the_file_of_their_subject(language):
    subjects = domain_intents()
    for path in (ROOT / "bot/data/nlu" / language).glob("*.yml"):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            assert subjects[block["intent"]] == path.name, f"{path}: {block['intent']}"


def test_no_sentence_has_two_intents():
    intents = defaultdict(set)
    for language in LIVE:
        for intent, lines in sentences(language).items():
            for line in lines:
                intents[re.sub(r"[\s.,!?。，！？~]+", " ", line.casefold()).strip()].add(intent)
    assert {line: found for line, found in intents.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", LIVE)
def test_no_sentence_is_an_internal_payload(language):
    assert not [line for lines in sentences(language).values() for line in lines if line.startswith("/")]


def test_there_are_51_intents_each_with_a_rule_and_a_meaning():
    intents = domain_intents()
    assert len(intents) == 51
    rules = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot/data/rules").glob("*.yml"))
    assert [intent for intent in intents if f"intent: {intent}\n" not in rules] == []
    unspoken = {"greet", "goodbye", "thank", "affirm", "deny", "cancel", "inform", "out_of_scope"}
    assert {intent for intent in intents if f"meaning_{intent}" not in messages("en")} == unspoken


def test_no_intent_was_renamed():
    assert domain_intents().keys() == set(INTENTS.split())


def test_every_message_that_code_and_domain_name_is_in_the_catalogue():
    known = messages("en")
    sources = [
        *(ROOT / "bot/actions").rglob("*.py"),
        *(ROOT / "channels").rglob("*.py"),
        *(ROOT / "bot/domain").glob("*.yml"),
    ]
    named = {
        name
        for path in sources
        for name in re.findall(
            r"\b((?:utter|button|verdict|legend|source|caption|column|language|reason|need|caution)_[a-z_]+)\b(?![{(])",
            "\n".join(
                re.findall(r"[\"'][^\"'{]*[\"']|response: \w+|text: \w+", path.read_text(encoding="utf-8"))
            ),
        )
    }
    internal = {"utter_action", "language_chosen"}
    assert sorted(name for name in named - internal if name not in known) == []


@pytest.mark.parametrize("language", LIVE)
def test_every_attribute_unit_and_value_on_record_has_its_words(language):
    known = messages(language)
    seed = ROOT / "knowledge/seed"
    attributes = yaml.safe_load((seed / "attributes.yml").read_text(encoding="utf-8"))
    values = yaml.safe_load((seed / "values.yml").read_text(encoding="utf-8"))
    figures = yaml.safe_load((seed / "figures.yml").read_text(encoding="utf-8"))
    lexicon = yaml.safe_load((ROOT / "bot/nlu/lexicon/attributes.yml").read_text(encoding="utf-8"))
    prices = yaml.safe_load((seed / "prices.yml").read_text(encoding="utf-8"))
    wanted = {f"attribute_{row['key']}" for row in attributes} | {f"attribute_{key}" for key in lexicon}
    units = {row["unit"] for row in [*attributes, *figures] if row.get("unit")}
    wanted |= {f"unit_{unit}" for unit in units - set(CURRENCY_SIGNS)}
    wanted |= {f"value_{row['text']}" for row in values if row.get("text")}
    wanted |= {f"spec_basis_{row['basis'].lower()}" for row in values}
    wanted |= {f"basis_{row['basis']}" for row in prices}
    assert sorted(wanted - known.keys()) == []
