"""The benchmarks, one after the other: `make bench`. Each can also be run alone: `python -m tests.benchmarks.NAME`.

`compare_matchers` is not among them: it needs the folder of the public sets.
"""

import subprocess
import sys

PARTS = ("ask_latency", "many_topics", "sandbox_throughput", "throughput", "growth", "kills", "telegram_rest")


def main() -> int:
    """Runs the parts; the first that fails ends it."""
    for part in PARTS:
        print(f"\n== {part}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"tests.benchmarks.{part}"], check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
