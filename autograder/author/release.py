"""The notebook without solutions, through nbgrader, which registers it."""

import logging
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearSolutions, InstantiateTests
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograder import paths
from autograder.author.assemble import build, read_folder, write_folder
from autograder.author.notebook import METADATA, notebook_bytes
from autograder.author.stamps import digest, engine_digest, is_done, mark_done
from autograder.author.stubs import ClearToStub
from autograder.errors import Refused
from autograder.gradebook.folders import Folders, open_folders
from autograder.programs import find_own_programs

CONFIG = "nbgrader_config.py"
PUBLIC_METADATA = ("deletable", "editable", "nbgrader", "tags")
PREPROCESSORS = [
    ClearToStub if step is ClearSolutions else step
    for step in GenerateAssignment.class_traits()["preprocessors"].default()
    if step is not InstantiateTests  # runs code, and no text here asks for it
]


def release(stem: str, *, force: bool = False) -> bool:
    """Write release/<stem>/ and register it, unless done; whether it was written.

    Raises
    ------
    Refused
        When nbgrader refuses, for instance because submissions exist.
    """
    build(stem, force=force)
    folders = open_folders()
    known = _has_gradebook(folders.db_url)
    key = _key(stem, folders)
    if not force and known and is_done("release", stem, key, folders.root):
        return False
    notebook = clean(_generate(stem, folders))
    public = {**read_folder(paths.built_folder(stem)), f"{stem}.ipynb": notebook}
    write_folder(folders.release / stem, public)
    mark_done("release", stem, _key(stem, folders), folders.root)
    return True


def clean(content: bytes) -> bytes:
    """A released notebook without outputs, counts and metadata of programs."""
    node = nbformat.reads(content.decode(), as_version=4)
    node.metadata = nbformat.from_dict(METADATA)
    for cell in node.cells:
        kept = {k: v for k, v in cell.metadata.items() if k in PUBLIC_METADATA}
        cell.metadata = nbformat.from_dict(kept)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook_bytes(node)


def _key(stem: str, folders: Folders) -> str:
    """Hash of what is released, of what was, and of the code between them."""
    found = (paths.built_folder(stem), folders.release / stem)
    names = [path / name for path in found for name in read_folder(path)]
    return digest(names, engine_digest(), folders.db_url)


def _has_gradebook(url: str) -> bool:
    """Whether the gradebook exists; one on a server is taken to."""
    return not url.startswith("sqlite") or Path(url.split("///", 1)[1]).exists()


def _generate(stem: str, folders: Folders) -> bytes:
    """nbgrader's version of the notebook; its cells go into the gradebook."""
    find_own_programs()
    folders.root.mkdir(parents=True, exist_ok=True)
    log = _Listener()
    with tempfile.TemporaryDirectory() as scratch:
        config = _config(stem, folders.db_url, scratch)
        course = CourseDirectory(config=config)
        step = GenerateAssignment(coursedir=course, config=config, log=log.logger)
        try:
            step.start()
        except Exception as error:
            raise Refused(
                f"release {stem}: got {log.cause() or error!r} from nbgrader, expected "
                "no complaint. If submissions exist, keep the exercises as they are, "
                "or remove the submissions from the gradebook first."
            ) from error
        return (Path(scratch) / stem / f"{stem}.ipynb").read_bytes()


def _config(stem: str, db_url: str, target: str) -> Config:
    """The instructor's nbgrader configuration, with the folders of this run."""
    config = Config()
    if (paths.ROOT / CONFIG).exists():
        config = PyFileConfigLoader(CONFIG, path=str(paths.ROOT)).load_config()
    course = config.CourseDirectory
    course.root = str(paths.ROOT)
    course.source_directory = str(paths.built_folder(stem).parent)
    course.release_directory = target
    course.assignment_id = stem
    course.db_url = db_url
    config.GenerateAssignment.preprocessors = PREPROCESSORS
    return config


class _Listener(logging.Handler):
    """Keeps what nbgrader complains about, instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []
        self.logger: Any = logging.Logger("nbgrader of the course")
        self.logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += record.getMessage().strip().splitlines()[-1:]

    def cause(self) -> str:
        """The first complaint, which is the cause of the others."""
        return next((line for line in self.lines if "Error" in line), "")
