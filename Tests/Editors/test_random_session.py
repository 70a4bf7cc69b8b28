"""The server through a random session. `SOAK_SECONDS` makes it longer, `SOAK_SEED` another one."""

import os
from pathlib import Path

from random_session import Session

ROOT = Path(__file__).parents[2]


def test_a_random_session(canevas: Path, tmp_path: Path) -> None:
    seconds = float(os.environ.get("SOAK_SECONDS", "20"))
    seed = int(os.environ.get("SOAK_SEED", "1"))
    session = Session(canevas, ROOT, tmp_path.resolve(), seed)
    try:
        count = session.run(seconds)
        print(f"{count} steps")
        differences = list(session.differences())
        assert not differences, f"seed {seed}\n" + "\n".join(differences[:5])
        assert session.server.end() == 0
    finally:
        session.server.kill()
