"""Rasa's command line in Rasa's own Python, started in half the time: `python -m scripts.start_rasa run …`.

Rasa keeps its classifier with skops, which on import looks for each of its types in every module that is
loaded by then. After Rasa and TensorFlow these are thousands and take four seconds, before them one.
"""

from __future__ import annotations

import importlib
import runpy

if __name__ == "__main__":
    importlib.import_module("skops.io")
    runpy.run_module("rasa", run_name="__main__", alter_sys=True)
