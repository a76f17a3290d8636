"""Installed as a wheel, far from the checkout, Oponte still answers: data and compiled catalogs travel inside."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

from bot.dialogue.brain import Brain


def test_the_wheel_answers_in_both_languages(brain: Brain, root: Path, tmp_path: Path) -> None:
    assert brain.graph.topics, "made first: the wheel's data and code are the same, so it may use the same cache"
    dist = tmp_path / "dist"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(dist), str(root)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = dist.glob("oponte-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "bot/_locales/es/LC_MESSAGES/bot.mo",
        "bot/_data/topics/private-messages.yaml",
        "bot/sandbox/page/index.html",
        "bot/sandbox/methods.json",
    ):
        assert needed in names
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    purelib = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(purelib)
    (purelib / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["CACHE_DIR"] = str(root / "var")
    for question, words in (
        ("are my private messages used?", "according to Meta"),
        ("¿usan mis mensajes privados?", "según Meta"),
    ):
        command = [str(home / "bin" / "python"), "-m", "bot", "ask", question]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert words in done.stdout
