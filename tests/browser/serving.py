"""`briefing serve` as a process of its own, and what it says."""

from __future__ import annotations

import math
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

# A shell that starts this in the background may have told its children to hear no interrupt.
COMMAND = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
COMMAND += "from pathlib import Path; from build_scripts import commands; "
COMMAND += "commands.serve(Path(sys.argv[1]), port=0)"


class Serving:
    """A running preview of a configuration."""

    def __init__(self, config: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, str(config)], stderr=subprocess.PIPE, text=True
        )
        self.lines: list[str] = []
        self._news: queue.Queue[str] = queue.Queue()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        self.address = re.sub(r"Serving on (\S+) .*", r"\1", self.wait_for("Serving on"))

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.lines.append(line.rstrip("\n"))
            self._news.put(self.lines[-1])

    def wait_for(self, words: str, seconds: float = 120) -> str:
        """The next line that has the words."""
        end = time.monotonic() + seconds
        while True:
            line = self._news.get(timeout=max(0.01, end - time.monotonic()))
            if words in line:
                return line

    def builds(self) -> int:
        return sum(line.startswith("Built in") for line in self.lines)

    def said(self, words: str) -> int:
        """How many lines have the words."""
        return sum(words in line for line in self.lines)

    def cpu(self) -> float:
        """Seconds of CPU that it has taken so far; not a number where the system does not say."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if not stat.is_file():
            return math.nan
        fields = stat.read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rest(self, seconds: float = 3) -> None:
        """Wait until it has said nothing for so long."""
        said = -1
        while said != len(self.lines):
            said = len(self.lines)
            time.sleep(seconds)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(30)
        self._thread.join(5)
        assert self.process.stderr
        self.process.stderr.close()
