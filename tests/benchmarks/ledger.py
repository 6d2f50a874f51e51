"""How long a large ledger takes to load, to verify and to answer: `python tests/benchmarks/ledger.py [CLAIMS]`.

Makes a ledger of so many claims in files of a thousand, each with a figure of its own, loads it, reads every amount again from its quote,
and checks a draft of twenty figures against it, in a folder of its own that is removed afterwards.
"""

import sys
import tempfile
import time
from pathlib import Path

from factcheck import Ledger, check

PER_FILE = 1000
HEAD = 'subject = "Harbour Line {0}"\n\n[[source]]\nid = "gazette"\ntitle = "海港航运公布业绩"\npublisher = "Port Gazette"\npublished = 2023-05-09\n'
CLAIM = """
[[claim]]
id = "{0}-{1}"
measure = "revenue"
measure_text = "营收"
scope = ["line {1}"]
period = "{2}"
role = "level"
amount = "{3}亿元"
source = "gazette"
quote = "营收{3}亿元"
"""


def written(folder: Path, claims: int) -> None:
    """The files of a ledger of so many claims."""
    for number in range(-(-claims // PER_FILE)):
        entries = [
            CLAIM.format(number, which, 1990 + which % 30, f"{number * PER_FILE + which}.{which % 9 + 1}")
            for which in range(min(PER_FILE, claims - number * PER_FILE))
        ]
        (folder / f"{number}.toml").write_text(HEAD.format(number) + "".join(entries), encoding="utf-8")


def main(claims: int) -> None:
    """Print how long each step takes, in seconds."""
    with tempfile.TemporaryDirectory() as name:
        written(Path(name), claims)
        print(f"{claims} claims")
        started = time.perf_counter()
        ledger = Ledger.load(name)
        print(f"load    {time.perf_counter() - started:6.1f} s")
        started = time.perf_counter()
        problems = ledger.verify().problems
        print(f"verify  {time.perf_counter() - started:6.1f} s, {len(problems)} problems")
        draft = "\n\n".join(f"In 2005, revenue of Harbour Line {number} was 15.7 billion yuan." for number in range(20))
        started = time.perf_counter()
        report = check(draft, ledger=ledger, select=["ledger"])
        print(f"answer  {time.perf_counter() - started:6.1f} s, {len(report.findings)} findings")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
