"""An IPython shell without a kernel whose cells give what a kernel's would give."""

import builtins
import os
import sys
from typing import Any

from ipykernel.compiler import XCachingCompiler
from ipykernel.jsonutil import encode_images, json_clean
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

Output = dict[str, Any]


class Capture:
    """The outputs of the cell that runs now, bounded while they come in."""

    def __init__(self) -> None:
        self.limits: dict[str, int] = {}
        self.start()

    def start(self) -> None:
        """Forget everything."""
        self.outputs: list[Output] = []
        self.updates: dict[str, Output] = {}
        self.pending = {"stdout": "", "stderr": ""}
        self.text = self.rich = self.figures = 0
        self.clear_next = False

    def add(self, output: Output) -> None:
        """Add one output, where there is room for it."""
        self.flush()
        self.rich += len(repr(output.get("data", output.get("traceback", ""))))
        self.figures += any(kind[:6] == "image/" for kind in output.get("data", ()))
        few = self.figures <= self.limits["figures"]
        if few and self.rich <= self.limits["rich"]:
            self._keep(output)

    def update(self, output: Output) -> None:
        """New content for what was displayed under the same name, here or above.

        Of many updates the last one counts, so a long progress takes no room.
        """
        name = output["display_id"]
        others = [one for key, one in self.updates.items() if key != name]
        if sum(len(repr(one["data"])) for one in [*others, output]) > self._left():
            return
        self.updates[name] = output
        for older in self.outputs:
            if older.get("display_id") == name:
                older["data"], older["metadata"] = output["data"], output["metadata"]

    def _left(self) -> int:
        return self.limits["rich"] - self.rich

    def stream(self, name: str, text: str) -> None:
        """Add text to a stream, which waits for the next flush as in a kernel."""
        most = self.limits["text"]
        left = most - self.text
        self.text += len(text)
        if left >= 0 and len(text) > left:
            text = f"{text[:left]}\n[output cut after {most} characters]\n"
        if left >= 0:
            self.pending[name] += text

    def flush(self, *names: str) -> None:
        """Make outputs of the waiting texts; consecutive ones of a stream are one."""
        for name in names or tuple(self.pending):
            text, self.pending[name] = self.pending[name], ""
            last = self.outputs[-1] if self.outputs else {}
            if text and last.get("name") == name and not self.clear_next:
                last["text"] += text
            elif text:
                self._keep({"output_type": "stream", "name": name, "text": text})

    def _keep(self, output: Output) -> None:
        if self.clear_next:
            self.outputs, self.clear_next = [], False
        self.outputs.append(output)

    def clear(self, wait: bool) -> None:
        """Clear the outputs, now or when the next one comes."""
        self.flush()
        if wait:
            self.clear_next = True
        else:
            self.outputs = []


CAPTURE = Capture()


class Stream:
    """Standard output or error of the cells."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name: str) -> None:
        self.name = name

    def write(self, text: str) -> int:
        """Add text to the outputs."""
        if not isinstance(text, str):
            kind = type(text).__name__
            raise TypeError(f"write() argument must be str, not {kind}")
        if text:
            CAPTURE.stream(self.name, text)
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Write several texts."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Make an output of what waits."""
        CAPTURE.flush(self.name)

    def isatty(self) -> bool:
        """No terminal."""
        return False

    def writable(self) -> bool:
        """Always."""
        return True


class Hook(DisplayHook):
    """Keeps the value of a cell's last expression."""

    def write_output_prompt(self) -> None:
        """No prompt."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        """Keep the value's representations."""
        CAPTURE.add(
            {
                "output_type": "execute_result",
                "data": json_clean(encode_images(format_dict)),
                "metadata": md_dict or {},
                "execution_count": self.prompt_count,
            }
        )

    def finish_displayhook(self) -> None:
        """Nothing to end."""


class Publisher(DisplayPublisher):
    """Keeps what cells display."""

    def publish(
        self,
        data: Any,
        metadata: Any = None,
        source: Any = None,
        *,
        transient: Any = None,
        update: bool = False,
        **_: Any,
    ) -> None:
        """Keep one display, or the new content of an older one."""
        output = {
            "output_type": "display_data",
            "data": json_clean(encode_images(data)),
            "metadata": metadata or {},
        }
        name = (transient or {}).get("display_id")
        if name:
            output["display_id"] = name
        if update and name:
            CAPTURE.update(output)
        elif not update:
            CAPTURE.add(output)

    def clear_output(self, wait: bool = False) -> None:
        """Clear the outputs of the cell."""
        CAPTURE.clear(wait)


class RoomShell(InteractiveShell):
    """InteractiveShell whose outputs are kept instead of printed."""

    displayhook_class = Type(Hook)
    display_pub_class = Type(Publisher)
    compiler_class = Type(XCachingCompiler)
    colors_force = True

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        CAPTURE.add(
            {
                "output_type": "error",
                "ename": str(etype.__name__),
                "evalue": str(evalue)[:2000],
                "traceback": [str(line) for line in stb],
            }
        )

    def ask_exit(self) -> None:
        """An ``exit()`` in a cell ends nothing."""

    def _replace_drawing(self) -> None:
        """Have pyplot lay figures out before they are shown, instead of drawing them.

        In a kernel it draws them all, in vain; only the positions stay.
        """
        pyplot = sys.modules.get("matplotlib.pyplot")
        draw_all = getattr(pyplot, "_draw_all_if_interactive", None)
        hooks = self.events.callbacks["post_execute"]
        if draw_all in hooks:
            hooks[hooks.index(draw_all)] = lay_out_figures

    def run_and_capture(self, source: str) -> tuple[dict[str, Any], int]:
        """Run one cell; its outputs, updates of older ones, and its number."""
        CAPTURE.start()
        self._replace_drawing()
        count = self.execution_count
        out, err = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = Stream("stdout"), Stream("stderr")
        try:
            self.run_cell(source, store_history=True)
        except SystemExit:
            pass
        finally:
            sys.stdout, sys.stderr = out, err
            CAPTURE.flush()
        updates = list(CAPTURE.updates.values())
        return {"outputs": CAPTURE.outputs, "updates": updates}, count


def lay_out_figures() -> None:
    """Place everything in the figures that have changed."""
    import matplotlib
    from matplotlib._pylab_helpers import Gcf

    for manager in Gcf.get_all_fig_managers() if matplotlib.is_interactive() else ():
        if manager.canvas.figure.stale:
            manager.canvas.figure.draw_without_rendering()


def start_shell(limits: dict[str, int]) -> RoomShell:
    """A fresh shell, with the settings of a notebook's kernel.

    Parameters
    ----------
    limits : dict
        ``text``, ``rich``, ``figures``: of one cell.
    """
    CAPTURE.limits = limits
    os.environ.update(TERM="xterm-color", CLICOLOR="1", PAGER="cat", GIT_PAGER="cat")
    config = Config()
    config.HistoryManager.hist_file = ":memory:"
    shell = RoomShell.instance(config=config)
    shell.config.setdefault("IPKernelApp", {})
    builtins.input = _no_input
    return shell


def _no_input(prompt: object = "") -> str:
    raise StdinNotImplementedError(
        "raw_input was called, but this frontend does not support input requests."
    )
