"""The machine that a benchmark ran on, and the versions of what it ran."""

import datetime as dt
import os
import platform
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = ("baocao", "docxtpl", "python-docx", "weasyprint", "typst", "lxml", "Jinja2", "PyYAML")
_GOVERNOR = Path("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")


def described() -> dict[str, str]:
    """Describe the machine, the software and the day."""
    return {
        "date": dt.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z"),
        "cpu": _cpu(),
        "cores": str(os.cpu_count()),
        "governor": _GOVERNOR.read_text().strip() if _GOVERNOR.exists() else "not shown",
        "load": " ".join(f"{each:.2f}" for each in os.getloadavg()),
        "memory": f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB",
        "os": f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}",
        "python": platform.python_version(),
        "node": _said("node", "--version"),
        "packages": ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
    }


def cores() -> int:
    """Count the processor's cores."""
    return os.cpu_count() or 1


def _cpu() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _said(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return "none"
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
