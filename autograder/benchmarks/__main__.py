"""``python -m autograder.benchmarks``: measure, print, write results.json."""

from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console

from autograder.benchmarks import results
from autograder.benchmarks.codec import codec
from autograder.benchmarks.flood import flood
from autograder.benchmarks.gradebook import gradebook
from autograder.benchmarks.measure import Measured
from autograder.benchmarks.networks import HAS_TORCH, convolution, deep_network
from autograder.benchmarks.notebook import notebook
from autograder.benchmarks.room import call_overhead, room_start
from autograder.benchmarks.throughput import throughput

MEASUREMENTS: dict[str, Callable[[bool], Measured]] = {
    "throughput_vs_nbgrader": throughput,
    "notebook_vs_floor": notebook,
    "room_start_ms": room_start,
    "call_overhead_ms": call_overhead,
    "codec_mb_per_s": codec,
    "gradebook_ms_per_submission": gradebook,
    "examiner_flood_mib": flood,
}
if HAS_TORCH:
    MEASUREMENTS |= {"deep_vs_torch": deep_network, "conv_vs_torch": convolution}


@click.command()
@click.option("--quick", is_flag=True, help="Fewer submissions and repeats.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(list(MEASUREMENTS)),
    help="This measurement; the others keep their last numbers.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=results.RESULTS,
    help="Where the numbers are written.",
)
def main(quick: bool, only: tuple[str, ...], out: Path) -> None:
    """Measure grading side by side with what it replaces."""
    where, rows = results.machine(), []
    screen = Console()
    for key in only or MEASUREMENTS:
        with screen.status(key):
            rows.append(MEASUREMENTS[key](quick))
    screen.print(results.table(rows, where))
    results.save(rows, where, out)
    if not (only or HAS_TORCH):
        screen.print("Left out: networks beside PyTorch, which is not installed.")
    screen.print(f"Written to {out}", soft_wrap=True)


if __name__ == "__main__":
    main()
