"""TF-IDF of characters and a linear SVM, as anybody would write it down with scikit-learn."""

from __future__ import annotations

from pathlib import Path

import joblib
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from scripts.bench.understanding.workers import talk

FILE = "model.joblib"


def train(lines: list[dict[str, str]], folder: Path, seed: int) -> None:
    """Train and store the model."""
    model = make_pipeline(
        TfidfVectorizer(analyzer="char", ngram_range=(1, 4), sublinear_tf=True),
        LinearSVC(random_state=seed),
    )
    model.fit([line["text"] for line in lines], [line["intent"] for line in lines])
    joblib.dump(model, folder / FILE)


def load(folder: Path) -> talk.Parse:
    """Return the trained model's parse."""
    model = joblib.load(folder / FILE)

    def parse(text: str) -> str:
        return str(model.predict([text])[0])

    return parse


if __name__ == "__main__":
    talk.run(train, load)
