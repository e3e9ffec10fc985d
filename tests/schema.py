"""docs/export.schema.json: what an export holds, for other programs; `make docs` writes it."""

from __future__ import annotations

import json
from pathlib import Path

from storage.transfer.documents import Document

FILE = Path(__file__).parents[1] / "docs" / "export.schema.json"


def schema() -> str:
    """The JSON Schema (2020-12) of an export, as text."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Document.model_json_schema(),
    }
    return json.dumps(described, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(schema(), encoding="utf-8")
