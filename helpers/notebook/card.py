"""The card under a checks cell: what holds, what does not, and why."""

from dataclasses import dataclass
from html import escape

from helpers.checks.judging import Failure, Group, Judgement

STYLE = """<style>
.dlc-card{border:1px solid var(--jp-border-color2,#ccc);border-left:5px solid
var(--dlc-edge);border-radius:8px;padding:10px 14px;margin:4px 0;max-width:720px;
font-family:var(--jp-ui-font-family,sans-serif);font-size:14px;line-height:1.5;
color:var(--jp-ui-font-color1,#212121);background:var(--jp-layout-color1,#fff)}
.dlc-card.right{--dlc-edge:#1a7f37}.dlc-card.wrong{--dlc-edge:#c2410c}
.dlc-card.open{--dlc-edge:#9a6700}
.dlc-head{display:flex;justify-content:space-between;font-weight:600}
.dlc-head small,.dlc-later{color:var(--jp-ui-font-color2,#616161);font-weight:400}
.dlc-card ul{list-style:none;margin:6px 0;padding:0}
.dlc-card li{padding-left:1.5em;text-indent:-1.5em}
.dlc-card li b{display:inline-block;width:1.5em;text-indent:0}
.dlc-card .yes b{color:#1a7f37}.dlc-card .no b{color:#c2410c}
.dlc-card table{margin:4px 0 4px 1.5em;border-collapse:collapse;font-size:13px}
.dlc-card td,.dlc-card th{padding:1px 28px 1px 0;text-align:left!important;
vertical-align:top;background:none!important}
.dlc-card th{font-weight:400;color:var(--jp-ui-font-color2,#616161)}
.dlc-card tr{background:none!important}
.dlc-first{margin:6px 0;font-weight:600}
.dlc-where{margin-left:1.5em;font-size:13px;color:var(--jp-ui-font-color2,#616161)}
.dlc-card pre{margin:0;font-size:13px;white-space:pre-wrap;color:inherit;
background:none!important}
.dlc-card .dlc-why{margin:4px 0 4px 1.5em;text-indent:0}
.dlc-card .dlc-first{margin:6px 0;font-weight:600}
.dlc-where{text-indent:0}
.dlc-card details{margin:4px 0 0 1.5em}
.jp-RenderedHTML .dlc-card summary,.dlc-card summary{cursor:pointer}
[data-jp-theme-light=false] .dlc-card.right,[data-jp-theme-light=false] .dlc-card .yes b
{--dlc-edge:#3fb950;color:inherit}
[data-jp-theme-light=false] .dlc-card .no b{color:#ff9a5c}
</style>"""


@dataclass(frozen=True)
class Card:
    """One exercise's judgement, as HTML in a notebook and as text elsewhere.

    Parameters
    ----------
    name : str
        The graded function.
    judgement : Judgement
    questions : bool
        Show the remark on every answer.
    note : str
        What to do before anything else.
    """

    name: str
    judgement: Judgement
    questions: bool = False
    note: str = ""

    @property
    def right(self) -> bool:
        """Whether everything visible holds."""
        return self.judgement.failure is None

    def __repr__(self) -> str:
        groups, failure = self.judgement.groups, self.judgement.failure
        done = sum(group.passed for group in groups)
        lines = [f"{self.name}: {self._word()} ({done} of {len(groups)})"]
        lines += [f"  {self.note}"] if self.note else []
        for group in groups:
            mark = "ok " if group.passed else "-- "
            remark = f": {group.remark}" if self.questions else ""
            lines.append(f"  {mark}{group.title}{remark}")
        if failure and not self.questions:
            lines += [f"  {label}: {value}" for label, value in _facts(failure)]
            lines += [f"  {failure.message}"] if failure.message else []
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        groups, failure = self.judgement.groups, self.judgement.failure
        done = sum(group.passed for group in groups)
        state = "right" if self.right else "wrong"
        parts = [
            STYLE,
            f'<div class="dlc-card {state}" role="status"><div class="dlc-head">'
            f"<span><code>{escape(self.name)}</code>: {self._word()}</span>"
            f"<small>{done} of {len(groups)}</small></div>{self._first()}<ul>",
            *(self._line(group, failure) for group in groups),
            "</ul>",
        ]
        if failure and not any(group.title == failure.title for group in groups):
            parts.append(_details(failure))
        if failure and failure.hint:
            parts.append(
                "<details><summary>Show a hint</summary>"
                f"{escape(failure.hint)}</details>"
            )
        if self.right and not self.questions:
            parts.append('<div class="dlc-later">Hidden checks try more cases.</div>')
        return "".join(parts) + "</div>"

    def _word(self) -> str:
        if not self.right:
            return "not yet"
        return "all answers right" if self.questions else "all visible checks hold"

    def _first(self) -> str:
        return f'<div class="dlc-first">{escape(self.note)}</div>' if self.note else ""

    def _line(self, group: Group, failure: Failure | None) -> str:
        kind, mark = ("yes", "✓") if group.passed else ("no", "✗")
        remark = ""
        if self.questions:
            remark = f'<div class="dlc-why">{escape(group.remark)}</div>'
        elif failure and failure.title == group.title:
            remark = _details(failure)
        return f'<li class="{kind}"><b>{mark}</b>{escape(group.title)}{remark}</li>'


def note(title: str, text: str) -> str:
    """An amber card: something is missing, nothing is wrong."""
    return (
        f'{STYLE}<div class="dlc-card open"><div class="dlc-head"><span>{title}</span>'
        f"</div>{text}</div>"
    )


def _facts(failure: Failure) -> list[tuple[str, str]]:
    rows = [("came", failure.came), ("wanted", failure.wanted)]
    rows += [("where", failure.where)]
    return [(label, value) for label, value in rows if value]


def _details(failure: Failure) -> str:
    why = f'<div class="dlc-why">{escape(failure.message)}</div>'
    facts = [(label, value) for label, value in _facts(failure) if label != "where"]
    heads = "".join(f"<th>{label}</th>" for label, _ in facts)
    cells = "".join(f"<td><pre>{escape(value)}</pre></td>" for _, value in facts)
    table = f"<table><tr>{heads}</tr><tr>{cells}</tr></table>" if facts else ""
    where = f'<div class="dlc-where">at {escape(failure.where)}</div>'
    parts = (why, failure.message), (table, facts), (where, failure.where)
    return "".join(part for part, needed in parts if needed)
