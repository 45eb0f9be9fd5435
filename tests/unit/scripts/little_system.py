"""A system that "understands" in no time: it learns each text by heart, and two texts are too much for it."""

import json
import sys
import time
from pathlib import Path

what, *rest = sys.argv[1:]
if what == "train":
    lines, folder, seed = rest
    known = [json.loads(line) for line in Path(lines).read_text(encoding="utf-8").splitlines()]
    if any(line["text"] == "untrainable" for line in known):
        sys.exit("this cannot be learnt")
    print("Epochs:  25%|\rEpochs:  50%|", flush=True)
    Path(folder, "model.json").write_text(
        json.dumps({"seed": seed, "known": {line["text"]: line["intent"] for line in known}})
    )
else:
    model = json.loads(Path(rest[0], "model.json").read_text())
    print(json.dumps({"ready": True}), flush=True)
    for row in sys.stdin:
        text = json.loads(row)["text"]
        if text == "deadly":
            sys.exit("dead")
        began = time.perf_counter()
        intent = model["known"].get(text, f"seed {model['seed']}")
        print(json.dumps({"intent": intent, "seconds": time.perf_counter() - began}), flush=True)
