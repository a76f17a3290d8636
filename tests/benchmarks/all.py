"""Every benchmark, one after the other: `make bench`. Each can also be run alone: `python -m tests.benchmarks.NAME`."""

import subprocess
import sys

PARTS = ("compare_matchers", "sandbox_throughput", "throughput", "growth", "kills")


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
