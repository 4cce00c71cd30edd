"""One JupyterLab server and one Chromium for all browser tests."""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
DIRECTORIES = (
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_RUNTIME_DIR",
    "JUPYTERLAB_SETTINGS_DIR",
    "JUPYTERLAB_WORKSPACES_DIR",
    "IPYTHONDIR",
    "MPLCONFIGDIR",
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
READY = """async () => {
  const sleep = ms => new Promise(r => setTimeout(r, ms));
  const until = async (test) => {
    for (let i = 0; i < 6000; i++) {
      const found = test();
      if (found) return found;
      await sleep(100);
    }
    throw Error("JupyterLab is not ready after 10 minutes");
  };
  const app = await until(() => window.jupyterapp);
  await app.restored;
  const p = await until(() => {
    const w = app.shell.currentWidget;
    return w?.sessionContext && w.content?.widgets && w;
  });
  await p.context.ready; await p.sessionContext.ready; await p.revealed;
  await until(() => p.sessionContext.session?.kernel);
  await p.sessionContext.session.kernel.info;
}"""
RUN_ALL = "() => jupyterapp.commands.execute('notebook:run-all-cells')"
CELLS = """() => jupyterapp.shell.currentWidget.content.widgets
  .map(w => w.model.sharedModel.toJSON())"""


def missing() -> str:
    """What is not installed, or an empty text."""
    if not browser_path():
        return "no Chromium"
    for module in ("playwright", "jupyterlab"):
        try:
            __import__(module)
        except ImportError:
            return f"no {module}"
    return ""


def browser_path() -> str | None:
    """Path of the system's Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


@dataclass
class Lab:
    """A running server: its folder of notebooks, its address and its key."""

    folder: Path
    port: int
    token: str

    def url(self, name: str) -> str:
        """Address of one notebook, alone on the page."""
        path = f"doc/tree/{name}?token={self.token}"
        return f"http://127.0.0.1:{self.port}/{path}"


@contextmanager
def running_lab(base: Path) -> Iterator[Lab]:
    """JupyterLab on a free port, with its own fresh directories."""
    folder = base / "notebooks"
    folder.mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        lab = Lab(folder, probe.getsockname()[1], secrets.token_hex(12))
    with (base / "server.log").open("wb") as log:
        server = subprocess.Popen(
            _command(lab),
            env=_environment(base),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            _wait(lab, server)
            yield lab
        finally:
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGTERM)
            server.wait(200)


def _command(lab: Lab) -> list[str]:
    """Command line of the server."""
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1"]
    command += [f"--port={lab.port}", "--ServerApp.port_retries=0"]
    command += [f"--IdentityProvider.token={lab.token}"]
    command += [f"--ServerApp.root_dir={lab.folder}"]
    command += ["--LabApp.expose_app_in_browser=True", "--LabApp.news_url="]
    command += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    command += ["--LabApp.extension_manager=readonly"]
    return command + (["--allow-root"] if os.getuid() == 0 else [])


def _environment(base: Path) -> dict[str, str]:
    """Environment with directories of its own, and this project on the path."""
    own = {name: str(base / name.lower()) for name in DIRECTORIES}
    for path in own.values():
        Path(path).mkdir()
    settings = Path(own["JUPYTERLAB_SETTINGS_DIR"]) / "@jupyterlab/apputils-extension"
    settings.mkdir(parents=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(quiet))
    threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return {**os.environ, **own, **threads, "PYTHONPATH": str(ROOT)}


def _wait(lab: Lab, server: subprocess.Popen) -> None:
    """Wait until the server answers."""
    address = f"http://127.0.0.1:{lab.port}/api/status?token={lab.token}"
    for _ in range(3000):
        if server.poll() is not None:
            raise RuntimeError("JupyterLab ended at its start")
        with suppress(OSError), urllib.request.urlopen(address, timeout=50):
            return
        time.sleep(0.2)
    raise RuntimeError("JupyterLab does not answer after 10 minutes")


def notebook(*cells: str) -> str:
    """Text of a notebook with these code cells."""
    made: list[dict] = [
        {
            "cell_type": "code",
            "id": f"cell-{k}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for k, source in enumerate(cells)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    whole = {"cells": made, "metadata": {"kernelspec": kernel}}
    return json.dumps(whole | {"nbformat": 4, "nbformat_minor": 5})


def open_and_run(page: Any, lab: Lab, name: str) -> list[dict]:
    """Open a notebook, run all its cells, return the code cells as JSON."""
    page.goto(lab.url(name))
    page.evaluate(READY)
    page.evaluate(RUN_ALL)
    return [cell for cell in page.evaluate(CELLS) if cell["cell_type"] == "code"]


def errors(cells: list[dict]) -> list[str]:
    """Error outputs of the cells, in one line each."""
    outputs = [output for cell in cells for output in cell["outputs"]]
    wrong = [o for o in outputs if o["output_type"] == "error"]
    return [f"{o['ename']}: {o['evalue']}" for o in wrong]
