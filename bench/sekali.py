"""One build, measured from inside: `python -m bench.sekali PROJECT SITE`; prints a line of JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from generator.pipeline import build_site

if __name__ == "__main__":
    project, site = map(Path, sys.argv[1:])
    print(json.dumps(asdict(build_site(project, site))))
