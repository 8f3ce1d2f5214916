"""Makes the environment: a virtual environment with everything installed, and the system libraries Qt needs.

Run by the Makefile, or by hand on Windows: `py tools/environment.py`. The second run only compares a stamp.
Uses the standard library alone, since nothing is installed yet.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = sys.platform == "win32"
OLDEST = (3, 11)

# Shared libraries that Qt's window and offscreen plugins open, and the Debian packages (Kylin and UOS use the same
# names) that hold them.
LIBRARY_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class SetupError(Exception):
    """What is missing and how to get it, in one or two lines."""


def venv_python(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / ("Scripts/python.exe" if WINDOWS else "bin/python")


def install_packages(packages: list[str]) -> None:
    """Install Debian packages where we may, else name them exactly."""
    names = " ".join(sorted(set(packages)))
    prefix: list[str] | None = None
    if shutil.which("apt-get"):
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            prefix = []
        elif shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
            prefix = ["sudo", "-n"]
    if prefix is None:
        raise SetupError(f"These system packages are missing: {names}\nInstall them with: sudo apt-get install {names}")
    print(f"Installing system packages: {names}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *sorted(set(packages))]
    if subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
        # A machine whose package lists are empty or old: refresh them once.
        subprocess.run([*prefix, "apt-get", "update", "-qq"], env=quiet, check=False)
        if subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL).returncode:
            raise SetupError(f"These system packages could not be installed: {names}")


def make_venv(folder: Path) -> None:
    """A virtual environment of the running Python, unless a working one is there."""
    python = venv_python(folder)
    if python.exists() and subprocess.run([str(python), "-c", "import pip"], capture_output=True).returncode == 0:
        return
    if folder.exists():
        shutil.rmtree(folder)
    try:
        import ensurepip  # noqa: F401 - Debian leaves it out of its Python
    except ImportError:
        install_packages(["python3-venv"])
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)


def wanted_stamp(extras: str, qt: str) -> str:
    """What the environment is made from: a change of any of it installs again."""
    parts = [(ROOT / name).read_bytes() for name in ("setup.cfg", "pyproject.toml", "constraints.txt")]
    return hashlib.sha256(b"\0".join([*parts, extras.encode(), qt.encode(), sys.version.encode()])).hexdigest()


def install(folder: Path, extras: str, qt: str) -> None:
    """Install the project's dependencies, held to constraints.txt; `qt` asks for another PySide6 ("newest")."""
    stamp = folder / "installed.stamp"
    wanted = wanted_stamp(extras, qt)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    pip = [str(venv_python(folder)), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    constraints = ROOT / "constraints.txt"
    if qt == "newest":
        constraints = folder / "constraints-newest.txt"
        lines = (ROOT / "constraints.txt").read_text().splitlines()
        constraints.write_text("\n".join(line for line in lines if not re.match("(?i)pyside6|shiboken6", line)))
    print("Installing the Python packages …", flush=True)
    upgrade = ["--upgrade"] if qt == "newest" else []
    done = subprocess.run([*pip, *upgrade, "-e", f"{ROOT}[{extras}]", "-c", str(constraints)], cwd=ROOT)
    if done.returncode:
        raise SetupError("The Python packages could not be installed; the lines above say why.")
    stamp.write_text(wanted)


def missing_libraries(folder: Path) -> list[str]:
    """Shared libraries that Qt needs and the system lacks."""
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return []
    found = subprocess.run(
        [str(venv_python(folder)), "-c", "import importlib.util as u; print(u.find_spec('PySide6').origin)"],
        capture_output=True,
        text=True,
        check=True,
    )
    qt = Path(found.stdout.strip()).parent
    plugins = [qt / "Qt/plugins/platforms" / f"libq{name}.so" for name in ("xcb", "offscreen", "minimal")]
    targets = [path for path in [qt / "QtWidgets.abi3.so", *plugins] if path.exists()]
    report = subprocess.run(["ldd", *map(str, targets)], capture_output=True, text=True).stdout
    return sorted(set(re.findall(r"^\s*(\S+) => not found", report, re.MULTILINE)))


def install_libraries(folder: Path) -> None:
    """Bring in the libraries Qt lacks."""
    missing = missing_libraries(folder)
    unknown = [name for name in missing if name not in LIBRARY_PACKAGES]
    if missing:
        install_packages([LIBRARY_PACKAGES[name] for name in missing if name in LIBRARY_PACKAGES])
    if unknown:
        raise SetupError(f"Qt needs these libraries, which no known package holds: {' '.join(unknown)}")


def main() -> int:
    """Make or refresh the environment; quick when nothing changed."""
    parser = argparse.ArgumentParser(description="Make the environment")
    parser.add_argument("--extras", default="test,postgres", help="extras of setup.cfg to install")
    parser.add_argument("--folder", default=".venv", help="where the environment goes")
    parser.add_argument("--qt", choices=["pinned", "newest"], default="pinned", help="which PySide6")
    arguments = parser.parse_args()
    folder = ROOT / arguments.folder
    try:
        if sys.version_info < OLDEST:
            raise SetupError(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
        make_venv(folder)
        install(folder, arguments.extras, arguments.qt)
        install_libraries(folder)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
