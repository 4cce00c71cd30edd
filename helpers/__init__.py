"""What the notebooks import; `course/helpers.md` lists it name by name.

- `helpers.notebook`: `open_checks`, which gives a notebook its `check` and `progress`.
- `helpers.widgets`: pictures that move with the learner's functions, `explore_...`.
- `helpers.datasets`: the cat world, points in the plane, digits, tables.
- `helpers.plots`: the look of the course, and parts that figures share.
- `helpers.figures`: one module per notebook with the figures that it draws, `draw_...`.
- `helpers.autodiff`: a framework on one page.

Below them: `helpers.checks` compares and judges, `helpers.canvas` draws the widgets.
"""
