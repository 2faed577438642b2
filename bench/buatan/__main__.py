"""`python -m bench.buatan N FOLDER [SEED]`: write a project of N made-up regencies."""

import sys
from pathlib import Path

from bench.buatan import make_project

if __name__ == "__main__":
    count, folder, *seed = sys.argv[1:]
    make_project(Path(__file__).parents[2], Path(folder), int(count), *map(int, seed))
