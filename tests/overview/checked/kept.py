"""The passages that are kept, with what of each should be changed."""

import tomllib
from pathlib import Path

PASSAGES = [
    passage
    for path in sorted(Path(__file__).parent.glob("passages*.toml"))
    for passage in tomllib.loads(path.read_text("utf-8"))["passages"]
]
