"""What the trained model must reach on the validation files, and that it has learnt none of them."""

import json
import re
from pathlib import Path

import pytest

from scripts import train
from scripts.understanding import lines, measure
from tests.language.test_parity import LIVE, ROOT, domain_intents, sentences

FILES = sorted(lines.VALIDATION.glob("*.jsonl"))
MEASURED = [file.stem for file in FILES]
DEVELOPMENT = ROOT.parent / "shared" / "eval" / "utterances_dev.jsonl"

# A little under what the model reaches, so that a real loss shows and the chance of one message does not.
RIGHT, AMONG_FIRST_THREE, WRONGLY_REFUSED = 0.80, 0.92, 0.03
ENTITIES = {"model": 0.97, "variant": 0.97, "connector": 0.97, "percent": 0.75}


def key(text):
    return re.sub(r"[\s.,!?。，！？~]+", " ", text.casefold()).strip()


@pytest.fixture(scope="module", name="reads")
def reads_of_the_validation_files():
    return measure.parse(train.ensure(), lines.validation())


@pytest.mark.parametrize("language", MEASURED)
def test_the_right_intent(reads, language):
    ours = [read for read in reads if read.line.lang == language]
    assert measure.share(ours, lambda read: read.right) >= RIGHT
    assert measure.among_first(ours) >= AMONG_FIRST_THREE
    assert measure.wrongly_refused(ours) <= WRONGLY_REFUSED


@pytest.mark.parametrize("entity", ENTITIES)
def test_entities_are_found(reads, entity):
    recall, count = measure.entity_recall(reads, entity)
    assert count > 0
    assert recall >= ENTITIES[entity]


@pytest.mark.parametrize("file", FILES, ids=MEASURED)
def test_validation_lines_are_whole(file):
    found = lines.read([file])
    assert {line.lang for line in found} == {file.stem}
    assert {line.intent for line in found} == set(domain_intents())
    assert len({key(line.text) for line in found}) == len(found)


def learnt():
    return {key(line): line for language in LIVE for each in sentences(language).values() for line in each}


def test_the_model_has_learnt_no_validation_line():
    assert not {key(line.text) for line in lines.validation()} & learnt().keys()


@pytest.mark.skipif(
    not DEVELOPMENT.exists(), reason="the development set lies beside the project, and is not here"
)
def test_the_model_has_learnt_no_line_of_the_development_set():
    rows = [
        json.loads(row) for row in Path(DEVELOPMENT).read_text(encoding="utf-8").splitlines() if row.strip()
    ]
    long = {key(row["text"]) for row in rows if len(row["text"].split()) > 3}
    assert not long & learnt().keys()
